"""Leading a briefing: what the trainer and the participants may do where it stands, and what they are told else."""

from dataclasses import replace

import pytest

from asnquiz.domain.briefing import Step, StepKind, Way
from asnquiz.domain.briefing_course import (
    FIRST,
    Closed,
    Course,
    Ended,
    Happening,
    Opened,
    Went,
    course_of,
)
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases import lead_briefing as lead
from tests import briefings, builders
from tests.briefings import ASKED

SINGLE, MULTIPLE, VERDICT = ASKED
JOIN, PRETEST, LESSON, RULES, TALKED, VOTE, DEBATE, POSTTEST, PLEDGE, CLOSE = range(10)
PACK = builders.pack()
BRIEFING = briefings.briefing()
PAPER = replace(BRIEFING, way=Way.PAPER)
HANDS = replace(
    BRIEFING, way=Way.HANDS, plan=briefings.plan(steps=(Step(StepKind.JOIN, 1), Step(StepKind.QUESTION, 2, (SINGLE,))))
)


def stands(*happened: Happening) -> Course:
    return course_of(briefings.events(*happened))


def refused(command: lead.Command, course: Course, of: object = BRIEFING) -> str:
    with pytest.raises(Refusal) as caught:
        lead.by_trainer(command, of, PACK, course)  # type: ignore[arg-type]
    return str(caught.value)


def does(command: lead.Command, course: Course, of: object = BRIEFING) -> tuple[Happening, ...]:
    return lead.by_trainer(command, of, PACK, course)  # type: ignore[arg-type]


def test_only_what_the_room_sees_is_opened_so_that_nothing_stays_open_after_the_end() -> None:
    there = stands(briefings.joined(1), Went(PRETEST, 0), Opened(PRETEST, FIRST))
    assert "tidak sedang ditampilkan" in refused(lead.Open(PLEDGE), there)
    talked = stands(Went(TALKED, 0), Opened(TALKED, FIRST), Closed(TALKED), Went(VOTE, 0))
    assert "tidak sedang ditampilkan" in refused(lead.VoteAgain(TALKED), talked)
    assert does(lead.End(), there) == (Closed(PRETEST), Ended())


def test_a_pledge_has_no_key_to_reveal() -> None:
    assert "tidak memiliki pembahasan" in refused(lead.Reveal(PLEDGE), stands(Went(PLEDGE, 0), Opened(PLEDGE, FIRST)))


def test_somebody_who_was_taken_out_is_not_noted_by_code_again_without_a_word() -> None:
    came = stands(briefings.joined(1, guest="7K2M"))
    assert does(lead.Admit("7k2m"), came) == ()
    assert "sudah dikeluarkan" in refused(lead.Admit("7k2m"), stands(briefings.joined(1, guest="7K2M"), Removed(1)))
