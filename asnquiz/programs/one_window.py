"""One window for each data folder: the first start holds a lock and listens, a later one calls it to the front.

A call is one line of JSON, `{"file": PATH or null}`, and the answer one line, so that a caller knows it was heard.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread

from asnquiz.domain.refusal import Refusal

if TYPE_CHECKING:  # the lock is taken before the first picture, which needs no sockets
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# A first start on a slow computer may take this long until it listens.
_PATIENCE_MS = 20_000
_BETWEEN_MS = 100
_HEARD = b"ya\n"
# More than any path has: Windows allows 32767 characters, and JSON writes up to six bytes for each.
_LONGEST_CALL = 256 * 1024


class OneWindow(QObject):
    """The claim of one process on the window of a data folder. A lock left by a process that died is taken over.

    Attributes:
        name: of the local socket.
    """

    def __init__(self, data: Path) -> None:
        super().__init__()
        # The name of a local socket is short on every system, whatever the folder is called.
        digest = QCryptographicHash.hash(os.fsencode(data.resolve()), QCryptographicHash.Algorithm.Sha256)
        self.name = f"asnquiz-{digest.toHex().toStdString()[:24]}"
        self._folder = data
        self._lock = QLockFile(str(data / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Whether this process has the window of the data folder from now on; False when another process has it.

        Raises Refusal when the lock cannot be written.
        """
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        raise Refusal(
            f"Berkas kunci di folder data “{self._folder}” tidak dapat ditulis. Periksa izin folder itu dan kosongkan "
            "sebagian ruang penyimpanan, lalu coba lagi."
        )

    def listen(self, on_call: Callable[[Path | None], None]) -> None:
        """Hears later starts; `on_call` brings the window to the front and opens the file that was handed over.

        Only processes of the same person can call. What is no call is left unanswered and logged.
        """
        from PySide6.QtNetwork import QLocalServer

        # What a process that died left behind would keep the name taken.
        QLocalServer.removeServer(self.name)
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: _hear(server, on_call))
        server.listen(self.name)

    def call(self, file: Path | None) -> bool:
        """Calls the window that has the claim, and hands a file over.

        False when nobody answers, not even one that is still starting.
        """
        from PySide6.QtNetwork import QLocalSocket

        patience = QDeadlineTimer(_PATIENCE_MS)
        while not patience.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self.name)
            if socket.waitForConnected(_BETWEEN_MS):
                socket.write(json.dumps({"file": None if file is None else str(file)}).encode() + b"\n")
                return socket.waitForReadyRead(_PATIENCE_MS) and socket.readAll().data() == _HEARD
            QThread.msleep(_BETWEEN_MS)
        return False

    def release(self) -> None:
        """Gives the window of the data folder free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()


def _hear(server: "QLocalServer", on_call: Callable[[Path | None], None]) -> None:
    while (caller := server.nextPendingConnection()) is not None:
        caller.setReadBufferSize(_LONGEST_CALL)
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(partial(_take_call, caller, on_call))
        _take_call(caller, on_call)  # what came before anybody listened


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


def _take_call(caller: "QLocalSocket", on_call: Callable[[Path | None], None]) -> None:
    if not caller.canReadLine() and caller.bytesAvailable() < _LONGEST_CALL:
        return
    line = bytes(caller.readLine().data())
    try:
        file = _file_in(line)
    except (ValueError, RecursionError):
        logging.getLogger("asnquiz").warning("no call of a later start: %d bytes", len(line))
        caller.abort()
        return
    caller.write(_HEARD)
    caller.disconnectFromServer()  # once the answer is written
    on_call(file)


def _file_in(line: bytes) -> Path | None:
    """The file of a call. Raises ValueError for what is none."""
    call = json.loads(line)
    if not isinstance(call, dict) or list(call) != ["file"]:
        raise ValueError("no call")
    match call["file"]:
        case None:
            return None
        case str(path) if Path(path).is_absolute() and "\0" not in path:
            return Path(path)
    raise ValueError("no path")
