"""The keys that every page with a question to answer has in common."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from asnquiz.ui.quiz.answer_rows import AnswerRows
from asnquiz.ui.widgets.page import Page


def add_answer_keys(page: Page, rows: Callable[[], AnswerRows], on_enter: Callable[[], None]) -> None:
    """A to E choose a row of the question on screen; Enter presses the focused button, or else acts for the page."""
    for place, letter in enumerate("ABCDE"):
        QShortcut(QKeySequence(letter), page, lambda chosen=place: rows().choose(chosen))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QShortcut(QKeySequence(key), page, lambda: page.press_or(on_enter, rows()))
