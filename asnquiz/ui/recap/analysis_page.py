"""Analisis: what was asked and how it was answered, what people are sure of wrongly, and what they have learnt."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asnquiz.domain.collection import Week
from asnquiz.domain.office_report import OfficeReport, Share
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.domain.wording import PHASE, SURE_BUT_WRONG, harmless, number_words
from asnquiz.painting.charts import paint_weeks
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, RecapAnalysis
from asnquiz.ui.recap.analysis import AnalysisPresenter, certain_places, certain_rules, title_of
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.recap.gain_card import GainCard
from asnquiz.ui.recap.hardest_card import COMPUTING
from asnquiz.ui.recap.overview_page import standing_cells, standing_columns, standing_note
from asnquiz.ui.recap.question_row import QuestionRow
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.figures import Figure, figure_row, tally
from asnquiz.ui.widgets.flow import Flow, flow_column
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.report_scope import scope_facts, task_words
from asnquiz.usecases.report_words import NOT_ENOUGH, SURE_MEANS, SUSPICION_MEANS, Reading, test_readings, week_words
from asnquiz.usecases.see_recap import asked_words

_SIDE_BY_SIDE = 820
_READINGS = 3
_READING = 240
_SHOWN = 8
_WEEKS = 260
_QUESTIONS = "Soal, dari yang paling sering salah"
_RULES = "Ketentuan, dari yang paling perlu diperdalam"
_EVERYWHERE = "Semua pegawai"


class AnalysisPage(RecapPage):
    """Shows that the report is made, and then the report."""

    renews = True
    topic = "Membaca analisis"

    def __init__(self, theme: Theme, presenter: AnalysisPresenter, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Analisis", go)
        self._presenter = presenter
        self._gain: GainCard | None = None
        recap = presenter.recap
        self.back()
        self.head("Analisis", harmless(task_words(recap.task)))
        words = f"{asked_words(recap.question, recap.task)} Analisis butir soal memakai ujian pertama tiap orang."
        self.column.addWidget(text(theme, harmless(words), size=Size.CAPTION, tone="ink-2"))
        self._place, self._body = flow_column(16)
        self.column.addWidget(self._place)
        self.column.addStretch(1)
        presenter.show_on(self)
        self._fill()

    def show_report(self) -> None:
        """Shows what came of it."""
        self._fill()
        announce(self._place, "Analisis selesai dihitung." if self._presenter.report else self._presenter.trouble)

    def show_gain(self) -> None:
        """Shows what came of a comparison, or that it is made."""
        if self._gain:
            self._gain.show_gain()

    def leave(self) -> None:
        self._presenter.leave(self)

    def _fill(self) -> None:
        clear(self._place)
        report = self._presenter.report
        if report is None:
            words = self._presenter.trouble or COMPUTING
            self._body.addWidget(titled_card(self.theme, "Analisis butir soal", (words,))[0])
            return
        for card in self._cards(report):
            self._body.addWidget(card)

    def _cards(self, report: OfficeReport) -> list[QWidget]:
        if not report.analysed:
            words = "Belum ada ujian yang jawabannya dapat dinilai di sini, jadi belum ada soal yang dapat dianalisis."
            none = titled_card(self.theme, "Analisis butir soal", (words,))[0]
            return [none, self._tasks(report), self._facts(report)]
        self._gain = GainCard(self.theme, self._presenter)
        return [
            self._questions(report),
            self._beside((self._rules(report), 3), (self._phases_and_weeks(report), 2)),
            self._certainty(report),
            self._gain,
            self._tasks(report),
            self._test(report),
            self._facts(report),
        ]

    def _beside(self, *cards: tuple[QWidget, int]) -> SideBySide:
        row = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=16)
        for one, stretch in cards:
            row.add(one, stretch, top=True)
        return row

    def _questions(self, report: OfficeReport) -> QFrame:
        theme, items = self.theme, report.items
        frame, column = titled_card(
            theme,
            _QUESTIONS,
            (
                f"{number_words(len(items))} soal, dari {number_words(report.analysed)} ujian.",
                SUSPICION_MEANS,
            ),
        )

        def make(place: int) -> QWidget:
            return QuestionRow(theme, items[place], title_of(items[place], report), self._presenter)

        column.addWidget(Longer(theme, "soal", _QUESTIONS, len(items), make))
        return frame

    def _rules(self, report: OfficeReport) -> QFrame:
        theme = self.theme
        rules = [one for one in report.rules if one.right.enough]
        frame, column = titled_card(theme, _RULES, ("Menurut persentase jawaban benar tentang ketentuan itu.",))

        def make(place: int) -> QWidget:
            right = rules[place].right
            return figure_row(
                theme, harmless(rules[place].act), f"{right.words} benar", tally(theme, right.part, right.whole)
            )

        column.addWidget(Longer(theme, "ketentuan", _RULES, len(rules), make) if rules else self._too_few())
        return frame

    def _phases_and_weeks(self, report: OfficeReport) -> QWidget:
        host, column = flow_column(16)
        column.addWidget(self._phases(report))
        if report.weeks:
            column.addWidget(self._weeks(report.weeks))
        return host

    def _weeks(self, weeks: Sequence[Week]) -> QFrame:
        theme = self.theme

        def paint(painter: QPainter, target: QRectF) -> None:
            paint_weeks(painter, target, weeks, theme.font(Size.CAPTION), theme.palette)

        words = f"Menurut jam komputer peserta; rata-rata dihitung mulai {FEWEST} orang."
        frame, column = titled_card(theme, "Per pekan", (words,))
        column.addWidget(Figure(theme, _WEEKS, paint, " ".join(map(week_words, weeks))))
        return frame

    def _phases(self, report: OfficeReport) -> QFrame:
        frame, column = titled_card(self.theme, "Per fase", ("Persentase jawaban benar.",))
        for phase, share in report.phases.items():
            column.addWidget(
                figure_row(self.theme, PHASE[phase], share.words, tally(self.theme, share.part, share.whole))
                if share.enough
                else text(self.theme, f"{PHASE[phase]}: {share.words}", tone="ink-2")
            )
        return frame

    def _certainty(self, report: OfficeReport) -> QFrame:
        theme, places = self.theme, certain_places(report)
        frame, column = titled_card(theme, SURE_BUT_WRONG, (SURE_MEANS,))
        rows = Rows(
            (Column("Perangkat daerah dan unit kerja"), Column("Keliru", "100,0 %", bar=90, tone="forbidden")),
            [
                (
                    Cell(harmless(one.unit or one.agency), harmless(one.agency) if one.unit else "semua unit kerja"),
                    _wrong(one.sure),
                )
                for one in places
            ],
        )
        self.places = Table(
            theme,
            "Yakin, tetapi keliru, per unit kerja",
            rows,
            lambda row: self._choose.setCurrentIndex(row + 1),
            two_lines=True,
            most=_SHOWN,
        )
        self._choose = fitting(Select(theme, "Tampilkan ketentuan untuk"))
        self._choose.addItems(
            [_EVERYWHERE, *(harmless(f"{one.agency}, {one.unit}" if one.unit else one.agency) for one in places)]
        )
        self._certain, right = flow_column(12)
        right.addWidget(captioned(theme, self._choose))
        self._certain_rules, self._certain_list = flow_column(0)
        right.addWidget(self._certain_rules)
        self._choose.currentIndexChanged.connect(lambda _: self._show_certain(report))
        self._show_certain(report)
        column.addWidget(self._beside((self.places, 1), (self._certain, 1)) if places else self._certain)
        return frame

    def _show_certain(self, report: OfficeReport) -> None:
        theme, at = self.theme, self._choose.currentIndex()
        place = certain_places(report)[at - 1] if at > 0 else None
        rules = certain_rules(report, place)
        clear(self._certain_rules)

        def make(number: int) -> QWidget:
            act, share = rules[number]
            drawing = tally(theme, share.part, share.whole, "forbidden")
            return figure_row(theme, harmless(act), share.words, drawing)

        listed = Longer(theme, "ketentuan", SURE_BUT_WRONG, len(rules), make) if rules else self._too_few()
        self._certain_list.addWidget(listed)
        announce(self._choose, f"{number_words(len(rules))} ketentuan.")

    def _tasks(self, report: OfficeReport) -> QFrame:
        tasks = [one for one in report.tasks if one.task or one.overview.finished]
        frame, column = titled_card(self.theme, "Per tugas", ("Dihitung seperti yang ditetapkan di setiap tugas.",))
        standings = [one.overview.standing for one in tasks]
        cells = [standing_cells(one.overview.standing, task_words(one.task)) for one in tasks]

        def open_task(row: int) -> None:
            self._presenter.ask_of(tasks[row].task)
            self._go(RecapAnalysis())

        rows = Rows(standing_columns("Tugas"), cells)
        column.addWidget(Table(self.theme, "Tugas dan hasilnya", rows, open_task, two_lines=True, most=_SHOWN))
        column.addWidget(standing_note(self.theme, standings))
        return frame

    def _test(self, report: OfficeReport) -> QFrame:
        theme = self.theme
        words = f"Dari {number_words(report.test.people)} ujian pertama dengan jumlah soal yang sama."
        frame, column = titled_card(theme, "Ujian secara keseluruhan", (words,))
        readings = list(test_readings(report.test))
        for first in range(0, len(readings), _READINGS):
            row = SideBySide(theme, at_least=_READINGS * _READING, spacing=20)
            for one in readings[first : first + _READINGS]:
                row.add(_reading(theme, one), 1, top=True)
            column.addWidget(row)
        return frame

    def _facts(self, report: OfficeReport) -> QFrame:
        frame, column = titled_card(self.theme, "Dasar angka ini")
        for label, words in scope_facts(report.scope):
            line = text(self.theme, harmless(f"{label}: {words}"), size=Size.CAPTION, tone="ink-2")
            column.addWidget(line)
        return frame

    def _too_few(self) -> QWidget:
        return text(self.theme, f"Tidak ada yang ditampilkan; angkanya dihitung mulai {FEWEST} orang.", tone="ink-2")


def _wrong(share: Share) -> Cell:
    """How many of the sure answers are wrong, where there are enough of them."""
    return Cell(share.words, share=share.part / share.whole) if share.enough else Cell(share.words)


def _reading(theme: Theme, reading: Reading) -> QWidget:
    host = Flow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(2)
    column.addWidget(text(theme, reading.name, size=Size.CAPTION, weight=QFont.Weight.DemiBold, tone="ink-2"))
    value = reading.value if reading.enough else f"{NOT_ENOUGH}; ditampilkan mulai {reading.fewest} orang"
    column.addWidget(text(theme, value, size=Size.LEAD, weight=QFont.Weight.Bold))
    column.addWidget(text(theme, reading.words, size=Size.CAPTION, tone="ink-2"))
    return host
