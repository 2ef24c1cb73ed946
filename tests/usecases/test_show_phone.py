"""What phones show: what everybody sees where the briefing stands, and what one participant knows of themselves."""

from dataclasses import replace

import pytest

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Closed,
    Course,
    Ended,
    Happening,
    Opened,
    Pledged,
    Revealed,
    Submitted,
    Went,
    course_of,
)
from asnquiz.usecases import show_phone
from asnquiz.usecases.show_phone import OwnAnswer, OwnResult, PhoneRow, own_state, room_state
from tests import briefings, builders
from tests.briefings import ASKED, UNITS

SINGLE, MULTIPLE, VERDICT = ASKED
JOIN, PRETEST, LESSON, RULES, TALKED, VOTE, DEBATE, POSTTEST, PLEDGE, CLOSE = range(10)
PACK = builders.pack()
BRIEFING = briefings.briefing()


def stands(at: int, *happened: Happening) -> Course:
    return course_of(briefings.events(briefings.joined(1), briefings.joined(2), Went(at, 0), *happened))


def seen(at: int, *happened: Happening) -> show_phone.Screen:
    return room_state(BRIEFING, PACK, stands(at, *happened)).screen


def own(course: Course, participant: int = 1) -> show_phone.OwnState:
    return own_state(BRIEFING, PACK, course, course.participants[participant])


def test_the_form_asks_for_a_code_only_where_people_were_invited() -> None:
    form = show_phone.join_form(BRIEFING)
    assert (form.title, form.units) == (BRIEFING.occasion.title, UNITS)
    assert [
        (made.coded, made.tables)
        for made in map(show_phone.join_form, (BRIEFING, replace(BRIEFING, guests=(), way=Way.TABLES)))
    ] == [(True, False), (False, True)]


@pytest.mark.parametrize("at", [JOIN, LESSON, RULES, DEBATE, TALKED, VOTE, PRETEST, POSTTEST, CLOSE])
def test_phones_wait_where_nothing_is_asked(at: int) -> None:
    assert isinstance(seen(at), show_phone.Wait)


def test_every_state_counts_what_happened_and_says_how_old_the_law_is() -> None:
    state = room_state(BRIEFING, PACK, stands(TALKED, Opened(TALKED, FIRST)))
    assert (state.version, state.title) == (4, BRIEFING.occasion.title)
    assert "31 Januari 2026" in state.law


def test_a_vote_is_shown_with_the_letters_of_the_wall() -> None:
    shuffled = replace(
        BRIEFING, items=tuple(replace(one, order=(3, 1, 0, 2)) if one.item == SINGLE else one for one in BRIEFING.items)
    )
    vote = room_state(shuffled, PACK, stands(TALKED, Opened(TALKED, FIRST))).screen
    assert isinstance(vote, show_phone.Vote)
    assert (vote.step, vote.round, vote.place, vote.of, vote.open) == (TALKED, FIRST, 1, 2, True)
    assert vote.question.rows == (
        PhoneRow(3, "A", "Pilihan 3"),
        PhoneRow(1, "B", "Pilihan 1"),
        PhoneRow(0, "C", "Pilihan 0"),
        PhoneRow(2, "D", "Pilihan 2"),
    )
    closed = seen(TALKED, Opened(TALKED, AGAIN), Closed(TALKED))
    assert isinstance(closed, show_phone.Vote)
    assert (closed.round, closed.open) == (AGAIN, False)


def test_the_outcome_tells_the_key_by_places_as_written() -> None:
    outcome = seen(VOTE, Opened(VOTE, FIRST), Revealed(VOTE))
    assert isinstance(outcome, show_phone.Outcome)
    assert (outcome.place, outcome.key, outcome.explanation) == (2, (1,), "Tanda suka adalah dukungan yang terlihat.")


def test_a_test_is_shown_whole_and_then_what_it_is_compared_with() -> None:
    first = seen(PRETEST, Opened(PRETEST, FIRST))
    assert isinstance(first, show_phone.Test)
    assert (first.title, first.open, [one.item for one in first.questions]) == ("Tes awal", True, [*ASKED])
    assert [one.several for one in first.questions] == [False, True, False]
    assert seen(PRETEST, Opened(PRETEST, FIRST), Revealed(PRETEST)) == show_phone.Results(PRETEST, "Tes awal", None)
    held = (Opened(PRETEST, FIRST), Closed(PRETEST), Went(POSTTEST, 0), Opened(POSTTEST, FIRST), Revealed(POSTTEST))
    assert seen(PRETEST, *held) == show_phone.Results(POSTTEST, "Tes akhir", PRETEST)
    assert seen(POSTTEST, Opened(POSTTEST, FIRST), Revealed(POSTTEST)) == show_phone.Results(
        POSTTEST, "Tes akhir", None
    )


def test_the_pledge_is_shown_and_may_be_tapped_once_it_is_open() -> None:
    for happened, may in (
        ((), False),
        ((Opened(PLEDGE, FIRST),), True),
        ((Opened(PLEDGE, FIRST), Closed(PLEDGE)), False),
    ):
        shown = seen(PLEDGE, *happened)
        assert isinstance(shown, show_phone.PledgeTap)
        assert (shown.lines, shown.open) == (("Kami berikrar:", "a", "a", "a", "a", "Demikian."), may)


def test_after_the_end_phones_say_so_wherever_it_was() -> None:
    for at in range(10):
        assert isinstance(seen(at, Ended()), show_phone.Over)


def test_a_phone_that_comes_back_has_its_own_answers_to_what_is_asked() -> None:
    course = stands(
        PRETEST,
        Opened(PRETEST, FIRST),
        Answered(1, PRETEST, SINGLE, FIRST, (2,), 1),
        Answered(1, PRETEST, SINGLE, FIRST, (0,), 2),
        Answered(1, PRETEST, MULTIPLE, FIRST, (0, 2), 1),
        Answered(2, PRETEST, VERDICT, FIRST, (1,), 1),
        Submitted(2, PRETEST),
    )
    state = own(course)
    assert (state.name, state.unit, state.people, state.version) == ("Peserta 1", UNITS[0], 1, course.happened)
    assert set(state.given) == {
        OwnAnswer(PRETEST, SINGLE, FIRST, (0,), 2),
        OwnAnswer(PRETEST, MULTIPLE, FIRST, (0, 2), 1),
    }
    assert (state.submitted, own(course, 2).submitted) == ((), (PRETEST,))
    assert not state.results


def test_results_are_told_when_a_test_is_revealed_with_those_of_the_tests_before() -> None:
    held: list[Happening] = [
        Opened(PRETEST, FIRST),
        Answered(1, PRETEST, SINGLE, FIRST, (0,), 1),
        Answered(1, PRETEST, MULTIPLE, FIRST, (0, 2), 1),
        Closed(PRETEST),
        Went(POSTTEST, 0),
        Opened(POSTTEST, FIRST),
        *(
            Answered(1, POSTTEST, item, FIRST, right, 1)
            for item, right in zip(ASKED, ((2,), (0, 2), (1,)), strict=True)
        ),
    ]
    assert own(stands(PRETEST, *held)).results == ()
    shown = stands(PRETEST, *held, Revealed(POSTTEST))
    assert own(shown).results == (OwnResult(PRETEST, 1, 3), OwnResult(POSTTEST, 3, 3))
    assert own(shown, 2).results == ()  # who gave nothing in has no result, rather than none right
    early = stands(PRETEST, *held[:4], Revealed(PRETEST))
    assert own(early).results == (OwnResult(PRETEST, 1, 3),)


def test_who_pledged_knows_it() -> None:
    course = stands(PLEDGE, Opened(PLEDGE, FIRST), Pledged(2))
    assert (own(course).pledged, own(course, 2).pledged) == (False, True)
