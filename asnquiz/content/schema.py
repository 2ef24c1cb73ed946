"""Plain data into the domain's dataclasses by their own field names, with every misfit put into an Indonesian sentence.

pydantic reads the domain's dataclasses directly, so a field is declared once, there.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from asnquiz.content.yaml_reader import Path
from asnquiz.domain.plain import plain_name

T = TypeVar("T")

_CONFIG = ConfigDict(extra="forbid", strict=True, alias_generator=plain_name)
_LONGEST_QUOTE = 40

_A_MAPPING = "kumpulan kunci dan isinya"
_A_DATE = "tanggal berbentuk TTTT-BB-HH, misalnya 2026-11-21"
_EXPECTED = {
    "string_type": "teks (apit dengan kutip bila mirip angka)",
    "int_type": "bilangan bulat",
    "bool_type": "true atau false",
    "date_type": _A_DATE,
    "date_parsing": _A_DATE,
    "tuple_type": "daftar",
    "dict_type": _A_MAPPING,
    "dataclass_type": _A_MAPPING,
}


@dataclass(frozen=True)
class Misfit:
    """One thing in plain data that does not fit.

    Attributes:
        at_key: the key itself is at fault, not its value.
        missing: nothing stands there.
    """

    path: Path
    message: str
    at_key: bool = False
    missing: bool = False


@dataclass(frozen=True)
class Fitting(Generic[T]):
    """The domain value, or None with every misfit."""

    value: T | None
    misfits: tuple[Misfit, ...]


def fit(kind: type[T], plain: Any, supplied: Mapping[str, Any] | None = None) -> Fitting[T]:
    """`plain` as a domain dataclass: keys with a default in it are optional, all others must be there, none beside.

    `supplied` are fields that the program fills from elsewhere; written by an author they are unknown keys.
    """
    if supplied and isinstance(plain, dict):
        strangers = tuple(Misfit((key,), _unknown(key), at_key=True) for key in plain if key in supplied)
        plain = plain | dict(supplied)
    else:
        strangers = ()
    shape: Any = kind
    try:
        (value,) = _validator(shape)(json.dumps([plain]))
    except ValidationError as error:
        found = error.errors(include_url=False)
        return Fitting(None, (*strangers, *(_misfit(one["type"], one["loc"][1:], one) for one in found)))
    return Fitting(None if strangers else value, strangers)


@cache
def _validator(kind: Any) -> Callable[[str], tuple[Any]]:
    """Strict mode takes enums, dates and tuples from JSON text only, which is why plain data goes through it."""
    adapter: TypeAdapter[tuple[Any]] = TypeAdapter(tuple[kind], config=_CONFIG)
    return adapter.validate_json


def _misfit(problem: str, path: Path, error: Mapping[str, Any]) -> Misfit:
    if path and path[-1] == "[key]":
        path = path[:-1]
        choices = _choices(error)
        return Misfit(path, f'Kunci "{path[-1]}" tidak dikenal; yang ada hanya {choices}.', at_key=True)
    match problem:
        case "missing":
            return Misfit(path, f'Kunci "{path[-1]}" belum ditulis; setiap entri harus memuatnya.', missing=True)
        case "unexpected_keyword_argument":
            return Misfit(path, _unknown(str(path[-1])), at_key=True)
        case "enum":
            expected = f"salah satu dari {_choices(error)}"
        case _:
            expected = _EXPECTED[problem]
    return Misfit(path, f"{_named(path)} berisi {_quoted(error['input'])}; seharusnya {expected}.")


def _unknown(key: str) -> str:
    return f'Kunci "{key}" tidak dikenal di sini; periksa ejaannya atau hapus.'


def _choices(error: Mapping[str, Any]) -> str:
    listed: str = error["ctx"]["expected"]
    return listed.replace("'", "").replace(" or ", ", ")


def _named(path: Path) -> str:
    if not path:
        return "Entri ini"
    last = path[-1]
    return f'Butir ke-{last + 1} dari "{path[-2]}"' if isinstance(last, int) else f'Kunci "{last}"'


def _quoted(value: Any) -> str:
    match value:
        case None:
            return "kosong (null)"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value[:_LONGEST_QUOTE]}…"' if len(value) > _LONGEST_QUOTE else f'"{value}"'
        case list():
            return "daftar"
        case dict():
            return "kumpulan kunci"
        case _:
            return str(value)
