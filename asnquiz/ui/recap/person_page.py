"""One person of Rekap nilai: the result that counts, what is odd about it, and linking who is not on the roster."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit

from asnquiz.domain.attempt import Score
from asnquiz.domain.collection import Flag, PersonRow
from asnquiz.domain.recap_wording import here
from asnquiz.domain.wording import FLAG, PERSON_STATE, harmless, number_words, score_words, time_words
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.destinations import Destination, RecapPeople
from asnquiz.ui.recap.fields import captioned, flag_words
from asnquiz.ui.recap.person import PersonPresenter
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row
from asnquiz.ui.widgets.frames import line, pass_chip, titled_card
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.see_collection import masked_nip
from asnquiz.usecases.see_recap import asked_words

_SIDE_BY_SIDE = 560
_SEARCH = "Cari dalam daftar pegawai"


class PersonPage(RecapPage):
    """What is known of a person, as far as the question goes."""

    renews = True

    def __init__(self, theme: Theme, presenter: PersonPresenter, go: Callable[[Destination], None]) -> None:
        person = presenter.shown.person
        name = harmless(person.name) or "Tanpa nama"
        super().__init__(theme, name, go)
        self._presenter = presenter
        self.back("Kembali ke daftar", RecapPeople())
        self.head(name, harmless(" · ".join(filter(None, (person.position, person.unit, person.agency)))))
        self.column.addWidget(self._nip())
        self.column.addWidget(self._result())
        if person.flags:
            self.column.addWidget(self._flags())
        for key, sent_as in presenter.shown.linked:
            self.column.addWidget(self._linked(key, sent_as))
        if presenter.unknown:
            self.column.addWidget(self._ask_who())
        self.column.addStretch(1)
        self.foot()
        presenter.view = self

    def _nip(self) -> Flow:
        theme, nip = self.theme, self._presenter.shown.person.nip
        self._nip_words = text(theme, f"NIP {harmless(masked_nip(nip))}" if nip else "Tanpa NIP", wrap=False)
        if not nip:
            return flow_row(self._nip_words)
        self._whole = button(theme, "Tampilkan NIP utuh", self._show_nip, role="quiet")
        self._whole.setAccessibleDescription("Dicatat dalam catatan kegiatan.")
        return flow_row(self._nip_words, self._whole)

    def _show_nip(self) -> None:
        words = f"NIP {harmless(self._presenter.shown.person.nip or '')}"
        self._presenter.note_whole()
        self._nip_words.setText(words)
        self._whole.setEnabled(False)
        announce(self._nip_words, words)

    def _result(self) -> QFrame:
        theme, shown, person = self.theme, self._presenter.shown, self._presenter.shown.person
        frame, column = titled_card(theme, f"Keadaan: {PERSON_STATE[person.state].lower()}")
        if person.right is not None and person.total:
            score = text(theme, f"Nilai {score_words(Score(person.right, person.total))}", wrap=False)
            outcome = [] if person.passed is None else [pass_chip(theme, passed=person.passed)]
            column.addWidget(flow_row(score, *outcome))
        for words in _facts(person, limited=shown.task is not None):
            column.addWidget(text(theme, words))
        words = harmless(asked_words(shown.question, shown.task))
        column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        return frame

    def _flags(self) -> QFrame:
        theme = self.theme
        frame, column = titled_card(theme, "Perlu diperhatikan")
        for flag in sorted(self._presenter.shown.person.flags, key=list(Flag).index):
            column.addWidget(heading(theme, FLAG[flag], Size.BODY, level=3))
            column.addWidget(text(theme, flag_words(flag), tone="ink-2"))
        return frame

    def _linked(self, key: str, sent_as: str) -> QFrame:
        name = harmless(sent_as) or "tanpa nama"
        words = f"Nilai yang dikirim sebagai “{name}” dihitung untuk pegawai ini, karena ditautkan dengan tangan."
        frame, column = titled_card(self.theme, "Tautan", (words,))
        undo = button(self.theme, "Batalkan tautan", partial(self._presenter.unlink, key), icon="rotate-ccw")
        undo.setAccessibleName(f"Batalkan tautan {name}")
        column.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _ask_who(self) -> QFrame:
        theme, presenter = self.theme, self._presenter
        words = (
            "Orang ini mengirim nilai, tetapi tidak ada di daftar pegawai. Bila Anda yakin siapa orangnya, tautkan "
            "dengan tangan; program tidak menautkan siapa pun sendiri."
        )
        frame, column = titled_card(theme, "Siapa orang ini?", (words,))
        for one in presenter.shown.proposals:
            entry = one.entry
            column.addWidget(line())
            column.addWidget(self._candidate(entry.nip, entry.name, entry.unit, one.reason))
        self._line = QLineEdit()
        self._line.setAccessibleName(_SEARCH)
        self._line.setFont(theme.font())
        self._line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self._line.textChanged.connect(presenter.search)
        column.addWidget(line())
        column.addWidget(captioned(theme, self._line))
        self._found, self._found_column = flow_column(6)
        column.addWidget(self._found)
        return frame

    def show_matches(self, people: tuple[PersonRow, ...]) -> None:
        """Lets one of the people be chosen that were looked for."""
        clear(self._found)
        proposed = {one.entry.nip for one in self._presenter.shown.proposals}
        found = [one for one in people if one.nip and one.nip not in proposed]
        for one in found:
            self._found_column.addWidget(self._candidate(one.nip or "", one.name, one.unit, ""))
        announce(self._line, f"{number_words(len(found))} orang ditemukan.")

    def _candidate(self, nip: str, name: str, unit: str, reason: str) -> SideBySide:
        theme = self.theme
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=12)
        words, column = flow_column(2)
        column.addWidget(text(theme, harmless(name)))
        facts = " · ".join(filter(None, (masked_nip(nip), unit, reason)))
        column.addWidget(text(theme, harmless(facts), size=Size.CAPTION, tone="ink-2"))
        row.add(words, 1)
        linking = button(theme, "Tautkan …", partial(self._ask_link, nip, name, unit))
        linking.setAccessibleName(f"Tautkan … {harmless(name)}, {harmless(masked_nip(nip))}, {harmless(unit)}")
        row.add(linking)
        return row

    def _ask_link(self, nip: str, name: str, unit: str) -> None:
        person = self._presenter.shown.person
        words = (
            f"Nilai yang dikirim oleh {harmless(person.name) or 'orang tanpa nama'} akan dihitung untuk "
            f"{harmless(name)}, {harmless(unit)}. Tautan dicatat dan dapat dibatalkan."
        )
        ask(self, "Tautkan kedua orang ini?", words, [("Tautkan", partial(self._presenter.link, nip)), ("Batal", None)])

    def leave(self) -> None:
        self._presenter.view = None


def _facts(person: PersonRow, *, limited: bool) -> list[str]:
    facts = [f"Ujian yang diterima: {number_words(person.attempts)}"]
    if person.received:
        in_time = "setelah batas waktu" if Flag.LATE in person.flags else "dalam batas waktu"
        when = time_words(here(person.received))
        facts.append(f"Bukti nilai diterima {when}, {in_time}." if limited else f"Bukti nilai diterima {when}.")
    else:
        facts.append("Belum ada bukti nilai yang diterima.")
    return facts
