"""Brings what a hall tells from its thread to the window's."""

from PySide6.QtCore import QObject, Qt, Signal

from asnquiz.usecases.briefing_ports import News, Trouble


class Bridge(QObject):
    """`tell` may be called from any thread; `told` arrives on the thread that this object lives on.

    Signals:
        told: News or Trouble.
    """

    told = Signal(object)
    _came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(self.told.emit, Qt.ConnectionType.QueuedConnection)

    def tell(self, what: News | Trouble) -> None:
        self._came.emit(what)
