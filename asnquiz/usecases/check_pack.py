"""Checking a pack or a layer: what the check found, and how much of everything the pack holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asnquiz.domain.fault import Fault
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Item, Pack, Phase, Rule, Verdict
from asnquiz.domain.pack_statistics import Statistics, statistics


@dataclass(frozen=True)
class Counts:
    """How many of each kind a pack holds.

    Attributes:
        items, items_by_phase: scored items only.
        discussions: contested rules and items that are never scored.
    """

    laws: int
    terms: int
    rules: int
    lessons: int
    items: int
    items_by_phase: Mapping[Phase, int]
    scenarios: int
    discussions: int


@dataclass(frozen=True)
class Checked:
    """The outcome of a check.

    Attributes:
        pack: None when there are faults.
        faults: every fault of all files, by file and line.
        advice: those of the faults that only say how to write better, as `local_ports.Finding.advice` does.
        pack_id, version: as pack.yaml says, None where it says none.
        counts, statistics: of what could be read, so with faults they may fall short.
    """

    pack: Pack | None
    faults: tuple[Fault, ...]
    advice: frozenset[Fault]
    pack_id: str | None
    version: str | None
    counts: Counts
    statistics: Statistics


@dataclass(frozen=True)
class CheckedLayer:
    """The outcome of a check of a layer; `counts` and `statistics` are of what it adds. Otherwise as `Checked`."""

    layer: Layer | None
    faults: tuple[Fault, ...]
    advice: frozenset[Fault]
    layer_id: str | None
    version: str | None
    counts: Counts
    statistics: Statistics


def checked_before(pack: Pack) -> Checked:
    """The outcome for a pack that was found sound before, also with a layer laid over it."""
    return Checked(
        pack=pack,
        faults=(),
        advice=frozenset(),
        pack_id=pack.id,
        version=pack.version,
        counts=count(
            pack.rules,
            pack.items,
            laws=len(pack.laws),
            terms=len(pack.terms),
            lessons=len(pack.lessons),
            scenarios=len(pack.scenarios),
        ),
        statistics=statistics(pack.rules, pack.items),
    )


def count(
    rules: Iterable[Rule], items: Iterable[Item], *, laws: int, terms: int, lessons: int, scenarios: int
) -> Counts:
    """The counts of a pack, or of the part of one that could be read."""
    rules, items = tuple(rules), tuple(items)
    scored = [item for item in items if item.scored]
    contested = sum(rule.verdict is Verdict.DIPERDEBATKAN for rule in rules)
    return Counts(
        laws=laws,
        terms=terms,
        rules=len(rules),
        lessons=lessons,
        items=len(scored),
        items_by_phase={phase: sum(item.phase is phase for item in scored) for phase in Phase},
        scenarios=scenarios,
        discussions=contested + len(items) - len(scored),
    )
