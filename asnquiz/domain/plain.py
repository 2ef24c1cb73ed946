"""Between frozen dataclasses and plain JSON values, field by field under the same names.

One rule serves the compiled pack, the score file and every `--json` output, so that a field has one name everywhere.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")

Plain = None | bool | int | str | list[Any] | dict[str, Any]


def added_later(default: Any) -> Any:
    """A field that files have only where it differs from its default, as those of earlier programs do not have it."""
    return field(default=default, metadata={"added": "later"})


def plain_name(field: str) -> str:
    """The name a field has in files: a trailing underscore only keeps a Python keyword apart (`pass_` is `pass`)."""
    return field.rstrip("_")


def to_plain(value: Any) -> Plain:
    """The JSON form of a domain value: dataclasses as objects, enums as values, tuples as arrays, dates in ISO 8601."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Enum):
        return to_plain(value.value)
    if is_dataclass(value):
        return {
            plain_name(field.name): to_plain(getattr(value, field.name))
            for field in fields(value)
            if not (field.metadata and getattr(value, field.name) == field.default)
        }
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: type[T], value: Any) -> T:
    """The domain value of type `kind` whose plain form is `value`; for values this program wrote itself.

    Raises KeyError, TypeError or ValueError where the plain form does not fit; foreign input is validated elsewhere.
    """
    shape: Any = kind
    result: T = _decoder(shape)(value)
    return result


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [_decoder(arg) for arg in get_args(kind) if arg is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"cannot decode a union of several types: {kind}")
        return lambda value: None if value is None else inner[0](value)
    if origin is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda value: tuple([item(part) for part in _required(list, value)])
    if origin in (dict, Mapping):
        to_key, to_item = map(_decoder, get_args(kind))
        return lambda value: {to_key(key): to_item(part) for key, part in _required(dict, value).items()}
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    if kind in (bool, int, str):
        return lambda value: _required(kind, value)
    if kind in (datetime, date):
        parse: Callable[[Any], Any] = kind.fromisoformat
        return parse
    if kind is UUID:
        return lambda value: UUID(_required(str, value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise TypeError(f"cannot decode {kind}")


def _dataclass_decoder(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    parts = [(plain_name(field.name), _decoder(hints[field.name])) for field in fields(kind)]
    names = frozenset(name for name, _ in parts)
    later = {plain_name(field.name): field.default for field in fields(kind) if field.metadata}

    def decode(value: Any) -> Any:
        if _required(dict, value).keys() | later.keys() != names:
            raise KeyError(f"{kind.__name__}: {sorted(value.keys() ^ names)}")
        return kind(*[read(value[name]) if name in value else later[name] for name, read in parts])

    return decode


def _required(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value
