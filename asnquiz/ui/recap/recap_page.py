"""What the pages of Rekap nilai share: the way back, title and subtitle beside actions, and the words at the foot."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import focus_target, heading, text
from asnquiz.usecases.see_collection import NO_EVIDENCE

_SIDE_BY_SIDE = 720


class RecapPage(Page):
    """A page of the section."""

    def __init__(self, theme: Theme, name: str, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, name, Section.RECAP)
        self._go = go

    def back(self, words: str = "Kembali ke Rekap nilai", to: Destination = Section.RECAP) -> None:
        """Begins the page with the way to where one came from."""
        self.way_back(words, partial(self._go, to))

    def head(self, title: str, subtitle: str, actions: Sequence[QWidget] = ()) -> None:
        """Adds the title, which takes the focus, with what can be done beside it."""
        label = focus_target(heading(self.theme, title, Size.TITLE, level=1), "title")
        words, column = flow_column(4)
        column.addWidget(label)
        if subtitle:
            column.addWidget(text(self.theme, subtitle, tone="ink-2"))
        row = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=12)
        row.add(words, 1)
        for action in actions:
            row.add(action)
        self.column.addWidget(row)
        self.focus_on(label)

    def framed(self, table: QWidget) -> QFrame:
        """A list on a card, where it is what the page is for."""
        frame, column = card(padding=12)
        column.addWidget(table)
        return frame

    def foot(self) -> None:
        """Ends the page with what its figures are not."""
        self.column.addWidget(text(self.theme, NO_EVIDENCE, size=Size.CAPTION, tone="ink-3"))
