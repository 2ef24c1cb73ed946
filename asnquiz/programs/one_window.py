"""One window for each data folder: the first start holds a lock and listens, a later one calls it to the front."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from asnquiz.domain.refusal import Refusal

# A first start on a slow computer may take this long until it listens.
_PATIENCE_MS = 20_000
_BETWEEN_MS = 100
_CALL = b"depan"


class OneWindow(QObject):
    """The claim of one process on the window of a data folder. A lock left by a process that died is taken over."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        # The name of a local socket is short on every system, whatever the folder is called.
        self._name = f"asnquiz-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:24]}"
        self._lock = QLockFile(str(data / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)

    def take(self) -> bool:
        """Whether this process has the window of the data folder from now on."""
        return self._lock.tryLock(0)

    def listen(self, on_call: Callable[[], None]) -> None:
        """Hears later starts; `on_call` brings the window to the front."""
        # What a process that died left behind would keep the name taken.
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(lambda: self._hear(on_call))
        self._server.listen(self._name)

    def call(self) -> bool:
        """Calls the window that has the claim; False when nobody answers, not even one that is still starting."""
        patience = QDeadlineTimer(_PATIENCE_MS)
        while not patience.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_BETWEEN_MS):
                socket.write(_CALL)
                return socket.waitForBytesWritten(_PATIENCE_MS)
            QThread.msleep(_BETWEEN_MS)
        return False

    def release(self) -> None:
        """Gives the window of the data folder free."""
        self._server.close()
        self._lock.unlock()

    def _hear(self, on_call: Callable[[], None]) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            on_call()


@contextmanager
def claimed(data: Path) -> Iterator[None]:
    """The claim for as long as a command needs it. Raises Refusal when a window, or another command, has it."""
    claim = OneWindow(data)
    if not claim.take():
        raise Refusal(
            "Data belajar perlu diperbarui atau dipulihkan, dan itu hanya dapat dilakukan saat ASN Netral tidak "
            "terbuka. Tutup jendela ASN Netral, lalu ulangi."
        )
    try:
        yield
    finally:
        claim.release()
