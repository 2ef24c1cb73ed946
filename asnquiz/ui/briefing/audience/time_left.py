"""How much time is left: a bar that grows shorter by the second, and a number, told aloud once a minute."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from asnquiz.domain.wording import clock_words
from asnquiz.ui.briefing.audience.frame import Timer
from asnquiz.ui.briefing.audience.kit import Kit
from asnquiz.ui.briefing.audience.parts import TIME, Text
from asnquiz.ui.briefing.audience.words import Words
from asnquiz.ui.widgets.spoken import announce

OVER = "Waktu habis"
_BAR = 200  # of 1080
_TICK = 250  # milliseconds, so that no second is left out
_MILLISECOND = timedelta(milliseconds=1)


class TimeLeft(QWidget):
    """Counts one timer down for as long as it is shown.

    Attributes:
        timer, kit: what is counted, and what it is drawn with.
    """

    def __init__(self, kit: Kit, timer: Timer, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.kit = kit
        self.timer = timer
        self._now = now
        self._number = Words(kit, Text("", TIME))
        self._number.setParent(self)
        self._minutes = self._full_minutes()
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self._show()

    @property
    def natural(self) -> int:
        """The width of bar and number, in pixels."""
        return self._beside + Words(self.kit, Text(OVER, TIME)).natural

    def needed(self) -> int:
        """How high it is, in pixels: as its letters."""
        return self._number.needed(self.natural)

    @property
    def _beside(self) -> int:
        """Where the number begins, at the right of the bar."""
        return self.kit.room(_BAR + 20)

    def _left(self) -> int:
        """In milliseconds."""
        return max(0, (self.timer.until - self._now()) // _MILLISECOND)

    def _full_minutes(self) -> int:
        return -(-self._left() // 60_000)

    def _tick(self) -> None:
        minutes = self._full_minutes()
        if minutes < self._minutes:
            announce(self, f"Sisa waktu {minutes} menit" if minutes else OVER)
        self._minutes = minutes
        self._show()

    def _show(self) -> None:
        left = self._left()
        words = f"Sisa {clock_words(left)}" if left else OVER
        if words != self._number.text():
            # A name of its own, since Qt tells screen readers of every other text.
            self._number.setAccessibleName(f"Sisa waktu paling lama {self._minutes} menit" if left else OVER)
            self._number.say(words)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._number.setGeometry(self._beside, 0, self.width() - self._beside, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, height = self.kit.palette, self.kit.room(20)
        groove = QRectF(1, (self.height() - height) / 2, self.kit.room(_BAR), height)
        whole = (self.timer.until - self.timer.since) / _MILLISECOND
        painter = QPainter(self)
        painter.setPen(QPen(QColor(palette.control), max(1, self.kit.room(2))))
        painter.setBrush(QColor(palette.groove))
        painter.drawRect(groove)
        groove.setWidth(groove.width() * min(1, self._left() / whole) if whole > 0 else 0)
        painter.fillRect(groove, QColor(palette.teal))
        painter.end()
