"""The people of Rekap nilai: thousands of them in one list, searched and narrowed while one types and chooses."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.attempt import Score
from asnquiz.domain.collection import Flag, PersonRow, PersonState
from asnquiz.domain.recap_wording import NO_FIGURE, here
from asnquiz.domain.wording import FLAG, date_words, harmless, number_words, score_words
from asnquiz.painting.tokens import CONTROL_HEIGHT
from asnquiz.ui.destinations import Destination, RecapPerson
from asnquiz.ui.recap.fields import captioned, fitting, flag_words
from asnquiz.ui.recap.people import PeoplePresenter
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import text
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.see_collection import masked_nip

_SIDE_BY_SIDE = 760
_ALL_AGENCIES, _ALL_UNITS, _ALL_FLAGS = "Semua perangkat daerah", "Semua unit", "Apa pun"
_SEARCH = "Cari nama atau NIP"
_COLUMNS = (
    Column("Nama dan NIP"),
    Column("Unit kerja", "Sekretariat Daerah Kabupaten", at_least=820),
    Column("Keadaan", "Satu komputer pada waktu yang"),
    Column("Nilai", "100,0", end=True),
    Column("Diterima", "30 September 2026", at_least=640),
)
# Short, for a narrow column.
_STATE = {
    PersonState.FINISHED: "Selesai",
    PersonState.UNFINISHED: "Belum selesai",
    PersonState.UNKNOWN: "Tidak dikenal",
}
_STATE_LOOK = {
    PersonState.FINISHED: ("check", "allowed"),
    PersonState.UNFINISHED: ("circle", "ink-2"),
    PersonState.UNKNOWN: ("circle-help", "conditional"),
}
_LOADING = (Cell("Memuat …", tone="ink-2"), *(Cell(""),) * (len(_COLUMNS) - 1))


class PeoplePage(RecapPage):
    """The list fills what the page has left; one person is opened by a click or by Enter."""

    renews = True

    def __init__(self, theme: Theme, presenter: PeoplePresenter, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Pegawai", go)
        self._presenter = presenter
        self.back()
        self.head("Pegawai", "")
        self.column.addWidget(self._search())
        self.column.addWidget(self._states())
        self._meaning = text(theme, "", tone="ink-2")
        self.column.addWidget(self._meaning)
        self.column.addWidget(self._counted())
        self._rows = _PeopleRows(presenter)
        self.table = Table(theme, "Pegawai yang ditemukan", self._rows, self._open, two_lines=True)
        self.column.addWidget(self.framed(self.table), 1)
        self.foot()
        presenter.view = self
        self.show_units()
        self._show_count()
        self._show_meaning()

    def _search(self) -> QWidget:
        theme, presenter = self.theme, self._presenter
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        self.line = QLineEdit(presenter.wanted.words)
        self.line.setAccessibleName(_SEARCH)
        self.line.setFont(theme.font())
        self.line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.agencies = fitting(Select(theme, "Perangkat daerah"))
        self.agencies.addItems([_ALL_AGENCIES, *map(harmless, presenter.agencies)])
        if presenter.wanted.agency in presenter.agencies:
            self.agencies.setCurrentIndex(presenter.agencies.index(presenter.wanted.agency) + 1)
        self.units = fitting(Select(theme, "Unit kerja"))
        for one in (self.line, self.agencies, self.units):
            row.add(captioned(theme, one), 1)
        self.line.textChanged.connect(presenter.search)
        self.agencies.currentIndexChanged.connect(self._choose_agency)
        self.units.currentIndexChanged.connect(self._choose_unit)
        return row

    def _states(self) -> QWidget:
        theme, presenter = self.theme, self._presenter
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        states: dict[PersonState | None, str] = {None: "Semua"} | dict(_STATE.items())
        self.states = Filters(theme, "Keadaan", states, presenter.wanted.state, presenter.choose_state)
        self.flags = fitting(Select(theme, "Perlu diperhatikan"))
        self._flags: Sequence[Flag | None] = (None, *Flag)
        self.flags.addItems([FLAG[flag] if flag else _ALL_FLAGS for flag in self._flags])
        self.flags.setCurrentIndex(self._flags.index(presenter.wanted.flag))
        self.flags.currentIndexChanged.connect(self._choose_flag)
        row.add(captioned(theme, self.states), 2)
        row.add(captioned(theme, self.flags), 1)
        return row

    def _counted(self) -> QWidget:
        theme = self.theme
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        self._count = text(theme, "", tone="ink-2")
        row.add(self._count, 1)
        whole = Tick(theme, "Tampilkan NIP utuh", self)
        whole.setAccessibleDescription("Dicatat dalam catatan kegiatan.")
        whole.setChecked(self._presenter.whole_nips)
        whole.toggled.connect(lambda on: self._presenter.show_whole(whole=on))
        row.add(whole)
        return row

    def _choose_agency(self, place: int) -> None:
        self._presenter.choose_agency(self._presenter.agencies[place - 1] if place > 0 else None)

    def _choose_unit(self, place: int) -> None:
        self._presenter.choose_unit(self._presenter.units[place - 1] if place > 0 else None)

    def _choose_flag(self, place: int) -> None:
        self._presenter.choose_flag(self._flags[place])
        self._show_meaning()

    def _show_meaning(self) -> None:
        flag = self._presenter.wanted.flag
        self._meaning.setText(flag_words(flag) if flag else "")
        self._meaning.setVisible(flag is not None)

    def _show_count(self) -> None:
        self._count.setText(f"{number_words(self._presenter.total)} orang")

    def show_people(self) -> None:
        """Other people are found."""
        self._rows.show_others()
        self._show_count()
        announce(self.table, self._count.text())

    def show_rows(self, first: int, count: int) -> None:
        """Some of the people have been read, or are shown otherwise."""
        if count:
            last = len(_COLUMNS) - 1
            self._rows.dataChanged.emit(self._rows.index(first, 0), self._rows.index(first + count - 1, last))

    def show_units(self) -> None:
        """Other units are to be chosen from."""
        units, wanted = self._presenter.units, self._presenter.wanted
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.addItems([_ALL_UNITS, *map(harmless, units)])
            self.units.setCurrentIndex(units.index(wanted.unit) + 1 if wanted.unit in units else 0)
            self.units.setEnabled(bool(units))

    def _open(self, place: int) -> None:
        if person := self._presenter.row(place):
            self._go(RecapPerson(person.key))

    def leave(self) -> None:
        self._presenter.view = None


class _PeopleRows(Rows):
    """Shows every row at once, and reads those that are looked at."""

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__(_COLUMNS)
        self._presenter = presenter
        self._total = presenter.total

    def show_others(self) -> None:
        self.beginResetModel()
        self._total = self._presenter.total
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._total

    def cells(self, row: int) -> Sequence[Cell]:
        person = self._presenter.row(row)
        return _LOADING if person is None else person_cells(person, whole=self._presenter.whole_nips)


def person_cells(person: PersonRow, *, whole: bool) -> tuple[Cell, ...]:
    """A row of the list."""
    nip = "tanpa NIP" if person.nip is None else person.nip if whole else masked_nip(person.nip)
    icon, tone = _STATE_LOOK[person.state]
    score = Score(person.right, person.total) if person.right is not None and person.total else None
    flags = sorted(person.flags, key=list(Flag).index)
    odd = FLAG[flags[0]] + (f" (+{len(flags) - 1})" if len(flags) > 1 else "") if flags else ""
    return (
        Cell(harmless(person.name) or "Tanpa nama", harmless(nip)),
        Cell(harmless(person.unit or person.agency or NO_FIGURE), harmless(person.agency if person.unit else "")),
        Cell(_STATE[person.state], odd, icon=icon, tone=tone),
        Cell(score_words(score) if score else NO_FIGURE),
        Cell(date_words(here(person.received)) if person.received else NO_FIGURE),
    )
