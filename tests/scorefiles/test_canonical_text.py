"""The patterns of canonical JSON: they match what rfc8785 writes of a type, and nothing else."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import from_plain
from asnquiz.scorefiles.canonical_text import TEXT, WHOLE, members_of, pattern_of

MOST = 2**53 - 1


def matches(pattern: str, text: bytes) -> bool:
    return re.fullmatch(pattern.encode(), text) is not None


@given(st.text())
@example('"\\\b\f\n\r\t\x01\x1f\x7f\x80\u2028\ud7ff\ue000\uffff\U0010ffff')
def test_any_text_is_matched_as_it_is_written(text: str) -> None:
    assert matches(TEXT, rfc8785.dumps(text)) is ("\0" not in text)


@given(st.text(st.sampled_from('"\\/ubfnrt0123456789abcdefABCDEFx\n\x1f\u00e9'), max_size=12))
def test_a_text_in_another_form_is_not_matched(inner: str) -> None:
    written = f'"{inner}"'.encode()
    try:
        canonical = rfc8785.dumps(json.loads(written)) == written
    except ValueError:
        canonical = False
    assert matches(TEXT, written) is (canonical and b"\\u0000" not in written)


@given(st.integers() | st.integers(MOST - 10**6, MOST + 10**6) | st.integers(-MOST - 9, -MOST + 9))
@example(MOST)
@example(MOST + 1)
@example(-MOST)
@example(-MOST - 1)
@example(9_007_199_254_739_999)
@example(10**15)
@example(10**16)
def test_a_whole_number_is_matched_up_to_what_json_can_hold(number: int) -> None:
    assert matches(WHOLE, str(number).encode()) is (abs(number) <= MOST)


@pytest.mark.parametrize("text", ["-0", "00", "01", "+1", "1.0", "1e3", "", "-", " 1", "1 ", "\u0661", "9" * 30])
def test_a_number_in_another_form_is_not_matched(text: str) -> None:
    assert not matches(WHOLE, text.encode())


@given(st.datetimes(timezones=st.just(dt.UTC)), st.integers(-1439, 1439))
def test_any_moment_is_matched_as_it_is_written(when: dt.datetime, offset: int) -> None:
    written = rfc8785.dumps({"counter": 7, "offset_minutes": offset, "utc": when.isoformat()})
    assert matches(pattern_of(Moment), written) is (1 < when.year < 9999)


@given(st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?\+00:00", fullmatch=True))
def test_a_time_that_is_none_is_not_matched(text: str) -> None:
    assert matches(members_of(Moment)["utc"], f'"{text}"'.encode()) is told(text)


@pytest.mark.parametrize("year", [2, 4, 100, 400, 1900, 2000, 2023, 2024, 2026, 2100, 9996, 9998])
def test_every_day_of_a_year_is_matched_and_no_other(year: int) -> None:
    utc = re.compile(members_of(Moment)["utc"].encode())
    for month in range(14):
        for day in range(33):
            text = f"{year:04}-{month:02}-{day:02}T00:00:00+00:00"
            assert (utc.fullmatch(f'"{text}"'.encode()) is not None) is told(text), text


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00:00+00:00", "9999-01-01T00:00:00+00:00", "0000-01-01T00:00:00+00:00",
        "2026-11-21T24:00:00+00:00", "2026-11-21T01:00:60+00:00", "2026-11-21T01:00:00.000000+00:00",
        "2026-11-21T01:00:00.5+00:00", "2026-11-21T01:00:00Z", "2026-11-21T01:00:00", "2026-11-21 01:00:00+00:00",
        "2026-11-21T01:00:00-00:00", "2026-11-21T01:00:00+07:00",
    ],
)  # fmt: skip
def test_a_time_in_another_form_is_not_matched(text: str) -> None:
    assert not matches(members_of(Moment)["utc"], f'"{text}"'.encode())


@pytest.mark.parametrize("offset", [-1440, 1440, 9999, 10**15])
def test_a_zone_that_no_computer_has_is_not_matched(offset: int) -> None:
    assert not matches(members_of(Moment)["offset_minutes"], str(offset).encode())


def told(text: str) -> bool:
    """Whether it is a time of the years 2 to 9998 in the form in which Python writes it."""
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return when.isoformat() == text and 1 < when.year < 9999


@dataclass(frozen=True)
class Sample:
    """A little of everything."""

    b_name: str
    a_: int
    several: tuple[tuple[int, ...], ...]
    perhaps: bool | None


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=2), lambda inner: st.lists(inner, max_size=3)
)
SAMPLE = re.compile(pattern_of(Sample).encode())


@given(st.fixed_dictionaries({"b_name": PLAIN, "a": PLAIN, "several": PLAIN, "perhaps": PLAIN}, optional={"x": PLAIN}))
def test_an_object_is_matched_where_it_fits_its_type(plain: dict[str, Any]) -> None:
    try:
        from_plain(Sample, plain)
        fits = "\0" not in plain["b_name"]
    except (KeyError, TypeError, ValueError):
        fits = False
    assert (SAMPLE.fullmatch(rfc8785.dumps(plain)) is not None) is fits


def test_no_text_takes_longer_than_its_length_allows() -> None:
    """Could a part be matched in two ways, trying them all would not end."""
    for text in (b'"' + b"\\n" * 100_000, b'{"a":' + b"9" * 100_000, b'{"a":1,"b_name":"","perhaps":null,"several":['):
        assert not SAMPLE.match(text + b"[1,2]," * 50_000 + b"x")
