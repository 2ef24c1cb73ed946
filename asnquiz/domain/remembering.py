"""When a rule is to be repeated and how well it is remembered until then: spaced repetition by FSRS, in whole days.

Only here fsrs is used, and it is imported where something is graded or estimated: what is due is a comparison of times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from asnquiz.domain.attempt import UNSURE
from asnquiz.domain.learned import Recall

if TYPE_CHECKING:
    from fsrs import Scheduler

    from asnquiz.domain.moment import Moment
    from asnquiz.domain.pack import Item, Pack

# The ratings of FSRS; its fourth, easy, has no answer of ours.
AGAIN, HARD, GOOD = 1, 2, 3

# FSRS's own default, in the middle of the 0.75 to 0.95 that its authors recommend (fsrs4anki_scheduler.js).
RETENTION = 0.9
# FSRS would wait up to a century. A year is our choice: the law that a rule stands on may change within it.
LONGEST_DAYS = 365


def rating_of(*, right: bool, certainty: str | None) -> int:
    """How an answer grades its rules; where certainty was not asked, a right one counts as sure."""
    if not right:
        return AGAIN
    return HARD if certainty == UNSURE else GOOD


def grade(graded: Iterable[tuple[str, int]], at: Moment, latest: Mapping[str, Recall]) -> tuple[Recall, ...]:
    """The recalls that come of rules and their ratings, in this order; `latest` has each rule's last one so far.

    A rule enters by a rating below good; before that, nothing is to be repeated.
    """
    known = dict(latest)
    given: list[Recall] = []
    for rule, rating in graded:
        before = known.get(rule)
        if before or rating < GOOD:
            known[rule] = recall(rule, rating, at, before)
            given.append(known[rule])
    return tuple(given)


def recall(rule: str, rating: int, at: Moment, before: Recall | None) -> Recall:
    """One grading of a rule, after its last one.

    FSRS has its default parameters, no learning steps and no chance, so every interval is 1 to LONGEST_DAYS days, drawn
    up so that the rule is recalled with a probability of RETENTION at its end. Days are the person's own calendar days,
    as in Anki: what was missed in the evening is due from the next morning on.
    """
    from fsrs import Card, Rating

    today = _utc_midnight(at.local.date())
    card = Card.from_json(before.card) if before else Card(card_id=0, due=today)
    card, _ = _scheduler().review_card(card, Rating(rating), today)
    return Recall(rule, rating, at, card.due - dt.timedelta(minutes=at.offset_minutes), card.to_json())


def is_card(card: str) -> bool:
    """Whether a text is what FSRS keeps of a rule, so that it can be graded again."""
    from fsrs import Card, Rating

    try:
        read = Card.from_json(card)
        _scheduler().review_card(read, Rating.Good, read.due)
    except Exception:  # whatever the library makes of a stranger's text
        return False
    return True


def due_day(last: Recall) -> dt.date:
    """The day from whose beginning on a rule is due, where it was recalled last."""
    return (last.due + dt.timedelta(minutes=last.at.offset_minutes)).date()


def retrievability(last: Recall, day: dt.date) -> float:
    """The estimated probability, 0 to 1, that a rule is recalled on a day after its last recall."""
    from fsrs import Card

    return _scheduler().get_card_retrievability(Card.from_json(last.card), _utc_midnight(day))


def askable(pack: Pack) -> Mapping[str, Sequence[Item]]:
    """The rules that may be repeated, each with the items that ask it: what decides no score is not repeated."""
    scorable = {rule.id for rule in pack.rules if rule.scorable}
    found: dict[str, list[Item]] = {}
    for item in pack.scored_items:
        for rule in scorable.intersection(item.rules):
            found.setdefault(rule, []).append(item)
    return found


def due_items(
    latest: Sequence[Recall], items: Mapping[str, Sequence[Item]], asked: Mapping[str, int], now: dt.datetime
) -> tuple[Item, ...]:
    """One item for each rule that is due at `now`, the longest due first; an item that asks two of them stands once.

    Of a rule's items the one that was not asked for the longest time is taken; `asked` orders those that were.
    """
    chosen: dict[str, Item] = {}
    covered: set[str] = set()
    for last in sorted(latest, key=lambda one: one.due):
        if last.due <= now and last.rule in items and last.rule not in covered:
            item = min(items[last.rule], key=lambda one: asked.get(one.id, -1))
            chosen[item.id] = item
            covered.update(item.rules)
    return tuple(chosen.values())


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def _utc_midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
