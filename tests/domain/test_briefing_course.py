"""The course of a briefing: what is left of events, one after another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    KINDS,
    NAMES,
    Answered,
    Closed,
    Counted,
    Course,
    Given,
    Happening,
    Opened,
    Removed,
    Returned,
    Revealed,
    StepState,
    after,
    course_of,
    numbered,
)
from tests import briefings, builders
from tests.briefings import ASKED

SINGLE = ASKED[0]


def stands(*happened: Happening) -> Course:
    return course_of(briefings.events(*happened))


def test_steps_remember_how_far_they_are() -> None:
    assert stands().state(4) == StepState()
    opened = stands(Opened(4, FIRST))
    assert opened.state(4) == StepState(FIRST, open=True, opened=builders.moment(2))
    assert not stands(Opened(4, FIRST), Closed(4)).state(4).open
    revealed = stands(Opened(4, FIRST), Opened(4, AGAIN), Revealed(4)).state(4)
    assert (revealed.round, revealed.open, revealed.revealed) == (AGAIN, False, True)
    assert opened.state(5) == StepState()


def test_whoever_came_back_has_another_secret_and_whoever_was_taken_out_counts_no_more() -> None:
    course = stands(briefings.joined(1), briefings.joined(2), Returned(2, "neu"), Removed(1))
    assert [one.number for one in course.present] == [2]
    assert course.present[0].token == "neu"  # noqa: S105
    assert course.present[0].joined == builders.moment(3)
    assert (course.counts_for(1), course.counts_for(2), course.counts_for(3)) == (False, True, False)


def test_the_last_answer_of_each_round_counts_and_that_after_the_talk_is_scored() -> None:
    course = stands(
        briefings.joined(1),
        briefings.joined(2),
        Answered(1, 4, SINGLE, FIRST, (0,), 1),
        Answered(1, 4, SINGLE, FIRST, (1,), 2),
        Answered(2, 4, SINGLE, FIRST, (3,), 1),
        Answered(1, 4, SINGLE, AGAIN, (2,), 1),
    )
    assert course.given(4, SINGLE, FIRST)[1] == Given((1,), 2, builders.moment(5))
    assert {who: one.answer for who, one in course.final(4, SINGLE).items()} == {1: (2,), 2: (3,)}
    assert course.given(5, SINGLE, FIRST) == {}


def test_counts_of_hands_replace_one_another() -> None:
    assert stands(Counted(4, FIRST, (1, 2)), Counted(4, FIRST, (3, 4)), Counted(4, AGAIN, (5, 6))).counts == {
        (4, FIRST): (3, 4),
        (4, AGAIN): (5, 6),
    }


def test_every_happening_has_a_name_of_its_own() -> None:
    assert {KINDS[name] for name in NAMES.values()} == set(NAMES)


@given(st.lists(st.sampled_from([Opened(4, 1), Closed(4), Revealed(4), briefings.joined(1), Removed(1)]), max_size=20))
def test_a_course_goes_on_from_wherever_it_was_folded_to(happened: list[Happening]) -> None:
    people = [briefings.joined(1), *happened]
    course = Course()
    for event in numbered(course, people, builders.moment()):
        before, course = course, after(course, event)
        assert course.happened == before.happened + 1 == event.number
    events = list(numbered(Course(), people, builders.moment()))
    assert all(later.number == earlier.number + 1 for earlier, later in pairwise(events))
    assert course == course_of(events)
