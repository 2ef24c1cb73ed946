"""Limits, by a clock that is set by hand."""

from dataclasses import dataclass

import pytest

from asnquiz.classroom.guard import MESSAGES, MOST_FROM_ONE, MOST_LINES, Guard, Tries


@dataclass
class Seconds:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def guard(clock: Seconds) -> Guard:
    return Guard(clock)


def test_what_was_used_up_comes_back_with_time(guard: Guard, clock: Seconds) -> None:
    within = guard.bucket(MESSAGES)
    assert [within.take() for _ in range(int(MESSAGES.burst) + 1)] == [True] * int(MESSAGES.burst) + [False]
    clock.now += 1
    assert [within.take() for _ in range(int(MESSAGES.per_second) + 1)] == [True] * int(MESSAGES.per_second) + [False]


def test_a_whole_hall_behind_one_address_comes_in_at_once_and_again(guard: Guard) -> None:
    for _ in range(3):  # with the page and with its line, after the network went away
        lines = [guard.let_in("192.168.1.1") for _ in range(300)]
        assert all(lines)
        for _ in lines:
            guard.left("192.168.1.1")


def test_one_address_never_takes_the_place_of_all_others(guard: Guard) -> None:
    assert sum(guard.let_in("192.168.1.66") for _ in range(2 * MOST_LINES)) == MOST_FROM_ONE
    assert all(guard.let_in(f"192.168.2.{at}") for at in range(200))


def test_there_is_an_end_to_connections_in_all(guard: Guard) -> None:
    assert sum(guard.let_in(f"10.0.{at // 200}.{at % 200}") for at in range(MOST_LINES + 10)) == MOST_LINES
    guard.left("10.0.0.1")
    assert guard.let_in("10.0.0.1")


def test_each_wrong_code_after_the_first_few_makes_the_next_try_wait_longer(guard: Guard, clock: Seconds) -> None:
    tries, waits = Tries(), []
    for at in range(10):
        clock.now += 1000
        guard.was_wrong(f"192.168.1.{at}", tries)
        waits.append(guard.wait("192.168.1.77", tries))
    assert waits == [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]


def test_guessing_on_new_connections_makes_its_address_wait_and_no_other(guard: Guard, clock: Seconds) -> None:
    looked_at = 0
    for _ in range(3600):  # a try each second for an hour
        clock.now += 1
        if guard.wait("192.168.1.66", Tries()) == 0:
            looked_at += 1
            guard.was_wrong("192.168.1.66", Tries())
        assert guard.wait("192.168.1.7", Tries()) == 0
    assert 900 <= looked_at <= 950  # of 614,656 codes


def test_guessing_from_many_addresses_is_slowed_in_all(guard: Guard, clock: Seconds) -> None:
    looked_at = 0
    for at in range(100_000):  # a hundred tries each second
        clock.now += 0.01
        if guard.wait(f"10.0.{at // 250 % 250}.{at % 250}", Tries()) == 0:
            looked_at += 1
            guard.was_wrong(f"10.0.{at // 250 % 250}.{at % 250}", Tries())
    assert looked_at <= 300 + 2 * 1000 + 1


def test_addresses_that_are_quiet_again_are_forgotten(guard: Guard, clock: Seconds) -> None:
    for at in range(20_000):
        clock.now += 1
        guard.wait(f"10.{at // 65_536}.{at // 256 % 256}.{at % 256}", Tries())
    assert len(guard._addresses) <= 4097
