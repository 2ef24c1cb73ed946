"""What the first screen shows of one person: what is open, what has been read, what was reached last."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptState, AttemptSummary
from asnquiz.domain.pack import Lesson, Pack, Phase
from asnquiz.domain.person import Profile
from asnquiz.domain.taken_task import TakenTask
from asnquiz.usecases.ports import LearnerRecord
from asnquiz.usecases.see_repetition import Repetition, see_repetition
from asnquiz.usecases.see_tasks import TaskStanding, next_task, standings


@dataclass(frozen=True)
class Progress:
    """One person's standing.

    Attributes:
        job: whose path through the lessons is followed; None for all lessons.
        path: the lessons on it in reading order.
        read: ids of the lessons read.
        next_lesson: the first lesson on the path not read yet, None when all are.
        task: the task to do next, if any is open.
        open_attempt: the newest attempt that can be resumed, but for those of tasks.
        last_exam: the newest finished exam.
        tasks: all that were taken on.
        repetition: what is due of what was missed or unsure.
    """

    pack: Pack
    job: str | None
    path: tuple[Lesson, ...]
    read: frozenset[str]
    next_lesson: Lesson | None
    open_attempt: AttemptSummary | None
    last_exam: AttemptSummary | None
    repetition: Repetition
    task: TaskStanding | None = None
    tasks: tuple[TakenTask, ...] = ()

    def lessons_of(self, part: Phase | None) -> tuple[Lesson, ...]:
        """The lessons of one phase, or the foundations, on the path."""
        return tuple(lesson for lesson in self.path if lesson.phase is part)

    def read_of(self, part: Phase | None) -> tuple[int, int]:
        """How many of them are read, of how many."""
        lessons = self.lessons_of(part)
        return sum(lesson.id in self.read for lesson in lessons), len(lessons)


def see_progress(profile: Profile, pack: Pack, store: LearnerRecord, now: dt.datetime) -> Progress:
    """Reads one person's standing at a time from the store."""
    read = store.lessons_read(profile.id, pack.id)
    summaries, tasks = store.summaries(profile.id), store.tasks(profile.id)
    path = pack.path(profile.job)
    return Progress(
        pack=pack,
        job=profile.job if profile.job in pack.jobs else None,
        path=path,
        read=read,
        next_lesson=next((one for one in path if one.id not in read), None),
        task=next_task(standings(tasks, summaries), now),
        open_attempt=next((one for one in summaries if one.state is AttemptState.ACTIVE and not one.task), None),
        last_exam=next((one for one in summaries if one.kind is AttemptKind.EXAM and one.state.scored), None),
        repetition=see_repetition(profile.id, pack, store, now),
        tasks=tasks,
    )


def open_attempts(profile: UUID, store: LearnerRecord) -> Mapping[tuple[str, UUID | None], AttemptSummary]:
    """The attempts that can be resumed, the newest of each title and task."""
    active = [one for one in store.summaries(profile) if one.state is AttemptState.ACTIVE]
    return {(one.title, one.task): one for one in reversed(active)}
