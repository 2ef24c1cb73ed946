"""The two tests around the lessons: half an exam each, of one blueprint and without a common item."""

from collections import Counter
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.drawing import draw_posttest, draw_pretest, half_of
from asnquiz.domain.pack import Blueprint, Item, Phase
from tests import builders

PHASES = tuple(Phase)


def blueprint(*counts: int, max_per_rule: int = 1, **topics: int) -> Blueprint:
    return Blueprint(sum(counts), 45, 75, dict(zip(PHASES, counts, strict=True)), max_per_rule, topics)


def items(count: int, rules: int) -> tuple[Item, ...]:
    return tuple(
        builders.item(
            id=f"soal-{number}", phase=PHASES[number % 3], rules=(f"aturan-{number % rules}",), topic="ab"[number % 2]
        )
        for number in range(count)
    )


@pytest.mark.parametrize(
    ("exam", "half"),
    [
        # 15 of 30: 5, 6.5 and 3.5, of which the two halves make one more, for the earlier phase.
        (blueprint(10, 13, 7), (5, 7, 3)),
        # 10 of 20: 4.5, 4.5 and 1.
        (blueprint(9, 9, 2), (5, 4, 1)),
        # Never under 9: of 12 that is 3/4, so 1.5, 3 and 4.5.
        (blueprint(2, 4, 6), (2, 3, 4)),
        # An odd number rounds up: 13 of 25.
        (blueprint(0, 0, 25), (0, 0, 13)),
        # An exam of fewer than 9 is taken whole.
        (blueprint(1, 2, 3), (1, 2, 3)),
        (blueprint(0, 2, 0), (0, 2, 0)),
    ],
)
def test_half_an_exam_keeps_the_shares_of_the_phases(exam: Blueprint, half: tuple[int, int, int]) -> None:
    found = half_of(exam)
    assert tuple(found.phase[phase] for phase in PHASES) == half
    assert found.items == sum(half)


def test_half_an_exam_asks_every_rule_once_and_topics_at_least_half_as_often() -> None:
    found = half_of(blueprint(10, 10, 10, max_per_rule=3, a=7, b=1))
    assert found.max_per_rule == 1
    assert found.topics == {"a": 3, "b": 0}


@given(st.tuples(*[st.integers(0, 40)] * 3).filter(any))
def test_half_an_exam_is_within_it_and_each_share_within_one_question(counts: tuple[int, int, int]) -> None:
    exam = blueprint(*counts)
    found = half_of(exam)
    assert sum(found.phase.values()) == found.items == min(exam.items, max(9, (exam.items + 1) // 2))
    for phase, count in exam.phase.items():
        assert found.phase[phase] <= count
        assert abs(found.phase[phase] - count * found.items / exam.items) < 1


def ids(drawn: Iterable[Item] | None) -> set[str]:
    assert drawn is not None
    return {item.id for item in drawn}


def test_both_tests_meet_the_blueprint_and_share_no_item() -> None:
    pool, half = items(90, rules=60), half_of(blueprint(10, 13, 7))
    for seed in range(30):
        random = Random(seed)
        first = draw_pretest(pool, half, random, ())
        assert first is not None
        second = draw_posttest(pool, half, random, first, ids(first))
        assert second is not None
        assert not ids(first) & ids(second)
        for drawn in (first, second):
            assert len(ids(drawn)) == 15
            assert Counter(item.phase for item in drawn) == half.phase
            assert max(Counter(rule for item in drawn for rule in item.rules).values()) == 1


def test_the_second_asks_about_the_rules_of_the_first_where_it_can() -> None:
    """Ninety items of 45 rules: each rule has two, both of one phase."""
    pool = items(90, rules=45)
    for seed in range(10):
        random = Random(seed)
        first = draw_pretest(pool, half_of(blueprint(10, 10, 10)), random, ())
        assert first is not None
        second = draw_posttest(pool, half_of(blueprint(10, 10, 10)), random, first, ids(first))
        assert {item.rules for item in first} == {item.rules for item in second or ()}


def test_what_earlier_tests_asked_comes_last() -> None:
    pool, half = items(60, rules=60), half_of(blueprint(10, 10, 10))
    seen = ids(pool[:30])
    random = Random(1)
    first = draw_pretest(pool, half, random, seen)
    assert not ids(first) & seen
    second = draw_posttest(pool, half, random, first or (), seen | ids(first))
    assert not ids(second) & (seen | ids(first))
    # When all have been seen, a test is drawn all the same.
    assert len(ids(draw_pretest(pool, half, random, ids(pool)))) == 15


def test_a_first_test_leaves_enough_for_the_second() -> None:
    """Six items a phase, of which each test asks three: the two halves of the pool."""
    pool, half = items(18, rules=18), half_of(blueprint(3, 3, 3))
    for seed in range(20):
        first = draw_pretest(pool, half, Random(seed), ())
        assert first is not None
        second = draw_posttest(pool, half, Random(seed), first, ())
        assert ids(first) | ids(second) == ids(pool)


def test_where_two_tests_do_not_fit_there_is_no_first_one() -> None:
    assert draw_pretest(items(15, rules=15), half_of(blueprint(3, 3, 3)), Random(1), ()) is None
    assert draw_pretest((), half_of(blueprint(3, 3, 3)), Random(1), ()) is None


def test_the_seed_decides() -> None:
    pool, half = items(90, rules=60), half_of(blueprint(10, 13, 7))
    first, again, other = (draw_pretest(pool, half, Random(seed), ()) for seed in (1, 1, 2))
    assert first == again != other
