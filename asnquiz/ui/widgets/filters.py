"""Chips that narrow a list: each is pressed or not, and a group of them is called by what it narrows by."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.wrap import WrapLayout

T = TypeVar("T")

_PADDING = 14


class Filters(Flow, Generic[T]):
    """A row of chips of which one is pressed, or none where `chosen` is None and no chip stands for that.

    Pressing the pressed one means None, unless None has a chip of its own.

    Attributes:
        chosen: what the pressed one means.
    """

    spoken = Spoken.GROUP

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Mapping[T | None, str],
        chosen: T | None,
        on_choose: Callable[[T | None], None],
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._on_choose = on_choose
        row = WrapLayout(self)
        self.chips: dict[T | None, Button] = {}
        for choice, words in choices.items():
            self.chips[choice] = _Chip(theme, words, partial(self._press, choice))
            row.addWidget(self.chips[choice])
        self.show_chosen(chosen)

    def show_chosen(self, chosen: T | None) -> None:
        """Shows another choice as pressed, without acting on it."""
        self.chosen = chosen
        for choice, chip in self.chips.items():
            chip.setChecked(choice == chosen)

    def _press(self, choice: T | None) -> None:
        before = self.chosen
        self.show_chosen(None if choice == before else choice)
        if self.chosen != before:
            self._on_choose(self.chosen)


class _Chip(Button):
    def __init__(self, theme: Theme, words: str, on_click: Callable[[], None]) -> None:
        super().__init__(words, "filter")
        self.setCheckable(True)
        self.setFont(theme.font(Size.CAPTION, QFont.Weight.DemiBold))
        bold = QFontMetrics(theme.font(Size.CAPTION, QFont.Weight.Bold))
        self._size = QSize(bold.horizontalAdvance(words) + 2 * _PADDING + 4, theme.px(CONTROL_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.clicked.connect(lambda: on_click())

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size
