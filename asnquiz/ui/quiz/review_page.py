"""Lihat pembahasan: every question of an attempt as it was answered, explained, on its own frozen content."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.answering import is_right
from asnquiz.domain.wording import law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section, ShowResult
from asnquiz.ui.keyboard import BEFORE, NEXT, KeyGroup
from asnquiz.ui.quiz.keys import add_enter_key, add_key
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.number_grid import Cell, NumberGrid
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.take_quiz import Sitting


class ReviewPage(Page):
    """Walks through an attempt that is over."""

    renews = True
    keys = KeyGroup.REVIEW

    def __init__(self, theme: Theme, sitting: Sitting, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, f"Pembahasan: {sitting.attempt.title}", Section.RESULTS)
        self._sitting = sitting
        self._index = 0
        self._go = go
        self._place, self._body = flow_column(14)
        self.column.addWidget(self._place)
        self.stamp(law_stamp(sitting.pack.law_as_of))
        add_key(self, "Alt+Left", lambda: self._step(-1))
        add_key(self, "Alt+Right", lambda: self._step(1))
        self.show_question(0)
        add_enter_key(self, lambda: self._rows, lambda: self._step(1))

    def stand_as(self, before: Page) -> None:
        if isinstance(before, ReviewPage):
            self.show_question(before._index)
        super().stand_as(before)

    def show_question(self, index: int) -> None:
        """Shows one question of the attempt."""
        self._index = index
        sitting, total = self._sitting, len(self._sitting.attempt.items)
        clear(self._place)
        given = sitting.attempt.answer_of(sitting.item(index).id)
        where = f"Pembahasan · {sitting.attempt.title} · soal {index + 1} dari {total}"
        self._body.addWidget(text(self.theme, where, size=Size.CAPTION, tone="ink-3", level=1))
        question = Question(self.theme, sitting, index, given, self._actions(total))
        question.show_outcome(given, sitting.attempt.certainty_of(question.item.id))
        self._rows = question.rows
        self._body.addWidget(question)
        # Made anew with the question, so that the Tab key comes to it after the question.
        self._body.addWidget(self._side(total), 0, Qt.AlignmentFlag.AlignLeft)
        self.scroll_to_top()
        self.focus_on(question.stem)

    def _side(self, total: int) -> QFrame:
        frame, column = card(spacing=14)
        grid = NumberGrid(self.theme, total, self.show_question)
        grid.show_cells([self._cell(place) for place in range(total)])
        column.addWidget(grid)
        result = ShowResult(self._sitting.attempt.id)
        column.addWidget(button(self.theme, "Kembali ke hasil", lambda: self._go(result)))
        return frame

    def _cell(self, place: int) -> Cell:
        attempt, item = self._sitting.attempt, self._sitting.item(place)
        given = attempt.answer_of(item.id)
        return Cell(
            attempt.is_answered(item.id), attempt.is_flagged(item.id), place == self._index, is_right(item, given)
        )

    def _actions(self, total: int) -> QWidget:
        back = button(
            self.theme, "Sebelumnya", lambda: self._step(-1), role="quiet", icon="arrow-left", keys=BEFORE.press
        )
        back.setEnabled(self._index > 0)
        following = button(
            self.theme, "Soal berikutnya", lambda: self._step(1), role="primary", icon="arrow-right", keys=NEXT.press
        )
        following.setEnabled(self._index + 1 < total)
        row = flow_row(back, right=[following])
        row.setContentsMargins(0, 6, 0, 0)
        return row

    def _step(self, by: int) -> None:
        if 0 <= self._index + by < len(self._sitting.attempt.items):
            self.show_question(self._index + by)
