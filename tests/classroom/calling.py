"""Phones by hand: WebSocket clients that say what the phone page says, and wait for what they are told."""

import json
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from asnquiz.usecases.briefing_ports import Door, News, Trouble
from tests.classroom.building import CLASS

DEADLINE = 20.0


class Caller:
    """A phone on one connection, which says hello when it comes."""

    def __init__(self, door: Door, token: str | None = None, source: str = "", unread: int = 0) -> None:
        """`source` is the address it comes from; `unread` how many bytes wait for being read, 0 for all."""
        line = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if unread:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, unread)
        if source:
            line.bind((source, 0))
        line.connect((door.host, door.port))
        self._line: ClientConnection = connect(
            f"ws://{door.address}/ws",
            origin=Origin(f"http://{door.address}"),
            compression=None,
            ping_interval=None,
            max_queue=16 if unread else None,
            legacy=True,  # not as a context manager
            sock=line,
        )
        self.token = token
        self.own: dict[str, Any] = {}
        self.room: dict[str, Any] = {}
        self.say("hello", token=token)

    def __enter__(self) -> "Caller":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        self._line.close()

    def say(self, kind: str, **fields: object) -> None:
        self.say_raw(json.dumps({"t": kind, **fields}))

    def say_raw(self, message: str | bytes, *, text: bool | None = None) -> None:
        self._line.send(message, text=text)

    def hear(self, *kinds: str) -> dict[str, Any]:
        """The next message, which must be of one of the kinds."""
        told: dict[str, Any] = json.loads(self._line.recv(DEADLINE))
        assert told["t"] in kinds, told
        if told["t"] == "token":
            self.token = told["token"]
        elif told["t"] in ("own", "room"):
            setattr(self, told["t"], told)
        return told

    def hear_at_last(self, kind: str) -> dict[str, Any]:
        """The next message of one kind, past all that is told of the room meanwhile."""
        while (told := self.hear("own", "room", kind))["t"] != kind:
            pass
        return told

    def has_heard_all(self) -> bool:
        """Whether nothing is there that it has not looked at."""
        try:
            self._line.recv(0)
        except TimeoutError:
            return True
        return False

    def is_let_go(self) -> bool:
        """Waits for the end of the connection, past all that is told before."""
        with suppress(ConnectionClosed):
            while True:
                self._line.recv(DEADLINE)
        return True

    def join(self, name: str = "Rudi", *, guest: str = "", code: str = CLASS, people: int = 1) -> "Caller":
        """Comes in, and reads all that follows."""
        self.hear("form")
        self.ask_in(name, guest=guest, code=code, people=people)
        self.hear("token")
        return self.settle()

    def ask_in(self, name: str = "Rudi", *, guest: str = "", code: str = CLASS, people: int = 1) -> None:
        unit = "" if guest else "Dinas Sosial"
        self.say("join", **{"class": code}, guest=guest, name="" if guest else name, unit=unit, people=people)

    def settle(self) -> "Caller":
        self.hear("own")
        self.hear("room")
        return self

    def answer(self, step: int, item: str, rows: list[int], number: int = 1, round_: int = 1) -> None:
        self.say("answer", step=step, item=item, round=round_, answer=rows, number=number)


class Window:
    """What a hall tells, unless it `fails` to listen."""

    def __init__(self) -> None:
        self.told: list[News | Trouble] = []
        self.fails = False
        self._more = threading.Condition()

    def __call__(self, told: News | Trouble) -> None:
        if self.fails:
            raise ValueError("a fault of the window")
        with self._more:
            self.told.append(told)
            self._more.notify_all()

    @property
    def news(self) -> News:
        return next(one for one in reversed(self.told) if isinstance(one, News))

    @property
    def door(self) -> Door:
        door = self.news.door
        assert door is not None
        return door

    def wait(self, so: Callable[[News], bool]) -> News:
        """Waits until it is so of what was told last."""
        with self._more:
            assert self._more.wait_for(lambda: so(self.news), DEADLINE), self.told[-3:]
            return self.news

    def wait_for_trouble(self, after: int = 0) -> Trouble:
        """Waits for trouble told after the first so many."""

        def troubles() -> list[Trouble]:
            return [one for one in self.told[after:] if isinstance(one, Trouble)]

        with self._more:
            assert self._more.wait_for(troubles, DEADLINE)
            return troubles()[0]
