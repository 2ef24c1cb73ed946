"""A PIN that is right, wrong, or forgotten; nothing that was learned depends on it."""

import datetime as dt

import pytest

from asnquiz.domain.person import Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.learner import LearnerDatabase
from asnquiz.usecases.guard_profile import (
    Waiting,
    enter,
    remove_pin,
    say_forgotten,
    set_pin,
    standing,
    take_off_forgotten,
)
from tests import builders
from tests.fakes import FakeClock
from tests.storage.conftest import path, store

__all__ = ["path", "store"]

PIN = "2468"
SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def siti(store: LearnerDatabase) -> Profile:
    profile = builders.profile()
    store.add_profile(profile)
    return set_pin(profile, PIN, store)


def wrong(siti: Profile, store: LearnerDatabase, clock: FakeClock, times: int) -> None:
    for _ in range(times):
        with pytest.raises(Refusal):
            enter(siti, "1111", store=store, clock=clock)


def test_only_the_right_pin_lets_in(siti: Profile, store: LearnerDatabase, clock: FakeClock) -> None:
    assert siti.has_pin
    assert enter(siti, PIN, store=store, clock=clock) is None
    with pytest.raises(Refusal, match="PIN keliru"):
        enter(siti, "2469", store=store, clock=clock)


def test_after_three_wrong_ones_even_the_right_one_waits(
    siti: Profile, store: LearnerDatabase, clock: FakeClock
) -> None:
    wrong(siti, store, clock, 3)
    with pytest.raises(Waiting) as waiting:
        enter(siti, PIN, store=store, clock=clock)
    assert waiting.value.left_ms == 30 * SECOND
    assert str(waiting.value) == "PIN sudah beberapa kali keliru. Tunggu 30 detik, lalu coba lagi."
    clock.go_on(30 * SECOND - 1)
    assert standing(siti, store=store, clock=clock).left_ms == 1
    clock.go_on(1)
    wrong(siti, store, clock, 1)
    assert standing(siti, store=store, clock=clock).left_ms == MINUTE
    clock.go_on(MINUTE)
    enter(siti, PIN, store=store, clock=clock)
    wrong(siti, store, clock, 2)
    assert standing(siti, store=store, clock=clock).left_ms == 0, "the right one has taken the others back"


def test_a_clock_that_is_set_back_a_year_costs_no_more_than_what_was_left(
    siti: Profile, store: LearnerDatabase, clock: FakeClock
) -> None:
    wrong(siti, store, clock, 3)
    clock.set_wall(-365 * 24 * HOUR)
    assert standing(siti, store=store, clock=clock).left_ms == 30 * SECOND
    clock.go_on(30 * SECOND)
    enter(siti, PIN, store=store, clock=clock)


def test_a_forgotten_pin_is_taken_off_after_a_day_and_no_attempt_is_lost(
    siti: Profile, store: LearnerDatabase, clock: FakeClock
) -> None:
    attempt = builders.attempt(builders.pack(), siti.id)
    store.begin(attempt, b"compiled")
    said = say_forgotten(siti, store=store, clock=clock)
    assert said.forgotten == clock.now().local
    assert said.until == clock.now().local + dt.timedelta(hours=24)
    with pytest.raises(Refusal, match="24 jam"):
        take_off_forgotten(siti, store=store, clock=clock)
    clock.go_on(24 * HOUR)
    assert standing(siti, store=store, clock=clock).may_be_taken_off
    without = take_off_forgotten(siti, store=store, clock=clock)
    assert not without.has_pin
    assert [one.has_pin for one in store.profiles()] == [False]
    assert [one.id for one in store.summaries(siti.id)] == [attempt.id]


def test_the_right_pin_cancels_the_request_and_says_when_it_was_made(
    siti: Profile, store: LearnerDatabase, clock: FakeClock
) -> None:
    say_forgotten(siti, store=store, clock=clock)
    then = clock.now().local
    wrong(siti, store, clock, 1)
    clock.go_on(5 * HOUR)
    assert enter(siti, PIN, store=store, clock=clock) == then
    assert standing(siti, store=store, clock=clock).forgotten is None
    assert enter(siti, PIN, store=store, clock=clock) is None
    clock.go_on(24 * HOUR)
    with pytest.raises(Refusal, match="24 jam"):
        take_off_forgotten(siti, store=store, clock=clock)


def test_without_a_pin_there_is_nothing_to_take_off(siti: Profile, store: LearnerDatabase, clock: FakeClock) -> None:
    without = remove_pin(siti, store)
    say_forgotten(without, store=store, clock=clock)
    clock.go_on(48 * HOUR)
    with pytest.raises(Refusal):
        take_off_forgotten(without, store=store, clock=clock)
