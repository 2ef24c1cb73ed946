"""Counting votes: per row, by whatever way they came, and how the talk shifted them."""

from dataclasses import replace

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import (
    FIRST,
    Answered,
    Course,
    Happening,
    course_of,
)
from asnquiz.domain.briefing_tally import Tally, tally
from tests import briefings, builders
from tests.briefings import ASKED

SINGLE, MULTIPLE, VERDICT = ASKED
PRETEST, TALKED, VOTE = 1, 4, 5
PACK = builders.pack()
BRIEFING = briefings.briefing()


def stands(*happened: Happening) -> Course:
    people = (briefings.joined(number, people=number) for number in (1, 2, 3))
    return course_of(briefings.events(*people, *happened))


def votes(
    course: Course, step: int = TALKED, round_: int = FIRST, item: str = SINGLE, way: Way = Way.PHONES
) -> Tally | None:
    return tally(step, round_, PACK.item_by_id[item], replace(BRIEFING, way=way), course)


def test_what_is_taken_back_from_paper_is_no_vote() -> None:
    typed = [Answered(1, TALKED, SINGLE, FIRST, (2,), 1), Answered(2, TALKED, SINGLE, FIRST, (0,), 1)]
    assert votes(stands(*typed), way=Way.PAPER) == Tally((1, 0, 1, 0), 2)
    assert votes(stands(*typed, Answered(2, TALKED, SINGLE, FIRST, (), 2)), way=Way.PAPER) == Tally((0, 0, 1, 0), 1)
    assert votes(stands(typed[0], Answered(1, TALKED, SINGLE, FIRST, (), 2)), way=Way.PAPER) is None
