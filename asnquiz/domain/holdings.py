"""Everything that is kept about one person, as one value, and whether one such value goes on from another."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from asnquiz.domain.attempt import Attempt, AttemptState, Score
from asnquiz.domain.learned import CaseStep, PledgeTaken, Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import Task

# Settings of a person have a name, a blank and the profile's id; these words begin the names of those that never leave
# the computer they were made on.
STAYING = "pin"

T = TypeVar("T")


@dataclass(frozen=True)
class KeptAttempt:
    """A sitting with the score that was kept at its end, None before, and the task it was made for, if any."""

    attempt: Attempt
    score: Score | None
    task: TaskAttempt | None = None


@dataclass(frozen=True)
class HeldTask:
    """A task that was taken on; fields as in TakenTask and SignedTask, `file` being the file's text."""

    task: Task
    signer: str
    file: str
    taken: Moment
    handed_in: Moment | None
    file_id: UUID | None


@dataclass(frozen=True)
class LessonRead:
    """A lesson, and when it was first read to its end."""

    lesson: str
    at: Moment


@dataclass(frozen=True)
class PackLearning:
    """What is kept of a person beside quizzes for one pack, `pack` being the pack's id; the oldest comes first."""

    pack: str
    lessons: tuple[LessonRead, ...]
    recalls: tuple[Recall, ...]
    case_steps: tuple[CaseStep, ...]


@dataclass(frozen=True)
class Owner:
    """Whose it is; fields as in Profile."""

    id: UUID
    person: Person
    created: Moment
    job: str | None


@dataclass(frozen=True)
class Holdings:
    """Everything kept about one person.

    Attributes:
        attempts: all that can be opened, in the order in which they began.
        incomplete: how many attempts more there are, of which damage took a part, so that they cannot be opened.
        learning: by pack.
        settings: the person's own, by name without the person's id.
        tasks: those taken on, in the order in which they were.
    """

    owner: Owner
    attempts: tuple[KeptAttempt, ...]
    incomplete: int
    learning: tuple[PackLearning, ...]
    pledges: tuple[PledgeTaken, ...]
    settings: Mapping[str, str]
    tasks: tuple[HeldTask, ...] = ()


@dataclass(frozen=True)
class Surplus:
    """How much of each kind one person's holdings have that others lack."""

    attempts: int
    lessons: int
    recalls: int
    case_steps: int
    pledges: int
    tasks: int = 0

    def __bool__(self) -> bool:
        return any((self.attempts, self.lessons, self.recalls, self.case_steps, self.pledges, self.tasks))


def surplus(one: Holdings, other: Holdings) -> Surplus:
    """What `one` has that `other` lacks; nothing where `other` is the same or goes on from it.

    Details of the person and settings are left out: they are replaced, and never add up.
    """
    later = {kept.attempt.id: kept for kept in other.attempts}
    learning = {learned.pack: learned for learned in other.learning}
    tasks = {held.task.id: held for held in other.tasks}

    def lacking(part: Callable[[PackLearning], Sequence[object]]) -> int:
        return sum(
            _beyond(part(learned), part(learning[learned.pack]) if learned.pack in learning else ())
            for learned in one.learning
        )

    return Surplus(
        attempts=sum(not _goes_on(later.get(kept.attempt.id), kept) for kept in one.attempts),
        lessons=len(_lessons(one) - _lessons(other)),
        recalls=lacking(lambda learned: learned.recalls),
        case_steps=lacking(lambda learned: learned.case_steps),
        pledges=_beyond(one.pledges, other.pledges),
        tasks=sum(not _is_same_or_later(tasks.get(held.task.id), held) for held in one.tasks),
    )


def _lessons(of: Holdings) -> set[tuple[str, str]]:
    return {(learned.pack, lesson.lesson) for learned in of.learning for lesson in learned.lessons}


def _beyond(one: Sequence[object], other: Sequence[object]) -> int:
    """How many of a growing list come after what it has in common with another."""
    common = next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), len(other))
    return max(0, len(one) - common)


def _is_same_or_later(later: HeldTask | None, earlier: HeldTask) -> bool:
    """Whether nothing of a task is lost where `later` takes its place."""
    if later is None or replace(later, handed_in=earlier.handed_in, file_id=earlier.file_id) != earlier:
        return False
    return (
        earlier.handed_in is None
        or later == earlier
        or (later.handed_in is not None and later.handed_in.counter > earlier.handed_in.counter)
    )


def _goes_on(later: KeptAttempt | None, earlier: KeptAttempt) -> bool:
    """Whether nothing of `earlier` is lost where `later` takes its place."""
    if later is None:
        return False
    new, old = later.attempt, earlier.attempt
    if old.state is not AttemptState.ACTIVE:
        return later == earlier
    return (
        (later.task, _as_begun(new)) == (earlier.task, _as_begun(old))
        and not _beyond(old.responses, new.responses)
        and not _beyond(old.pauses, new.pauses)
        and (new.remaining_ms is None or old.remaining_ms is None or new.remaining_ms <= old.remaining_ms)
    )


def _as_begun(attempt: Attempt) -> Attempt:
    return replace(
        attempt, state=AttemptState.ACTIVE, ended=None, remaining_ms=None, seen=None, responses=(), pauses=()
    )
