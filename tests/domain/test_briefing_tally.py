"""Counting votes: per row, by whatever way they came, and how the talk shifted them."""

from dataclasses import replace

import pytest

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Counted,
    Course,
    Happening,
    Opened,
    Removed,
    course_of,
)
from asnquiz.domain.briefing_tally import Tally, Turn, expected, question_number, tallies, tally, turn
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


def test_there_are_no_votes_before_a_round_is_opened_and_none_given_are_noughts() -> None:
    assert votes(stands()) is None
    assert votes(stands(Opened(TALKED, FIRST))) == Tally((0, 0, 0, 0), 0)
    assert votes(stands(Opened(TALKED, FIRST)), round_=AGAIN) is None
    assert tallies(TALKED, PACK.item_by_id[SINGLE], BRIEFING, stands(Opened(TALKED, AGAIN))) == (
        Tally((0, 0, 0, 0), 0),
        Tally((0, 0, 0, 0), 0),
    )


def test_votes_for_several_rows_add_up_to_more_than_there_were() -> None:
    given = [Answered(1, PRETEST, MULTIPLE, FIRST, (0, 2), 1), Answered(2, PRETEST, MULTIPLE, FIRST, (0,), 1)]
    assert votes(stands(*given), PRETEST, item=MULTIPLE) == Tally((2, 0, 1, 0), 2)


def test_nothing_counts_of_whoever_was_taken_out() -> None:
    given = [Answered(number, VOTE, VERDICT, FIRST, (number - 1,), 1) for number in (1, 2, 3)]
    assert votes(stands(*given, Removed(2)), VOTE, item=VERDICT) == Tally((1, 0, 1), 2)


def test_hands_and_cards_are_as_they_were_counted() -> None:
    counted = (
        Counted(TALKED, FIRST, (1, 2, 3, 4)),
        Counted(TALKED, FIRST, (0, 2, 9, 4)),
        Counted(TALKED, AGAIN, (0, 0, 15, 0)),
    )
    for way in (Way.HANDS, Way.CARDS):
        course = stands(*counted, Answered(1, TALKED, SINGLE, FIRST, (0,), 1))
        assert votes(course, way=way) == Tally((0, 2, 9, 4), 15)
        assert votes(course, round_=AGAIN, way=way) == Tally((0, 0, 15, 0), 15)
        assert votes(stands(Opened(TALKED, FIRST)), way=way) is None


@pytest.mark.parametrize(
    ("way", "count"), [(Way.PHONES, 2), (Way.TABLES, 2), (Way.PAPER, 2), (Way.HANDS, None), (Way.CARDS, None)]
)
def test_as_many_may_answer_as_came_in_and_were_not_taken_out(way: Way, count: int | None) -> None:
    assert expected(replace(BRIEFING, way=way), stands(Removed(3))) == count


def test_the_shift_is_of_those_who_voted_twice() -> None:
    """Four who moved in each way, one who came for the second vote and one who left after the first."""
    moves = {1: ((2,), (2,)), 2: ((0,), (2,)), 3: ((2,), (1,)), 4: ((0,), (1,)), 5: (None, (2,)), 6: ((2,), None)}
    given = [
        Answered(number, TALKED, SINGLE, round_, answer, 1)
        for number, both in moves.items()
        for round_, answer in zip((FIRST, AGAIN), both, strict=True)
        if answer is not None
    ]
    course = course_of(briefings.events(*map(briefings.joined, moves), *given))
    before, later = (course.given(TALKED, SINGLE, round_) for round_ in (FIRST, AGAIN))
    assert turn(before, later, (2,)) == Turn(kept_right=1, to_right=1, to_wrong=1, kept_wrong=1)


def test_votes_are_numbered_among_the_votes() -> None:
    assert (question_number(TALKED, BRIEFING), question_number(VOTE, BRIEFING)) == ((1, 2), (2, 2))
