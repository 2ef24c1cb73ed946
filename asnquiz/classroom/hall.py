"""A briefing that is running: one thread whose loop owns its course, takes commands and phones, and tells news."""

import asyncio
import gc
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from asnquiz.classroom.guard import Guard
from asnquiz.classroom.journal import EventStore, Journal, Kept
from asnquiz.classroom.phones import Phones
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Course, Opened
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.briefing_ports import Door, News, TellHall, Trouble
from asnquiz.usecases.lead_briefing import Command, by_trainer
from asnquiz.usecases.ports import Clock

if TYPE_CHECKING:
    from asnquiz.classroom.door import PhoneDoor

_PAUSE = 0.1  # seconds between news of what phones do

_FAULT = "Perintah itu gagal karena kesalahan program. Sosialisasi berlanjut dari yang sudah tersimpan."


def start_hall(
    briefing: Briefing,
    pack: Pack,
    store: EventStore,
    clock: Clock,
    tell: TellHall,
    *,
    host: str | None = None,
    network: str = "",
    password: str | None = None,
) -> "RunningHall":
    """Goes on with a briefing from what the store has of it, and waits until it runs. Raises Refusal where it cannot.

    `store` is used in a thread of the hall's own from now on, and `tell` is called in another. `pack` is what the
    briefing is frozen with. Where its way of answering is networked and there is a `host`, an IPv4 address of this
    computer, phones come in there once the server has answered itself at it; `network` and `password` are told on.
    """
    place = None if host is None or not briefing.way.networked else Door(host, 0, network, password)
    hall = RunningHall(briefing, pack, store, clock, tell, place)
    hall.begin()
    return hall


class RunningHall:
    """See asnquiz.usecases.briefing_ports.Hall."""

    def __init__(
        self, briefing: Briefing, pack: Pack, store: EventStore, clock: Clock, tell: TellHall, place: Door | None
    ) -> None:
        self._briefing, self._pack, self._tell, self._place = briefing, pack, tell, place
        self._journal = Journal(briefing.id, store, clock, self._kept, self._lost)
        self._door: PhoneDoor | None = None
        self._begun: Future[None] = Future()
        self._telling: asyncio.TimerHandle | None = None
        self._told = 0.0
        self._told_of: Course | None = None
        self._thread = Thread(target=lambda: asyncio.run(self._live()), name="hall", daemon=True)

    def begin(self) -> None:
        self._thread.start()
        self._begun.result()

    def send(self, command: Command) -> None:
        self._call(lambda: self._take(command))

    def close(self) -> None:
        self._call(self._over.set)
        self._thread.join()

    def _call(self, do: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # of a loop that is closed
            self._loop.call_soon_threadsafe(do)

    # In the hall's thread.

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_log_fault)
        self._over = asyncio.Event()
        try:
            await self._open()
        except Exception as error:  # whatever it is, it is raised where the hall was asked for
            await self._journal.close()
            self._begun.set_exception(error)
            return
        self._begun.set_result(None)
        await self._over.wait()
        await self._close()

    async def _open(self) -> None:
        await self._journal.open()
        guard = Guard(time.monotonic)
        self._phones = Phones(self._briefing, self._pack, self._journal, guard, self._tell_soon)
        if self._place is not None:
            from asnquiz.classroom.door import PhoneDoor

            door = PhoneDoor(self._place.host, self._phones, guard, self._tell_soon)
            await door.open()
            self._door = door
        self._tell_now()

    async def _close(self) -> None:
        await self._journal.idle()
        self._phones.stop()
        if self._door is not None:
            await self._door.close()
        await self._journal.close()
        self._tell_now()

    def _take(self, command: Command) -> None:
        try:
            happenings = by_trainer(command, self._briefing, self._pack, self._journal.course)
        except Refusal as refusal:
            self._tell(Trouble(str(refusal)))
        except Exception:
            logging.getLogger(__name__).exception("a command failed")
            self._tell(Trouble(_FAULT))
        else:
            self._journal.note(happenings, self._tell_now, _nothing)

    def _kept(self, done: Kept) -> None:
        if any(isinstance(event.what, Opened) for event in done.events):
            # Answers are about to pour in. Looking for garbage among all that is there, which is used, would hold up
            # phones and window for a tenth of a second.
            gc.freeze()
        self._phones.tell_moves(done)
        if self._told_of is not self._journal.kept:
            self._tell_soon()

    def _lost(self, words: str) -> None:
        self._phones.tell_anew()
        self._tell(Trouble(words))
        self._tell_now()

    def _tell_soon(self) -> None:
        """Tells the window within a moment, in which more may come together."""
        if self._telling is None:
            wait = self._told + _PAUSE - self._loop.time()
            self._telling = self._loop.call_later(max(0.0, wait), self._tell_now)

    def _tell_now(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        self._told, self._told_of = self._loop.time(), self._journal.kept
        door, place = self._door, self._place
        shown = None if door is None or place is None else Door(door.host, door.port, place.network, place.password)
        self._tell(News(self._journal.kept, self._phones.online, shown, door.reached if door else 0))


def _log_fault(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, OSError):
        logging.getLogger(__name__).warning("the network failed in the hall's loop")
    else:
        logging.getLogger(__name__).error("a fault in the hall's loop", exc_info=error)


def _nothing() -> None: ...
