"""Phones by the hundred that cost so little that the server is measured: `python3 -m benchmarks.classroom_phones`.

They say what the phone page says and note when something came, by a clock that all processes share. They read frames
themselves, and JSON once for all that were told the same: a library's client costs more than a server's part.
"""

import asyncio
import json
import sys
import time
from base64 import b64encode
from functools import partial
from random import Random

from benchmarks.child import Said, answer, hear_orders
from benchmarks.classroom_room import allow_files

_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10
_KEY = b64encode(bytes(16)).decode()
_NO_MASK = bytes(4)  # masked by zeros, which every server has to take off all the same


class Phones:
    """All of them, and what is waited for.

    Attributes:
        spent: this process's time by when each phone had the vote, in seconds.
    """

    def __init__(self, address: str, class_code: str) -> None:
        self.address, self.class_code = address, class_code
        self.random = Random(11)
        self.all: list[Phone] = []
        self._told, self._screen = b"", Said()
        self.spent: list[float] = []

    def read(self, told: bytes) -> Said:
        """The screen of a message to the room."""
        if told != self._told:
            self._told, self._screen = told, json.loads(told)["screen"]
        return self._screen

    async def come(self, count: int) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(count):
            host, port = self.address.split(":")
            await loop.create_connection(partial(Phone, self), host, int(port))

    async def until(self, kind: str) -> None:
        """Every phone shows that kind of screen."""
        while not all(phone.kind == kind for phone in self.all):
            await asyncio.sleep(0.005)

    async def opened(self) -> None:
        """Every phone has the vote that is opened next."""
        while not all(phone.got for phone in self.all):
            await asyncio.sleep(0.005)

    async def answered(self) -> Said:
        """And a receipt for its answer."""
        while not all(phone.saved for phone in self.all):
            await asyncio.sleep(0.005)
        return {
            "got": [phone.got for phone in self.all],
            "saved": [phone.saved - phone.sent for phone in self.all],
            "spent": self.spent[-1] - self.spent[0],
        }

    def begin_round(self) -> None:
        self.spent.clear()
        for phone in self.all:
            phone.got = phone.sent = phone.saved = 0


class Phone(asyncio.Protocol):
    """One connection.

    Attributes:
        got, sent, saved: when it had the vote, answered, and had the receipt, in nanoseconds.
    """

    def __init__(self, phones: Phones) -> None:
        self._phones = phones
        self._number = len(phones.all)
        phones.all.append(self)
        self._data = b""
        self._open = False
        self.kind = ""
        self.got = self.sent = self.saved = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._line = transport
        address = self._phones.address
        asked = f"GET /ws HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nUpgrade: websocket\r\n"
        asked += f"Connection: Upgrade\r\nSec-WebSocket-Key: {_KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        transport.write(asked.encode())

    def data_received(self, data: bytes) -> None:
        now = time.monotonic_ns()
        self._data += data
        if not self._open:
            head, found, self._data = self._data.partition(b"\r\n\r\n")
            if not found:
                self._data = head
                return
            assert b" 101 " in head[:20], head
            self._open = True
            self._say(t="hello", token=None)
        while (frame := self._next_frame()) is not None:
            self._take(*frame, now)

    def _next_frame(self) -> tuple[int, bytes] | None:
        data = self._data
        if len(data) < 2:
            return None
        length, begin = data[1], 2
        if length == 126:
            length, begin = int.from_bytes(data[2:4], "big"), 4
        elif length == 127:
            length, begin = int.from_bytes(data[2:10], "big"), 10
        if len(data) < begin + length:
            return None
        self._data = data[begin + length :]
        return data[0] & 0xF, data[begin : begin + length]

    def _take(self, kind: int, told: bytes, now: int) -> None:
        if kind == _PING:
            self._frame(_PONG, told)
        elif kind == _CLOSE:
            self._line.close()
        elif kind == _TEXT:
            what = told[6 : told.index(b'"', 6)]  # after {"t":"
            if what == b"room":
                self._see(self._phones.read(told), now)
            elif what == b"saved":
                self.saved = now
            elif what == b"form":
                name = f"Pegawai {self._number}"
                entry = {"guest": "", "name": name, "unit": "Dinas Kesehatan", "people": 1}
                self._say(t="join", **{"class": self._phones.class_code}, **entry)
            elif what not in (b"own", b"token"):
                raise RuntimeError(told.decode())

    def _see(self, screen: Said, now: int) -> None:
        self.kind = screen["kind"]
        if self.kind == "vote" and screen["open"] and not self.got:
            self.got = now
            self._phones.spent.append(time.process_time())
            loop = asyncio.get_running_loop()
            loop.call_later(self._phones.random.random(), self._answer, screen)

    def _answer(self, screen: Said) -> None:
        question = screen["question"]
        row = self._phones.random.choice(question["rows"])["index"]
        self.sent = time.monotonic_ns()
        self._say(t="answer", step=screen["step"], item=question["item"], round=1, answer=[row], number=1)

    def _say(self, **message: object) -> None:
        self._frame(_TEXT, json.dumps(message).encode())

    def _frame(self, kind: int, payload: bytes) -> None:
        length = len(payload)
        size = bytes([0x80 | length]) if length < 126 else bytes([0x80 | 126]) + length.to_bytes(2, "big")
        self._line.write(bytes([0x80 | kind]) + size + _NO_MASK + payload)


async def run(address: str, class_code: str, count: int) -> None:
    allow_files()
    phones, orders = Phones(address, class_code), asyncio.Queue[Said | None]()
    loop = asyncio.get_running_loop()

    def put(order: Said | None) -> None:
        loop.call_soon_threadsafe(orders.put_nowait, order)

    hear_orders(put, lambda: put(None))
    begun = time.monotonic()
    await phones.come(count)
    await phones.until("wait")
    answer({"seconds": time.monotonic() - begun})
    while (order := await orders.get()) is not None:
        match order["do"]:
            case "until":
                await phones.until(order["kind"])
                answer({})
            case "begin":
                phones.begin_round()
                answer({})
            case "opened":
                await phones.opened()
                answer({})
            case "answered":
                answer(await phones.answered())
    for phone in phones.all:
        phone._line.abort()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3])))
