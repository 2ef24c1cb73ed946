"""What somebody has learnt between two tests of equal blueprint: normalised gain, with its guards.

The two tests share a blueprint and ask different questions, so what they say in all and by phase can be compared, and a
rule only where both happened to ask about that very rule.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from asnquiz.domain.attempt import Score
from asnquiz.domain.marks import Mark, count, total
from asnquiz.domain.pack import Item, Phase

K = TypeVar("K", bound=Hashable)

# Under so many questions in either test, one answer more or less moves the figure too far to be named.
ENOUGH = 10
_HIGH = Fraction(7, 10)
_MEDIUM = Fraction(3, 10)


class Band(Enum):
    """Hake's names for gains: high from 0.7 on, medium from 0.3 on, low below (Hake 1998, Am. J. Phys. 66:64-74)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def normalised_gain(pre: Fraction, post: Fraction) -> Fraction | None:
    """Hake's g of two results of 0 to 100, (post - pre) / (100 - pre): the share of what was missing that was learnt.

    None where nothing was missing (pre = 100). Hake 1998, Am. J. Phys. 66:64-74.
    """
    return None if pre == 100 else (post - pre) / (100 - pre)


def normalised_change(pre: Fraction, post: Fraction) -> Fraction | None:
    """The change c of two results of 0 to 100: g for a rise, (post - pre) / pre for a fall, 0 for the same twice.

    None where both are 0 or both are 100, which says nothing. Marx and Cummings 2007, Am. J. Phys. 75.
    """
    if pre == post:
        return None if pre in (0, 100) else Fraction(0)
    return normalised_gain(pre, post) if post > pre else (post - pre) / pre


@dataclass(frozen=True)
class Change:
    """One thing measured before and after."""

    before: Score
    after: Score

    @property
    def mastered(self) -> bool:
        """Whether all was right before already, so that there was nothing to gain."""
        return self.before.right == self.before.total

    @property
    def enough(self) -> bool:
        """Whether both tests asked enough for a share to be told."""
        return min(self.before.total, self.after.total) >= ENOUGH

    @property
    def normalised(self) -> Fraction | None:
        """The normalised change, see `normalised_change`."""
        return normalised_change(_of_100(self.before), _of_100(self.after))

    @property
    def band(self) -> Band | None:
        """Hake's name for a gain; None for a fall, where there is no figure, and where too little was asked."""
        change = self.normalised
        if change is None or change < 0 or not self.enough:
            return None
        return Band.HIGH if change >= _HIGH else Band.MEDIUM if change >= _MEDIUM else Band.LOW


def _of_100(score: Score) -> Fraction:
    return Fraction(100 * score.right, score.total)


@dataclass(frozen=True)
class Comparison:
    """Two tests of one person, and what changed in each phase and rule that both asked about; rules by id."""

    overall: Change
    by_phase: Mapping[Phase, Change]
    by_rule: Mapping[str, Change]


def compare(before: Sequence[Mark], after: Sequence[Mark]) -> Comparison:
    """Compares the marks of a first and a second test; neither is empty."""

    def changes(keys: Callable[[Item], Iterable[K]]) -> dict[K, Change]:
        first, second = count(before, keys), count(after, keys)
        return {key: Change(score, second[key]) for key, score in first.items() if key in second}

    phases = changes(lambda item: (item.phase,))
    return Comparison(
        overall=Change(total(before), total(after)),
        by_phase={phase: phases[phase] for phase in Phase if phase in phases},
        by_rule=changes(lambda item: dict.fromkeys(item.rules)),
    )
