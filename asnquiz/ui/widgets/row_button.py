"""An entry of a list: an icon and words that wrap, as wide as its place allows."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme

_INSET = 6
_ICON = 18
_GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap


class RowButton(QPushButton):
    """Goes somewhere; a current entry is teal and bold."""

    def __init__(self, theme: Theme, words: str, icon: str, on_click: Callable[[], None], *, current: bool) -> None:
        super().__init__()
        self._theme = theme
        self.words = words
        self._icon = icon
        self._current = current
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font(Size.BODY, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        self.clicked.connect(lambda: on_click())

    def _words_rect(self, width: int) -> QRect:
        px = self._theme.px
        left = px(_INSET) + px(_ICON) + px(_GAP)
        room = max(60, width - left - px(_INSET))
        rect = QFontMetrics(self.font()).boundingRect(0, 0, room, 10_000, _WRAP, self.words)
        return QRect(left, 0, room, rect.height())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self.heightForWidth(self._theme.px(220)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(CONTROL_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(CONTROL_HEIGHT), self._words_rect(width).height() + 2 * self._theme.px(_INSET))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, px = self._theme.palette, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(palette.teal), palette.edge + 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.teal_soft) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 8, 8)
        side = px(_ICON)
        icon_place = QRectF(px(_INSET), (self.height() - side) / 2, side, side)
        self._theme.icons.paint(painter, self._icon, palette.teal, icon_place)
        painter.setFont(self.font())
        painter.setPen(QColor(palette.teal if self._current else palette.ink))
        words = self._words_rect(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        painter.drawText(words, _WRAP, self.words)
        painter.end()
