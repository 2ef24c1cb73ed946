"""Normalised gain and change: published figures, hand computations, and the guards where a figure would mislead."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.attempt import Score
from asnquiz.domain.gain import Band, Change, compare, normalised_change, normalised_gain
from asnquiz.domain.marks import Mark
from asnquiz.domain.pack import Phase
from tests import builders

percents = st.integers(0, 100).map(Fraction)
scores = st.integers(1, 40).flatmap(lambda total: st.integers(0, total).map(lambda right: Score(right, total)))


def test_the_published_example() -> None:
    """BMC Med Educ 2021;21:210, Table 1: out of 20 marks a mean gain of 11.1, which is 225.8 % of the first result.

    So the first was 11.1 / 2.258 and the second 11.1 more; the gain is printed as 0.73, cut off after two places.
    """
    before = Fraction("11.1") / Fraction("2.258")
    pre, post = (mark * 100 / 20 for mark in (before, before + Fraction("11.1")))
    gain = normalised_gain(pre, post)
    assert gain is not None
    assert float(post - pre) == pytest.approx(55.55, abs=0.06)
    assert float(gain) == pytest.approx(0.73, abs=0.01)
    assert float(gain) == pytest.approx(0.7359, abs=0.0001)


@pytest.mark.parametrize(
    ("pre", "post", "gain", "change"),
    [
        (40, 70, Fraction(1, 2), Fraction(1, 2)),  # 30 of the 60 that were missing
        (0, 25, Fraction(1, 4), Fraction(1, 4)),
        (80, 100, 1, 1),
        (50, 50, 0, 0),
        (50, 40, Fraction(-1, 5), Fraction(-1, 5)),
        (80, 60, -1, Fraction(-1, 4)),  # Hake's figure for a fall depends on what was missing, the change does not
        (90, 0, -9, -1),
        (100, 60, None, Fraction(-2, 5)),
        (100, 100, None, None),
        (0, 0, 0, None),
    ],
)
def test_by_hand(pre: int, post: int, gain: Fraction | int | None, change: Fraction | int | None) -> None:
    assert normalised_gain(Fraction(pre), Fraction(post)) == gain
    assert normalised_change(Fraction(pre), Fraction(post)) == change


@given(percents, percents)
def test_a_change_lies_between_the_loss_of_all_and_the_gain_of_all(pre: Fraction, post: Fraction) -> None:
    change = normalised_change(pre, post)
    assert (change is None) == (pre == post and pre in (0, 100))
    if change is not None:
        assert -1 <= change <= 1
        assert (change > 0) == (post > pre)
        assert (change < 0) == (post < pre)


@given(scores, scores)
def test_a_band_is_named_only_for_a_gain_over_enough_questions(before: Score, after: Score) -> None:
    change = Change(before, after)
    if change.band is not None:
        assert before.total >= 10
        assert after.total >= 10
        assert change.normalised is not None
        assert change.normalised >= 0
    assert change.mastered == (before.right == before.total)


@pytest.mark.parametrize(
    ("before", "after", "band"),
    [
        (Score(0, 10), Score(7, 10), Band.HIGH),
        (Score(5, 15), Score(11, 15), Band.MEDIUM),  # 6 of the 10 that were missing
        (Score(5, 15), Score(12, 15), Band.HIGH),
        (Score(0, 10), Score(3, 10), Band.MEDIUM),
        (Score(0, 100), Score(29, 100), Band.LOW),
        (Score(5, 10), Score(5, 10), Band.LOW),
        (Score(5, 10), Score(4, 10), None),
        (Score(0, 9), Score(9, 9), None),
        (Score(0, 9), Score(10, 10), None),
        (Score(10, 10), Score(10, 10), None),
        (Score(0, 10), Score(0, 10), None),
    ],
)
def test_bands_begin_at_three_and_at_seven_tenths(before: Score, after: Score, band: Band | None) -> None:
    assert Change(before, after).band is band


def mark(phase: Phase, rules: tuple[str, ...], *, right: bool) -> Mark:
    return Mark(builders.item(phase=phase, rules=rules), right)


def test_two_tests_are_compared_in_all_by_phase_and_by_the_rules_of_both() -> None:
    before = [
        mark(Phase.DURING, ("a",), right=True),
        mark(Phase.DURING, ("b", "c"), right=False),
        mark(Phase.BEFORE, ("d",), right=False),
    ]
    after = [
        mark(Phase.BEFORE, ("b",), right=True),
        mark(Phase.DURING, ("a", "e"), right=False),
        mark(Phase.AFTER, ("f",), right=True),
    ]
    found = compare(before, after)
    assert found.overall == Change(Score(1, 3), Score(2, 3))
    assert found.by_phase == {
        Phase.BEFORE: Change(Score(0, 1), Score(1, 1)),
        Phase.DURING: Change(Score(1, 2), Score(0, 1)),
    }
    assert list(found.by_phase) == [Phase.BEFORE, Phase.DURING]
    assert found.by_rule == {"a": Change(Score(1, 1), Score(0, 1)), "b": Change(Score(0, 1), Score(1, 1))}
