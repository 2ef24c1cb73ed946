"""The bridge between the window's thread and the one worker that writes and does slow work."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


@dataclass(frozen=True)
class _Outcome:
    future: Future[Any]
    on_success: Callable[[Any], None]
    on_failure: Callable[[Exception], None]


class Background(QObject):
    """Runs work on `executor` and delivers its result, or its exception, on the thread this object lives on.

    Attributes:
        pending: how many pieces of work have not been delivered yet.

    Signals:
        idle: the last pending result was delivered.
    """

    idle = Signal()
    _arrived = Signal(object)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self.pending = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], on_success: Callable[[T], None], on_failure: Callable[[Exception], None]
    ) -> None:
        """Queues `work`; exactly one of the two callbacks follows."""
        future = self._executor.submit(work)
        self.pending += 1
        future.add_done_callback(lambda done: self._arrived.emit(_Outcome(done, on_success, on_failure)))

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self.pending -= 1
        error = outcome.future.exception()
        try:
            if error is None:
                outcome.on_success(outcome.future.result())
            elif isinstance(error, Exception):
                outcome.on_failure(error)
            else:
                raise error
        finally:
            if not self.pending:
                self.idle.emit()
