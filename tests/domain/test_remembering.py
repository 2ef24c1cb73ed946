"""When rules are due again, held against the values that FSRS's own project publishes and against hand computations.

The values in capitals are those of py-fsrs 6.3.1, tests/test_basic.py (test_review_card and test_memo_state), for the
default parameters. Where an interval is 0 it has a step of minutes, after which it grades again on the same day.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.attempt import SURE, UNSURE
from asnquiz.domain.learned import Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Confidence, Item, Verdict
from asnquiz.domain.remembering import (
    AGAIN,
    GOOD,
    HARD,
    LONGEST_DAYS,
    RETENTION,
    askable,
    due_day,
    due_items,
    grade,
    rating_of,
    recall,
    retrievability,
)
from tests import builders

MORNING = dt.datetime(2026, 11, 21, 1, 0, tzinfo=dt.UTC)  # 08.00 in Jakarta
INTERVALS = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
GAPS, STABILITY, DIFFICULTY = [0, 0, 1, 3, 8, 21], 53.62691, 6.3574867

RATINGS = st.sampled_from([AGAIN, HARD, GOOD])
DAYS = st.integers(0, 400)


def at(day: int, counter: int = 1, offset: int = 420) -> Moment:
    return Moment(MORNING + dt.timedelta(days=day), offset, counter)


def recalled(ratings: Sequence[int], days: Sequence[int]) -> list[Recall]:
    """One rule graded on these days."""
    given: list[Recall] = []
    for rating, day in zip(ratings, days, strict=True):
        given.append(recall("aturan-1", rating, at(day), given[-1] if given else None))
    return given


def interval(one: Recall) -> int:
    return (due_day(one) - one.at.local.date()).days


def test_intervals_are_those_that_fsrs_publishes_up_to_our_bound() -> None:
    ratings = [*[GOOD] * 6, AGAIN, AGAIN, *[GOOD] * 5]
    days = [sum(INTERVALS[:place]) for place in range(len(INTERVALS))]
    pairs = zip(recalled(ratings, days), INTERVALS, strict=True)
    assert all(interval(one) == min(published, LONGEST_DAYS) for one, published in pairs if published)


def test_the_state_of_the_memory_is_the_one_that_fsrs_publishes() -> None:
    days = [sum(GAPS[: place + 1]) for place in range(len(GAPS))]
    card = json.loads(recalled([AGAIN, *[GOOD] * 5], days)[-1].card)
    assert card["stability"] == pytest.approx(STABILITY, abs=1e-4)
    assert card["difficulty"] == pytest.approx(DIFFICULTY, abs=1e-4)


@pytest.mark.parametrize(("rating", "days"), [(AGAIN, 1), (HARD, 1), (GOOD, 2)])
def test_the_first_interval_is_the_first_stability_in_whole_days(rating: int, days: int) -> None:
    # The first three default parameters are 0.212, 1.2931 and 2.3065 days, and a day is the least.
    assert interval(recall("aturan-1", rating, at(0), None)) == days


@given(st.lists(st.tuples(RATINGS, DAYS), min_size=1, max_size=12))
def test_every_interval_is_a_day_to_a_year_and_always_the_same(steps: list[tuple[int, int]]) -> None:
    days = [sum(gap for _, gap in steps[: place + 1]) for place in range(len(steps))]
    ratings = [rating for rating, _ in steps]
    given = recalled(ratings, days)
    assert all(1 <= interval(one) <= LONGEST_DAYS for one in given)
    assert given == recalled(ratings, days)


@given(RATINGS, DAYS)
def test_a_clock_that_was_set_back_is_borne(rating: int, back: int) -> None:
    first, second = recalled([HARD, rating], [0, -back])
    assert due_day(second) > second.at.local.date()
    assert 0 <= retrievability(second, first.at.local.date()) <= 1


@given(st.integers(0, 23), st.sampled_from([420, 480, 540]))
def test_what_was_missed_is_due_from_the_next_midnight_on(hour: int, offset: int) -> None:
    moment = Moment(dt.datetime(2026, 11, 21, hour, 30, tzinfo=dt.UTC), offset, 1)
    due = recall("aturan-1", AGAIN, moment, None).due
    local = (due + dt.timedelta(minutes=offset)).replace(tzinfo=None)
    assert local == dt.datetime.combine(moment.local.date() + dt.timedelta(days=1), dt.time())


@given(st.lists(RATINGS, min_size=1, max_size=6))
def test_the_estimate_falls_from_one_to_the_wished_retention_at_the_end_of_the_stability(ratings: list[int]) -> None:
    last = recalled(ratings, [place * 3 for place in range(len(ratings))])[-1]
    day = last.at.local.date()
    estimates = [retrievability(last, day + dt.timedelta(days=gone)) for gone in range(60)]
    assert estimates[0] == 1
    assert estimates == sorted(estimates, reverse=True)
    # By FSRS's definition the stability is when the estimate is 0.9.
    before = int(json.loads(last.card)["stability"])
    assert retrievability(last, day + dt.timedelta(days=before)) >= RETENTION
    assert retrievability(last, day + dt.timedelta(days=before + 1)) <= RETENTION


def test_an_answer_is_graded_by_outcome_and_certainty() -> None:
    assert rating_of(right=False, certainty=SURE) == AGAIN
    assert rating_of(right=False, certainty=UNSURE) == AGAIN
    assert rating_of(right=True, certainty=UNSURE) == HARD
    assert rating_of(right=True, certainty=SURE) == GOOD
    assert rating_of(right=True, certainty=None) == GOOD


@given(st.lists(st.tuples(st.sampled_from("abc"), RATINGS), max_size=12))
def test_a_rule_enters_when_it_is_missed_or_unsure_and_is_graded_from_then_on(graded: list[tuple[str, int]]) -> None:
    given = grade(graded, at(0), {})
    expected = []
    inside: set[str] = set()
    for rule, rating in graded:
        if rule in inside or rating != GOOD:
            inside.add(rule)
            expected.append((rule, rating))
    assert [(one.rule, one.rating) for one in given] == expected


def test_a_rule_in_repetition_is_graded_from_where_it_was() -> None:
    first = recall("aturan-1", AGAIN, at(0), None)
    assert grade([("aturan-1", GOOD)], at(1), {"aturan-1": first}) == (recall("aturan-1", GOOD, at(1), first),)


def test_only_rules_that_decide_scores_are_repeated_and_only_by_scored_items() -> None:
    kinds = {
        "pasti": builders.rule(id="pasti"),
        "beda": builders.rule(id="beda", verdict=Verdict.DIPERDEBATKAN),
        "lemah": builders.rule(id="lemah", confidence=Confidence.C),
        "diskusi": builders.rule(id="diskusi"),
        "sepi": builders.rule(id="sepi"),
    }
    both = builders.item(id="satu", rules=("pasti", "beda"))
    other = builders.item(id="dua", rules=("lemah", "pasti"))
    discussed = builders.item(id="tiga", rules=("diskusi",), scored=False)
    assert askable(builders.pack((both, other, discussed), rules=tuple(kinds.values()))) == {"pasti": [both, other]}


def items_of(**rules: tuple[str, ...]) -> dict[str, list[Item]]:
    items = {name: builders.item(id=name, rules=of) for name, of in rules.items()}
    every = sorted({rule for of in rules.values() for rule in of})
    return {rule: [one for one in items.values() if rule in one.rules] for rule in every}


def due(rule: str, days: int) -> Recall:
    return replace(builders.recall(rule), due=MORNING + dt.timedelta(days=days))


def test_the_longest_due_comes_first_and_what_is_not_due_stays() -> None:
    items = items_of(x=("a",), y=("b",), z=("c",))
    latest = [due("a", 0), due("b", -3), due("c", 1), due("tanpa-soal", -9)]
    assert [one.id for one in due_items(latest, items, {}, MORNING)] == ["y", "x"]


def test_of_a_rules_questions_the_one_asked_longest_ago_is_taken() -> None:
    items = items_of(lama=("a",), baru=("a",), belum=("a",))
    assert [one.id for one in due_items([due("a", 0)], items, {"lama": 3, "baru": 9}, MORNING)] == ["belum"]
    assert [one.id for one in due_items([due("a", 0)], items, {"lama": 3, "baru": 9, "belum": 12}, MORNING)] == ["lama"]


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(-5, 5)),
    st.lists(st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=8),
    st.dictionaries(st.integers(0, 7), st.integers(1, 99)),
)
def test_each_due_rule_is_asked_by_one_question_and_no_question_twice(
    days: dict[str, int], rules: list[set[str]], asked: dict[int, int]
) -> None:
    items = items_of(**{f"soal{place}": tuple(sorted(of)) for place, of in enumerate(rules)})
    latest = [due(rule, day) for rule, day in days.items()]
    chosen = due_items(latest, items, {f"soal{place}": counter for place, counter in asked.items()}, MORNING)
    wanted = {rule for rule, day in days.items() if day <= 0 and rule in items}
    assert len({one.id for one in chosen}) == len(chosen) <= len(wanted)
    assert wanted <= {rule for one in chosen for rule in one.rules}
    assert all(wanted & set(one.rules) for one in chosen)
