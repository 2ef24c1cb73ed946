"""A button as wide as its place allows and as high as its words need there, on a ground that shows mouse and focus."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT
from asnquiz.ui.theme import Theme


class WideButton(QPushButton):
    """Subclasses measure what they hold and draw it on the ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def content_height(self, width: int) -> int:
        """How high what it holds is at a width, with its insets."""
        raise NotImplementedError

    def ground(self) -> QPainter:
        """A painter on the button, which has drawn its ground; to be ended."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.teal), palette.edge + 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.teal_soft) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        return painter

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self.heightForWidth(self._theme.px(220)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(CONTROL_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(CONTROL_HEIGHT), self.content_height(width))
