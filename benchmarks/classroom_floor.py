"""The least that a hall's server can be: tells everybody the same, and gives each answer a reply.

`python3 -m benchmarks.classroom_floor HOST [FILE]`, led by orders. With a file it keeps answers in a bare SQLite
database there before it replies, all that came meanwhile in one transaction; else it keeps nothing.
"""

import asyncio
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from benchmarks.child import Said, answer, hear_orders
from benchmarks.classroom_room import PINGS, allow_files
from benchmarks.processes import peak_memory

Reply = Callable[[ServerConnection], Awaitable[None]]


class Disk:
    """Keeps answers, in a thread of its own."""

    def __init__(self, file: Path, reply: Reply) -> None:
        self._reply = reply
        self._thread = ThreadPoolExecutor(1)
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE kept (answer TEXT)"):
            self._connection.execute(statement)
        self._waiting: list[tuple[ServerConnection, str]] = []
        self._keeping: asyncio.Task[None] | None = None

    def take(self, phone: ServerConnection, answered: str) -> None:
        self._waiting.append((phone, answered))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep())

    async def _keep(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            rows = [(answered,) for _, answered in group]
            await asyncio.get_running_loop().run_in_executor(self._thread, self._insert, rows)
            for phone, _ in group:
                await self._reply(phone)
        self._keeping = None

    def _insert(self, rows: Sequence[tuple[str]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO kept VALUES (?)", rows)
        self._connection.execute("COMMIT")


class Floor:
    """The phones that are connected, and the words that they are told."""

    def __init__(self, file: Path | None) -> None:
        self._phones: set[ServerConnection] = set()
        self._texts: dict[str, str] = {}
        self._disk = Disk(file, self._reply) if file else None

    async def talk(self, phone: ServerConnection) -> None:
        self._phones.add(phone)
        with suppress(ConnectionClosed):
            async for message in phone:
                if '"hello"' in message:
                    await phone.send(self._texts["wait"])
                elif self._disk:
                    self._disk.take(phone, str(message))
                else:
                    await self._reply(phone)
        self._phones.discard(phone)

    async def _reply(self, phone: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            await phone.send(self._texts["saved"])

    def obey(self, order: Said, at: int) -> None:
        """`at` is when the order came."""
        match order["do"]:
            case "texts":
                self._texts = order["texts"]
            case "show":
                broadcast(self._phones, self._texts["wait"])
            case "open":
                broadcast(self._phones, self._texts["vote"])
            case "close":
                broadcast(self._phones, self._texts["closed"])
                broadcast(self._phones, self._texts["outcome"])
        answer({"at": at, "cpu": time.process_time(), "peak": peak_memory(), "late": []})


async def run(host: str, file: Path | None) -> None:
    allow_files()
    loop, over, floor = asyncio.get_running_loop(), asyncio.Event(), Floor(file)

    def take(order: Said) -> None:
        loop.call_soon_threadsafe(floor.obey, order, time.monotonic_ns())

    async with serve(floor.talk, host, 0, compression=None, ping_interval=PINGS, ping_timeout=PINGS) as server:
        answer({"address": f"{host}:{server.sockets[0].getsockname()[1]}"})
        hear_orders(take, lambda: loop.call_soon_threadsafe(over.set))
        await over.wait()
        server.close(close_connections=True)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
