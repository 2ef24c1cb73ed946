"""What travels between hall and phones: strict reading of what phones say, and the JSON that they are told."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

LONGEST = 4096  # bytes of a phone's message
_MOST_STEPS = 10_000
_MOST_ROWS = 100
_HIGHEST = 1_000_000_000  # what every number of a message stays below


class UnreadableError(Exception):
    """A message that no phone page of this program sends."""


@dataclass(frozen=True)
class Hello:
    """A connection begins; `token` is the secret that the phone was given before, if any."""

    token: str | None


@dataclass(frozen=True)
class Join:
    class_code: str
    guest: str
    name: str
    unit: str
    people: int


@dataclass(frozen=True)
class Answer:
    step: int
    item: str
    round: int
    answer: tuple[int, ...]
    number: int


@dataclass(frozen=True)
class Submit:
    step: int


@dataclass(frozen=True)
class Pledge: ...


Said = Hello | Join | Answer | Submit | Pledge


def read(text: str) -> Said:
    """A phone's message. Raises UnreadableError for anything that has another form, down to a key too many."""
    try:
        said = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError from error
    if not isinstance(said, dict):
        raise UnreadableError
    kind = said.pop("t", None)
    if not isinstance(kind, str) or kind not in _READERS:
        raise UnreadableError
    fields = _Fields(said)
    message = _READERS[kind](fields)
    fields.all_taken()
    return message


def told(kind: str, what: object = None, **more: object) -> str:
    """A message to phones: the fields of a value of asnquiz.usecases.show_phone, if any, and more beside them."""
    fields = {} if what is None else vars(what)
    return _ENCODER.encode({"t": kind, **fields, **more})


def names(said: Said) -> Mapping[str, object]:
    """What an acknowledgement, or a refusal, of a message says of it beside its kind."""
    match said:
        case Answer(step, item, round_, _, number):
            return {"of": "answer", "step": step, "item": item, "round": round_, "number": number}
        case Submit(step):
            return {"of": "submit", "step": step}
        case _:
            return {"of": type(said).__name__.lower()}


class _Fields:
    """The fields of one message, each of which is taken once, and all of them."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def text(self, name: str) -> str:
        value = self._fields.pop(name, None)
        if not isinstance(value, str):
            raise UnreadableError
        try:
            value.encode()  # half a surrogate pair is no text, and JSON can spell it
        except UnicodeEncodeError as error:
            raise UnreadableError from error
        return value

    def text_or_none(self, name: str) -> str | None:
        if name in self._fields and self._fields[name] is None:
            return self._fields.pop(name)  # type: ignore[no-any-return]
        return self.text(name)

    def number(self, name: str, below: int = _HIGHEST) -> int:
        return _number(self._fields.pop(name, None), below)

    def numbers(self, name: str) -> tuple[int, ...]:
        value = self._fields.pop(name, None)
        if not isinstance(value, list) or len(value) > _MOST_ROWS:
            raise UnreadableError
        return tuple(_number(one, _MOST_ROWS) for one in value)

    def all_taken(self) -> None:
        if self._fields:
            raise UnreadableError


def _number(value: object, below: int) -> int:
    if type(value) is not int or not 0 <= value < below:  # a bool is an int to isinstance
        raise UnreadableError
    return value


def _hello(fields: _Fields) -> Said:
    return Hello(fields.text_or_none("token"))


def _join(fields: _Fields) -> Said:
    typed = (fields.text("class"), fields.text("guest"), fields.text("name"), fields.text("unit"))
    return Join(*typed, fields.number("people"))


def _answer(fields: _Fields) -> Said:
    return Answer(
        fields.number("step", _MOST_STEPS),
        fields.text("item"),
        fields.number("round", 3),
        fields.numbers("answer"),
        fields.number("number"),
    )


def _submit(fields: _Fields) -> Said:
    return Submit(fields.number("step", _MOST_STEPS))


def _pledge(_: _Fields) -> Said:
    return Pledge()


_READERS: Mapping[str, Callable[[_Fields], Said]] = MappingProxyType(
    {
        "hello": _hello,
        "join": _join,
        "answer": _answer,
        "submit": _submit,
        "pledge": _pledge,
    }
)


def _refused(_: str) -> None:
    raise UnreadableError


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise UnreadableError
    return fields


# Made once: a thousand answers may come at a time.
_DECODER = json.JSONDecoder(parse_constant=_refused, object_pairs_hook=_once)
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=vars)
