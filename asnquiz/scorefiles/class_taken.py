"""What an office takes of a class record: the briefing, and each attendee with what their answers came to."""

import hashlib
from collections.abc import Collection

from asnquiz.domain.attempt import Score
from asnquiz.domain.briefing import StepKind
from asnquiz.domain.class_record import Attendee, ClassRecord, HeldBriefing
from asnquiz.domain.class_results import RightOf, TakenAttendance, TakenBriefing
from asnquiz.domain.collection import TakenReport


def class_taken(jws: bytes, record: ClassRecord, evidence: bytes) -> TakenReport:
    """A record that is intact, as values that go between processes; `evidence` is the signed file, compressed."""
    task = record.task
    return TakenReport(
        sha256=hashlib.sha256(jws).digest(),
        evidence=evidence,
        file_id=str(record.file_id),
        made_utc=record.made.utc.isoformat(),
        made_offset=record.made.offset_minutes,
        device=record.device,
        program=record.versions.program,
        task=str(task.id) if task else None,
        signer=task.signer if task else None,
        nip=None,
        name=None,
        position=None,
        unit=None,
        employment=None,
        attempts=(),
        briefing=_briefing(record.briefing),
    )


def _briefing(held: HeldBriefing) -> TakenBriefing:
    occasion = held.occasion
    votes = {at for at, step in enumerate(held.steps) if step.kind is StepKind.QUESTION}
    return TakenBriefing(
        id=str(held.id),
        content=held.content,
        title=occasion.title,
        office=occasion.office,
        place=occasion.place,
        day=occasion.date.isoformat(),
        attendances=tuple(_attendance(one, votes) for one in held.attendees),
    )


def _attendance(one: Attendee, votes: Collection[int]) -> TakenAttendance:
    return TakenAttendance(
        number=one.number,
        invited=one.invited,
        name=one.name,
        nip=one.nip,
        position=one.position,
        unit=one.unit,
        people=one.people,
        answered=sum(given.step in votes for given in one.answers),
        votes=(one.votes.right, one.votes.total),
        pretest=_right_of(one.pretest),
        posttest=_right_of(one.posttest),
        pledged=one.pledged,
    )


def _right_of(score: Score | None) -> RightOf | None:
    return (score.right, score.total) if score else None
