"""What a score file says: the payload `asnquiz/score/2`, from which another computer checks and rescores attempts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from asnquiz.domain.attempt import Attempt, AttemptKind, AttemptState, FrozenItem, PackRef, Pause, Response, Score
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person
from asnquiz.domain.task import Session

SCHEMA = "asnquiz/score/2"
# What the first programs wrote, and every later one reads: no task, and in place of `session` two fields never filled.
FIRST_SCHEMA = "asnquiz/score/1"

# A moment by its counter and its time in UTC, the latter in any one form that sorts as time does.
Stamp = tuple[int, Any]


class TimeAnomaly(Enum):
    """What is odd about an attempt's times; a wrong clock explains it as well as a hand that turned it.

    `ended-before-started` and `clock-set-back` (a later counter with an earlier time) look at the clock,
    `counter-set-back` (kept later, yet with a lower counter) at the data folder's counter.
    """

    ENDED_BEFORE_STARTED = "ended-before-started"
    CLOCK_SET_BACK = "clock-set-back"
    COUNTER_SET_BACK = "counter-set-back"


@dataclass(frozen=True)
class Versions:
    """What made the file; `program` is asnquiz's own version."""

    program: str


@dataclass(frozen=True)
class ReportedAttempt:
    """One exam as it travels. Fields named as in `Attempt` mean the same.

    Attributes:
        responses: all of them, each with its link `h`, so that the chain can be checked from here alone.
        anomalies: as the computer that made the file saw them; `time_anomalies` tells them anew.
        score: how many of how many are right, on the pack that `pack` names.
        tenths: the score of 0 to 100 in tenths, rounded down.
        passed: whether the unrounded fraction reaches `pass_mark`; None without one.
        number, made: the `number`-th attempt of this kind of `made` that the person began, abandoned ones included,
            as of the making of the file; for a task, of the attempts at that task.
        session: under whose eyes it was sat; None for a person alone.
    """

    id: UUID
    kind: AttemptKind
    title: str
    pack: PackRef
    seed: int
    items: tuple[FrozenItem, ...]
    limit_ms: int | None
    pass_mark: int | None
    started: Moment
    ended: Moment
    state: AttemptState
    remaining_ms: int | None
    responses: tuple[Response, ...]
    pauses: tuple[Pause, ...]
    anomalies: tuple[TimeAnomaly, ...]
    score: Score
    tenths: int
    passed: bool | None
    number: int
    made: int
    session: Session | None = None


@dataclass(frozen=True)
class GivenTask:
    """The task that a file answers; `signer` is the thumbprint of the key that signed the task."""

    id: UUID
    signer: str


@dataclass(frozen=True)
class ScoreReport:
    """The payload of a score file.

    Attributes:
        file_id: of this file; another export of the same attempts has another.
        made: when the file was made.
        device: RFC 7638 thumbprint of the key that signs the file.
        pledge: when the person made the neutrality pledge; None when it was not made here.
        recipients: thumbprints of the keys it is sealed for; empty for a file that anyone may read.
        task: what its attempts answer; None for exams that the person picked.
    """

    schema: str
    file_id: UUID
    made: Moment
    device: str
    versions: Versions
    person: Person
    attempts: tuple[ReportedAttempt, ...]
    pledge: Moment | None = None
    recipients: tuple[str, ...] = ()
    task: GivenTask | None = None


class FileVerdict(Enum):
    """`intact`: unchanged since signing by its key, which is not a known person. `changed`: ours, and not intact.

    `foreign`: not readable as our type here, which includes a file of a later program.
    """

    INTACT = "intact"
    CHANGED = "changed"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class ReadScore:
    """A score file that was looked at.

    Attributes:
        device, file_id, report: what the file says of itself, as far as it can be read; true only when intact.
        reason: an Indonesian sentence on the verdict and what to do next.
    """

    verdict: FileVerdict
    device: str | None
    file_id: str | None
    report: ScoreReport | None
    reason: str


def report_attempt(
    attempt: Attempt, score: Score, *, number: int, made: int, session: Session | None = None
) -> ReportedAttempt:
    """The form in which an attempt travels. Raises ValueError when it is not over."""
    if attempt.ended is None or not attempt.state.scored:
        raise ValueError("only an attempt that was finished or expired can be reported")
    return ReportedAttempt(
        id=attempt.id,
        kind=attempt.kind,
        title=attempt.title,
        pack=attempt.pack,
        seed=attempt.seed,
        items=attempt.items,
        limit_ms=attempt.limit_ms,
        pass_mark=attempt.pass_mark,
        started=attempt.started,
        ended=attempt.ended,
        state=attempt.state,
        remaining_ms=attempt.remaining_ms,
        responses=attempt.responses,
        pauses=attempt.pauses,
        anomalies=time_anomalies(attempt),
        score=score,
        tenths=score.tenths,
        passed=_passed(score, attempt.pass_mark),
        number=number,
        made=made,
        session=session,
    )


def time_anomalies(attempt: Attempt | ReportedAttempt) -> tuple[TimeAnomaly, ...]:
    """Everything odd about the times of an attempt, each kind once."""
    return anomalies_of(
        _stamp(attempt.started),
        [_stamp(response.at) for response in attempt.responses],
        None if attempt.ended is None else _stamp(attempt.ended),
        [_stamp(pause.ended) for pause in attempt.pauses],
    )


def anomalies_of(
    started: Stamp, answered: Sequence[Stamp], ended: Stamp | None, paused: Sequence[Stamp]
) -> tuple[TimeAnomaly, ...]:
    """As `time_anomalies`, of an attempt that is told by its stamps."""
    kept = [started, *answered] if ended is None else [started, *answered, ended]
    counters = [counter for counter, _ in kept]
    times = [utc for _, utc in sorted([*kept, *paused], key=_counter)]
    found = {
        TimeAnomaly.ENDED_BEFORE_STARTED: ended is not None and ended[1] < started[1],
        TimeAnomaly.CLOCK_SET_BACK: times != sorted(times),
        TimeAnomaly.COUNTER_SET_BACK: counters != sorted(counters),
    }
    return tuple(anomaly for anomaly, is_there in found.items() if is_there)


def mark_agrees(score: Score, questions: int, pass_mark: int | None, tenths: int, passed: bool | None) -> bool:
    """Whether total, tenths and passing follow from how many questions there are, the right ones and the pass mark."""
    return (
        0 <= score.right <= score.total == questions and tenths == score.tenths and passed == _passed(score, pass_mark)
    )


def _stamp(moment: Moment) -> Stamp:
    return moment.counter, moment.utc


def _counter(stamp: Stamp) -> int:
    return stamp[0]


def _passed(score: Score, pass_mark: int | None) -> bool | None:
    return None if pass_mark is None else score.passes(pass_mark)
