"""Hasil saya: the history of one person, how exams went over time, and what to deepen, over recent quizzes."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from asnquiz.domain.answering import Answer, is_right
from asnquiz.domain.attempt import AttemptKind, AttemptSummary, Score
from asnquiz.domain.marks import Mark, count
from asnquiz.domain.pack import Lesson, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.compare_tests import TwoTests, compare_tests
from asnquiz.usecases.ports import LearnerStore, PackSource
from asnquiz.usecases.take_quiz import open_sitting

# So many quizzes show where a person stands now; older ones show where they stood.
RECENT = 20
_TOPICS_TO_DEEPEN = 5
_LESSONS_OF_A_TOPIC = 2


@dataclass(frozen=True)
class ToDeepen:
    """A topic below the pass mark, and the lessons that teach what was missed of it, the most useful first."""

    title: str
    score: Score
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Results:
    """Everything that Hasil saya shows.

    Attributes:
        summaries: every attempt, newest first.
        recent: how many of the quizzes finished last the figures by phase and topic are of.
        lost: how many more would have been among them, had their content not been lost.
        by_topic: by title, the topic asked most first.
        to_deepen: most wrong answers first.
        tests: the tes akhir finished last with its tes awal.
    """

    summaries: tuple[AttemptSummary, ...] = ()
    recent: int = 0
    lost: int = 0
    by_phase: Mapping[Phase, Score] = field(default_factory=dict)
    by_topic: Mapping[str, Score] = field(default_factory=dict)
    to_deepen: tuple[ToDeepen, ...] = ()
    tests: TwoTests | None = None

    @property
    def exams(self) -> tuple[AttemptSummary, ...]:
        """The exams that are over, oldest first."""
        return tuple(one for one in reversed(self.summaries) if one.kind is AttemptKind.EXAM and one.score)


def see_results(profile: UUID, pack: Pack | None, *, store: LearnerStore, packs: PackSource) -> Results:
    """Reads a person's results in a handful of reads, however many there are; `pack` has the lessons to link to.

    Every answer is judged on the content that it was given on.
    """

    @cache
    def frozen(sha256: str) -> Pack | None:
        try:
            return packs.decode(store.compiled_pack(sha256))
        except Refusal:
            return None  # lost in damage, which has been told

    summaries = store.summaries(profile)
    latest = [one for one in summaries if one.score][:RECENT]
    judged = [(one, content) for one in latest if (content := frozen(one.pack.sha256))]
    answers = store.answers(profile) if judged else {}
    marks = [mark for one, content in judged for mark in _marks(content, answers.get(one.id, {}))]
    contents = [*([pack] if pack else []), *(content for _, content in judged)]
    titles = {topic: title for content in reversed(contents) for topic, title in content.topics.items()}
    topics = count(marks, lambda item: (item.topic,))
    phases = count(marks, lambda item: (item.phase,))
    weak = [topic for topic, score in topics.items() if not score.passes(contents[0].exam.pass_)]
    weak.sort(key=lambda topic: topics[topic].right - topics[topic].total)
    return Results(
        summaries=summaries,
        recent=len(judged),
        lost=len(latest) - len(judged),
        by_phase={phase: phases[phase] for phase in Phase if phase in phases},
        by_topic={titles[topic]: topics[topic] for topic in sorted(topics, key=lambda one: -topics[one].total)},
        to_deepen=tuple(
            ToDeepen(titles[topic], topics[topic], _lessons(topic, marks, pack)) for topic in weak[:_TOPICS_TO_DEEPEN]
        ),
        tests=_last_tests(summaries, store, packs),
    )


def _marks(content: Pack, answers: Mapping[str, Answer]) -> Iterable[Mark]:
    for asked, given in answers.items():
        if item := content.item_by_id.get(asked):
            yield Mark(item, is_right(item, given))


def _lessons(topic: str, marks: Sequence[Mark], pack: Pack | None) -> tuple[Lesson, ...]:
    """The lessons of a pack that teach the rules missed most within a topic, then those of the topic itself."""
    if pack is None:
        return ()
    wrong = [mark.item for mark in marks if mark.item.topic == topic and not mark.right]
    missed = Counter(rule for item in wrong for rule in item.rules)
    worth = {lesson.id: sum(missed[rule] for rule in lesson.rules) for lesson in pack.lessons}
    fitting = [one for one in pack.lessons_in_order if worth[one.id] or one.topic == topic]
    return tuple(sorted(fitting, key=lambda one: (-worth[one.id], one.topic != topic))[:_LESSONS_OF_A_TOPIC])


def _last_tests(summaries: Sequence[AttemptSummary], store: LearnerStore, packs: PackSource) -> TwoTests | None:
    for one in summaries:
        if one.kind is AttemptKind.POSTTEST and one.score:
            # What was changed outside the program is told where it is opened; the other results are there meanwhile.
            with contextlib.suppress(Refusal):
                return compare_tests(open_sitting(one.id, store=store, packs=packs), store=store, packs=packs)
    return None
