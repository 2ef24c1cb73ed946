"""What somebody, or a group, has learnt between two tests of equal blueprint: normalised gain, with its guards.

The two tests share a blueprint and ask different questions, so what they say in all and by phase can be compared, and a
rule only where both happened to ask about that very rule.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from asnquiz.domain.attempt import Score
from asnquiz.domain.marks import Mark, count, total
from asnquiz.domain.pack import Item, Phase
from asnquiz.domain.recap_wording import FEWEST

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
        return _band(self.normalised) if self.enough else None


def _band(gain: Fraction | None) -> Band | None:
    if gain is None or gain < 0:
        return None
    return Band.HIGH if gain >= _HIGH else Band.MEDIUM if gain >= _MEDIUM else Band.LOW


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


@dataclass(frozen=True)
class GroupGain:
    """What a group has gained, of those alone who took both tests; None where nobody did or nothing can be said.

    Attributes:
        mean_before, mean_after: of 0 to 100.
        gain: Hake's g of these two means, the figure that is compared between groups.
        mean_change: the mean of the people's own normalised changes, of those who have one; another figure than `gain`
            (Bao 2006, Am. J. Phys. 74:917-922), and never to be shown under its name.
        rose, fell, same: how many people.
        mastered: how many had all right before already.
    """

    people: int
    mean_before: Fraction | None
    mean_after: Fraction | None
    gain: Fraction | None
    mean_change: Fraction | None
    rose: int
    fell: int
    same: int
    mastered: int

    @property
    def band(self) -> Band | None:
        """Hake's name for the gain; None for a loss, where there is no figure, and for too few people."""
        return _band(self.gain) if self.people >= FEWEST else None


def group_gain(pairs: Iterable[tuple[Fraction, Fraction]]) -> GroupGain:
    """The gain of people by what each of them had before and after, of 0 to 100."""
    counted = Counter(pairs)

    def mean(value: Callable[[Fraction, Fraction], Fraction | None]) -> Fraction | None:
        found = [(of, count) for pair, count in counted.items() if (of := value(*pair)) is not None]
        people = sum(count for _, count in found)
        return sum((of * count for of, count in found), Fraction(0)) / people if people else None

    def number(holds: Callable[[Fraction, Fraction], bool]) -> int:
        return sum(count for pair, count in counted.items() if holds(*pair))

    before, after = mean(lambda pre, _: pre), mean(lambda _, post: post)
    return GroupGain(
        people=counted.total(),
        mean_before=before,
        mean_after=after,
        gain=None if before is None or after is None else normalised_gain(before, after),
        mean_change=mean(normalised_change),
        rose=number(lambda pre, post: post > pre),
        fell=number(lambda pre, post: post < pre),
        same=number(lambda pre, post: post == pre),
        mastered=number(lambda pre, _: pre == 100),
    )
