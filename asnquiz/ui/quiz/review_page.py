"""Lihat pembahasan: every question of an attempt as it was answered, explained, on its own frozen content."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.answering import is_right
from asnquiz.domain.wording import law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section, ShowResult
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.number_grid import Cell, NumberGrid
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.take_quiz import Sitting


class ReviewPage(Page):
    """Walks through an attempt that is over."""

    def __init__(self, theme: Theme, sitting: Sitting, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, f"Pembahasan: {sitting.attempt.title}", Section.RESULTS)
        self._sitting = sitting
        self._index = 0
        self._go = go
        self._grid = NumberGrid(theme, len(sitting.attempt.items), self.show_question)
        self._place = Flow()
        self._body = QVBoxLayout(self._place)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        frame, column = card(spacing=14)
        column.addWidget(self._grid)
        column.addWidget(button(theme, "Kembali ke hasil", lambda: go(ShowResult(sitting.attempt.id))))
        self.column.addWidget(self._place)
        row = QHBoxLayout()
        row.addWidget(frame, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.column.addLayout(row)
        self.stamp(law_stamp(sitting.pack.law_as_of))
        QShortcut(QKeySequence("Alt+Left"), self, lambda: self._step(-1))
        QShortcut(QKeySequence("Alt+Right"), self, lambda: self._step(1))
        self.show_question(0)

    def show_question(self, index: int) -> None:
        """Shows one question of the attempt."""
        self._index = index
        sitting, total = self._sitting, len(self._sitting.attempt.items)
        clear(self._place)
        given = sitting.attempt.answer_of(sitting.item(index).id)
        where = f"Pembahasan · {sitting.attempt.title} · soal {index + 1} dari {total}"
        self._body.addWidget(text(self.theme, where, size=Size.CAPTION, tone="ink-3"))
        question = Question(self.theme, sitting, index, given, self._actions(total))
        question.show_outcome(given)
        self._body.addWidget(question)
        self._grid.show_cells([self._cell(place) for place in range(total)])
        self.scroll_to_top()
        self.focus_on(question.stem)

    def _cell(self, place: int) -> Cell:
        attempt, item = self._sitting.attempt, self._sitting.item(place)
        given = attempt.answer_of(item.id)
        return Cell(bool(given), attempt.is_flagged(item.id), place == self._index, is_right(item, given))

    def _actions(self, total: int) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 6, 0, 0)
        back = button(self.theme, "Sebelumnya", lambda: self._step(-1), role="quiet", icon="arrow-left")
        back.setEnabled(self._index > 0)
        following = button(self.theme, "Soal berikutnya", lambda: self._step(1), role="primary", icon="arrow-right")
        following.setEnabled(self._index + 1 < total)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(following)
        return host

    def _step(self, by: int) -> None:
        if 0 <= self._index + by < len(self._sitting.attempt.items):
            self.show_question(self._index + by)
