"""An entry of a list: an icon and words that wrap, as wide as its place allows."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent

from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.wide_button import WideButton

_INSET = 6
_ICON = 18
_GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap


class RowButton(WideButton):
    """Goes somewhere; a current entry is teal and bold."""

    def __init__(self, theme: Theme, words: str, icon: str, on_click: Callable[[], None], *, current: bool) -> None:
        super().__init__(theme)
        self.words = words
        self._icon = icon
        self._current = current
        self._dress()
        self.clicked.connect(lambda: on_click())

    def show_state(self, icon: str, *, current: bool) -> None:
        """Another icon, and whether it is the current entry now."""
        if (icon, current) == (self._icon, self._current):
            return
        self._icon, self._current = icon, current
        self._dress()
        self.update()

    def _dress(self) -> None:
        weight = QFont.Weight.DemiBold if self._current else QFont.Weight.Normal
        self._heights: dict[int, int] = {}
        self.setFont(self._theme.font(Size.BODY, weight))

    def _words_rect(self, width: int) -> QRect:
        px = self._theme.px
        left = px(_INSET) + px(_ICON) + px(_GAP)
        room = max(60, width - left - px(_INSET))
        rect = QFontMetrics(self.font()).boundingRect(0, 0, room, 10_000, _WRAP, self.words)
        return QRect(left, 0, room, rect.height())

    def content_height(self, width: int) -> int:
        if width not in self._heights:  # asked for over and over while a list is laid out
            self._heights[width] = self._words_rect(width).height() + 2 * self._theme.px(_INSET)
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, px = self._theme.palette, self._theme.px
        painter = self.ground()
        side = px(_ICON)
        icon_place = QRectF(px(_INSET), (self.height() - side) / 2, side, side)
        self._theme.icons.paint(painter, self._icon, palette.teal, icon_place)
        painter.setFont(self.font())
        painter.setPen(QColor(palette.teal if self._current else palette.ink))
        words = self._words_rect(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        painter.drawText(words, _WRAP, self.words)
        painter.end()
