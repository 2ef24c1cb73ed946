"""What stands in the window where its very first page could not be opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text


class TroublePage(Page):
    """What happened, and one button to try again."""

    renews = True

    def __init__(self, theme: Theme, title: str, words: str, again: Callable[[], None]) -> None:
        super().__init__(theme, title, Section.HOME)
        self.title(title)
        frame, column = card()
        column.addWidget(text(theme, words))
        row = QHBoxLayout()
        row.addWidget(button(theme, "Coba lagi", again, role="primary", icon="rotate-ccw"))
        row.addStretch(1)
        column.addLayout(row)
        self.column.addWidget(frame)
        self.column.addStretch(1)
