"""What an attempt shows of its person: score, per phase, what to deepen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import SURE, UNSURE, Attempt, Score
from asnquiz.domain.learned import Recall
from asnquiz.domain.marks import Mark, count, marks_of, total
from asnquiz.domain.pack import Item, Phase
from asnquiz.usecases.ports import LearnerStore, PackSource
from asnquiz.usecases.take_quiz import Sitting, open_sitting


@dataclass(frozen=True)
class Result:
    """The outcome of one attempt.

    Attributes:
        passed: None where there is no pass mark.
        by_phase: only phases that were asked.
        to_deepen: titles of the topics with wrong answers, most wrong first.
        sure_but_wrong: the questions that were answered with certainty, and wrong.
        repeated: the last recalls of the rules that were missed or unsure here, what is due first coming first.
        elapsed_ms: by the exam clock; None without one, since a practice may lie open for days.
    """

    sitting: Sitting
    score: Score
    passed: bool | None
    by_phase: Mapping[Phase, Score]
    wrong: int
    flagged: int
    to_deepen: tuple[str, ...]
    sure_but_wrong: tuple[Item, ...]
    repeated: tuple[Recall, ...]
    elapsed_ms: int | None


def see_result(attempt_id: UUID, *, store: LearnerStore, packs: PackSource) -> Result:
    """Reads an attempt that is over, and what is repeated of it."""
    sitting = open_sitting(attempt_id, store=store, packs=packs)
    attempt = sitting.attempt
    return result_of(sitting, store.latest_recalls(attempt.profile, attempt.pack.id))


def result_of(sitting: Sitting, recalls: Sequence[Recall] = ()) -> Result:
    """Looks at an attempt that is over; `recalls` are the person's last ones of each rule."""
    attempt, pack = sitting.attempt, sitting.pack
    marks = marks_of(attempt, pack)
    missed = [mark.item for mark in marks if not mark.right]
    topics = Counter(item.topic for item in missed)
    by_phase = count(marks, lambda item: (item.phase,))
    score = total(marks)
    return Result(
        sitting=sitting,
        score=score,
        passed=None if attempt.pass_mark is None else score.passes(attempt.pass_mark),
        by_phase={phase: by_phase[phase] for phase in Phase if phase in by_phase},
        wrong=len(missed),
        flagged=sum(attempt.is_flagged(mark.item.id) for mark in marks),
        to_deepen=tuple(pack.topics[topic] for topic, _ in topics.most_common()),
        sure_but_wrong=tuple(item for item in missed if attempt.certainty_of(item.id) == SURE),
        repeated=_repeated(attempt, marks, recalls),
        elapsed_ms=_elapsed_ms(attempt),
    )


def _repeated(attempt: Attempt, marks: Sequence[Mark], recalls: Sequence[Recall]) -> tuple[Recall, ...]:
    shaky = {
        rule
        for mark in marks
        if attempt.is_answered(mark.item.id) and (not mark.right or attempt.certainty_of(mark.item.id) == UNSURE)
        for rule in mark.item.rules
    }
    return tuple(sorted((one for one in recalls if one.rule in shaky), key=lambda one: one.due))


def _elapsed_ms(attempt: Attempt) -> int | None:
    if attempt.limit_ms is None or attempt.remaining_ms is None:
        return None
    return attempt.limit_ms - attempt.remaining_ms
