"""A box to tick, large enough to see and hit at every text size."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from asnquiz.painting.tokens import CONTROL_HEIGHT
from asnquiz.ui.theme import Theme

# Said at the first start and in the settings, by whoever leads briefings and whoever works for a personnel office.
BRIEFS = "Saya juga memandu sosialisasi"
GATHERS = "Saya juga merekap nilai untuk kepegawaian"

# Such words, whether they hold now, and what a click does.
Purpose = tuple[str, bool, Callable[[bool], None]]

_BOX = 22
_GAP = 10
_EDGE = 4


class Tick(QCheckBox):
    """One short line of words that the person agrees with."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setFont(theme.font())
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(_BOX) + px(_GAP) + words + 3 * _EDGE, px(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, px = self._theme.palette, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.ink), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        box = QRectF(_EDGE, (self.height() - px(_BOX)) / 2, px(_BOX), px(_BOX))
        ticked, usable = self.isChecked(), self.isEnabled()
        painter.setPen(QPen(QColor(palette.teal if ticked else palette.control), 2))
        painter.setBrush(QColor(palette.teal if ticked else palette.card))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if ticked:
            self._theme.icons.paint(painter, "check", palette.on_teal, box.adjusted(3, 3, -3, -3))
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink if usable else palette.ink_3))
        words = QRectF(box.right() + px(_GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
