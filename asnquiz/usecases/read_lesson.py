"""Reading a lesson: its text as blocks, its place among the lessons of its phase, and the law it stands on."""

from collections.abc import Callable
from dataclasses import dataclass

from asnquiz.domain.pack import Citation, Lesson, Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.prose import Block
from asnquiz.usecases.ports import LearnerStore


@dataclass(frozen=True)
class LessonView:
    """One lesson ready to be shown.

    Attributes:
        siblings: the lessons of its part on the path that is followed, in reading order.
        read: ids of the lessons read.
        citations: the law of the lesson's rules, each instrument and article once.
        following: the lesson after this one on the path, across phases.
        block: the place of the block that somebody was looking for, from 0; None where the lesson is read as a whole.
    """

    pack: Pack
    lesson: Lesson
    blocks: tuple[Block, ...]
    siblings: tuple[Lesson, ...]
    read: frozenset[str]
    citations: tuple[Citation, ...]
    following: Lesson | None
    block: int | None = None

    @property
    def number(self) -> int:
        """The lesson's place in its part, from 1."""
        return self.siblings.index(self.lesson) + 1


def read_lesson(
    lesson_id: str,
    profile: Profile,
    *,
    pack: Pack,
    store: LearnerStore,
    prose: Callable[[str], tuple[Block, ...]],
    block: int | None = None,
) -> LessonView:
    """One lesson of the pack for one person; beside their path it stands among all lessons."""
    lesson = pack.lesson_by_id[lesson_id]
    citations = (citation for rule in lesson.rules for citation in pack.rule_by_id[rule].citations)
    path = pack.path(profile.job)
    ordered = path if lesson in path else pack.lessons_in_order
    place = ordered.index(lesson)
    return LessonView(
        pack=pack,
        lesson=lesson,
        blocks=prose(lesson.body),
        siblings=tuple(one for one in ordered if one.phase is lesson.phase),
        read=store.lessons_read(profile.id, pack.id),
        citations=tuple({(one.law, one.ref): one for one in citations if one.law}.values()),
        following=ordered[place + 1] if place + 1 < len(ordered) else None,
        block=block,
    )
