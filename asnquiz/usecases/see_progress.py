"""What the first screen shows of one person: what is open, what has been read, what was reached last."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptState, AttemptSummary
from asnquiz.domain.pack import Lesson, Pack, Phase
from asnquiz.usecases.ports import LearnerRecord


@dataclass(frozen=True)
class Progress:
    """One person's standing.

    Attributes:
        read: ids of the lessons read.
        next_lesson: the first lesson not read yet, None when all are.
        open_attempt: the newest attempt that can be resumed.
        last_exam: the newest finished exam.
    """

    pack: Pack
    read: frozenset[str]
    next_lesson: Lesson | None
    open_attempt: AttemptSummary | None
    last_exam: AttemptSummary | None

    def read_of(self, part: Phase | None) -> tuple[int, int]:
        """How many lessons of a phase, or of the foundations, are read, of how many."""
        lessons = self.pack.lessons_of(part)
        return sum(lesson.id in self.read for lesson in lessons), len(lessons)


def see_progress(profile: UUID, pack: Pack, store: LearnerRecord) -> Progress:
    """Reads one person's standing from the store."""
    read = store.lessons_read(profile, pack.id)
    summaries = store.summaries(profile)
    return Progress(
        pack=pack,
        read=read,
        next_lesson=next((one for one in pack.lessons_in_order if one.id not in read), None),
        open_attempt=next((one for one in summaries if one.state is AttemptState.ACTIVE), None),
        last_exam=next((one for one in summaries if one.kind is AttemptKind.EXAM and one.state.scored), None),
    )


def open_attempts(profile: UUID, store: LearnerRecord) -> Mapping[str, AttemptSummary]:
    """The attempts that can be resumed, the newest of each title."""
    active = [one for one in store.summaries(profile) if one.state is AttemptState.ACTIVE]
    return {one.title: one for one in reversed(active)}
