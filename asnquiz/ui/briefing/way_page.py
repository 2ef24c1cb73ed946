"""The third step: how people answer, with what speaks for each way in this hall and what against it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_wording import WAY
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.ui.briefing.choice_row import ChoiceRow
from asnquiz.ui.briefing.preparing_page import PreparingPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import captioned_select
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.lead_briefing import MOST_PEOPLE
from asnquiz.usecases.recommend_way import Advice, Network, Room, recommend_way

_NETWORK = {
    Network.ROUTER: "Router sendiri di ruangan",
    Network.HALL: "Wi-Fi gedung",
    Network.HOTSPOT: "Hotspot HP",
    Network.NONE: "Tidak ada jaringan",
}
_ABOUT = ("Jawab beberapa hal tentang ruangan; program lalu menyarankan cara menjawab. Yang memutuskan tetap Anda.",)
_FIRST = "Disarankan. "


@dataclass(frozen=True)
class RoomDraft:
    """What is said of the hall before it is checked; fields as in Room, with people as typed."""

    people: str
    network: Network = Network.ROUTER
    phones: bool = True
    cards: bool = False
    tests: bool = False


class WayPage(PreparingPage):
    """`invitations` says whether there are codes for people. `go_on` gets the hall and the way that is chosen.

    `chosen` is what was chosen before; None follows what is recommended.
    """

    topic = "Memilih cara menjawab"

    def __init__(
        self,
        theme: Theme,
        draft: RoomDraft,
        chosen: Way | None,
        *,
        invitations: bool,
        go_on: Callable[[RoomDraft, Way], None],
        go_back: Callable[[], None],
    ) -> None:
        super().__init__(theme, 3, _ABOUT)
        self._go_on = go_on
        self._invitations = invitations
        self._chosen = chosen
        self._people = Field(theme, "Perkiraan jumlah peserta", QLineEdit(draft.people), _people)
        self._people.line.textChanged.connect(self._advise)
        self._people.line.returnPressed.connect(self._send)
        form = self.add_form(self._people)
        self._network = captioned_select(theme, form, "Jaringan yang dapat dipakai HP dan laptop")
        for network, words in _NETWORK.items():
            self._network.addItem(words, network.value)
        self._network.setCurrentIndex(list(_NETWORK).index(draft.network))
        self._network.currentIndexChanged.connect(self._advise)
        self._ticks = []
        for words, on in (
            ("Hampir semua peserta membawa HP", draft.phones),
            ("Kartu huruf sudah dicetak untuk semua", draft.cards),
            ("Hasil setiap orang diperlukan", draft.tests),
        ):
            tick = Tick(theme, words, self)
            tick.setChecked(on)
            tick.toggled.connect(self._advise)
            form.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
            self._ticks.append(tick)
        frame, column = titled_card(theme, "Cara menjawab")
        self._place, self._listed = flow_column(8)
        column.addWidget(self._place)
        self.body.addWidget(frame)
        self.add_actions("Lanjut ke rencana", self._send, "Kembali", go_back)
        self._advise()

    def stand_as(self, before: Page) -> None:
        if isinstance(before, WayPage):
            self._chosen = before._chosen
        super().stand_as(before)
        self._advise()

    def _draft(self) -> RoomDraft:
        phones, cards, tests = (tick.isChecked() for tick in self._ticks)
        return RoomDraft(self._people.line.text(), Network(self._network.currentData()), phones, cards, tests)

    def _advise(self) -> None:
        """Lists all ways by what is said of the hall now; while that is not understood, the list stays as it is."""
        draft = self._draft()
        try:
            people = int(_people(draft.people))
        except Refusal:
            people = 0
        if people == 0 and self._listed.count():
            return
        room = Room(max(1, people), draft.network, draft.phones, self._invitations, draft.cards, draft.tests)
        advice = recommend_way(room)
        clear(self._place)
        chosen, group = self._chosen or advice[0].way, QButtonGroup(self._place)
        self._rows = {}
        for place, one in enumerate(advice):
            row = self._rows[one.way] = self._row(one, first=place == 0)
            row.setChecked(one.way is chosen)
            row.clicked.connect(lambda _=False, way=one.way: self._choose(way))
            group.addButton(row)
            self._listed.addWidget(row)
        announce(self, f"Disarankan: {WAY[advice[0].way]}.")

    def _row(self, one: Advice, *, first: bool) -> ChoiceRow:
        name = f"{WAY[one.way][:1].upper()}{WAY[one.way][1:]}"
        cautions = f"\nPerhatikan: {' '.join(one.cautions)}" if one.cautions else ""
        return ChoiceRow(self.theme, name, f"{_FIRST if first else ''}{' '.join(one.reasons)}{cautions}")

    def _choose(self, way: Way) -> None:
        self._chosen = way

    def _send(self) -> None:
        if self._people.check():
            chosen = next(way for way, row in self._rows.items() if row.isChecked())
            self._go_on(self._draft(), chosen)
        else:
            self._people.take_focus()


def _people(typed: str) -> str:
    """A number as it is understood. Raises Refusal."""
    words = typed.strip().replace(".", "")
    understood = words.isascii() and words.isdigit() and len(words) <= len(str(MOST_PEOPLE))
    if not (understood and 1 <= int(words) <= MOST_PEOPLE):
        raise Refusal(f"Jumlah peserta berupa angka 1 sampai {number_words(MOST_PEOPLE)}. Ketik ulang.")
    return str(int(words))
