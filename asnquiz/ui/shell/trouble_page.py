"""What stands in the window where its very first page could not be opened."""

from collections.abc import Callable

from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
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
        column.addWidget(flow_row(button(theme, "Coba lagi", again, role="primary", icon="rotate-ccw")))
        self.column.addWidget(frame)
        self.column.addStretch(1)
