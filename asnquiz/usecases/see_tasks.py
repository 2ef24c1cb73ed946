"""What an office asked of a person and how far they are with it; loads nothing that the first picture does not need."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from asnquiz.domain.attempt import AttemptState, AttemptSummary
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TakenTask
from asnquiz.domain.task import Task
from asnquiz.domain.wording import time_words
from asnquiz.usecases.ports import LearnerRecord

# A task that nobody did is asked for on the first screen so long after its deadline: clocks are wrong, offices lenient.
_ASKED_FOR_DAYS = 30

NOT_TAKEN_ON = "Tugas itu tidak ada di profil ini. Buka berkas tugas dari kantor Anda lebih dahulu."


class TaskState(Enum):
    """How far somebody is, in words that end with what is to be done or waited for."""

    NOT_DONE = "Belum dikerjakan"
    BEGUN = "Sedang dikerjakan"
    DONE = "Sudah dikerjakan, belum disimpan untuk kantor"
    HANDED_IN = "Sudah disimpan"


@dataclass(frozen=True)
class TaskStanding:
    """A task that somebody took on; `attempts` are those at it, in the order in which they began."""

    taken: TakenTask
    attempts: tuple[AttemptSummary, ...]

    @property
    def task(self) -> Task:
        return self.taken.signed.task

    @property
    def open_attempt(self) -> AttemptSummary | None:
        """The newest attempt that can be resumed."""
        return next((one for one in reversed(self.attempts) if one.state is AttemptState.ACTIVE), None)

    @property
    def finished(self) -> tuple[AttemptSummary, ...]:
        """The attempts that are over and have a mark."""
        return tuple(one for one in self.attempts if one.state.scored)

    @property
    def newer(self) -> bool:
        """Whether an attempt ended after proof was saved, so that it is not in there."""
        saved = self.taken.handed_in
        return saved is not None and any(one.ended and one.ended.counter > saved.counter for one in self.finished)

    @property
    def state(self) -> TaskState:
        if self.open_attempt:
            return TaskState.BEGUN
        if self.taken.handed_in is not None and not self.newer:
            return TaskState.HANDED_IN
        return TaskState.DONE if self.finished else TaskState.NOT_DONE

    @property
    def words(self) -> str:
        """The state in a sentence's words, without its full stop."""
        saved = self.taken.handed_in
        if saved is None:
            return self.state.value
        words = f"{TaskState.HANDED_IN.value} pada {time_words(saved.local)}, belum dipastikan diterima"
        return f"{words}. Ada ujian yang selesai sesudahnya dan belum ikut tersimpan" if self.newer else words


def standings(tasks: Sequence[TakenTask], summaries: Sequence[AttemptSummary]) -> tuple[TaskStanding, ...]:
    """Each task with its attempts out of a person's, which come newest first; the task taken on last comes first."""

    def at(task: UUID) -> tuple[AttemptSummary, ...]:
        return tuple(one for one in reversed(summaries) if one.task == task)

    return tuple(TaskStanding(taken, at(taken.signed.task.id)) for taken in tasks)


def next_task(found: Sequence[TaskStanding], now: dt.datetime) -> TaskStanding | None:
    """The open task that is due first; None where nothing is left to be done."""
    oldest = now.date() - dt.timedelta(days=_ASKED_FOR_DAYS)
    left = (one for one in found if one.state is not TaskState.HANDED_IN and one.task.deadline >= oldest)
    return min(left, key=lambda one: one.task.deadline, default=None)


def see_tasks(profile: UUID, store: LearnerRecord) -> tuple[TaskStanding, ...]:
    """The tasks that somebody took on, and how far they are."""
    tasks = store.tasks(profile)
    return standings(tasks, store.summaries(profile)) if tasks else ()


def see_task(profile: UUID, task: UUID, store: LearnerRecord) -> TaskStanding:
    """One of them. Raises Refusal where it is not among them."""
    for standing in see_tasks(profile, store):
        if standing.task.id == task:
            return standing
    raise Refusal(NOT_TAKEN_ON)
