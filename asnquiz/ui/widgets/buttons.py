"""Buttons in the roles of the design: primary, secondary, quiet, and on the banner."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme


def button(
    theme: Theme,
    words: str,
    on_click: Callable[[], None],
    *,
    role: str = "secondary",
    icon: str | None = None,
    keys: str = "",
) -> QPushButton:
    """A button at least 40 high that says what it does; `role` is primary, secondary, quiet or on-banner.

    `keys` press it from anywhere on its page; they are told where the mouse rests on it.
    """
    made = _Button(words.replace("&", "&&"))
    made.setProperty("role", role)
    made.setFont(theme.font(Size.BODY, QFont.Weight.DemiBold))
    made.setMinimumHeight(theme.px(CONTROL_HEIGHT))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    # A click leaves the focus where it was, so that Enter still means the page's own action after it.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(words)
    if keys:
        made.setToolTip(f"Tombol: {keys}")
    if icon:
        side = theme.px(18)
        made.setIcon(theme.icons.icon(icon, _icon_colour(theme, role), side))
        made.setIconSize(QSize(side, side))
        made.setText(f" {made.text()}")
    made.clicked.connect(lambda: on_click())
    return made


class _Button(QPushButton):
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a double click means the first again, not whatever the button has come to say meanwhile.
        event.accept()


def _icon_colour(theme: Theme, role: str) -> str:
    palette = theme.palette
    return {"primary": palette.on_teal, "on-banner": palette.teal, "quiet": palette.ink_2}.get(role, palette.teal)
