"""Hasil saya: everything one person has taken, newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from asnquiz.domain.attempt import AttemptState, AttemptSummary
from asnquiz.domain.wording import ATTEMPT_STATE, score_words, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, ResumeQuiz, Section, ShowResult
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card, pass_chip
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import heading, text


class ResultsPage(Page):
    """The history of a person's attempts."""

    def __init__(self, theme: Theme, summaries: Sequence[AttemptSummary], go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Hasil saya", Section.RESULTS)
        self._go = go
        self.title("Hasil saya")
        self.column.addWidget(text(theme, "Semua hasil tersimpan di komputer ini.", tone="ink-2"))
        if not summaries:
            self.column.addWidget(self._empty())
        for number, summary in enumerate(summaries, start=1):
            self.column.addWidget(self._row(summary, f"{number} dari {len(summaries)}"))
        self.column.addStretch(1)

    def _empty(self) -> QFrame:
        frame, column = card()
        column.addWidget(heading(self.theme, "Belum ada hasil"))
        column.addWidget(text(self.theme, "Selesaikan satu latihan atau ujian; hasilnya akan tampil di sini."))
        row = QHBoxLayout()
        row.addWidget(button(self.theme, "Pilih kuis", lambda: self._go(Section.QUIZ), role="primary"))
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _row(self, summary: AttemptSummary, place: str) -> QFrame:
        theme = self.theme
        frame, column = card()
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading(theme, summary.title, Size.BODY))
        when = f"{time_words(summary.started.local)} · {ATTEMPT_STATE[summary.state]}"
        facts = f"{when} · {summary.answered} dari {summary.total} soal dijawab"
        words.addWidget(text(theme, facts, size=Size.CAPTION, tone="ink-2"))
        row.addLayout(words, 1)
        if summary.score and summary.pass_mark is not None:
            row.addWidget(pass_chip(theme, passed=summary.score.passes(summary.pass_mark)))
        if summary.score:
            figure = f"Nilai {score_words(summary.score)}"
            row.addWidget(text(theme, figure, weight=QFont.Weight.DemiBold, wrap=False))
        if summary.state is AttemptState.ACTIVE:
            entry = button(theme, "Lanjutkan", lambda: self._go(ResumeQuiz(summary.id)), role="primary")
        elif summary.score:
            entry = button(theme, "Lihat hasil", lambda: self._go(ShowResult(summary.id)))
        else:
            entry = None
        if entry:
            entry.setAccessibleName(f"{entry.accessibleName()} {summary.title}, {when}, {place}")
            row.addWidget(entry)
        column.addLayout(row)
        return frame
