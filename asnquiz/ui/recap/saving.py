"""Reports on their way into files: one at a time beside all other work, whatever page is on screen meanwhile."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from asnquiz.domain.wording import number_words
from asnquiz.ui.background import Background
from asnquiz.ui.messages import sentence

_TROUBLE = "Berkas belum tersimpan"

# Writes the files, and tells how many rows are written by now; gives where they are. Raises Refusal.
Write = Callable[[Callable[[int], None]], Sequence[Path]]


class State(Enum):
    IDLE = auto()
    WAITING = auto()
    SAVING = auto()


class SavingView(Protocol):
    """A page that shows what is being saved."""

    def show_saving(self) -> None: ...


class Saving(QObject):
    """What is asked for while something is being saved waits for its turn.

    Attributes:
        view: the page on screen, if it shows this.
        rows: how many rows of what is being saved are written.
    """

    _counted = Signal(int)

    def __init__(
        self, background: Background, report: Callable[[str, str], None], saved: Callable[[Sequence[Path]], None]
    ) -> None:
        super().__init__()
        self.view: SavingView | None = None
        self.rows = 0
        self._background = background
        self._report = report
        self._saved = saved
        self._queue: list[object] = []
        if app := QCoreApplication.instance():
            self.moveToThread(app.thread())  # the desk may have been made by the worker
        self._counted.connect(self._count, Qt.ConnectionType.QueuedConnection)

    def state(self, *what: object) -> State:
        """How far any of these is."""
        if self._queue and self._queue[0] in what:
            return State.SAVING
        return State.WAITING if any(one in what for one in self._queue) else State.IDLE

    @property
    def words(self) -> str:
        """Sudah 120.000 baris ditulis …"""
        return f"Sudah {number_words(self.rows)} baris ditulis …" if self.rows else "Menghitung dan menulis …"

    def save(self, what: object, write: Write) -> None:
        """Saves something once what was asked for before is saved; `what` names it to `state`."""
        self._queue.append(what)
        work = partial(write, self._counted.emit)
        self._background.run(work, self._written, self._failed, "Menyimpan berkas …", long=True)
        self._show()

    @Slot(int)
    def _count(self, rows: int) -> None:
        self.rows = rows
        self._show()

    def _written(self, files: Sequence[Path]) -> None:
        self._end()
        self._saved(files)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._report(_TROUBLE, sentence(error))

    def _end(self) -> None:
        self._queue.pop(0)
        self.rows = 0
        self._show()

    def _show(self) -> None:
        if self.view is not None:
            self.view.show_saving()
