"""Counting votes: how many for each row of an item, how many answered, and how the talk shifted them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from asnquiz.domain.answering import Answer, choice_count
from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.briefing_course import AGAIN, FIRST, Course, Given
from asnquiz.domain.pack import Item


@dataclass(frozen=True)
class Tally:
    """One vote. `counts` has a number for each row of the item, in the item's own order.

    Attributes:
        answered: how many votes were given; of an item with several right rows, fewer than the counts add up to.
    """

    counts: tuple[int, ...]
    answered: int


def tally(step: int, round_: int, item: Item, briefing: Briefing, course: Course) -> Tally | None:
    """The votes of one round, None where there was none. Hands and cards were counted, everything else is added up."""
    if briefing.way.counted:
        counts = course.counts.get((step, round_))
        return None if counts is None else Tally(counts, sum(counts))
    # What was typed in from paper is taken back by an empty answer.
    given = [one.answer for one in course.given(step, item.id, round_).values() if one.answer]
    if not given and course.state(step).round < round_:
        return None
    chosen = Counter(row for answer in given for row in answer)
    return Tally(tuple(chosen[row] for row in range(choice_count(item))), len(given))


def tallies(step: int, item: Item, briefing: Briefing, course: Course) -> tuple[Tally | None, Tally | None]:
    """Before and after the talk."""
    return tally(step, FIRST, item, briefing, course), tally(step, AGAIN, item, briefing, course)


@dataclass(frozen=True)
class Turn:
    """How those who voted twice moved, by whether they were right before and after the talk."""

    kept_right: int
    to_right: int
    to_wrong: int
    kept_wrong: int


def turn(before: Mapping[int, Given], after: Mapping[int, Given], right: Answer) -> Turn:
    """Counts those who answered in both rounds; `right` is the item's key."""
    both = Counter((before[one].answer == right, after[one].answer == right) for one in before.keys() & after.keys())
    return Turn(both[True, True], both[False, True], both[True, False], both[False, False])


def expected(briefing: Briefing, course: Course) -> int | None:
    """How many may answer: who came in; None where hands or cards are counted and nobody has to have come in."""
    return None if briefing.way.counted else len(course.present)


def question_number(step: int, briefing: Briefing) -> tuple[int, int]:
    """Which of the plan's votes a step is, from 1, and of how many."""
    votes = [at for at, one in enumerate(briefing.steps) if one.kind is StepKind.QUESTION]
    return votes.index(step) + 1, len(votes)
