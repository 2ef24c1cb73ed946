"""A button that shows more of what it stands on, or less again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.spoken import Spoken, tell_unfolded

_MORE, _LESS = "Selengkapnya", "Ringkas"


class Unfold(Button):
    """Says what pressing it does; `what` is heard after it, so that a page may have many.

    Attributes:
        unfolded: whether more is shown now.
    """

    spoken = Spoken.UNFOLDING

    def __init__(self, theme: Theme, what: str, on_turn: Callable[[], None], *, unfolded: bool) -> None:
        super().__init__("", "quiet")
        self.unfolded = unfolded
        self._theme = theme
        self._what = what
        self._on_turn = on_turn
        self.setFont(theme.font(Size.CAPTION, QFont.Weight.DemiBold))
        self.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._turn)
        self._show_state()

    def _turn(self) -> None:
        self.unfolded = not self.unfolded
        self._show_state()
        self._on_turn()
        tell_unfolded(self)

    def _show_state(self) -> None:
        words = _LESS if self.unfolded else _MORE
        icon = "chevron-up" if self.unfolded else "chevron-down"
        self.setText(f" {words}")
        self.setAccessibleName(f"{words}: {self._what}")
        self.show_icon(self._theme, icon, 16)
