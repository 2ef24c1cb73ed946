"""The RFC 8785 JSON of a domain type, as a regular expression: what matches is what a program of ours can have written.

One pass of it over a text takes a tenth of the time of parsing the text, building values of it, and writing them anew
to compare. No part of a pattern can be matched in two ways, so time grows with the length of the text and no faster.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import plain_name

_GREATEST: Final = str(2**53 - 1)  # I-JSON (RFC 7493, 2.2), on which RFC 8785 stands


def _whole_numbers() -> str:
    """Whole numbers as ECMAScript writes them, up to 2**53 - 1 either way."""
    shorter = f"[1-9][0-9]{{0,{len(_GREATEST) - 2}}}+(?![0-9])"
    smaller = [
        f"{_GREATEST[:place]}[{int(place == 0)}-{int(digit) - 1}][0-9]{{{len(_GREATEST) - place - 1}}}"
        for place, digit in enumerate(_GREATEST)
        if digit != "0"
    ]
    return f"(?:0|-?(?:{'|'.join([shorter, *smaller, _GREATEST])}))"


WHOLE: Final = _whole_numbers()
# No NUL either: nothing of ours holds one, and not every database takes it.
TEXT: Final = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\bfnrt]|u00(?:0[1-7bef]|1[0-9a-f]))[^"\\\x00-\x1f]*+)*+"'
HASH: Final = '"[0-9a-f]{64}"'
_UUID = '"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"'
_LEAP_YEAR = "(?<=[0-9]{2}(?:0[48]|[2468][048]|[13579][26])-|(?:[02468][048]|[13579][26])00-)"
# As `isoformat` writes a day that there is; of the years 2 to 9998, so that every zone on earth can tell it.
_DAY = (
    "(?!000[01]|9999)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8])|{_LEAP_YEAR}02-29)"
)
_UTC = rf'"{_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.(?!000000)[0-9]{{6}})?+\+00:00"'
_OFFSET = "(?:0|-?(?:[1-9][0-9]{0,2}|1[0-3][0-9]{2}|14[0-3][0-9]))(?![0-9])"  # minutes, less than a day


def object_of(members: Mapping[str, str]) -> str:
    """The pattern of an object, of the patterns of its members."""
    return r"\{" + ",".join(f'"{name}":{pattern}' for name, pattern in sorted(members.items())) + r"\}"


def array_of(pattern: str) -> str:
    return rf"\[(?:{pattern}(?:,{pattern})*+)?+\]"


def named(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


def members_of(kind: Any) -> dict[str, str]:
    """The patterns of a dataclass's fields, by their names in files; see asnquiz.domain.plain."""
    if kind is Moment:
        return {"counter": WHOLE, "offset_minutes": _OFFSET, "utc": _UTC}
    hints = get_type_hints(kind)
    return {plain_name(field.name): pattern_of(hints[field.name]) for field in fields(kind)}


def pattern_of(kind: Any) -> str:
    """The pattern of the canonical JSON of a type, for bytes in UTF-8."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
        return f"(?:null|{pattern_of(inner)})"
    if origin is tuple:
        return array_of(pattern_of(get_args(kind)[0]))
    if is_dataclass(kind):
        return object_of(members_of(kind))
    if issubclass(kind, Enum):
        return f'"(?:{"|".join(member.value for member in kind)})"'
    return {bool: "(?:true|false)", int: WHOLE, str: TEXT, UUID: _UUID, datetime: _UTC}[kind]
