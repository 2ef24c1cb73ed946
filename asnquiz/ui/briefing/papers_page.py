"""What is printed for a briefing before people sit down, each saved as a PDF."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.briefing import Briefing, Way
from asnquiz.domain.wording import date_words, harmless, number_words
from asnquiz.ui.destinations import CheckBriefing, Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text
from asnquiz.ui.widgets.tick import Tick

_WIDTH = 760


class Paper(Enum):
    """By the beginning of its file's name."""

    ATTENDANCE = "daftar-hadir"
    SLIPS = "undangan"
    CARDS = "kartu-huruf"
    SHEETS = "lembar-soal"
    KEY = "kunci-jawaban"
    PACTS = "pakta-integritas"
    JOINT = "pakta-integritas-bersama"


@dataclass(frozen=True)
class _Offer:
    """Papers that belong together, with what each button says."""

    title: str
    words: str
    papers: Sequence[tuple[Paper, str]]


class PapersPage(Page):
    """`save` saves a paper; with its second value NIPs of the invitation list stand on it."""

    renews = True
    topic = "Kertas untuk dicetak"

    def __init__(
        self,
        theme: Theme,
        briefing: Briefing,
        *,
        save: Callable[[Paper, bool], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Kertas untuk dicetak", Section.BRIEFING)
        self._save = save
        self.way_back("Kembali ke Sosialisasi", partial(go, Section.BRIEFING))
        self.title("Kertas untuk dicetak")
        occasion = briefing.occasion
        about = f"{harmless(occasion.title)}, {harmless(occasion.place)}, {date_words(occasion.date)}."
        self.column.addWidget(text(theme, about, tone="ink-2"))
        body = self.narrow(_WIDTH)
        self._nips = Tick(theme, "Cantumkan NIP di daftar dan pakta", self)
        self._nips.setVisible(any(guest.nip for guest in briefing.guests))
        body.addWidget(self._nips, 0, _LEFT)
        for offer in _offers(briefing):
            body.addWidget(self._offer(offer))
        checking = button(theme, "Cek kesiapan dan mulai", partial(go, CheckBriefing(briefing.id)), role="primary")
        body.addWidget(checking, 0, _LEFT)
        self.column.addStretch(1)

    def _offer(self, offer: _Offer) -> QFrame:
        frame, column = titled_card(self.theme, offer.title, (offer.words,))
        saving = (
            button(self.theme, words, partial(self._ask, paper), icon="file-down") for paper, words in offer.papers
        )
        column.addWidget(flow_row(*saving))
        return frame

    def _ask(self, paper: Paper) -> None:
        self._save(paper, self._nips.isChecked())


_LEFT = Qt.AlignmentFlag.AlignLeft


def _offers(briefing: Briefing) -> Iterator[_Offer]:
    """What is needed for its way of answering comes first."""
    guests = number_words(len(briefing.guests))
    if briefing.way is Way.PAPER:
        yield _Offer(
            "Lembar soal",
            "Cetak lembar soal untuk setiap peserta. Kunci jawaban hanya untuk Anda; simpan terpisah.",
            ((Paper.SHEETS, "Simpan lembar soal …"), (Paper.KEY, "Simpan kunci jawaban …")),
        )
    if briefing.way is Way.CARDS:
        yield _Offer(
            "Kartu huruf",
            "Satu set berisi huruf A sampai E. Cetak satu set untuk setiap peserta, lalu potong.",
            ((Paper.CARDS, "Simpan kartu huruf …"),),
        )
    if briefing.guests:
        yield _Offer(
            "Undangan dengan kode peserta",
            f"Untuk {guests} orang di daftar undangan. Dengan kode itu peserta masuk tanpa mengetik nama.",
            ((Paper.SLIPS, "Simpan undangan …"),),
        )
    listed = f"{guests} nama dari daftar undangan, dan" if briefing.guests else "Berisi"
    yield _Offer(
        "Daftar hadir",
        f"{listed} baris kosong untuk yang hadir tanpa undangan. Kolom tanda tangan berselang-seling.",
        ((Paper.ATTENDANCE, "Simpan daftar hadir …"),),
    )
    yield _Offer(
        "Pakta integritas",
        "Ikrar netralitas untuk ditandatangani, dengan tempat meterai dan cap. Kertas yang ditandatangani itulah yang "
        "berlaku.",
        ((Paper.PACTS, "Simpan pakta perorangan …"), (Paper.JOINT, "Simpan pakta bersama …")),
    )
