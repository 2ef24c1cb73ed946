"""The cards beside what is led: who is here and missing, where the room's window stands, and the plan."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_codes import class_code_words
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.lead.stage import Place, Stage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.briefing_ports import News
from asnquiz.usecases.show_audience import people_in
from asnquiz.usecases.show_leader import LeaderView, Missing, StepLine

_NAMED = 40
_COMING = "clock"  # of a step that is still to come
_PLACES = {
    Place.SECOND: "Layar kedua",
    Place.ONLY: "Satu layar",
    Place.BESIDE: "Jendela biasa",
    Place.HIDDEN: "Sembunyikan",
}
_STANDS = {
    Place.SECOND: "Tampil penuh di layar kedua.",
    Place.ONLY: "Tampil penuh di layar ini. Tekan Esc untuk kembali ke halaman ini.",
    Place.BESIDE: "Tampil sebagai jendela biasa di samping halaman ini.",
    Place.HIDDEN: "Tidak tampil.",
}
_ON_PAPER = "Kehadiran dicatat dengan tanda tangan di daftar hadir."
_NO_SECOND = (
    "Layar kedua tidak ditemukan. Sambungkan proyektor dan pilih layar diperluas (extend), atau pilih Satu layar."
)


class PeopleCard(Flow):
    """Who came in, where phones come in, and who has not answered."""

    def __init__(self, theme: Theme, briefing: Briefing, change_door: Callable[[], None] | None) -> None:
        super().__init__()
        self._briefing = briefing
        frame, column = titled_card(theme, "Peserta")
        self._here = text(theme, "")
        self._door = text(theme, "", tone="ink-2")
        self._missing = text(theme, "", size=Size.CAPTION, tone="ink-2")
        for one in (self._here, self._door, self._missing):
            column.addWidget(one)
        if change_door:
            column.addWidget(button(theme, "Ganti alamat …", change_door, role="quiet"))
        column_in(self, 0).addWidget(frame)

    def show_news(self, news: News, state: LeaderView, *, covered: bool) -> None:
        """Names are left out where the room may see them."""
        briefing, course = self._briefing, news.course
        came = people_in(course)
        here = f"{number_words(came)} orang hadir" if came or briefing.way.networked else _ON_PAPER
        if briefing.way.networked:
            here += f" · {number_words(len(news.online))} HP tersambung"
        if state.answered is not None and state.expected is not None:
            here += f" · {number_words(state.answered)} dari {number_words(state.expected)} sudah menjawab"
        self._here.setText(here)
        self._door.setText(_door_words(news, briefing))
        self._door.setVisible(bool(self._door.text()))
        self._missing.setText("" if covered else _missing_words(state.missing))
        self._missing.setVisible(bool(self._missing.text()))


def _door_words(news: News, briefing: Briefing) -> str:
    if news.door is None:
        return ""
    words = f"Alamat {news.door.address} · kode kelas {class_code_words(briefing.class_code)}. "
    if not news.reached and not news.online:
        return words + "Belum ada HP yang membuka halaman ini. Coba dengan satu HP sebelum peserta datang."
    return words + f"Sudah dibuka dari {number_words(news.reached)} alamat lain."


def _missing_words(missing: tuple[Missing, ...] | None) -> str:
    if not missing:
        return ""
    named = [
        f"{harmless(one.participant.name)} ({harmless(one.participant.unit)}{'' if one.online else ', HP terputus'})"
        for one in missing[:_NAMED]
    ]
    more = f", dan {number_words(len(missing) - _NAMED)} orang lain" if len(missing) > _NAMED else ""
    return f"Belum menjawab: {', '.join(named)}{more}."


class WallCard(Flow):
    """Where the room's window stands, and what can be done about it."""

    def __init__(
        self,
        theme: Theme,
        stage: Stage,
        preview: QWidget,
        turn_blank: Callable[[], None],
        turn_dark: Callable[[], None],
        turn_cover: Callable[[], None],
    ) -> None:
        super().__init__()
        self._stage = stage
        frame, column = titled_card(theme, "Layar peserta")
        self._words = text(theme, "", tone="ink-2")
        column.addWidget(self._words)
        column.addWidget(preview)
        self.places: dict[Place, Button] = {}
        for place, words in _PLACES.items():
            made = button(theme, words, partial(stage.open, place))
            made.setCheckable(True)
            self.places[place] = made
        self.swap = button(theme, "Tukar layar", stage.swap, keys="F6")
        self.blank = button(theme, "Kosongkan layar", turn_blank, keys="B")
        self.blank.setCheckable(True)
        dark = button(theme, "Latar gelap", turn_dark)
        dark.setCheckable(True)
        column.addWidget(flow_row(*self.places.values(), self.swap, self.blank, dark))
        self.cover = button(theme, "", turn_cover, role="quiet")
        column.addWidget(self.cover)
        column_in(self, 0).addWidget(frame)

    def show_place(self, *, covered: bool, may_cover: bool, blank: bool) -> None:
        place, second = self._stage.place, self._stage.second
        none = place is not Place.SECOND and second is None
        self._words.setText(f"{_STANDS[place]} {_NO_SECOND}" if none and place is Place.HIDDEN else _STANDS[place])
        for one, made in self.places.items():
            made.setChecked(one is place)
        self.places[Place.SECOND].setEnabled(second is not None)
        self.swap.setEnabled(place is Place.SECOND)
        self.blank.setChecked(blank)
        self.cover.setVisible(may_cover)
        self.cover.setText("Tampilkan catatan dan nama" if covered else "Sembunyikan catatan dan nama")
        self.cover.setAccessibleName(self.cover.text())


class StepsCard(Flow):
    """The plan, each step to be gone to."""

    def __init__(self, theme: Theme, steps: Sequence[StepLine], go_to: Callable[[int], None]) -> None:
        super().__init__()
        frame, column = titled_card(theme, "Susunan acara")
        self._rows: list[RowButton] = []
        for line in steps:
            words = f"{line.words} · {line.minutes} menit"
            row = RowButton(theme, words, _COMING, partial(go_to, line.place), current=False)
            row.setAccessibleName(words)
            self._rows.append(row)
            column.addWidget(row)
        column.setSpacing(2)
        column_in(self, 0).addWidget(frame)

    def show_state(self, step: int) -> None:
        """Only what has changed is painted again: a plan may have many steps."""
        for place, row in enumerate(self._rows):
            icon = "check" if place < step else "arrow-right" if place == step else _COMING
            row.show_state(icon, current=place == step)
