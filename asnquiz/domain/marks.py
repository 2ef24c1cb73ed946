"""Questions that were asked, each with whether it was answered rightly, and counted by what they are about."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from asnquiz.domain.answering import is_right
from asnquiz.domain.attempt import Attempt, Score
from asnquiz.domain.pack import Item, Pack

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Mark:
    """One question and how its answer turned out; without an answer it is not right."""

    item: Item
    right: bool


def marks_of(attempt: Attempt, pack: Pack) -> tuple[Mark, ...]:
    """Every question of an attempt in its order, on the pack that it was frozen with."""
    items = [pack.item_by_id[frozen.item] for frozen in attempt.items]
    return tuple(Mark(item, is_right(item, attempt.answer_of(item.id))) for item in items)


def count(marks: Iterable[Mark], keys: Callable[[Item], Iterable[K]]) -> dict[K, Score]:
    """How many of how many are right, for each of the things that a question is about; in order of appearance."""
    asked: Counter[K] = Counter()
    right: Counter[K] = Counter()
    for mark in marks:
        for key in keys(mark.item):
            asked[key] += 1
            right[key] += mark.right
    return {key: Score(right[key], total) for key, total in asked.items()}


def total(marks: Iterable[Mark]) -> Score:
    """How many of how many are right in all."""
    outcomes = [mark.right for mark in marks]
    return Score(sum(outcomes), len(outcomes))
