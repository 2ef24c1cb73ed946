"""Hasil saya: how exams went over time, where one stands by phase and topic, what to deepen, and the whole history."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from asnquiz.domain.attempt import AttemptKind, AttemptState, AttemptSummary
from asnquiz.domain.wording import ATTEMPT_KIND, ATTEMPT_STATE, PHASE, score_words, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, ReadLesson, ResumeQuiz, Section, ShowResult
from asnquiz.ui.results.comparison_card import comparison_card
from asnquiz.ui.results.figures import has_passed, trend_figure
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.figures import tally_row
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card, pass_chip
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import captioned_select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.pair_tests import TESTS
from asnquiz.usecases.see_results import Results, ToDeepen

_SIDE_BY_SIDE = 740
_ROW_SIDE_BY_SIDE = 620
_EXAMS_SHOWN = 20
_AT_A_TIME = 20

# What the history can be narrowed to: its name, and the kinds in it.
_FILTERS: tuple[tuple[str, tuple[AttemptKind, ...]], ...] = (
    ("Semua", tuple(AttemptKind)),
    *((words, (kind,)) for kind, words in ATTEMPT_KIND.items() if kind not in TESTS),
    ("Tes awal dan tes akhir", TESTS),
)


class ResultsPage(Page):
    """A person's results."""

    renews = True

    def __init__(self, theme: Theme, results: Results, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Hasil saya", Section.RESULTS)
        self._results = results
        self._table: QWidget | None = None
        self._go = go
        self.title("Hasil saya")
        self.column.addWidget(text(theme, "Semua hasil tersimpan di komputer ini.", tone="ink-2"))
        if not results.summaries:
            words = "Selesaikan satu latihan atau ujian; hasilnya akan tampil di sini."
            self.column.addWidget(empty_card(theme, "Belum ada hasil", words, "Pilih kuis", lambda: go(Section.QUIZ)))
            self.column.addStretch(1)
            return
        self.column.addWidget(self._exams())
        if results.recent:
            standing = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
            standing.add(_stacked([self._by_phase(), self._by_topic()]), 1, top=True)
            standing.add(self._to_deepen(), 1, top=True)
            self.column.addWidget(standing)
        if results.tests:
            self.column.addWidget(self._tests())
        self.column.addSpacing(6)
        self.column.addWidget(heading(theme, "Riwayat"))
        self._history()
        self.column.addStretch(1)

    def stand_as(self, before: Page) -> None:
        super().stand_as(before)
        if isinstance(before, ResultsPage) and before._results.summaries:
            if before._table and not before._table.isHidden():
                self._toggle_table()
            self._show_rows(before._shown)

    def _exams(self) -> QFrame:
        theme, exams = self.theme, self._results.exams
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Nilai ujian"))
        if not exams:
            words = "Belum ada ujian yang selesai. Setelah ujian pertama, perjalanan nilai Anda tampil di sini."
            column.addWidget(text(theme, words, tone="ink-2"))
            column.addWidget(flow_row(button(theme, "Lihat ujian", lambda: self._go(Section.QUIZ))))
            return frame
        shown = exams[-_EXAMS_SHOWN:]
        words = trend_words(shown, len(exams))
        column.addWidget(text(theme, words, tone="ink-2"))
        mark = next((one.pass_mark for one in reversed(shown) if one.pass_mark is not None), 0)
        column.addWidget(trend_figure(theme, shown, mark, f"Grafik nilai ujian. {words}"))
        legend = "Titik penuh: lulus. Titik kosong: belum lulus. Urut dari ujian yang pertama."
        column.addWidget(text(theme, legend, size=Size.CAPTION, tone="ink-3"))
        self._table = _exam_table(theme, shown)
        self._table.setVisible(False)
        self._show_table = button(theme, "Tampilkan tabel", self._toggle_table, role="quiet")
        column.addWidget(flow_row(self._show_table))
        column.addWidget(self._table)
        return frame

    def _toggle_table(self) -> None:
        if self._table:
            self._table.setVisible(self._table.isHidden())
            words = "Tampilkan tabel" if self._table.isHidden() else "Sembunyikan tabel"
            self._show_table.setText(words)
            self._show_table.setAccessibleName(words)

    def _by_phase(self) -> QFrame:
        theme, results = self.theme, self._results
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Per fase"))
        column.addWidget(text(theme, _recent_words(results), size=Size.CAPTION, tone="ink-2"))
        for phase, score in results.by_phase.items():
            column.addWidget(tally_row(theme, PHASE[phase], score))
        return frame

    def _to_deepen(self) -> QFrame:
        theme, results = self.theme, self._results
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Perlu diperdalam"))
        if not results.to_deepen:
            column.addWidget(text(theme, "Tidak ada topik yang nilainya di bawah batas lulus.", tone="ink-2"))
        for topic in results.to_deepen:
            column.addWidget(self._topic_to_deepen(topic))
        return frame

    def _topic_to_deepen(self, topic: ToDeepen) -> QWidget:
        theme = self.theme
        host = Flow()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(heading(theme, topic.title, Size.BODY, level=3))
        missed = topic.score.total - topic.score.right
        words = f"{missed} dari {topic.score.total} jawaban belum tepat"
        column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        for lesson in topic.lessons:
            entry = RowButton(theme, lesson.title, "book-open", self._reader(lesson.id), current=False)
            entry.setAccessibleName(f"Baca materi {lesson.title}, untuk {topic.title}")
            column.addWidget(entry)
        return host

    def _reader(self, lesson: str) -> Callable[[], None]:
        return lambda: self._go(ReadLesson(lesson))

    def _by_topic(self) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Per topik"))
        words = "Topik yang ditanyakan kurang dari 10 kali digambar jawaban demi jawaban, tanpa persen."
        column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        for title, score in self._results.by_topic.items():
            column.addWidget(tally_row(theme, title, score))
        return frame

    def _tests(self) -> QFrame:
        tests = self._results.tests
        if tests is None:
            raise RuntimeError("there are no tests to show")
        frame, column = comparison_card(self.theme, tests)
        shown = ShowResult(tests.posttest.attempt.id)
        column.addWidget(flow_row(button(self.theme, "Lihat hasil tes akhir", lambda: self._go(shown))))
        return frame

    def _history(self) -> None:
        theme = self.theme
        row = QVBoxLayout()
        row.setSpacing(4)
        self._filter = captioned_select(theme, row, "Tampilkan")
        self._kinds: list[tuple[AttemptKind, ...]] = []
        for name, kinds in _FILTERS:
            many = sum(one.kind in kinds for one in self._results.summaries)
            if many:
                self._filter.addItem(f"{name} ({many})")
                self._kinds.append(kinds)
        self._filter.currentIndexChanged.connect(self._narrow)
        self.column.addLayout(row)
        self._rows, self._listed = flow_column(12)
        self.column.addWidget(self._rows)
        self._show_rows(_AT_A_TIME)

    def _narrow(self) -> None:
        self._show_rows(_AT_A_TIME)
        announce(self, f"Riwayat menampilkan {self._filter.currentText()}.")

    def _show_rows(self, most: int) -> None:
        """Shows the newest `most` attempts of the kinds chosen."""
        self._shown = most
        clear(self._rows)
        kinds = self._kinds[self._filter.currentIndex()]
        chosen = [one for one in self._results.summaries if one.kind in kinds]
        for number, summary in enumerate(chosen[:most], start=1):
            self._listed.addWidget(self._row(summary, f"{number} dari {len(chosen)}"))
        if len(chosen) > most:
            self._listed.addWidget(self._more(most, len(chosen)))

    def _more(self, shown: int, of: int) -> QWidget:
        words = f"Tampilkan {min(_AT_A_TIME, of - shown)} lagi"
        return flow_row(button(self.theme, words, lambda: self._show_more(shown), role="quiet"))

    def _show_more(self, shown: int) -> None:
        self._show_rows(shown + _AT_A_TIME)
        first = self._listed.itemAt(shown)
        if first and (row := first.widget()) and (entry := row.findChild(QPushButton)):
            self.focus_on(entry)

    def _row(self, summary: AttemptSummary, place: str) -> QFrame:
        theme = self.theme
        frame, column = card()
        words, lines = flow_column(2)
        lines.addWidget(heading(theme, summary.title, Size.BODY, level=3))
        when = f"{time_words(summary.started.local)} · {ATTEMPT_STATE[summary.state]}"
        facts = f"{when} · {summary.answered} dari {summary.total} soal dijawab"
        lines.addWidget(text(theme, facts, size=Size.CAPTION, tone="ink-2"))
        row = SideBySide(theme, at_least=_ROW_SIDE_BY_SIDE, spacing=12)
        row.add(words, 1)
        row.add(self._outcome(summary, f"{summary.title}, {when}, {place}"))
        column.addWidget(row)
        return frame

    def _outcome(self, summary: AttemptSummary, which: str) -> QWidget:
        """What came of an attempt, and the way to it."""
        theme = self.theme
        outcome: list[QWidget] = []
        if summary.score and summary.pass_mark is not None:
            outcome.append(pass_chip(theme, passed=has_passed(summary)))
        if summary.score:
            figure = f"Nilai {score_words(summary.score)}"
            outcome.append(text(theme, figure, weight=QFont.Weight.DemiBold, wrap=False))
        if summary.state is AttemptState.ACTIVE:
            entry = button(theme, "Lanjutkan", lambda: self._go(ResumeQuiz(summary.id)), role="primary")
        elif summary.score:
            entry = button(theme, "Lihat hasil", lambda: self._go(ShowResult(summary.id)))
        else:
            return flow_row(*outcome)
        entry.setAccessibleName(f"{entry.accessibleName()} {which}")
        return flow_row(*outcome, right=[entry])


def trend_words(exams: Sequence[AttemptSummary], of: int) -> str:
    """What a chart of the last exams of so many says, in sentences; oldest first, all of them over."""
    scores = [one.score for one in exams if one.score]
    passed = sum(map(has_passed, exams))
    last = score_words(scores[-1])
    if len(scores) == 1:
        return f"Satu ujian, nilai {last}, {'lulus' if passed else 'belum lulus'}."
    best = max(scores, key=lambda score: score.tenths)
    average = sum(score.tenths for score in scores) // len(scores)
    which = f"{len(scores)} ujian" if len(scores) == of else f"{len(scores)} ujian terakhir dari {of}"
    return (
        f"{which}, {passed} lulus. Nilai terakhir {last}, pertama {score_words(scores[0])}, tertinggi "
        f"{score_words(best)}, rata-rata {average // 10},{average % 10}."
    )


def _exam_table(theme: Theme, exams: Sequence[AttemptSummary]) -> QWidget:
    """What the chart shows, row by row."""
    host = Flow()
    grid = QGridLayout(host)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    captions = ("Tanggal", "Nilai", "Hasil")
    for column, words in enumerate(captions):
        grid.addWidget(text(theme, words, weight=QFont.Weight.DemiBold), 0, column)
    for row, exam in enumerate(exams, start=1):
        outcome = "lulus" if has_passed(exam) else "belum lulus"
        figures = score_words(exam.score) if exam.score else ""
        for column, words in enumerate((time_words(exam.started.local), figures, outcome)):
            cell = text(theme, words)
            cell.setAccessibleName(f"{captions[column]}: {words}")  # there are no columns to a screen reader
            grid.addWidget(cell, row, column)
    return narrowed(host)


def _recent_words(results: Results) -> str:
    right = sum(score.right for score in results.by_phase.values())
    total = sum(score.total for score in results.by_phase.values())
    words = f"Dari {results.recent} kuis terakhir yang selesai: {right} dari {total} soal dijawab benar."
    return f"{words} {results.lost} kuis lain tidak dapat dihitung karena soalnya hilang." if results.lost else words


def _stacked(cards: Sequence[QWidget]) -> QWidget:
    host, column = flow_column(16)
    for made in cards:
        column.addWidget(made)
    return host
