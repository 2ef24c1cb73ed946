"""Statistics of questions and of a whole test, as Moodle computes them, from counts of people alone.

That is core_question and quiz_statistics; variances and covariances divide by the people less one. All is exact up to
the last square root, so no figure depends on the order of people or questions. Nothing is hidden here: means and shares
are shown from `recap_wording.FEWEST` people on, figures that compare people from `SHOWN_FROM` on.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import accumulate
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

# (mark, total of that person) -> number of people; the total includes the mark.
Cells = Mapping[tuple[int, int], int]

# Discrimination, efficiency and reliability of fewer people are mostly chance.
SHOWN_FROM = 30
_DEAD_BELOW = 0.05
_MASTERED_FROM = 0.9
# Chi-square with one degree of freedom: what r² times the people stays under in 95 % of cases where there is nothing.
_CHANCE = 3.841459


@dataclass(frozen=True)
class ItemCounts:
    """How a question was answered.

    Attributes:
        maximum: the marks for a wholly right answer.
        cells: of everybody who was asked it, each person's first attempt; no answer is 0 marks.
    """

    maximum: int
    cells: Cells


@dataclass(frozen=True)
class ItemFigures:
    """What the answers say about a question; None where it cannot be said, as where all have the same mark.

    Attributes:
        facility: the mean mark as a share of the most that there is, 0 to 1.
        deviation: the standard deviation of the mark.
        discrimination: 100 times the correlation of the mark with the rest of the total, -100 to 100.
        efficiency: 100 times the covariance of both as a share of the most that these marks and rests allow.
        weight: the effective weight, in percent of that of all given questions; None where a high mark goes with a low
            total.
    """

    people: int
    facility: float | None
    deviation: float | None
    discrimination: float | None
    efficiency: float | None
    weight: float | None

    @property
    def enough(self) -> bool:
        """Whether these are enough people for discrimination and efficiency to be shown."""
        return self.people >= SHOWN_FROM


@dataclass(frozen=True)
class _Moments:
    """The sums of marks and of totals, and the variances and covariances of marks, totals and rests.

    These are whole numbers: people² times what divides by the people. A rest is a total without the mark.
    """

    people: int
    marks: int
    totals: int
    mark_mark: int
    mark_total: int
    total_total: int

    @property
    def mark_rest(self) -> int:
        return self.mark_total - self.mark_mark

    @property
    def rest_rest(self) -> int:
        return self.total_total - 2 * self.mark_total + self.mark_mark

    def per_pair(self, moment: int) -> Fraction:
        """The covariance that divides by the people less one; two people at least."""
        return Fraction(moment, self.people * (self.people - 1))


def _moments(cells: Cells) -> _Moments:
    people = sum(cells.values())
    marks = sum(mark * count for (mark, _), count in cells.items())
    totals = sum(total * count for (_, total), count in cells.items())
    return _Moments(
        people=people,
        marks=marks,
        totals=totals,
        mark_mark=people * sum(mark * mark * count for (mark, _), count in cells.items()) - marks * marks,
        mark_total=people * sum(mark * total * count for (mark, total), count in cells.items()) - marks * totals,
        total_total=people * sum(total * total * count for (_, total), count in cells.items()) - totals * totals,
    )


def item_figures(items: Mapping[K, ItemCounts]) -> dict[K, ItemFigures]:
    """The figures of each question, in the given order."""
    moments = {key: _moments(item.cells) for key, item in items.items()}
    weights = _weights(moments)
    return {key: _figures(item, moments[key], weights.get(key)) for key, item in items.items()}


def _weights(moments: Mapping[K, _Moments]) -> dict[K, float]:
    """The effective weights of those that have one."""
    roots = {
        key: math.sqrt(of.per_pair(of.mark_total))
        for key, of in moments.items()
        if of.people > 1 and of.mark_total >= 0
    }
    whole = math.fsum(roots.values())
    return {key: 100 * root / whole for key, root in roots.items()} if whole else {}


def _figures(item: ItemCounts, of: _Moments, weight: float | None) -> ItemFigures:
    correlation = _correlation(of.mark_rest, of.mark_mark, of.rest_rest)
    most = of.people * _most_products(item.cells) - of.marks * (of.totals - of.marks)
    return ItemFigures(
        people=of.people,
        facility=of.marks / (of.people * item.maximum) if of.people else None,
        deviation=math.sqrt(of.per_pair(of.mark_mark)) if of.people > 1 else None,
        discrimination=None if correlation is None else 100 * correlation,
        efficiency=100 * of.mark_rest / most if most else None,
        weight=weight,
    )


def _correlation(covariance: int, first: int, second: int) -> float | None:
    """Of a covariance and two variances, all three times the same number; None where a variance is 0."""
    if not first * second:
        return None
    return math.copysign(math.sqrt(Fraction(covariance**2, first * second)), covariance)


def _most_products(cells: Cells) -> int:
    """The sum of mark times rest if the best mark were with the best rest, and so on down: the most that it can be."""
    marks: Counter[int] = Counter()
    rests: Counter[int] = Counter()
    for (mark, total), count in cells.items():
        marks[mark] += count
        rests[total - mark] += count
    rising = sorted(rests.items())
    products = rest = free = 0
    for mark, left in sorted(marks.items(), reverse=True):
        while left:
            if not free:
                rest, free = rising.pop()
            matched = min(left, free)
            products += mark * rest * matched
            left -= matched
            free -= matched
    return products


def item_variance(items: Iterable[ItemCounts]) -> Fraction | None:
    """The sum of the variances of the marks of all the questions of a test, in square marks.

    None for fewer than two people, and where not everybody was asked every question, which shows in questions that
    people of other totals were asked.
    """
    given = list(items)
    totals = [_totals(item.cells) for item in given]
    moments = [_moments(item.cells) for item in given]
    if not given or moments[0].people < 2 or any(other != totals[0] for other in totals):
        return None
    return sum((of.per_pair(of.mark_mark) for of in moments), Fraction(0))


def _totals(cells: Cells) -> Counter[int]:
    totals: Counter[int] = Counter()
    for (_, total), count in cells.items():
        totals[total] += count
    return totals


@dataclass(frozen=True)
class TestFigures:
    """What the totals say about a test; None where it cannot be said, as where all have the same total.

    Attributes:
        drawn: whether each person had other questions.
        mean, median, deviation: in marks.
        skewness, kurtosis: of a normal distribution 0.
        reliability: the share of the variance of the totals that is no error; may be negative. Of the same questions
            for everybody it is Cronbach's alpha, which is KR-20 where marks are 0 or 1, and Moodle's coefficient of
            internal consistency divided by 100. Of questions drawn for each it is KR-21 (Kuder and Richardson 1937,
            Psychometrika 2:151-160), the reliability of forms drawn by chance (Lord 1955, Educ. Psychol. Meas.
            15:325-336).
        error_ratio: what of the deviation is error, in percent; above 100 where the reliability is negative.
        standard_error: of one person's total, in marks.
        livingston: the reliability of telling who passes, K squared (Livingston 1972, J. Educ. Meas. 9:13-26); never
            less than the reliability, and the same where the pass mark is the mean.
    """

    people: int
    drawn: bool
    mean: float | None
    median: float | None
    deviation: float | None
    skewness: float | None
    kurtosis: float | None
    reliability: float | None
    error_ratio: float | None
    standard_error: float | None
    livingston: float | None

    @property
    def enough(self) -> bool:
        """Whether these are enough people for the reliability and what follows from it to be shown."""
        return self.people >= SHOWN_FROM


def test_figures(
    totals: Mapping[int, int], *, questions: int, item_variance: Fraction | None, pass_mark: Fraction | None
) -> TestFigures:
    """The figures of a test.

    Args:
        totals: total of marks -> number of people, each person's first attempt.
        questions: how many each person was asked.
        item_variance: as of the function of this name, where everybody was asked the same questions. None where they
            were drawn for each; then every mark is 0 or 1.
        pass_mark: in marks.
    """
    people = sum(totals.values())
    mean = Fraction(sum(total * count for total, count in totals.items()), people or 1)
    second, third, fourth = (
        sum(((total - mean) ** power * count for total, count in totals.items()), Fraction(0)) for power in (2, 3, 4)
    )
    variance = second / (people - 1) if people > 1 else Fraction(0)
    reliability = None
    if people > 2 and questions > 1 and variance:
        # KR-21 is alpha as though all questions were equally hard; its variance, too, divides by the people less one.
        error = mean * (questions - mean) / questions * people / (people - 1)
        reliability = (1 - (error if item_variance is None else item_variance) / variance) * questions / (questions - 1)
    return TestFigures(
        people=people,
        drawn=item_variance is None,
        mean=float(mean) if people else None,
        median=_median(totals) if people else None,
        deviation=math.sqrt(variance) if people > 1 else None,
        skewness=_skewness(people, variance, third) if people > 2 and variance else None,
        kurtosis=_kurtosis(people, variance, second, fourth) if people > 3 and variance else None,
        reliability=None if reliability is None else float(reliability),
        error_ratio=None if reliability is None else 100 * math.sqrt(1 - reliability),
        standard_error=None if reliability is None else math.sqrt((1 - reliability) * variance),
        livingston=None if reliability is None else _livingston(reliability, variance, mean, pass_mark),
    )


def _median(totals: Mapping[int, int]) -> float:
    rising = sorted(totals)
    ends = list(accumulate(totals[total] for total in rising))
    lower, upper = (rising[bisect_left(ends, place)] for place in ((ends[-1] + 1) // 2, ends[-1] // 2 + 1))
    return (lower + upper) / 2


def _skewness(people: int, variance: Fraction, third: Fraction) -> float:
    cumulant = people * third / ((people - 1) * (people - 2))
    return math.copysign(math.sqrt(cumulant**2 / variance**3), cumulant)


def _kurtosis(people: int, variance: Fraction, second: Fraction, fourth: Fraction) -> float:
    cumulant = people * (people + 1) * fourth - 3 * (people - 1) * second**2
    return float(cumulant / ((people - 1) * (people - 2) * (people - 3) * variance**2))


def _livingston(reliability: Fraction, variance: Fraction, mean: Fraction, pass_mark: Fraction | None) -> float | None:
    if pass_mark is None:
        return None
    distance = (mean - pass_mark) ** 2
    return float((reliability * variance + distance) / (variance + distance))


@dataclass(frozen=True)
class OptionFigures:
    """What those who chose an option say about it; None where it cannot be said.

    Attributes:
        people: those who chose it.
        share: of those who were asked, 0 to 1.
        right: whether it is the key.
        correlation: of having chosen it with the rest of the total, -1 to 1.
    """

    people: int
    share: float | None
    right: bool
    correlation: float | None

    @property
    def dead(self) -> bool:
        """Whether it is wrong and hardly anybody chooses it, so that it might as well be left out."""
        return not self.right and self.share is not None and self.share < _DEAD_BELOW

    @property
    def competing(self) -> bool:
        """Whether it is wrong, and rather those choose it who know more, beyond what chance does in 19 of 20 cases."""
        if self.right or not self.share or self.correlation is None or self.correlation <= 0:
            return False
        asked = self.people / self.share
        return self.correlation**2 * asked > _CHANCE


def option_figures(item: ItemCounts, options: Mapping[K, Cells], right: Container[K]) -> dict[K, OptionFigures]:
    """The figures of each option of a question, in the given order.

    Args:
        item: everybody who was asked, also those without an answer.
        options: of each option the people who chose it, none for one that nobody did.
        right: which of them are right.
    """
    of = _moments(item.cells)
    rests = of.totals - of.marks
    found = {}
    for key, cells in options.items():
        chosen = sum(cells.values())
        their_rests = sum((total - mark) * count for (mark, total), count in cells.items())
        found[key] = OptionFigures(
            people=chosen,
            share=chosen / of.people if of.people else None,
            right=key in right,
            correlation=_correlation(
                of.people * their_rests - chosen * rests, chosen * (of.people - chosen), of.rest_rest
            ),
        )
    return found


class Suspicion(Enum):
    """Why somebody should read a question again.

    `negative`: those who know more have it wrong; first suspect a wrong key or changed law, then two meanings.
    `competing`: a wrong option draws those who know more, so it may be right as well.
    """

    NEGATIVE = "negative"
    COMPETING = "competing"


def suspicions(figures: ItemFigures, options: Iterable[OptionFigures] = ()) -> tuple[Suspicion, ...]:
    """What is suspected of a question: nothing of one that fewer than 30 people answered or that 90 % master.

    What all but a few have right cannot tell people apart, so its figures are chance.
    """
    if not figures.enough or figures.facility is None or figures.facility >= _MASTERED_FROM:
        return ()
    negative = figures.discrimination is not None and figures.discrimination < 0
    competing = any(option.competing for option in options)
    return tuple(
        suspicion for suspicion, found in ((Suspicion.NEGATIVE, negative), (Suspicion.COMPETING, competing)) if found
    )
