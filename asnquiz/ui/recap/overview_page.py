"""Rekap nilai: who has finished, of which task and under which rule, by agency, and what somebody should look at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from asnquiz.domain.collection import Overview, PersonState, UnitStanding
from asnquiz.domain.recap_wording import (
    FEWEST,
    INTERVAL,
    NO_FIGURE,
    TOO_FEW,
    here,
    mean_interval_words,
    mean_words,
    passed_interval_words,
    passed_words,
    share_words,
)
from asnquiz.domain.task import Counting
from asnquiz.domain.wording import FLAG, harmless, number_words, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import (
    AddScoreFiles,
    Destination,
    Drafts,
    KeepRoster,
    Office,
    PurgeResults,
    RecapAgency,
    RecapBriefings,
    RecapFiles,
    RecapLog,
    RecapPeople,
    RecapReports,
    RecapRescore,
    Report,
    SaveReport,
)
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.recap.hardest_card import HardestCard
from asnquiz.ui.recap.overview import OverviewPresenter
from asnquiz.ui.recap.progress_line import ProgressLine
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.see_recap import Recap, Wanted, asked_words

_BAR = 860
_FOUR = 720
_TWO = 320
_TABLE = 900
_SHOWN = 10
_OWN_CHOICE = "Ujian pilihan sendiri"
_TO_LOOK_AT = "Untuk dilihat, bukan tuduhan."
_COUNTING = {Counting.FIRST: "Pertama", Counting.BEST: "Terbaik", Counting.LAST: "Terakhir"}
_TOO_FEW = f"persentase dihitung mulai {FEWEST} orang"


class OverviewPage(RecapPage):
    """The section's first page; what its bar asks is answered in place."""

    renews = True

    def __init__(self, theme: Theme, presenter: OverviewPresenter, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Rekap nilai", go)
        self._presenter = presenter
        shown = presenter.shown
        add = button(theme, "Tambah berkas nilai", partial(go, AddScoreFiles()), role="primary", icon="folder-plus")
        save = button(theme, "Simpan ke Excel …", partial(go, SaveReport(Report.WORKBOOK)), icon="table-export")
        self.head("Rekap nilai", harmless(shown.office.name), (save, add))
        self._words = text(theme, "", size=Size.CAPTION, tone="ink-2")
        self.column.addWidget(self._bar())
        self._place, self._body = flow_column(16)
        self.column.addWidget(self._place)
        self._progress = ProgressLine(theme, presenter.desk.importing)
        self.column.addWidget(self._progress)
        self.column.addWidget(self._more())
        self.column.addStretch(1)
        self.foot()
        self._fill(shown)
        self._was_under_way = presenter.desk.importing.under_way
        presenter.view = self
        presenter.desk.importing.view = self

    def _bar(self) -> QFrame:
        theme, presenter, shown = self.theme, self._presenter, self._presenter.shown
        frame, column = card(spacing=12)
        row = SideBySide(theme, at_least=_BAR, spacing=20)
        self.tasks = fitting(Select(theme, "Tugas"))
        self._choices = (*shown.tasks, None)
        self.tasks.addItems([harmless(task.title) if task else _OWN_CHOICE for task in self._choices])
        self.tasks.setCurrentIndex(self._choices.index(shown.task))
        self.counting = fitting(Select(theme, "Ujian yang dihitung"))
        self.counting.addItems([_COUNTING[one] for one in Counting])
        watched: dict[bool | None, str] = {True: "Diawasi", False: "Tanpa pengawas"}
        self.watched = Filters(theme, "Pengawasan", watched, shown.question.supervised, self._watch)
        row.add(captioned(theme, self.tasks), 3)
        row.add(captioned(theme, self.watched))
        row.add(captioned(theme, self.counting), 2)
        column.addWidget(row)
        column.addWidget(self._words)
        self._show_question(shown)
        self.tasks.currentIndexChanged.connect(lambda place: presenter.ask_of(self._choices[place]))
        self.counting.currentIndexChanged.connect(lambda place: presenter.ask_counting(list(Counting)[place]))
        return frame

    def _watch(self, supervised: bool | None) -> None:
        if supervised is None:  # one of the two is always asked for
            self.watched.show_chosen(self._presenter.shown.question.supervised)
        else:
            self._presenter.ask_supervised(supervised=supervised)

    def _show_question(self, shown: Recap) -> None:
        self._words.setText(harmless(asked_words(shown.question, shown.task)))
        self.watched.show_chosen(shown.question.supervised)
        with QSignalBlocker(self.counting):
            self.counting.setCurrentIndex(list(Counting).index(shown.question.counting))

    def show_recap(self, shown: Recap) -> None:
        """Shows another answer."""
        self._show_question(shown)
        self._fill(shown)
        overview = shown.overview
        announce(
            self._place, f"{number_words(overview.finished)} dari {number_words(overview.people)} pegawai selesai."
        )

    def _fill(self, shown: Recap) -> None:
        theme, go, overview = self.theme, self._go, shown.overview
        clear(self._place)
        if not overview.people:
            words = "Tanpa daftar pegawai, program tidak tahu siapa yang belum mengerjakan dan dari unit mana."
            self._body.addWidget(
                empty_card(theme, "Belum ada daftar pegawai", words, "Pilih daftar pegawai", partial(go, KeepRoster()))
            )
        if not overview.files:
            words = (
                "Tambahkan bukti nilai yang diserahkan pegawai: berkas, folder, atau arsip zip, dalam campuran apa pun."
            )
            self._body.addWidget(
                empty_card(theme, "Belum ada berkas nilai", words, "Pilih berkas nilai", partial(go, AddScoreFiles()))
            )
        if overview.people or overview.files:
            self._body.addWidget(self._figures(shown))
            row = SideBySide(theme, at_least=_TABLE, spacing=16)
            row.add(self._table(shown), 2)
            aside, column = flow_column(16)
            if overview.files:
                self._hardest = HardestCard(theme, go)
                column.addWidget(self._hardest)
                self._presenter.desk.reporting.want(shown, self)
                self._show_hardest()
            column.addWidget(self._to_look_at(shown))
            row.add(aside, 1, top=True)
            self._body.addWidget(row)

    def show_report(self) -> None:
        """Shows what came of the report."""
        self._show_hardest()
        announce(self._place, "Soal paling sering salah sudah dihitung.")

    def _show_hardest(self) -> None:
        reporting = self._presenter.desk.reporting
        self._hardest.show_report(reporting.report_on(self._presenter.shown), reporting.trouble)

    def _figures(self, shown: Recap) -> QWidget:
        theme, overview = self.theme, shown.overview
        passed, about = NO_FIGURE, _TOO_FEW
        if overview.finished >= FEWEST:
            passed, about = number_words(overview.passed), _passed_words(overview)
        late = f" · {number_words(overview.late)} terlambat" if overview.late else ""
        share = share_words(overview.finished, overview.people)
        people, units = number_words(overview.people), number_words(overview.units)
        refused = sum(overview.refused.values())
        figures = (
            _figure(theme, "Pegawai dalam daftar", people, f"dari {units} unit kerja"),
            _figure(theme, "Sudah mengerjakan", number_words(overview.finished), share + late),
            _figure(theme, "Lulus", passed, about),
            self._refused(refused),
        )
        four = SideBySide(theme, at_least=_FOUR, spacing=14)
        for pair in (figures[:2], figures[2:]):
            two = SideBySide(theme, at_least=_TWO, spacing=14)
            for one in pair:
                two.add(one, 1)
            four.add(two, 1)
        return four

    def _refused(self, count: int) -> QFrame:
        if not count:
            return _figure(self.theme, "Berkas ditolak", "0", "tidak ada")
        frame = _figure(self.theme, "Berkas ditolak", number_words(count), "")
        see = button(self.theme, "lihat alasannya", partial(self._go, RecapFiles()), role="quiet")
        see.setStyleSheet("padding: 0;")  # in line with the words above it
        column = frame.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(2, see)
        return frame

    def _table(self, shown: Recap) -> QFrame:
        theme = self.theme
        frame, column = card(padding=12, spacing=8)
        agencies = shown.agencies
        rows = Rows(standing_columns("Perangkat daerah"), [standing_cells(one, one.agency) for one in agencies])
        self.agencies = Table(
            theme,
            "Perangkat daerah",
            rows,
            lambda row: self._go(RecapAgency(agencies[row].agency)),
            two_lines=True,
            most=_SHOWN,
        )
        column.addWidget(self.agencies)
        column.addWidget(standing_note(theme, agencies))
        column.addStretch(1)
        return frame

    def _to_look_at(self, shown: Recap) -> QFrame:
        theme, overview = self.theme, shown.overview
        frame, column = titled_card(theme, "Perlu diperhatikan")
        found: list[tuple[str, str, Wanted]] = []
        if overview.unknown:
            words = f"{number_words(overview.unknown)} orang tidak dikenal, menunggu ditautkan"
            found.append((words, "user-plus", Wanted(state=PersonState.UNKNOWN)))
        for flag, count in overview.flagged.items():
            if count:
                found.append((f"{FLAG[flag]}: {number_words(count)}", "flag", Wanted(flag=flag)))
        column.addWidget(text(theme, _TO_LOOK_AT if found else "Tidak ada untuk saat ini.", tone="ink-2"))
        for words, icon, wanted in found:
            row = RowButton(theme, words, icon, partial(self._go, RecapPeople(wanted)), current=False)
            row.setAccessibleName(words)
            column.addWidget(row)
        if overview.last_import:
            when = time_words(here(overview.last_import))
            words = f"Berkas terakhir diperiksa {when}; semuanya {number_words(overview.files)} berkas."
            column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        return frame

    def _more(self) -> QWidget:
        ways = (
            ("Semua pegawai", "users", RecapPeople(Wanted())),
            ("Laporan", "file-down", RecapReports()),
            ("Sosialisasi yang masuk", "presentation", RecapBriefings()),
            ("Penilaian ulang", "rotate-ccw", RecapRescore()),
            ("Daftar pegawai", "list-checks", KeepRoster()),
            ("Kantor dan tugas", "lock", Office()),
            ("Soal setempat", "scroll-text", Drafts()),
            ("Catatan kegiatan", "scroll-text", RecapLog()),
            ("Hapus data lama", "x", PurgeResults()),
        )
        return flow_row(
            *(button(self.theme, words, partial(self._go, to), role="quiet", icon=icon) for words, icon, to in ways)
        )

    def show_import(self) -> None:
        """How far an import is; once it ends, what it brought."""
        importing = self._presenter.desk.importing
        self._progress.show_import()
        if self._was_under_way and not importing.under_way:
            self._presenter.renew()
        self._was_under_way = importing.under_way

    def leave(self) -> None:
        self._presenter.view = None
        self._presenter.desk.reporting.leave(self)
        if self._presenter.desk.importing.view is self:
            self._presenter.desk.importing.view = None


def standing_columns(what: str) -> tuple[Column, ...]:
    """The columns of agencies, or of the units of one."""
    return (
        Column(what),
        Column("Pegawai", "10.000", end=True, at_least=440),
        Column("Selesai", "100,0 %", bar=90),
        Column("Rata-rata", "83,1–85,3", end=True),
        Column("Lulus", "83,1–85,3 %", end=True),
    )


def standing_cells(unit: UnitStanding, name: str) -> tuple[Cell, ...]:
    """A row of them."""
    share = unit.finished / unit.people if unit.people else 0.0
    return (
        Cell(harmless(name)),
        Cell(number_words(unit.people)),
        Cell(share_words(unit.finished, unit.people), share=share),
        _with_interval(mean_words(unit), mean_interval_words(unit)),
        _with_interval(passed_words(unit), passed_interval_words(unit), " %"),
    )


def standing_note(theme: Theme, standings: Sequence[UnitStanding]) -> QLabel:
    """What stands under the figures, and why some are not there."""
    few = any(one.finished < FEWEST for one in standings)
    return text(theme, f"{INTERVAL} {TOO_FEW}" if few else INTERVAL, size=Size.CAPTION, tone="ink-2")


def _with_interval(words: str, ends: str, unit: str = "") -> Cell:
    """A figure over the ends of its interval; alone where it has none."""
    if ends == NO_FIGURE:
        return Cell(words)
    low, high = ends.split("–")
    return Cell(words, f"{low}–{high}{unit}", heard=f"{words}, antara {low} dan {high}{unit}")


def _passed_words(overview: Overview) -> str:
    """The share that passed and the mean, each with its interval."""
    whole = overview.standing
    return (
        f"{passed_words(whole)} ({passed_interval_words(whole)}) dari yang mengerjakan\n"
        f"Rata-rata {mean_words(whole)} ({mean_interval_words(whole)})"
    )


def _figure(theme: Theme, caption: str, figure: str, below: str) -> QFrame:
    frame, column = card(padding=18, spacing=4)
    column.addWidget(text(theme, caption, size=Size.CAPTION, tone="ink-2"))
    column.addWidget(text(theme, figure, size=Size.TITLE, weight=QFont.Weight.Bold, wrap=False))
    if below:
        column.addWidget(text(theme, below, size=Size.CAPTION, tone="ink-2"))
    column.addStretch(1)
    return frame
