"""Whether a class record agrees with itself and keeps the limits, as each does that a program of ours wrote."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR
from typing import Any

from asnquiz.domain.attempt import FrozenItem, Score
from asnquiz.domain.briefing import StepKind
from asnquiz.domain.briefing_course import AGAIN
from asnquiz.domain.class_record import SCHEMA, Attendee, ClassRecord, HeldBriefing, RecordedAnswer, RecordedStep
from asnquiz.domain.collection import UNNUMBERED
from asnquiz.domain.plain import to_plain
from asnquiz.domain.task_check import MOST_RECIPIENTS, can_be_told

MOST_ATTENDEES, MOST_STEPS, MOST_ITEMS, MOST_ROWS = 2000, 200, 200, 50
_MOST_PEOPLE, _MOST_COUNTED = 1000, 10**9
_LONGEST_TEXT = 500


def is_sound(record: ClassRecord) -> bool:
    """Whether everything in a record can be told, and follows from what else is in it.

    What the right answers are is not known here, so that scores are held against what was asked and answered only.
    """
    return all(_is_told(record)) and all(_holds(record.briefing))


def _is_told(record: ClassRecord) -> Iterator[bool]:
    briefing, kids = record.briefing, record.recipients
    yield record.schema == SCHEMA
    yield len(set(kids)) == len(kids) <= MOST_RECIPIENTS
    yield bool(kids) == (record.task is not None)
    yield MINYEAR < briefing.occasion.date.year < MAXYEAR
    yield all(map(can_be_told, (record.made, briefing.made, *(one.joined for one in briefing.attendees))))
    # Not every database takes a NUL.
    yield all(len(text) <= _LONGEST_TEXT and "\0" not in text for text in _texts(to_plain(record)))
    yield not any((one.nip or "").startswith(UNNUMBERED) for one in briefing.attendees)


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, list | dict):
        for part in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(part)


def _holds(briefing: HeldBriefing) -> Iterator[bool]:
    steps, attendees = briefing.steps, briefing.attendees
    yield len(steps) <= MOST_STEPS
    yield len(attendees) <= MOST_ATTENDEES
    for step in steps:
        yield all(_step_holds(step, counted=briefing.way.counted))
    yield _rise(one.number for one in attendees)
    for one in attendees:
        yield not (one.answers and briefing.way.counted)
        yield all(_attendee_holds(one, steps))


def _step_holds(step: RecordedStep, *, counted: bool) -> Iterator[bool]:
    yield bool(step.items) == step.kind.asks
    yield len({one.item for one in step.items}) == len(step.items) <= MOST_ITEMS
    yield all(one.revision >= 1 and _is_order(one.order) for one in step.items)
    yield 0 <= step.rounds <= (AGAIN if step.kind is StepKind.QUESTION else int(step.kind.tests))
    yield step.kind is not StepKind.QUESTION or len(step.items) == 1
    yield counted or not step.counts
    yield _rise(one.round for one in step.counts)
    for one in step.counts:
        yield 1 <= one.round <= step.rounds and step.kind is StepKind.QUESTION
        yield len(one.counts) == len(step.items[0].order) and all(0 <= count <= _MOST_COUNTED for count in one.counts)


def _is_order(order: Sequence[int]) -> bool:
    return 0 < len(order) <= MOST_ROWS and sorted(order) == list(range(len(order)))


def _attendee_holds(one: Attendee, steps: Sequence[RecordedStep]) -> Iterator[bool]:
    places = [(given.step, given.item) for given in one.answers]
    yield one.number >= 1
    yield 1 <= one.people <= _MOST_PEOPLE
    yield one.invited or (one.nip, one.position) == (None, None)
    yield len(set(places)) == len(places)
    yield all(_answer_holds(given, steps) for given in one.answers)
    yield _rise(one.submitted)
    yield all(0 <= at < len(steps) and steps[at].kind.tests and steps[at].rounds for at in one.submitted)
    yield _score_holds(one.votes, one, steps, StepKind.QUESTION)
    for kind, score in ((StepKind.PRETEST, one.pretest), (StepKind.POSTTEST, one.posttest)):
        took_part = any(0 <= at < len(steps) and steps[at].kind is kind for at in (*one.submitted, *_steps(one)))
        yield (score is not None) == took_part
        yield score is None or _score_holds(score, one, steps, kind)


def _answer_holds(given: RecordedAnswer, steps: Sequence[RecordedStep]) -> bool:
    if not 0 <= given.step < len(steps):
        return False
    step = steps[given.step]
    frozen = next((one for one in step.items if one.item == given.item), None)
    if frozen is None or not step.rounds or not _points_into(frozen, given.answer):
        return False
    return given.before is None or (step.rounds == AGAIN and _points_into(frozen, given.before))


def _points_into(frozen: FrozenItem, answer: Sequence[int]) -> bool:
    return bool(answer) and _rise(answer) and answer[0] >= 0 and answer[-1] < len(frozen.order)


def _score_holds(score: Score, one: Attendee, steps: Sequence[RecordedStep], kind: StepKind) -> bool:
    asked = sum(len(step.items) for step in steps if step.kind is kind and step.rounds)
    return score.total == asked and 0 <= score.right <= sum(steps[at].kind is kind for at in _steps(one))


def _steps(one: Attendee) -> list[int]:
    return [given.step for given in one.answers]


def _rise(numbers: Iterable[int]) -> bool:
    every = list(numbers)
    return every == sorted(set(every))
