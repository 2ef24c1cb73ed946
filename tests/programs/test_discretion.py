"""What is written of an error says its kinds, codes and places, and nothing that somebody typed or is called."""

import errno
import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.discretion import lines_about, place_of

TYPED = "Rahasia-198503122010012004"

KINDS: tuple[Callable[[str], BaseException], ...] = (
    ValueError,
    KeyError,
    KeyboardInterrupt,
    Refusal,
    sqlite3.OperationalError,
    lambda words: OSError(errno.ENOSPC, words, f"/home/{words}/nilai.asnskor"),
    lambda words: UnicodeDecodeError("utf-8", words.encode(), 0, 1, words),
    lambda words: ExceptionGroup(words, [ValueError(words), OSError(words)]),
)

# For each error of a chain its kind, whether it hides the one before, and whether it names it as its cause.
CHAINS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["while", "from", "from none"])), min_size=1)


def fail(error: BaseException, how: str, before: BaseException | None) -> None:
    """Raises an error while the one before it is handled."""
    try:
        if before is not None:
            raise before
    finally:
        if how == "while":
            raise error
        raise error from (before if how == "from" else None)


def raised(chain: list[tuple[Callable[[str], BaseException], str]], words: str) -> BaseException:
    """The last error of a chain."""
    last: BaseException | None = None
    for make, how in chain:
        error = make(words)
        error.add_note(words)
        try:
            fail(error, how, last)
        except BaseException as caught:
            last = caught
    assert last is not None
    return last


@given(CHAINS, st.text())
def test_no_message_of_any_error_is_written(chain: list[tuple[Callable[[str], BaseException], str]], more: str) -> None:
    error = raised(chain, f"{TYPED} {more}")
    lines = list(lines_about(error))
    assert TYPED not in "\n".join(lines)
    assert all(line.isprintable() for line in lines)
    assert type(error).__qualname__ in "\n".join(lines)
    assert any(re.fullmatch(r"  tests/programs/test_discretion\.py:\d+ fail", line) for line in lines)


def test_a_whole_chain_is_told_from_its_beginning_with_the_codes_of_the_system() -> None:
    error = raised([(KINDS[5], "while"), (KINDS[1], "while"), (Refusal, "from")], TYPED)
    kinds = [line for line in lines_about(error) if not line.startswith(" ") and line != "then"]
    assert kinds == ["OSError (ENOSPC)", "KeyError", "asnquiz.domain.refusal.Refusal"]


def test_what_sqlite_has_found_is_told_by_its_code() -> None:
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(":memory:").execute("SELECT * FROM rahasia")
    assert next(lines_about(caught.value)) == "sqlite3.OperationalError (SQLITE_ERROR)"


def test_the_parts_of_a_group_are_told_under_it() -> None:
    group = ExceptionGroup(TYPED, [ValueError(TYPED), KeyError(TYPED)])
    assert list(lines_about(group)) == ["ExceptionGroup", "with", "  ValueError", "with", "  KeyError"]


def test_an_error_that_comes_from_itself_is_told_once() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert list(lines_about(first)) == ["KeyError", "then", "ValueError"]


def test_of_an_endless_recursion_the_beginning_and_the_end_are_told() -> None:
    def endless() -> None:
        endless()

    with pytest.raises(RecursionError) as caught:
        endless()
    lines = list(lines_about(caught.value))
    assert lines[0] == "RecursionError"
    assert len(lines) == 62
    assert lines[11].startswith("  ... ")


def test_a_place_is_told_without_the_folder_that_the_program_stands_in() -> None:
    program = Path(sys.modules["asnquiz"].__file__ or "").parent
    assert place_of(str(program / "ui" / "messages.py")) == "asnquiz/ui/messages.py"
    assert place_of(pytest.__file__) == "pytest/__init__.py"
    assert place_of("/home/siti/Unduhan/surat.py") == "surat.py"
    assert place_of("<string>") == "<string>"
