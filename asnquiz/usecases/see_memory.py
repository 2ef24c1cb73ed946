"""How well each rule in repetition is remembered, from its first recall until it is due."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.learned import Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack, Rule
from asnquiz.domain.remembering import askable, due_day, retrievability
from asnquiz.usecases.ports import LearnerStore

# How many estimates between two recalls draw a curve smoothly at the size it has on screen.
_STEPS = 24


@dataclass(frozen=True)
class MemoryCurve:
    """The estimate over days, counted from the first recall.

    Attributes:
        stretches: from each recall to the next, and from the last one to its end: (day, probability of 0 to 1).
        today, due: where on it these are.
    """

    stretches: tuple[tuple[tuple[float, float], ...], ...]
    today: int
    due: int


@dataclass(frozen=True)
class RuleMemory:
    """One rule in repetition.

    Attributes:
        last: its last recall.
        repeated: how often it was asked again after it entered.
        estimate: the probability that it is recalled today; None on the day of the last recall, which says nothing.
        due: from which day on it is due; `is_due` whether that has come.
    """

    rule: Rule
    last: Recall
    repeated: int
    estimate: float | None
    due: dt.date
    is_due: bool
    curve: MemoryCurve


def see_memory(profile: UUID, pack: Pack, store: LearnerStore, now: Moment) -> tuple[RuleMemory, ...]:
    """Every rule in repetition that the pack can still ask, what is due first coming first."""
    known = askable(pack)
    history: dict[str, list[Recall]] = {}
    for one in store.recalls(profile, pack.id):
        if one.rule in known:
            history.setdefault(one.rule, []).append(one)
    memories = (_memory(pack.rule_by_id[rule], recalls, now) for rule, recalls in history.items())
    return tuple(sorted(memories, key=lambda one: one.last.due))


def _memory(rule: Rule, recalls: Sequence[Recall], now: Moment) -> RuleMemory:
    last, today = recalls[-1], now.local.date()
    return RuleMemory(
        rule=rule,
        last=last,
        repeated=len(recalls) - 1,
        estimate=retrievability(last, today) if today > last.at.local.date() else None,
        due=due_day(last),
        is_due=last.due <= now.utc,
        curve=_curve(recalls, today),
    )


def _curve(recalls: Sequence[Recall], today: dt.date) -> MemoryCurve:
    first = recalls[0].at.local.date()
    end = max(today, due_day(recalls[-1]))
    # A clock that was set back does not turn the curve back.
    days = [max(0, (one.at.local.date() - first).days) for one in recalls]
    ends = [*days[1:], (end - first).days]
    stretches = tuple(
        _stretch(one, begin, max(begin, until)) for one, begin, until in zip(recalls, days, ends, strict=True)
    )
    return MemoryCurve(stretches, (today - first).days, (due_day(recalls[-1]) - first).days)


def _stretch(last: Recall, begin: int, end: int) -> tuple[tuple[float, float], ...]:
    step = max(1, (end - begin) // _STEPS)
    days = [*range(begin, end, step), end]
    answered = last.at.local.date()
    return tuple((day, retrievability(last, answered + dt.timedelta(days=day - begin))) for day in days)
