"""A place with nothing in it yet: what is missing, and one button to the next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.texts import heading, text


def empty_card(theme: Theme, title: str, words: str, action: str, on_click: Callable[[], None]) -> QFrame:
    """A card in the place of a list that is empty."""
    frame, column = card()
    column.addWidget(heading(theme, title))
    column.addWidget(text(theme, words, tone="ink-2"))
    column.addWidget(button(theme, action, on_click, role="primary"), 0, Qt.AlignmentFlag.AlignLeft)
    return frame
