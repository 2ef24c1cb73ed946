"""One step of several, each a page of its own: what it is about, its form, and the ways back and on."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text

_WIDTH = 760


class StepPage(Page):
    """`step` says which of how many it is; where it is the only one it is empty.

    Attributes:
        place: the section of the steps.
        body: where the step puts its widgets.
        form: within the card for what is typed.
    """

    renews = True
    place = Section.RECAP

    def __init__(self, theme: Theme, title: str, step: str, sentences: tuple[str, ...]) -> None:
        super().__init__(theme, title, self.place)
        self.title(title)
        if step:
            self.column.addWidget(text(theme, step, tone="ink-3"))
        self.body = self.narrow(_WIDTH)
        for words in sentences:
            self.body.addWidget(text(theme, words, tone="ink-2"))
        self.column.addStretch(1)

    def add_form(self, *widgets: QWidget) -> QVBoxLayout:
        """A card with what is typed, from top to bottom."""
        frame, column = card(spacing=12)
        for widget in widgets:
            column.addWidget(widget)
        self.body.addWidget(frame)
        return column

    def add_actions(
        self, onward: str, on_onward: Callable[[], None], back: str, on_back: Callable[[], None], *more: QWidget
    ) -> None:
        """Ends the step."""
        first = button(self.theme, onward, on_onward, role="primary")
        self.body.addWidget(self.form_end((first, *more), back, on_back))
