"""The exam clock under readings of every kind: it never grows, never falls below nothing, and pauses for sleep."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.exam_clock import ExamClock, left_after

MINUTE = 60_000
HOUR = 60 * MINUTE
YEAR = 365 * 24 * HOUR
START = ExamClock(30 * MINUTE, 5_000, 1_795_222_800_000)


def after(clock: ExamClock, monotonic: int, wall: int) -> tuple[int, int]:
    """What is left, and the pause told, when the clocks have gone on by so many milliseconds."""
    ticked, pause = clock.tick(clock.monotonic_ms + monotonic, clock.wall_ms + wall)
    assert (ticked.monotonic_ms, ticked.wall_ms) == (clock.monotonic_ms + monotonic, clock.wall_ms + wall)
    return ticked.remaining_ms, pause


def test_time_on_screen_is_taken_off() -> None:
    assert after(START, 1_000, 1_000) == (30 * MINUTE - 1_000, 0)
    assert after(START, 0, 0) == (30 * MINUTE, 0)
    assert after(START, 19_999, 19_999) == (30 * MINUTE - 19_999, 0)


def test_the_clock_stops_at_nothing() -> None:
    nearly = ExamClock(400, 0, 0)
    assert after(nearly, 1_000, 1_000) == (0, 0)
    assert after(ExamClock(0, 0, 0), 1_000, 1_000) == (0, 0)


def test_half_an_hour_of_seconds_is_half_an_hour() -> None:
    clock = START
    for _ in range(30 * 60):
        clock, pause = clock.tick(clock.monotonic_ms + 1_000, clock.wall_ms + 1_000)
        assert pause == 0
    assert clock.remaining_ms == 0


def test_sleep_that_both_clocks_count_is_a_pause_and_costs_nothing() -> None:
    assert after(START, 8 * HOUR, 8 * HOUR) == (30 * MINUTE, 8 * HOUR)
    assert after(START, 20_000, 20_000) == (30 * MINUTE, 20_000)


def test_sleep_that_only_the_wall_clock_counts_is_a_pause_and_costs_only_the_time_awake() -> None:
    assert after(START, 700, 8 * HOUR + 700) == (30 * MINUTE - 700, 8 * HOUR)
    assert after(START, 0, 20_000) == (30 * MINUTE, 20_000)


def test_a_sleep_that_the_monotonic_clock_counts_in_part_has_its_whole_wall_length() -> None:
    assert after(START, 25_000, 8 * HOUR) == (30 * MINUTE, 8 * HOUR)


def test_a_sleep_during_which_the_wall_clock_was_set_back_has_the_length_that_is_known() -> None:
    assert after(START, HOUR, -3 * YEAR) == (30 * MINUTE, HOUR)


@pytest.mark.parametrize("jump", [-3 * YEAR, -HOUR, -20_000, -1, 1, 18_999])
def test_a_wall_clock_set_back_or_corrected_a_little_changes_nothing(jump: int) -> None:
    assert after(START, 1_000, 1_000 + jump) == (30 * MINUTE - 1_000, 0)


@pytest.mark.parametrize("jump", [20_000, HOUR, 3 * YEAR])
def test_a_wall_clock_set_forward_is_told_as_a_pause_but_never_changes_what_is_left(jump: int) -> None:
    assert after(START, 1_000, 1_000 + jump) == (30 * MINUTE - 1_000, jump)


def test_time_goes_on_from_the_new_readings_after_a_jump() -> None:
    clock, _ = START.tick(START.monotonic_ms + 1_000, START.wall_ms - 3 * YEAR)
    assert after(clock, 1_000, 1_000) == (30 * MINUTE - 2_000, 0)


def test_a_monotonic_clock_that_goes_back_after_all_gives_nothing_back() -> None:
    assert after(START, -5_000, 1_000) == (30 * MINUTE, 0)


readings = st.lists(st.tuples(st.integers(-HOUR, 12 * HOUR), st.integers(-3 * YEAR, 3 * YEAR)), max_size=30)


@given(st.integers(0, 2 * HOUR), readings)
def test_the_clock_never_grows_and_never_falls_below_nothing(remaining: int, steps: list[tuple[int, int]]) -> None:
    clock = ExamClock(remaining, 0, 0)
    for monotonic, wall in steps:
        ticked, pause = clock.tick(clock.monotonic_ms + monotonic, clock.wall_ms + wall)
        assert 0 <= ticked.remaining_ms <= clock.remaining_ms
        assert pause == 0 or pause >= 20_000
        clock = ticked


@given(st.integers(0, 2 * HOUR), st.lists(st.tuples(st.integers(0, 15_000), st.integers(-3 * YEAR, 3 * YEAR))))
def test_without_sleep_only_monotonic_time_counts(remaining: int, steps: list[tuple[int, int]]) -> None:
    clock = ExamClock(remaining, 0, 0)
    for monotonic, wall in steps:
        clock, _ = clock.tick(clock.monotonic_ms + monotonic, clock.wall_ms + wall)
    assert clock.remaining_ms == max(0, remaining - sum(monotonic for monotonic, _ in steps))


RUNS_ON = replace(START, pauses=False)


def test_where_no_pause_is_allowed_sleep_is_taken_off_and_told_all_the_same() -> None:
    assert after(RUNS_ON, 10 * MINUTE, 10 * MINUTE) == (20 * MINUTE, 10 * MINUTE)
    assert after(RUNS_ON, 700, 10 * MINUTE + 700) == (20 * MINUTE - 700, 10 * MINUTE)
    assert after(RUNS_ON, 25_000, 10 * MINUTE) == (20 * MINUTE, 10 * MINUTE)
    assert after(RUNS_ON, 0, 8 * HOUR) == (0, 8 * HOUR)


def test_where_no_pause_is_allowed_time_on_screen_counts_as_ever() -> None:
    assert after(RUNS_ON, 1_000, 1_000) == (30 * MINUTE - 1_000, 0)
    assert after(RUNS_ON, 1_000, -3 * YEAR) == (30 * MINUTE - 1_000, 0)
    assert after(RUNS_ON, 1_000, 19_000) == (30 * MINUTE - 1_000, 0)


@pytest.mark.parametrize(("pauses", "left"), [(True, 30), (False, 25)])
def test_while_nobody_is_there_time_stands_only_where_it_may(pauses: bool, left: int) -> None:
    clock, pause = replace(START, pauses=pauses).held(START.monotonic_ms + 7, START.wall_ms + 5 * MINUTE)
    assert (clock.remaining_ms, pause) == (left * MINUTE, 5 * MINUTE)
    clock, pause = replace(START, pauses=pauses).held(START.monotonic_ms + 7, START.wall_ms - YEAR)
    assert (clock.remaining_ms, pause) == (30 * MINUTE, 0)


@given(st.integers(0, 2 * HOUR), st.integers(-3 * YEAR, 3 * YEAR))
def test_time_away_only_takes_and_a_clock_set_back_takes_nothing(remaining: int, away: int) -> None:
    left = left_after(remaining, away)
    assert 0 <= left <= remaining
    assert left == remaining if away <= 0 else left == max(0, remaining - away)


@given(st.integers(0, 2 * HOUR), readings, st.booleans())
def test_without_pauses_the_clock_never_grows_and_falls_by_all_that_is_told(
    remaining: int, steps: list[tuple[int, int]], held: bool
) -> None:
    clock = ExamClock(remaining, 0, 0, pauses=False)
    for monotonic, wall in steps:
        read = clock.held if held else clock.tick
        ticked, pause = read(clock.monotonic_ms + monotonic, clock.wall_ms + wall)
        assert 0 <= ticked.remaining_ms <= max(0, clock.remaining_ms - pause)
        assert not ticked.pauses
        clock = ticked
