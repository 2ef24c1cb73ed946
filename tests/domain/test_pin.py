"""Waiting after wrong PINs: how long, and that no restart and no clock makes it shorter or endless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.pin import LONGEST_WAIT_MS, Guard, Wait, parse_pin, wait_after
from asnquiz.domain.refusal import Refusal

SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
TIMES = st.integers(0, 4_000_000_000_000)


@pytest.mark.parametrize("typed", ["1234", "000000", "123456789012"])
def test_four_to_twelve_digits_are_a_pin(typed: str) -> None:
    assert parse_pin(typed) == typed


@pytest.mark.parametrize("typed", ["", "123", "1234567890123", "12 34", "12a4", "１２３４", "١٢٣٤", "-1234", "1²34"])
def test_anything_else_is_none(typed: str) -> None:
    with pytest.raises(Refusal, match="4 sampai 12 angka"):
        parse_pin(typed)


def test_two_wrong_pins_are_free_and_then_half_a_minute_doubles_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(failed) for failed in range(1, 10)]
    assert waits == [0, 0, 30 * SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE, 15 * MINUTE]
    assert wait_after(10**9) == 15 * MINUTE


def guard_after(failed: int, at: int) -> Guard:
    return Guard(failed, Wait(at, wait_after(failed)))


@given(st.integers(0, 40), TIMES, st.lists(TIMES, max_size=6))
def test_it_is_never_longer_than_the_cap_and_never_grows(failed: int, at: int, clock: list[int]) -> None:
    guard, left = guard_after(failed, at), wait_after(failed)
    for now in clock:
        guard = guard.seen(now)
        assert guard.left_ms(now) <= left <= LONGEST_WAIT_MS
        left = guard.left_ms(now)


@given(st.integers(3, 40), TIMES, st.integers(0, 2 * LONGEST_WAIT_MS), TIMES)
def test_a_clock_set_back_does_not_shorten_it(failed: int, at: int, later: int, now: int) -> None:
    guard = guard_after(failed, at).seen(at + later)
    left = guard.left_ms(at + later)
    assert guard.left_ms(min(now, at + later)) == left, "as much as when it was looked at last"


@given(st.integers(3, 40), TIMES, TIMES)
def test_nobody_is_locked_out_for_ever_whatever_the_clock_was_set_to(failed: int, at: int, now: int) -> None:
    guard = guard_after(failed, at).seen(now)
    assert guard.left_ms(now + LONGEST_WAIT_MS) == 0


@given(st.integers(3, 40), TIMES, st.lists(st.integers(0, 5 * MINUTE), max_size=8))
def test_looking_and_starting_again_take_nothing_off(failed: int, at: int, steps: list[int]) -> None:
    looked, now = guard_after(failed, at), at
    for step in steps:
        now += step
        looked = looked.seen(now)
        assert looked.left_ms(now) == guard_after(failed, at).left_ms(now)


def test_a_pin_is_not_tried_before_the_wait_is_over() -> None:
    with pytest.raises(ValueError, match="no PIN"):
        guard_after(3, 0).tried(29 * SECOND)
    assert guard_after(3, 0).tried(30 * SECOND) == Guard(4, Wait(30 * SECOND, MINUTE))


def test_a_forgotten_pin_may_be_taken_off_after_a_day_that_has_gone_by() -> None:
    guard = Guard().said_forgotten(0)
    assert not guard.may_be_taken_off(DAY - 1)
    assert guard.may_be_taken_off(DAY)
    assert guard.said_forgotten(HOUR) == guard, "the first time counts"
    assert not Guard().may_be_taken_off(DAY)


def test_a_day_of_a_computer_that_forgets_the_time_goes_by_too() -> None:
    """Its clock begins at the same time on each of eight days of three hours."""
    guard = Guard().said_forgotten(0)
    for _ in range(8):
        guard = guard.seen(0).seen(3 * HOUR)
    assert guard.may_be_taken_off(3 * HOUR)


def test_a_wrong_pin_does_not_take_back_that_it_is_forgotten() -> None:
    assert Guard().said_forgotten(0).tried(0).forgotten_ms == 0
