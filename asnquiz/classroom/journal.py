"""What happens in a hall, in its order: decided at once, kept in groups, and only then acknowledged."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar
from uuid import UUID

from asnquiz.domain.briefing_course import Course, Event, Happening, after, course_of, numbered
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.ports import Clock

T = TypeVar("T")

NOT_KEPT = "Penyimpanan di komputer narasumber gagal, jadi yang terakhir belum tersimpan. Coba lagi."
_FAULT = "Catatan sosialisasi tidak dapat disimpan karena kesalahan program. Coba lagi."


@dataclass(frozen=True)
class _Entry:
    """Events that were decided, where they lead, and whom to tell what became of them."""

    events: tuple[Event, ...]
    course: Course
    kept: Callable[[], None]
    lost: Callable[[], None]


@dataclass(frozen=True)
class Kept:
    """A group became durable: where the briefing stood before it, and what it added."""

    before: Course
    events: tuple[Event, ...]


class EventStore(Protocol):
    """What a hall uses of asnquiz.usecases.briefing_ports.BriefingStore."""

    def append(self, briefing: UUID, events: Sequence[Event]) -> None: ...

    def events(self, briefing: UUID) -> tuple[Event, ...]: ...


class Journal:
    """Belongs to one loop; the store is used in one thread of its own, so that nobody waits for the disk.

    Everything that is noted while a group is being kept makes the next group.

    Attributes:
        course: where the briefing stands with all that was decided; what comes next is decided by it.
        kept: where it stands with what is durable; that is what anybody is told.
    """

    def __init__(
        self,
        briefing: UUID,
        store: EventStore,
        clock: Clock,
        on_kept: Callable[[Kept], None],
        on_lost: Callable[[str], None],
    ) -> None:
        """`on_kept` is called after those who wait for a group; `on_lost` with what failed, in words."""
        self._briefing, self._store, self._clock = briefing, store, clock
        self._on_kept, self._on_lost = on_kept, on_lost
        self._disk = ThreadPoolExecutor(1, "journal")
        self._waiting: list[_Entry] = []
        self._writing: asyncio.Task[None] | None = None
        self._astray = False
        self.course = self.kept = Course()

    async def open(self) -> None:
        """Goes on from what is kept. Raises Refusal where it cannot be read."""
        self.course = self.kept = course_of(await self._on_disk(self._events))

    def note(self, happenings: Sequence[Happening], kept: Callable[[], None], lost: Callable[[], None]) -> None:
        """Adds what was decided; one of the callables follows, in the order of noting.

        Without happenings it follows once all that was decided before is durable, since that is what it repeats.
        """
        events = tuple(numbered(self.course, happenings, self._clock.now())) if happenings else ()
        for event in events:
            self.course = after(self.course, event)
        if not events and self._writing is None:
            _call(kept)
            return
        self._waiting.append(_Entry(events, self.course, kept, lost))
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def idle(self) -> None:
        """Waits until all that was noted is kept or lost."""
        while self._writing is not None:
            await self._writing

    async def close(self) -> None:
        """Waits likewise; nothing is noted afterwards."""
        await self.idle()
        self._disk.shutdown()

    async def _write(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            events = tuple(event for entry in group for event in entry.events)
            try:
                await self._keep(events)
            except Refusal as refusal:
                await self._go_back(group, str(refusal))
            except Exception:
                logging.getLogger(__name__).exception("keeping failed")
                await self._go_back(group, _FAULT)
            else:
                done = Kept(self.kept, events)
                self.kept = group[-1].course
                for entry in group:
                    _call(entry.kept)
                _call(partial(self._on_kept, done))
        self._writing = None

    async def _keep(self, events: Sequence[Event]) -> None:
        if self._astray:
            raise Refusal(NOT_KEPT)
        if events:
            await self._on_disk(lambda: self._store.append(self._briefing, events))

    async def _go_back(self, group: Sequence[_Entry], words: str) -> None:
        """Folds the course anew, since a failure does not tell whether the group is durable after all.

        Where it cannot be read either, nothing is taken until it can: each attempt to keep something reads again.
        """
        try:
            self.kept = course_of(await self._on_disk(self._events))
            self._astray = False
        except Refusal:
            self._astray = True
        except Exception:
            logging.getLogger(__name__).exception("reading what was kept failed")
            self._astray = True
        group, self._waiting = [*group, *self._waiting], []
        self.course = self.kept
        for entry in group:
            _call(entry.lost)
        _call(lambda: self._on_lost(words))

    def _events(self) -> tuple[Event, ...]:
        return self._store.events(self._briefing)

    async def _on_disk(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._disk, work)


def _call(told: Callable[[], None]) -> None:
    """A fault in telling one is no reason not to tell the others."""
    try:
        told()
    except Exception:
        logging.getLogger(__name__).exception("telling what was kept failed")
