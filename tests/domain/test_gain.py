"""Normalised gain and change: published figures, hand computations, and the guards where a figure would mislead."""

from fractions import Fraction
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.attempt import Score
from asnquiz.domain.gain import Band, Change, GroupGain, compare, group_gain, normalised_change, normalised_gain
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
    spread = [(pre + off, post - Fraction(off, 2)) for off in range(-10, 11)]
    group = group_gain(spread)
    assert (group.mean_before, group.mean_after, group.gain, group.band) == (pre, post, gain, Band.HIGH)
    assert group.mean_change != gain


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


def test_a_group_by_hand() -> None:
    """The means are 45 and 51 2/3, so of 55 that were missing 6 2/3; the changes 1/2, 1/2, -2/5, 0, and twice none."""
    pairs = [(40, 70), (0, 50), (100, 60), (30, 30), (0, 0), (100, 100)]
    group = group_gain([(Fraction(pre), Fraction(post)) for pre, post in pairs])
    assert group == GroupGain(
        people=6,
        mean_before=Fraction(45),
        mean_after=Fraction(310, 6),
        gain=Fraction(40, 6) / 55,
        mean_change=Fraction(3, 20),
        rose=2,
        fell=1,
        same=3,
        mastered=2,
    )
    assert group.band is None


@pytest.mark.parametrize(
    ("people", "before", "after", "gain", "band"),
    [
        (9, 0, 100, 1, None),
        (10, 0, 70, Fraction(7, 10), Band.HIGH),
        (10, 50, 65, Fraction(3, 10), Band.MEDIUM),
        (10, 50, 64, Fraction(28, 100), Band.LOW),
        (10, 50, 49, Fraction(-1, 50), None),
        (10, 100, 100, None, None),
    ],
)
def test_a_group_has_a_band_from_ten_people_on(
    people: int, before: int, after: int, gain: Fraction | None, band: Band | None
) -> None:
    group = group_gain([(Fraction(before), Fraction(after))] * people)
    assert (group.gain, group.band) == (gain, band)


def test_nobody_gained_nothing() -> None:
    assert group_gain([]) == GroupGain(0, None, None, None, None, 0, 0, 0, 0)


@given(st.lists(st.tuples(percents, percents), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_a_group_is_its_people_in_any_order(pairs: list[tuple[Fraction, Fraction]], chance: Random) -> None:
    group = group_gain(pairs)
    shuffled = chance.sample(pairs, len(pairs))
    assert group_gain(iter(shuffled)) == group
    assert group.rose + group.fell + group.same == group.people == len(pairs)
    changes = [change for pair in pairs if (change := normalised_change(*pair)) is not None]
    assert group.mean_change == (mean(changes) if changes else None)
    assert group.mean_before == mean(pre for pre, _ in pairs)
    assert group.mean_after == mean(post for _, post in pairs)
