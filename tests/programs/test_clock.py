"""The computer's own clocks: true time, the zone that is set now, and a counter that only counts on."""

import datetime as dt
import sys
import time

import pytest

from asnquiz.programs.clock import SystemClock

WIB, WITA, WIT = 7 * 60, 8 * 60, 9 * 60


def test_a_moment_is_the_present_time_in_whole_milliseconds() -> None:
    before = dt.datetime.now(dt.UTC) - dt.timedelta(milliseconds=1)
    moment = SystemClock(0).now()
    assert before <= moment.utc <= dt.datetime.now(dt.UTC)
    assert moment.utc.microsecond % 1000 == 0


def test_the_counter_goes_on_from_the_highest_that_was_kept() -> None:
    clock = SystemClock(41)
    assert [clock.now().counter for _ in range(3)] == [42, 43, 44]


def test_the_counter_goes_on_from_data_of_another_computer_but_never_back() -> None:
    clock = SystemClock(41)
    clock.count_on(100)
    clock.count_on(7)
    assert clock.now().counter == 101


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the zone of the start")
def test_a_zone_that_changes_while_the_program_runs_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock(0)
    offsets = []
    with monkeypatch.context() as computer:
        for zone in ("WIB-7", "WITA-8", "WIT-9", "UTC0", "XYZ3:30"):
            computer.setenv("TZ", zone)
            offsets.append(clock.now().offset_minutes)
    time.tzset()
    assert offsets == [WIB, WITA, WIT, 0, -210]


def test_the_monotonic_clock_is_not_set_back() -> None:
    clock = SystemClock(0)
    readings = [clock.monotonic_ms() for _ in range(100)]
    assert readings == sorted(readings)
