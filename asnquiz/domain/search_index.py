"""The search index of a pack's rules: which stems each rule is found by, and how well a question fits a rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from asnquiz.domain.pack import Pack, Rule
from asnquiz.domain.stems import stems

# How much a stem weighs by where it stands; whole numbers, which the compiled form can hold.
_ACT, _WORDS, _CONDITION, _REST = 30, 30, 10, 3


@dataclass(frozen=True)
class SearchIndex:
    """Plain data: `postings[n]` belongs to `stems[n]` and alternates a rule's place in `rules` with a weight."""

    rules: tuple[str, ...]
    stems: tuple[str, ...]
    postings: tuple[tuple[int, ...], ...]

    @cached_property
    def by_stem(self) -> Mapping[str, tuple[int, ...]]:
        return dict(zip(self.stems, self.postings, strict=True))

    def rarity(self, stem: str) -> float:
        """How much a stem tells: the logarithm of how few rules hold it; of a stem in no rule as much as in one."""
        holding = sum(weight >= _CONDITION for weight in self.by_stem.get(stem, ())[1::2])
        return log(1 + len(self.rules) / max(holding, 1))


def build_index(pack: Pack) -> SearchIndex:
    """The index of a pack's rules."""
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    for place, rule in enumerate(pack.rules):
        for stem, weight in _weighted(rule):
            weights[stem][place] = max(weight, weights[stem].get(place, 0))
    found = sorted(weights)
    return SearchIndex(
        rules=tuple(rule.id for rule in pack.rules),
        stems=tuple(found),
        postings=tuple(tuple(part for pair in sorted(weights[stem].items()) for part in pair) for stem in found),
    )


def _weighted(rule: Rule) -> Iterator[tuple[str, int]]:
    fields: tuple[tuple[Iterable[str], int], ...] = (
        ((rule.act,), _ACT),
        (rule.words, _WORDS),
        ((rule.condition or "",), _CONDITION),
        ((rule.reason, rule.instead), _REST),
    )
    for texts, weight in fields:
        for text in texts:
            for stem in stems(text):
                yield stem, weight


def scores(index: SearchIndex, asked: Iterable[str]) -> dict[str, float]:
    """For each rule that holds any of the stems: how much of what is asked it covers, from 0 to 1."""
    wanted = {stem: index.rarity(stem) for stem in sorted(set(asked))}
    whole = sum(wanted.values())
    found: dict[int, float] = defaultdict(float)
    for stem, rarity in wanted.items():
        posting = index.by_stem.get(stem, ())
        for place, weight in zip(posting[::2], posting[1::2], strict=True):
            found[place] += rarity * weight / _ACT / whole
    return {index.rules[place]: score for place, score in found.items()}
