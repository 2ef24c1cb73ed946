"""Buttons in the roles of the design: primary, secondary, quiet, and on the banner."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT, CONTROL_RADIUS, Size, ThemeName
from asnquiz.ui.theme import Theme

# The second ring of a filled button, in the colour that stands out from its ground, and of one that stays pressed,
# whose edge without the focus differs by colour alone.
_INNER_RING = {
    "primary": QPalette.ColorRole.HighlightedText,
    "on-banner": QPalette.ColorRole.Highlight,
    "secondary": QPalette.ColorRole.WindowText,
    "filter": QPalette.ColorRole.WindowText,
}
_ONCE_PRESSED = ("secondary", "filter")
_CHIP_RADIUS = 20
_ICON_TONE = {"primary": "on-teal", "quiet": "ink-2", "rail": "ink-2"}
_ONWARD = "arrow-right"


class Button(QPushButton):
    """A push button in a role of the style sheet; its icon and focus ring keep to the theme."""

    def __init__(self, words: str, role: str) -> None:
        super().__init__(words)
        self._role = role
        self._draw_icon: Callable[[], None] = lambda: None
        self.setProperty("role", role)

    def show_icon(self, theme: Theme, name: str, side: int) -> None:
        """Puts an icon before the words, or after them where it points onward; `side` at 100 % text."""
        drawn: ThemeName | None = None

        def draw() -> None:
            nonlocal drawn
            if drawn is theme.name:
                return
            drawn = theme.name
            usual = theme.palette.ink_of(_ICON_TONE.get(self._role, "teal"))
            disabled, checked = theme.palette.ink_3, usual if self._role == "primary" else theme.palette.teal
            self.setIcon(theme.icons.icon(name, theme.px(side), usual, disabled, checked))

        self._draw_icon = draw
        self.setIconSize(QSize(theme.px(side), theme.px(side)))
        if name == _ONWARD:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._role in _INNER_RING and (self.isChecked() or self._role not in _ONCE_PRESSED):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QGuiApplication.palette().color(_INNER_RING[self._role]), 2))
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            radius = (_CHIP_RADIUS if self._role == "filter" else CONTROL_RADIUS) - 3
            painter.drawRoundedRect(inner, radius, radius)
            painter.end()


def button(
    theme: Theme,
    words: str,
    on_click: Callable[[], None],
    *,
    role: str = "secondary",
    icon: str | None = None,
    keys: str = "",
) -> Button:
    """A button at least 40 high that says what it does; `role` is primary, secondary, quiet or on-banner.

    `keys` press it from anywhere on its page; they are told where the mouse rests on it.
    """
    made = _PageButton(words.replace("&", "&&"), role)
    made.setFont(theme.font(Size.BODY, QFont.Weight.DemiBold))
    made.setMinimumHeight(theme.px(CONTROL_HEIGHT))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    # A click leaves the focus where it was, so that Enter still means the page's own action after it.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(words)
    if keys and (len(keys) > 1 or theme.letter_keys):
        made.setToolTip(f"Tombol: {keys}")
    if icon:
        made.show_icon(theme, icon, 18)
        made.setText(f"{made.text()} " if icon == _ONWARD else f" {made.text()}")
    made.clicked.connect(lambda: on_click())
    return made


class _PageButton(Button):
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a double click means the first again, not whatever the button has come to say meanwhile.
        event.accept()
