"""What stays of a briefing: the payload `asnquiz/class/1` of a class record, which its office can take in.

It tells who was there, what counted of their answers, and what these came to. No code that opened a door is in it, nor
the secret of any phone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.answering import Answer, is_right
from asnquiz.domain.attempt import FrozenItem, PackRef, Score
from asnquiz.domain.briefing import Briefing, Occasion, Step, StepKind, Way
from asnquiz.domain.briefing_course import AGAIN, FIRST, Course, Given, Participant
from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, GivenTask, Versions

SCHEMA = "asnquiz/class/1"


@dataclass(frozen=True)
class RoundCount:
    """How many hands or cards there were in a round for each row of the item, in the item's own order."""

    round: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class RecordedStep:
    """A step of the plan.

    Attributes:
        items: what it asks, each with its rows in the order in which everybody saw them.
        rounds: how often it was voted on; of a test 1 where it was taken. 0 where it was left out.
        counts: of hands or cards.
    """

    kind: StepKind
    items: tuple[FrozenItem, ...]
    rounds: int
    counts: tuple[RoundCount, ...]

    @property
    def is_voted(self) -> bool:
        return self.kind is StepKind.QUESTION and self.rounds > 0


@dataclass(frozen=True)
class RecordedAnswer:
    """An answer that counts.

    Attributes:
        step: of the plan, from 0.
        before: what was answered before the talk; None where that is the answer that counts, or there was none.
    """

    step: int
    item: str
    answer: Answer
    before: Answer | None


@dataclass(frozen=True)
class Attendee:
    """Whoever was there and answered: one person, or one table that shared a phone.

    Attributes:
        number: from 1 in the order of coming; those who were taken out are missing.
        invited: whether they came in as somebody on the invitation list, from which position and NIP are.
        people: how many answered together.
        submitted: the tests that they said they were through with, as steps.
        votes: right ones of all votes that were taken, those before they came too.
        pretest, posttest: right ones of all questions of the test; None where they took no part in it.
    """

    number: int
    invited: bool
    name: str
    nip: str | None
    position: str | None
    unit: str
    people: int
    joined: Moment
    answers: tuple[RecordedAnswer, ...]
    submitted: tuple[int, ...]
    pledged: bool
    votes: Score
    pretest: Score | None
    posttest: Score | None


@dataclass(frozen=True)
class HeldBriefing:
    """A briefing that is over; the same in each record of it. Fields named as in `Briefing` mean the same.

    Attributes:
        plan: its name.
    """

    id: UUID
    made: Moment
    occasion: Occasion
    way: Way
    pack: PackRef
    plan: str
    steps: tuple[RecordedStep, ...]
    attendees: tuple[Attendee, ...]

    @property
    def content(self) -> bytes:
        """SHA-256 of all that it is: two records of one briefing that differ in it cannot both be true."""
        return bytes.fromhex(sha256_hex(canonical_bytes(self)))


@dataclass(frozen=True)
class ClassRecord:
    """The payload of a class record.

    Attributes:
        file_id: of this file; another export of the same briefing has another.
        made: when the file was made.
        device: RFC 7638 thumbprint of the key that signs the file.
        recipients: thumbprints of the keys it is sealed for; empty for a file that anyone may read.
        task: the office's task whose recipients these are; None where the briefing was held for no task.
    """

    schema: str
    file_id: UUID
    made: Moment
    device: str
    versions: Versions
    briefing: HeldBriefing
    recipients: tuple[str, ...]
    task: GivenTask | None


@dataclass(frozen=True)
class ReadClass:
    """A class record that was looked at; as asnquiz.domain.score_report.ReadScore."""

    verdict: FileVerdict
    device: str | None
    file_id: str | None
    record: ClassRecord | None
    reason: str


def held_briefing(briefing: Briefing, pack: Pack, course: Course) -> HeldBriefing:
    """What stays of a briefing; `pack` is the one that it is frozen with.

    Raises Refusal for a rehearsal, of which nothing is told to anybody, and before the briefing is over.
    """
    if briefing.rehearsal:
        raise Refusal("Ini gladi, jadi tidak ada catatan sosialisasi yang dibuat. Buat catatan dari acara sebenarnya.")
    if not course.ended:
        raise Refusal("Sosialisasi ini belum diakhiri. Akhiri lebih dahulu, lalu simpan catatannya.")
    steps = tuple(_recorded(at, step, briefing, course) for at, step in enumerate(briefing.steps))
    final = {(at, frozen.item): course.final(at, frozen.item) for at, step in enumerate(steps) for frozen in step.items}
    return HeldBriefing(
        id=briefing.id,
        made=briefing.made,
        occasion=briefing.occasion,
        way=briefing.way,
        pack=briefing.pack,
        plan=briefing.plan.name,
        steps=steps,
        attendees=tuple(_attendee(one, steps, final, briefing, pack, course) for one in course.present),
    )


def class_record(
    held: HeldBriefing,
    *,
    file_id: UUID,
    made: Moment,
    device: str,
    program: str,
    recipients: Sequence[str] = (),
    task: GivenTask | None = None,
) -> ClassRecord:
    """The record of a briefing; `device` is the thumbprint of the key that will sign, `program` our version."""
    return ClassRecord(SCHEMA, file_id, made, device, Versions(program), held, tuple(recipients), task)


_Final = Mapping[tuple[int, str], Mapping[int, Given]]


def _recorded(at: int, step: Step, briefing: Briefing, course: Course) -> RecordedStep:
    if not step.kind.asks:
        return RecordedStep(step.kind, (), 0, ())
    counts = tuple(
        RoundCount(round_, course.counts[at, round_]) for round_ in (FIRST, AGAIN) if (at, round_) in course.counts
    )
    # What came on paper is typed in without a vote ever being opened; the empty answer was taken back.
    answered = [
        round_
        for round_ in (FIRST, AGAIN)
        if any(given.answer for ref in step.refs for given in course.given(at, ref, round_).values())
    ]
    rounds = max((course.state(at).round, *(one.round for one in counts), *answered))
    return RecordedStep(step.kind, tuple(briefing.frozen_by_item[ref] for ref in step.refs), rounds, counts)


def _attendee(
    one: Participant,
    steps: Sequence[RecordedStep],
    final: _Final,
    briefing: Briefing,
    pack: Pack,
    course: Course,
) -> Attendee:
    guest = briefing.guest_by_code.get(one.guest or "")
    answers = tuple(
        RecordedAnswer(at, item, given[one.number].answer, _before(course, at, item, one.number))
        for (at, item), given in final.items()
        if one.number in given and given[one.number].answer
    )
    submitted = tuple(at for at in range(len(steps)) if one.number in course.submitted.get(at, ()))
    right = {(given.step, given.item) for given in answers if is_right(pack.item_by_id[given.item], given.answer)}

    def test(kind: StepKind) -> Score | None:
        taken = {at for at, step in enumerate(steps) if step.kind is kind}
        if taken.isdisjoint({*submitted, *(given.step for given in answers)}):
            return None
        return _score(right, {at: step for at, step in enumerate(steps) if at in taken and step.rounds})

    return Attendee(
        number=one.number,
        invited=guest is not None,
        name=one.name,
        nip=guest.nip if guest else None,
        position=guest.position or None if guest else None,
        unit=one.unit,
        people=one.people,
        joined=one.joined,
        answers=answers,
        submitted=submitted,
        pledged=one.number in course.pledged,
        votes=_score(right, {at: step for at, step in enumerate(steps) if step.is_voted}),
        pretest=test(StepKind.PRETEST),
        posttest=test(StepKind.POSTTEST),
    )


def _before(course: Course, at: int, item: str, participant: int) -> Answer | None:
    """What they answered before the talk, where they answered after it as well."""
    if participant not in course.given(at, item, AGAIN):
        return None
    first = course.given(at, item, FIRST).get(participant)
    return first.answer if first else None


def _score(right: set[tuple[int, str]], asked: Mapping[int, RecordedStep]) -> Score:
    return Score(
        sum(at in asked for at, _ in right),
        sum(len(step.items) for step in asked.values()),
    )
