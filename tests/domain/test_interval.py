"""Intervals against published tables, and at the ends of the scale."""

import math
from fractions import Fraction

import pytest

from asnquiz.domain.interval import mean_interval, wilson


@pytest.mark.parametrize(
    ("part", "whole", "lower", "upper"),
    [
        # Newcombe 1998, Stat. Med. 17:857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (8, 10, 0.4902, 0.9433),
        (10, 10, 0.7225, 1.0),
    ],
)
def test_a_share_has_the_published_interval(part: int, whole: int, lower: float, upper: float) -> None:
    assert wilson(part, whole) == pytest.approx((lower, upper), abs=5.1e-5)


def test_a_share_stays_within_nothing_and_all() -> None:
    assert wilson(0, 0) is None
    for whole in (1, 2, 3, 7, 30, 99, 100_000):
        none, every = wilson(0, whole), wilson(whole, whole)
        assert none is not None
        assert every is not None
        assert none[0] == 0 < none[1] < 1
        assert 0 < every[0] < 1 == every[1]
        assert every[0] == pytest.approx(1 - none[1])


@pytest.mark.parametrize(
    ("people", "student"),
    # The 0.975 quantiles of Student's t, as every table has them.
    [(6, 2.570582), (10, 2.262157), (20, 2.093024), (30, 2.045230), (100, 1.984217), (10**6, 1.959966)],
)
def test_a_mean_has_the_interval_of_students_t(people: int, student: float) -> None:
    """Half of the people at 60 and half at 80: the mean is 70, and the deviation 10 √(n / (n - 1))."""
    found = mean_interval(people, Fraction(70 * people), Fraction(people * (60**2 + 80**2), 2))
    half = student * 10 / math.sqrt(people - 1)
    assert found == pytest.approx((70 - half, 70 + half), abs=1e-5 / math.sqrt(people))


def test_a_mean_of_too_few_has_no_interval_and_one_of_equals_no_width() -> None:
    for people in range(6):
        assert mean_interval(people, Fraction(50 * people), Fraction(2500 * people)) is None
    assert mean_interval(6, Fraction(2), Fraction(2, 3)) == (1 / 3, 1 / 3)
