"""What an attempt shows of its person: score, per phase, what to deepen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from asnquiz.domain.answering import is_right
from asnquiz.domain.attempt import Attempt, Score, score_of
from asnquiz.domain.pack import Item, Phase
from asnquiz.usecases.take_quiz import Sitting


@dataclass(frozen=True)
class Result:
    """The outcome of one attempt.

    Attributes:
        passed: None where there is no pass mark.
        by_phase: only phases that were asked.
        to_deepen: titles of the topics with wrong answers, most wrong first.
        elapsed_ms: by the exam clock; None without one, since a practice may lie open for days.
    """

    sitting: Sitting
    score: Score
    passed: bool | None
    by_phase: Mapping[Phase, Score]
    wrong: int
    flagged: int
    to_deepen: tuple[str, ...]
    elapsed_ms: int | None


def result_of(sitting: Sitting) -> Result:
    """Looks at an attempt that is over."""
    attempt, pack = sitting.attempt, sitting.pack
    items = [sitting.item(index) for index in range(len(attempt.items))]
    right = [is_right(item, attempt.answer_of(item.id)) for item in items]
    topics = Counter(item.topic for item, good in zip(items, right, strict=True) if not good)
    score = score_of(attempt, pack)
    return Result(
        sitting=sitting,
        score=score,
        passed=None if attempt.pass_mark is None else score.passes(attempt.pass_mark),
        by_phase=_by_phase(items, right),
        wrong=right.count(False),
        flagged=sum(attempt.is_flagged(item.id) for item in items),
        to_deepen=tuple(pack.topics[topic] for topic, _ in topics.most_common()),
        elapsed_ms=_elapsed_ms(attempt),
    )


def _by_phase(items: list[Item], right: list[bool]) -> Mapping[Phase, Score]:
    asked = Counter(item.phase for item in items)
    good = Counter(item.phase for item, is_good in zip(items, right, strict=True) if is_good)
    return {phase: Score(good[phase], asked[phase]) for phase in Phase if asked[phase]}


def _elapsed_ms(attempt: Attempt) -> int | None:
    if attempt.limit_ms is None or attempt.remaining_ms is None:
        return None
    return attempt.limit_ms - attempt.remaining_ms
