"""The bridge between the window's thread and the worker that writes and does slow work, with another for long work."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Task:
    """A piece of work on its way.

    Attributes:
        doing: what it does, in words for the screen; empty where a page says so itself.
        step: which of how many steps it is; (0, 0) where they are not counted.
    """

    on_success: Callable[[Any], None]
    on_failure: Callable[[Exception], None]
    doing: str
    step: tuple[int, int]


class Background(QObject):
    """Runs work on `executor` and delivers its result, or its exception, on the thread this object lives on.

    Signals:
        changed: work was added or delivered.
        idle: the last pending result was delivered.
    """

    changed = Signal()
    idle = Signal()
    _arrived = Signal(object)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self._tasks: list[Task] = []
        self._ended = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many pieces of work have not been delivered yet."""
        return len(self._tasks)

    @property
    def under_way(self) -> Task | None:
        """The oldest piece of work with words for the screen, if any."""
        return next((task for task in self._tasks if task.doing), None)

    def run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], None],
        on_failure: Callable[[Exception], None],
        doing: str = "",
        step: tuple[int, int] = (0, 0),
        *,
        long: bool = False,
    ) -> None:
        """Queues `work`; exactly one of the two callbacks follows. `doing` and `step` as in Task.

        What is `long` is done beside all other work, one after another; it may take minutes.
        """
        future = (self._long if long else self._executor).submit(work)
        task = Task(on_success, on_failure, doing, step)
        self._tasks.append(task)
        future.add_done_callback(lambda done: self._arrived.emit((task, done)))
        self.changed.emit()

    def end(self) -> None:
        """Waits until all work is done. What has not been delivered by now never is: nobody is there to take it."""
        self._ended = True
        self._executor.shutdown(wait=True)
        self._long.shutdown(wait=True)
        self._tasks.clear()

    @cached_property
    def _long(self) -> Executor:
        return ThreadPoolExecutor(max_workers=1)

    @Slot(object)
    def _deliver(self, arrived: tuple[Task, Future[Any]]) -> None:
        if self._ended:
            return
        task, future = arrived
        self._tasks.remove(task)
        error = future.exception()
        try:
            if error is None:
                task.on_success(future.result())
            elif isinstance(error, Exception):
                task.on_failure(error)
            else:
                raise error
        finally:
            self.changed.emit()
            if not self._tasks:
                self.idle.emit()
