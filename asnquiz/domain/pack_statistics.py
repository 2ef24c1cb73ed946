"""How a pack's scored questions are spread, for those who must see that no strategy but knowing the rules pays."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asnquiz.domain.answering import written_key
from asnquiz.domain.pack import Item, ItemType, Phase, Rule, Verdict

ALLOWING = (Verdict.BOLEH, Verdict.BERSYARAT)
_POSITIONS = "ABCD"
_DIFFICULTIES = (1, 2, 3)


@dataclass(frozen=True)
class Statistics:
    """Counts of scored items only.

    Attributes:
        allowing: those whose first rule allows the act, on a condition or without one.
        single: those with one right option.
        key_positions: of them, by where the key stands in the file.
        key_longest, key_shortest: of them, those whose key has more, or fewer, letters than any other option.
    """

    scored: Mapping[Phase, int]
    allowing: Mapping[Phase, int]
    single: int
    key_positions: Mapping[str, int]
    key_longest: int
    key_shortest: int
    types: Mapping[ItemType, int]
    difficulties: Mapping[int, int]
    topics: Mapping[str, int]
    jobs: Mapping[str, int]


def statistics(rules: Iterable[Rule], items: Iterable[Item]) -> Statistics:
    """The statistics of a pack, or of the part of one that could be read."""
    verdicts = {rule.id: rule.verdict for rule in rules}
    scored = [item for item in items if item.scored]
    allowing = [item for item in scored if item.rules and verdicts.get(item.rules[0]) in ALLOWING]
    single = [item for item in scored if item.type is ItemType.SINGLE]
    positions = Counter(map(written_key, single))
    lengths = [found for item in single if (found := _lengths(item))]
    types = Counter(item.type for item in scored)
    difficulties = Counter(item.difficulty for item in scored)
    return Statistics(
        scored=_by_phase(scored),
        allowing=_by_phase(allowing),
        single=len(single),
        key_positions={position: positions[position] for position in _POSITIONS},
        key_longest=sum(key > max(others) for key, others in lengths),
        key_shortest=sum(key < min(others) for key, others in lengths),
        types={kind: types[kind] for kind in ItemType},
        difficulties={difficulty: difficulties[difficulty] for difficulty in _DIFFICULTIES},
        topics=_sorted(item.topic for item in scored),
        jobs=_sorted(job for item in scored for job in item.jobs),
    )


def _by_phase(items: Iterable[Item]) -> Mapping[Phase, int]:
    counted = Counter(item.phase for item in items)
    return {phase: counted[phase] for phase in Phase}


def _sorted(names: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(names).items()))


def _lengths(item: Item) -> tuple[int, list[int]] | None:
    """The letters of the key and of the other options; None for an item without either, which is a fault elsewhere."""
    keys = [len(option.text) for option in item.options if option.key]
    others = [len(option.text) for option in item.options if not option.key]
    return (keys[0], others) if keys and others else None
