"""What is written down of an error: its kinds and places, never its message, which may quote what somebody typed.

Messages also name files, and so accounts and persons. The codes of the system and of SQLite say as much, and the line
of the program at fault is known from its place and the version.
"""

import errno
import re
import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from traceback import walk_tb

# Of an error deep in a recursion only where it began and where it ended.
_FIRST, _LAST = 10, 50


def lines_about(error: BaseException) -> Iterator[str]:
    """The error and what it came from, the oldest first, each with the way to it from outside to inside."""
    yield from _lines(error, set())


def place_of(file: str) -> str:
    """A source file below the folder that Python finds it in; only its name where that is none of Python's folders."""
    places = [Path(file).relative_to(folder) for folder in sys.path if folder and Path(file).is_relative_to(folder)]
    return min(places, key=lambda place: len(place.parts), default=Path(re.split(r"[\\/]", file)[-1])).as_posix()


def _lines(error: BaseException, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _lines(before, told)
        yield "then"
    yield _kind(error)
    yield from _way(error)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            if id(part) not in told:
                yield "with"
                yield from (f"  {line}" for line in _lines(part, told))


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    code = getattr(error, "sqlite_errorname", None)
    if isinstance(error, OSError):
        code = errno.errorcode.get(error.errno or 0)
    return f"{name} ({code})" if isinstance(code, str) else name


def _way(error: BaseException) -> Iterator[str]:
    way = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    left_out = len(way) - _FIRST - _LAST
    ends = chain(way[:_FIRST], way[-_LAST:]) if left_out > 0 else iter(way)
    shown = (f"  {place_of(code.co_filename)}:{line} {code.co_qualname}" for code, line in ends)
    yield from islice(shown, _FIRST)
    if left_out > 0:
        yield f"  ... {left_out} more"
    yield from shown
