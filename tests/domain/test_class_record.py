"""What stays of a briefing: who was there, what counted, what it came to; nothing of rehearsals, and no secret."""

import json

import pytest

from asnquiz.domain.attempt import Score
from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import Answered, Ended, course_of
from asnquiz.domain.class_check import MOST_ATTENDEES, is_sound
from asnquiz.domain.class_record import RecordedAnswer, RoundCount, held_briefing
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.lead_briefing import MOST_PEOPLE
from tests import briefings
from tests.scorefiles.class_records import (
    HAPPENED,
    MULTIPLE,
    PACK,
    POSTTEST,
    PRETEST,
    RIGHT,
    SINGLE,
    TALKED,
    VERDICT,
    VOTE,
    WRONG,
    briefing,
    counted,
    held,
    record,
)


def test_it_tells_who_was_there_and_what_their_answers_came_to() -> None:
    siti, table = held().attendees
    assert (siti.invited, siti.name, siti.nip, siti.position) == (
        True, "Siti Aminah", "198609262015051001", "Analis Kebijakan",
    )  # fmt: skip
    assert (table.number, table.invited, table.nip, table.position, table.people) == (2, False, None, None, 4)
    # By hand: one vote of the talk and one of the other are right; none of three before, all of three afterwards.
    assert (siti.votes, siti.pretest, siti.posttest, siti.pledged) == (Score(2, 2), Score(0, 3), Score(3, 3), True)
    assert (table.votes, table.pretest, table.posttest, table.pledged) == (Score(1, 2), None, Score(0, 3), False)
    assert (siti.submitted, table.submitted) == ((PRETEST, POSTTEST), (POSTTEST,))


def test_the_answer_after_the_talk_counts_with_the_one_before_it_beside_it() -> None:
    siti, table = held().attendees
    assert siti.answers == (
        RecordedAnswer(PRETEST, SINGLE, WRONG[SINGLE], None),
        RecordedAnswer(PRETEST, VERDICT, WRONG[VERDICT], None),
        RecordedAnswer(TALKED, SINGLE, RIGHT[SINGLE], WRONG[SINGLE]),
        RecordedAnswer(VOTE, VERDICT, RIGHT[VERDICT], None),
        *(RecordedAnswer(POSTTEST, item, RIGHT[item], None) for item in (SINGLE, MULTIPLE, VERDICT)),
    )
    assert table.answers == (
        RecordedAnswer(TALKED, SINGLE, RIGHT[SINGLE], None),
        RecordedAnswer(POSTTEST, MULTIPLE, WRONG[MULTIPLE], None),
    )


def test_the_plan_is_told_with_the_rounds_that_were_taken() -> None:
    steps = held().steps
    assert [step.kind for step in steps] == [step.kind for step in briefings.plan().steps]
    assert [(at, step.rounds) for at, step in enumerate(steps) if step.rounds] == [
        (PRETEST, 1), (TALKED, 2), (VOTE, 1), (POSTTEST, 1),
    ]  # fmt: skip
    assert steps[POSTTEST].items == briefing().items


def test_hands_are_told_by_round_and_are_nobodys() -> None:
    found = held(counted(), way=Way.HANDS)
    assert found.steps[TALKED].counts == (RoundCount(1, (3, 9, 0, 0)), RoundCount(2, (1, 2, 9, 0)))
    (one,) = found.attendees
    assert (one.answers, one.votes, one.pretest) == ((), Score(0, 1), None)
    assert is_sound(record(found))


def test_what_came_on_paper_counts_though_nothing_was_opened() -> None:
    typed = Answered(1, VOTE, VERDICT, 1, RIGHT[VERDICT], 1)
    taken_back = Answered(1, POSTTEST, SINGLE, 1, (), 2)
    found = held((briefings.joined(1), typed, taken_back, Ended()), way=Way.PAPER)
    (one,) = found.attendees
    assert found.steps[VOTE].rounds == 1
    assert (one.votes, one.posttest) == (Score(1, 1), None)
    assert is_sound(record(found))


def test_no_code_or_secret_is_in_it() -> None:
    text = json.dumps(to_plain(record()))
    of = briefing()
    secrets = [of.class_code, *(guest.code for guest in of.guests), *(f"{number:064x}" for number in (1, 2, 3))]
    assert not [secret for secret in secrets if secret in text]
    assert "Peserta 3" not in text  # who was taken out
    assert "Budi Santoso" not in text  # who was invited and never came


def test_a_rehearsal_and_what_is_not_over_leave_nothing() -> None:
    with pytest.raises(Refusal, match="gladi"):
        held(rehearsal=True)
    with pytest.raises(Refusal, match="belum diakhiri"):
        held_briefing(briefing(), PACK, course_of(briefings.events(*HAPPENED[:-1])))


def test_a_full_hall_has_room_in_a_record() -> None:
    assert MOST_ATTENDEES >= MOST_PEOPLE
