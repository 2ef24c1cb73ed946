"""Many phones at once that behave as the phone page does, each with a person, and with what may happen to a phone."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.typing import Origin

Message = dict[str, Any]
Key = tuple[Any, ...]
# The answers that a person gives to a question in a round, one after another: the last one is meant to count.
Choose = Callable[[int, str, int, int], list[list[int]]]
_THINKING, _RETRY = 0.03, 0.1  # the most seconds before a person does something, and before a phone connects again


@dataclass
class Hall:
    """Where the hall is now."""

    address: str


@dataclass(frozen=True)
class Mishap:
    """What happens to a phone when its person does something; `after` is nothing, `sent` or `saved`."""

    reload: bool
    after: str


class Phone:
    """One phone and its person, who comes in, answers and taps the pledge as soon as they are asked to.

    Attributes:
        joined: whether the hall knows whose phone it is.
        over: whether the briefing is.
        lines: how many connections it has had.
        refused: what the hall would not take, in its words.
    """

    def __init__(
        self,
        hall: Hall,
        entry: Mapping[str, object],
        choose: Choose,
        random: Random,
        mishaps: Mapping[int, Mishap],
        changed: Callable[[], None],
    ) -> None:
        """`entry` is what is typed to come in; `mishaps` befall it at what its person does, counted from 0."""
        self._hall, self._entry, self._choose, self._random = hall, entry, choose, random
        self._mishaps, self._changed = dict(mishaps), changed
        self.joined = self.over = False
        self.lines = 0
        self.refused: list[str] = []
        # What a browser keeps.
        self._token: str | None = None
        self._box: dict[Key, Message] = {}
        # What the person did already.
        self._deeds = 0
        self._answers: dict[Key, int] = {}
        self._through: set[Key] = set()
        self._stirred = asyncio.Event()
        self._cut_at: tuple[Key, Mishap] | None = None
        self._begin_page()

    def _begin_page(self) -> None:
        self._line: ClientConnection | None = None
        self._form: Message | None = None
        self._own: Message | None = None
        self._room: Message | None = None
        self._kept: dict[Key, Message] = {}
        self._hang_up()

    def _hang_up(self) -> None:
        self._line = None
        self._ready = self._joining = False
        self._sent: Key | None = None

    @property
    def finished(self) -> int:
        """Of how many votes, tests and pledges everything is kept."""
        return 0 if self._box else len(self._through)

    @property
    def unharmed(self) -> int:
        """How many mishaps are still to come."""
        return len(self._mishaps)

    async def live(self) -> None:
        async with asyncio.TaskGroup() as both:
            person = both.create_task(self._act())
            await self._connect()
            person.cancel()

    # The page.

    async def _connect(self) -> None:
        while not self.over:
            with suppress(OSError, WebSocketException):
                address = self._hall.address
                async with connect(
                    f"ws://{address}/ws",
                    origin=Origin(f"http://{address}"),
                    compression=None,
                    ping_interval=None,
                    proxy=None,
                ) as line:
                    self.lines += 1
                    self._line = line
                    await self._talk(line)
            self._hang_up()
            await asyncio.sleep(self._random.uniform(0, _RETRY))

    async def _talk(self, line: ClientConnection) -> None:
        await self._tell({"t": "hello", "token": self._token})
        async for text in line:
            if self._line is not line:
                return
            message = json.loads(text)
            _READERS[message["t"]](self, message)
            if self._cut_at and self._cut_at[0] not in self._box:
                cut, self._cut_at = self._cut_at[1], None
                await self._suffer(cut)
            await self._flush()
            self._stirred.set()
            self._changed()

    async def _tell(self, message: Message) -> None:
        if self._line is not None:
            with suppress(ConnectionClosed):
                await self._line.send(json.dumps(message))

    async def _suffer(self, mishap: Mishap) -> None:
        line = self._line
        if mishap.reload:
            self._begin_page()
        self._hang_up()
        if line is not None and mishap.reload:
            await line.close()
        elif line is not None:
            line.transport.abort()

    async def _flush(self) -> None:
        if not self._ready or self._sent or not self._box:
            return
        self._sent = min(self._box, key=lambda one: one[0] != "answer")
        await self._tell(self._box[self._sent])

    def _hear_form(self, message: Message) -> None:
        self._form, self._own, self._room, self._ready = message, None, None, False

    def _hear_token(self, message: Message) -> None:
        assert message["token"] == self._token  # it was in the form already

    def _hear_own(self, message: Message) -> None:
        if self._ready and self._own and message["version"] < self._own["version"]:
            return
        self._own, self._form, self._joining, self._ready = message, None, False, True
        self.joined = True
        for one in message["given"]:
            key = ("answer", one["step"], one["item"], one["round"])
            if key not in self._kept or self._kept[key]["number"] < one["number"]:
                self._kept[key] = one
        for key, mine in tuple(self._box.items()):
            known = key in self._kept and self._kept[key]["number"] >= mine.get("number", 0)
            submitted = key[0] == "submit" and mine["step"] in message["submitted"]
            if known or submitted or (key[0] == "pledge" and message["pledged"]):
                del self._box[key]

    def _hear_room(self, message: Message) -> None:
        self._room = message
        self.over = message["screen"]["kind"] == "over"

    def _hear_reply(self, message: Message) -> None:
        if message["t"] == "refused":
            self.refused.append(message["words"])
        key = _about({**message, "t": message["of"]})
        mine = self._box.get(key)
        if self._sent == key:
            self._sent = None
        if mine is not None and mine.get("number") == message.get("number"):
            self._kept[key] = self._box.pop(key)

    def _hear_bye(self, message: Message) -> None:
        if not self.over:
            self.refused.append(message["words"])

    # The person.

    async def _act(self) -> None:
        while True:
            await self._stirred.wait()
            await asyncio.sleep(self._random.uniform(0, _THINKING))
            self._stirred.clear()
            deed = self._next()
            if deed is not None:
                self._stirred.set()
                mishap = self._mishaps.pop(self._deeds, None)
                self._deeds += 1
                await self._do(deed, mishap)

    def _next(self) -> Callable[[], Coroutine[Any, Any, Key]] | None:
        if self._cut_at or (self._line is None and self._deeds in self._mishaps):
            return None  # one thing after the other: what is cut off already cannot be cut off
        if self._form is not None and self._line is not None and not self._joining:
            return self._join
        screen = self._room["screen"] if self._room else {}
        if not self._own or not screen.get("open"):
            return None
        asked = screen.get("questions") or [one for one in [screen.get("question")] if one]
        step, round_ = screen.get("step", 0), screen.get("round", 0)
        thing = (screen["kind"], step, round_)
        for question in asked:
            given = (step, question["item"], round_)
            answers = self._choose(step, question["item"], round_, len(question["rows"]))
            count = self._answers.get(given, 0)
            if count < len(answers):
                last = question is asked[-1] and count + 1 == len(answers) and screen["kind"] == "vote"
                return lambda: self._answer(given, answers[count], thing if last else None)
        if thing in self._through or screen["kind"] == "vote":
            return None
        body = {"t": "pledge"} if screen["kind"] == "pledge" else {"t": "submit", "step": step}
        return lambda: self._post(body, thing)

    async def _do(self, deed: Callable[[], Coroutine[Any, Any, Key]], mishap: Mishap | None) -> None:
        if mishap and not mishap.after:
            await self._suffer(mishap)
            if mishap.reload:
                return  # there is nothing on the page to tap, until it is back
        key = await deed()
        if mishap and mishap.after == "sent":
            await self._suffer(mishap)
        elif mishap and mishap.after == "saved":
            self._cut_at = (key, mishap)

    async def _join(self) -> Key:
        if self._form is not None and self._line is not None:
            self._joining, self._token = True, self._form["token"]
            await self._tell({"t": "join", **self._entry})
        return ("join",)

    async def _answer(self, given: Key, answer: list[int], thing: Key | None) -> Key:
        step, item, round_ = given
        message = {"t": "answer", "step": step, "item": item, "round": round_, "answer": answer}
        key = _about(message)
        before = [one["number"] for one in (self._box.get(key), self._kept.get(key)) if one]
        self._answers[given] = self._answers.get(given, 0) + 1
        return await self._post({**message, "number": max(before, default=0) + 1}, thing)

    async def _post(self, message: Message, thing: Key | None) -> Key:
        key = _about(message)
        self._box[key] = message
        if thing is not None:
            self._through.add(thing)
        await self._flush()
        return key


def _about(message: Message) -> Key:
    return (message["t"], *(message.get(name) for name in ("step", "item", "round")))


_READERS: Mapping[str, Callable[[Phone, Message], None]] = {
    "form": Phone._hear_form,
    "token": Phone._hear_token,
    "own": Phone._hear_own,
    "room": Phone._hear_room,
    "saved": Phone._hear_reply,
    "refused": Phone._hear_reply,
    "bye": Phone._hear_bye,
}
