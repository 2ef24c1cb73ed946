"""The keys that the pages with a question have in common."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from asnquiz.ui.quiz.answer_rows import AnswerRows
from asnquiz.ui.widgets.page import Page


def add_key(page: Page, key: str | Qt.Key, action: Callable[[], object]) -> None:
    """A key of the page, wherever the focus is; holding it down means it once.

    A letter or a digit alone is none where the person wants that: who speaks to the computer would press it unawares.
    """
    if isinstance(key, str) and len(key) == 1 and not page.theme.letter_keys:
        return
    QShortcut(QKeySequence(key), page, action).setAutoRepeat(False)


def add_answer_keys(page: Page, rows: Callable[[], AnswerRows], on_enter: Callable[[], None]) -> None:
    """A to E choose a row of the question on screen; Enter as in `add_enter_key`."""
    for place, letter in enumerate("ABCDE"):
        add_key(page, letter, partial(_choose, rows, place))
    add_enter_key(page, rows, on_enter)


def _choose(rows: Callable[[], AnswerRows], place: int) -> None:
    rows().choose(place)


def add_enter_key(page: Page, rows: Callable[[], AnswerRows], on_enter: Callable[[], None]) -> None:
    """Enter presses the focused button, or else acts for the page.

    A second Enter within a double click's time means the first again, unless something was picked or focused between.
    """
    since = QElapsedTimer()
    since.start()
    left = rows().picked()

    def enter() -> None:
        nonlocal left
        echo = since.elapsed() < QApplication.doubleClickInterval()
        if echo and rows().picked() == left and page.focus_is_where_put:
            return
        page.press_or(on_enter, rows())
        since.restart()
        left = rows().picked()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        add_key(page, key, enter)
