"""Briefings that are over, and their records: one that never changes, and others as people may have led them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

from asnquiz.domain.answering import choice_count
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.briefing import Briefing, StepKind, Way
from asnquiz.domain.briefing_course import (
    Answered,
    Counted,
    Course,
    Ended,
    Happening,
    Joined,
    Opened,
    Pledged,
    Removed,
    Submitted,
    after,
    course_of,
    numbered,
)
from asnquiz.domain.class_record import ClassRecord, HeldBriefing, class_record, held_briefing
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import GivenTask
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.usecases import lead_briefing as lead
from tests import briefings, builders
from tests.fuzz import seeds
from tests.scorefiles.offices import RECIPIENTS, SIGNING

BRIEFING_ID = UUID("5a1d2e3f-0c1d-4e7c-8b9a-3b0f3c9a1b5f")
FILE_ID = UUID("0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b")
TASK = GivenTask(UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b"), SIGNING.thumbprint())
KIDS = tuple(one.kid for one in RECIPIENTS)

KEY: DeviceKey = seeds.KEY
PACK = builders.pack()
PACK_REF = PackRef(PACK.id, PACK.version, "ab" * 32)
SINGLE, MULTIPLE, VERDICT = briefings.ASKED
# Of the sample plan.
PRETEST, TALKED, VOTE, POSTTEST = 1, 4, 5, 7
# The sample's right answers, written out.
RIGHT = {SINGLE: (2,), MULTIPLE: (0, 2), VERDICT: (1,)}
WRONG = {SINGLE: (1,), MULTIPLE: (1,), VERDICT: (0,)}


def briefing(**changes: Any) -> Briefing:
    return replace(briefings.briefing(PACK), id=BRIEFING_ID, pack=PACK_REF, **changes)


# Siti was invited, Peserta 2 and 3 were not; 3 was taken out.
HAPPENED: tuple[Happening, ...] = (
    briefings.joined(1, name="Siti Aminah", guest="7K2M"),
    briefings.joined(2, unit=briefings.UNITS[1], people=4),
    briefings.joined(3),
    Opened(PRETEST, 1),
    *(Answered(1, PRETEST, item, 1, WRONG[item], 1) for item in (SINGLE, VERDICT)),
    Answered(3, PRETEST, SINGLE, 1, RIGHT[SINGLE], 1),
    Submitted(1, PRETEST),
    Opened(TALKED, 1),
    Answered(1, TALKED, SINGLE, 1, WRONG[SINGLE], 1),
    Answered(2, TALKED, SINGLE, 1, RIGHT[SINGLE], 1),
    Opened(TALKED, 2),
    Answered(1, TALKED, SINGLE, 2, RIGHT[SINGLE], 1),
    Opened(VOTE, 1),
    Answered(1, VOTE, VERDICT, 1, WRONG[VERDICT], 1),
    Answered(1, VOTE, VERDICT, 1, RIGHT[VERDICT], 2),
    Opened(POSTTEST, 1),
    *(Answered(1, POSTTEST, item, 1, RIGHT[item], 1) for item in briefings.ASKED),
    Answered(2, POSTTEST, MULTIPLE, 1, WRONG[MULTIPLE], 1),
    Submitted(1, POSTTEST),
    Submitted(2, POSTTEST),
    Pledged(1),
    Pledged(3),
    Removed(3),
    Ended(),
)


def held(happened: tuple[Happening, ...] = HAPPENED, **changes: Any) -> HeldBriefing:
    return held_briefing(briefing(**changes), PACK, course_of(briefings.events(*happened)))


def record(of: HeldBriefing | None = None, *, sealed: bool = False, **changes: Any) -> ClassRecord:
    """The record of a briefing under the key of the tests, of a task where it is sealed."""
    made = class_record(
        of or held(),
        file_id=FILE_ID,
        made=builders.moment(99, 180),
        device=KEY.kid,
        program="0.1.0",
        recipients=KIDS if sealed else (),
        task=TASK if sealed else None,
    )
    return replace(made, **changes)


def led(chance: Random, way: Way) -> Course:
    """A briefing as somebody may have led it: whatever was refused did not happen."""
    of, course = briefing(way=way), Course()
    steps = range(len(of.steps))
    for _ in range(chance.randrange(5, 120)):
        try:
            for event in numbered(course, _anything(chance, of, course, chance.choice(steps)), builders.moment()):
                course = after(course, event)
        except (Refusal, ValueError):
            continue
    for event in numbered(course, [Ended()], builders.moment()):
        course = after(course, event)
    return course


def _anything(chance: Random, of: Briefing, course: Course, at: int) -> tuple[Happening, ...]:
    does: tuple[Callable[[], Iterator[Happening]], ...] = (
        lambda: _comes(chance, of, course),
        lambda: _is_led(chance, of, course, at),
        lambda: _answers(chance, of, course, at),
    )
    return tuple(chance.choice((*does, does[2], does[2]))())


def _comes(chance: Random, of: Briefing, course: Course) -> Iterator[Happening]:
    if chance.random() < 0.1 and course.participants:
        yield Removed(chance.choice(list(course.participants)))
    arrival = lead.Arrival(of.class_code, chance.choice(("", "7K2M", "9pqx")), "Tanpa Undangan", briefings.UNITS[0])
    came = lead.come_in(arrival, f"{chance.random()}", of, course, ())
    if isinstance(came, Joined):
        yield came


def _is_led(chance: Random, of: Briefing, course: Course, at: int) -> Iterator[Happening]:
    yield from lead.by_trainer(lead.GoTo(at), of, PACK, course)
    if course.step != at:  # what is asked of a step comes after going there
        return
    step = of.steps[at]
    rows = choice_count(PACK.item_by_id[step.refs[0]]) if step.kind is StepKind.QUESTION else 1
    commands = (
        lead.Open(at),
        lead.Open(at),
        lead.VoteAgain(at),
        lead.Close(at),
        lead.CountHands(at, tuple(chance.randrange(40) for _ in range(rows))),
    )
    yield from lead.by_trainer(chance.choice(commands), of, PACK, course)


def _answers(chance: Random, of: Briefing, course: Course, at: int) -> Iterator[Happening]:
    who = chance.choice(list(course.participants) or [1])
    if chance.random() < 0.1:
        yield from lead.submit(who, at, of, course)
    elif chance.random() < 0.1:
        yield from lead.pledge(who, of, course)
    elif of.steps[at].refs and of.way.networked:
        item = chance.choice(of.steps[at].refs)
        given = Answered(who, at, item, course.state(at).round, chance.choice((RIGHT, WRONG)).get(item, ()), 1)
        yield from lead.answer(given, of, PACK, course)
    elif of.steps[at].refs:
        item = chance.choice(of.steps[at].refs)
        answer = chance.choice((RIGHT.get(item, ()), WRONG.get(item, ()), ()))
        yield from lead.by_trainer(lead.TypeIn(who, at, item, answer), of, PACK, course)


def counted() -> tuple[Happening, ...]:
    """Hands were counted before and after a talk."""
    return (
        briefings.joined(1),
        Opened(TALKED, 1),
        Counted(TALKED, 1, (3, 9, 0, 0)),
        Opened(TALKED, 2),
        Counted(TALKED, 2, (1, 2, 9, 0)),
        Ended(),
    )
