"""What the window says while work takes longer than people wait without a sign."""

from PySide6.QtCore import QLineF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import text

_PATIENCE_MS = 500
_WIDTH = 360


class Busy:
    """A card with words and a bar, which the window puts where it hides nothing.

    Attributes:
        frame: the card, with some room around it.
        patience: runs from the beginning of the work until the card is shown.
    """

    def __init__(self, theme: Theme) -> None:
        self.frame = QWidget()
        around = QVBoxLayout(self.frame)
        around.setContentsMargins(8, 8, 8, 8)
        frame, column = card(spacing=8)
        frame.setFixedWidth(theme.px(_WIDTH))
        around.addWidget(frame)
        self._words = text(theme, "")
        self._bar = _Bar()
        self._bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self.patience = QTimer(self.frame)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self._appear)
        self.frame.hide()

    def show_work(self, words: str, step: tuple[int, int]) -> None:
        """Says what is being done, and which of how many steps it is, once that has taken a while."""
        done, steps = step
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, steps)
        self._bar.setValue(done)
        if self.frame.isHidden() and not self.patience.isActive():
            self.patience.start()

    def done(self) -> None:
        """Nothing is being done any more."""
        self.patience.stop()
        self.frame.hide()

    def _appear(self) -> None:
        self.frame.show()
        announce(self._bar, self._words.text())


class _Bar(QProgressBar):
    """A bar that stands still in stripes where the end is not known: Qt's own would move without end."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        pen = QPen(self.palette().highlight(), self.height(), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1, 1])
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QLineF(0, middle, self.width(), middle))
        painter.end()
