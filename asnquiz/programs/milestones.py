"""What a start has reached, as lines of the log: how long one took on any computer can be read there."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

WINDOW_PAINTED = "window painted"
HOME_PAINTED = "first page painted"


def note(words: str) -> None:
    """Writes down that something is reached."""
    logging.getLogger("asnquiz").info(words)


class FirstPaint(QObject):
    """Calls `then` when `widget` and what stands in it have been painted once."""

    _painting = Signal()

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        # A widget is painted before what stands in it; what is queued now comes when all of that is done.
        self._painting.connect(then, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painting.emit()
        return False
