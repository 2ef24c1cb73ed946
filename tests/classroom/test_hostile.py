"""Phones that mean no good: whatever one of them sends, the others answer and nothing of theirs is lost."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from asnquiz.classroom.hall import RunningHall
from asnquiz.classroom.phones import TOO_FAST
from asnquiz.domain.briefing_course import Answered, Joined, course_of
from asnquiz.usecases.briefing_ports import Door
from asnquiz.usecases.lead_briefing import UNKNOWN, WRONG_GUEST, GoTo, Open
from tests.classroom.building import CLASS, ITEMS, TEST, VOTE, FakeStore
from tests.classroom.calling import Caller, Window
from tests.classroom.conftest import Start
from tests.conftest import IN_CI

MESSAGES = 50_000 if IN_CI else 5_000
ON_ONE_LINE = 100  # within what one connection may send at once
linux = pytest.mark.skipif(sys.platform != "linux", reason="other addresses of the loopback need no set-up there")


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that phones send is a fault of ours, or written down."""
    caplog.set_level("INFO")
    yield
    assert [record for record in caplog.records if record.exc_info or record.levelname in ("WARNING", "ERROR")] == []
    assert not [record for record in caplog.records if record.args]


def voting(hall: RunningHall, window: Window) -> Caller:
    """A phone of somebody who is asked."""
    phone = Caller(window.door).join("Warga")
    hall.send(GoTo(VOTE))
    hall.send(Open(VOTE))
    while phone.room["screen"]["kind"] != "vote":
        phone.hear("room")
    return phone


def answers(phone: Caller, number: int) -> None:
    phone.answer(VOTE, ITEMS[0], [number % 4], number)
    assert phone.hear("saved")["number"] == number


def test_a_flood_ends_the_line_of_whoever_floods(hall: RunningHall, window: Window) -> None:
    with voting(hall, window) as phone, Caller(window.door) as flooding:
        flooding.join("Banjir")
        try:
            for number in range(1, 5000):
                flooding.answer(VOTE, ITEMS[0], [number % 4], number)
                if number % 100 == 0:
                    answers(phone, number)
        except ConnectionClosed:
            pass
        answers(phone, 5000)
        told = flooding.hear("saved", "bye")
        while told["t"] == "saved":
            told = flooding.hear("saved", "bye")
        assert told["words"] == TOO_FAST
        assert flooding.is_let_go()
        with Caller(window.door, flooding.token) as back:
            assert back.settle().own["given"]


@pytest.mark.parametrize("kind", ["ping", "parts", "big"])
def test_a_flood_of_anything_else_ends_its_line_too(hall: RunningHall, window: Window, kind: str) -> None:
    masked = {"ping": b"\x89\x80abcd", "parts": b"\x00\x80abcd", "big": b"\x81\xfe\x0f\xffabcd" + bytes(4095)}[kind]
    with voting(hall, window) as phone, Caller(window.door) as flooding:
        raw = flooding._line.socket
        if kind == "parts":
            raw.sendall(b"\x01\x80abcd")
        try:
            for number in range(1, 400):
                raw.sendall(masked * (1 if kind == "big" else 200))
                if number % 100 == 0:
                    answers(phone, number)
        except OSError:
            pass
        assert flooding.is_let_go()
        answers(phone, 1000)


def test_a_phone_that_does_not_read_is_cut_off_and_nobody_waits_for_it(hall: RunningHall, window: Window) -> None:
    with voting(hall, window) as phone, Caller(window.door, unread=2048) as deaf:
        deaf.join("Tuli")
        window.wait(lambda news: news.online == {1, 2})
        for step in [TEST, VOTE] * 400:
            hall.send(GoTo(step))
            while phone.hear("own", "room")["t"] == "own":
                pass
        window.wait(lambda news: news.online == {1})
        assert deaf.is_let_go()
        with Caller(window.door, deaf.token) as back:
            back.settle()


def test_a_phone_that_vanished_is_known_by_its_silence(
    start: Start, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asnquiz.classroom.door._PINGS", 0.3)
    start()
    address = window.door.address
    join = {"t": "join", "class": CLASS, "guest": "", "name": "Hilang", "unit": "Unit", "people": 1}
    with socket.create_connection((window.door.host, window.door.port)) as line:
        head = f"GET /ws HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nUpgrade: websocket\r\n"
        key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        line.sendall(f"{head}Connection: Upgrade\r\n{key}\r\n".encode())
        assert b" 101 " in line.recv(4096)
        for message in ({"t": "hello", "token": None}, join):
            text = json.dumps(message).encode()
            line.sendall(b"\x81" + bytes([0x80 | len(text)]) + bytes(4) + text)  # one frame, under a mask of zeros
        # Pings are not answered.
        window.wait(lambda news: bool(news.course.participants) and not news.online)


def test_too_long_a_message_ends_its_line(hall: RunningHall, window: Window) -> None:
    with voting(hall, window) as phone, Caller(window.door) as other:
        other.hear("form")
        other.say_raw(json.dumps({"t": "hello", "token": "x" * 4097}))
        assert other.is_let_go()
        answers(phone, 1)


@pytest.mark.parametrize("message", ["", "?", b"\x00\x01", "[" * 4000, '{"t":"submit","step":NaN}', "null"])
def test_what_is_no_message_is_refused_and_the_line_stays(
    hall: RunningHall, window: Window, message: str | bytes
) -> None:
    with Caller(window.door) as phone:
        phone.hear("form")
        phone.say_raw(message)
        assert phone.hear("refused")["of"] == ""
        phone.ask_in()
        phone.hear("token")


def test_text_that_is_none_ends_its_line(hall: RunningHall, window: Window) -> None:
    with voting(hall, window) as phone, Caller(window.door) as other:
        other.hear("form")
        other.say_raw(b"\xff\xfe", text=True)
        assert other.is_let_go()
        answers(phone, 1)


def test_a_line_on_which_nothing_is_said_is_ended(
    hall: RunningHall, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asnquiz.classroom.door.PATIENCE", 0.05)

    async def silent() -> None:
        address = window.door.address
        async with connect(f"ws://{address}/ws", origin=Origin(f"http://{address}"), compression=None) as line:
            with pytest.raises(ConnectionClosed):
                await line.recv()

    asyncio.run(silent())


def test_a_request_that_never_ends_is_ended(hall: RunningHall, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asnquiz.classroom.lines.PATIENCE", 0.05)

    async def slow() -> None:
        reader, writer = await asyncio.open_connection(window.door.host, window.door.port)
        writer.write(b"GET / HTTP/1.1\r\nHo")
        with suppress(ConnectionResetError):
            assert await reader.read() == b""
        writer.close()

    asyncio.run(slow())


def test_nobody_answers_for_somebody_else_or_without_coming_in(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    with voting(hall, window) as phone, Caller(window.door, "x" * 22) as guessing:
        answers(phone, 1)
        guessing.hear("form")
        for kind, fields in (
            ("answer", {"step": VOTE, "item": ITEMS[0], "round": 1, "answer": [0], "number": 9}),
            ("submit", {"step": VOTE}),
            ("pledge", {}),
        ):
            guessing.say(kind, **fields)
            told = guessing.hear("refused")
            assert (told["of"], told["words"]) == (kind, UNKNOWN)
        guessing.say("hello", token=phone.token)  # a second one
        assert guessing.hear("refused")["of"] == "hello"
    assert sum(isinstance(event.what, Answered) for event in store.kept) == 1


def test_the_secret_of_another_room_opens_nothing(start: Start, window: Window, store: FakeStore) -> None:
    start()
    with Caller(window.door) as phone:
        phone.join()
        token = phone.token
    store.kept.clear()
    start()
    with Caller(window.door, token) as phone:
        assert phone.hear("form")["token"] != token


def test_guessed_codes_wait_longer_each_time(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as guessing:
        guessing.hear("form")
        heard = []
        for code in ("2222", "3333", "4444", "B7KM"):
            guessing.ask_in(guest=code)
            heard.append(guessing.hear("refused")["words"])
    assert heard[:3] == [WRONG_GUEST] * 3
    assert heard[3].startswith("Terlalu banyak kode yang salah. Tunggu 2 detik")


@linux
def test_whoever_guesses_on_many_lines_holds_up_nobody_at_another_address(hall: RunningHall, window: Window) -> None:
    for _ in range(12):
        with Caller(window.door, source="127.0.0.66") as guessing:
            guessing.hear("form")
            for code in ("2222", "3333", "4444"):
                guessing.ask_in(guest=code)
                words = guessing.hear("refused")["words"]
    assert "Tunggu" in words
    with Caller(window.door) as phone:
        phone.join(guest="B7KM")


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "'; DROP TABLE events; --",
        "${7*7}{{7*7}}",
        "=1+1",
    ],
)
def test_a_hostile_name_is_a_name(hall: RunningHall, window: Window, store: FakeStore, name: str) -> None:
    with Caller(window.door) as phone:
        assert phone.join(name).own["name"] == name
    assert [event.what.name for event in store.kept if isinstance(event.what, Joined)] == [name]


@pytest.mark.parametrize("name", ["", " \u200b\u202e ", "a" * 151, "\x00"])
def test_what_is_no_name_is_refused(hall: RunningHall, window: Window, store: FakeStore, name: str) -> None:
    with Caller(window.door) as phone:
        phone.hear("form")
        phone.ask_in(name)
        assert phone.hear("refused")["of"] == "join"
    assert store.kept == []


# Messages as a fuzzer makes them: of right ones, with pieces exchanged, repeated, cut and spoiled.

_ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2, 10**18, 10**40, 0.5, 1e308, float("nan"), "", "x" * 50, "\x00", "\ud800", "<b>",
    [], [[]], {}, [0, 1], [1, 0], [2], [99], ITEMS[0], CLASS, "B7KM", "answer", {"t": "pledge"},
)  # fmt: skip


def fuzzed(random: Random) -> str | bytes:
    message: dict[str, Any] = random.choice(
        [
            {"t": "hello", "token": None},
            {"t": "join", "class": CLASS, "guest": "", "name": "Nama", "unit": "Unit", "people": 1},
            {"t": "join", "class": CLASS, "guest": "C8LN", "name": "", "unit": "", "people": 1},
            {"t": "answer", "step": VOTE, "item": ITEMS[0], "round": 1, "answer": [1], "number": random.randrange(9)},
            {"t": "submit", "step": 2},
            {"t": "pledge"},
        ]
    )
    for _ in range(random.randrange(4)):
        key = random.choice([*message, random.choice(["t", "class", "step", "__proto__"])])
        if random.random() < 0.2:
            message.pop(key, None)
        else:
            message[key] = random.choice(_ODD)
    text = json.dumps(message, ensure_ascii=random.random() < 0.5)[:150]
    if random.random() < 0.3:
        at = random.randrange(len(text))
        text = text[:at] + random.choice(["", "{", "[" * 30, '"', "\\", "\u2028", "9" * 40, text[:30]]) + text[at + 1 :]
    return os.urandom(20) if random.random() < 0.05 else text.encode(errors="replace").decode()


# Always refused, and by its name: whoever hears of it has been heard to the end.
LAST = json.dumps({"t": "answer", "step": 9, "item": "akhir", "round": 1, "answer": [0], "number": 1})


async def storm(door: Door) -> int:
    """How many lines were heard to the end, ten at a time."""
    return sum(await asyncio.gather(*(lines(door, Random(seed)) for seed in range(10))))


async def lines(door: Door, random: Random) -> int:
    """One line after another, each with as many messages as it may send at once."""
    whole = 0
    for _ in range(MESSAGES // ON_ONE_LINE // 10):
        origin = Origin(f"http://{door.address}")
        async with connect(f"ws://{door.address}/ws", origin=origin, compression=None, max_queue=None) as line:
            for _ in range(ON_ONE_LINE):
                await line.send(fuzzed(random))
            await line.send(LAST)
            with suppress(ConnectionClosed):
                while json.loads(await line.recv()).get("item") != "akhir":
                    pass
                whole += 1
    return whole


def test_whatever_is_sent_somebody_else_answers_and_the_record_stays_whole(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    with voting(hall, window) as phone:
        assert asyncio.run(storm(window.door)) == MESSAGES // ON_ONE_LINE
        answers(phone, 1)
        assert window.wait(lambda news: news.course == course_of(store.kept))
    assert {type(event.what) for event in store.kept} >= {Joined, Answered}
    assert all(len(event.what.name) <= 150 for event in store.kept if isinstance(event.what, Joined))
