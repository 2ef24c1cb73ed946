"""Learners who know no rule and go by tone, length or place: on the shipped pack none scores otherwise than by chance.

Both ways: an option that is hardly ever right helps as much as one that nearly always is. Feelings that no word tells,
such as which act sounds politest, are a reader's task.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb, factorial, sqrt
from pathlib import Path
from random import Random
from statistics import NormalDist

import pytest

from asnquiz.content.checker import open_pack
from asnquiz.domain.answering import VERDICT_CHOICES, Answer, choice_count, is_right, is_valid, right_answer
from asnquiz.domain.pack import Item, ItemType, Option, Phase, Verdict
from tests import builders

PACK = Path(__file__).parents[2] / "questions" / "netralitas-pilkada"

# 99 of 100 sums of chance lie within so many standard deviations of what is expected.
WITHIN = NormalDist().inv_cdf(0.995)

# Words are counted, not understood: "tidak keberatan" counts as two refusals, "meninggalkan rapat" as none, and
# "tidak melapor" as a refusal and a report.
REFUSING = re.compile(
    r"\b(tidak|jangan|tanpa|menolak|melarang|membatalkan|menghentikan|berhenti|keberatan|melapor|melaporkan)\b", re.I
)
TURNING_TO_AN_OFFICE = re.compile(
    r"\b(melapor|melaporkan|bertanya|menanyakan|bawaslu|panwascam|bkpsdm|inspektorat|atasan)\b", re.I
)

Learner = Callable[[Item, Sequence[Answer]], Sequence[Answer]]


@dataclass(frozen=True)
class Outcome:
    """How one item turns out for a learner who guesses evenly among the answers that it cannot tell apart.

    Attributes:
        answers: how many an item has that are as long as the right one.
        chosen: among how many of them the learner guesses.
        score: the chance that its guess is right.
    """

    item: Item
    answers: int
    chosen: int
    score: Fraction

    @property
    def chance(self) -> Fraction:
        """What the score is on average when the right answer may be any, whatever the options say."""
        return Fraction(1, self.answers)

    @property
    def variance(self) -> Fraction:
        """Of that score, which is one of `chosen` with the chance of `chosen` in `answers`, and else nothing."""
        return Fraction(self.answers - self.chosen, self.chosen * self.answers**2)


def answers(item: Item) -> Sequence[Answer]:
    """Every answer that could be right; of several options, as many as are right: the learner is told how many."""
    rows = range(choice_count(item))
    match item.type:
        case ItemType.SINGLE | ItemType.MULTIPLE:
            return list(combinations(rows, len(right_answer(item))))
        case ItemType.VERDICT:
            return [(row,) for row in rows]
        case ItemType.ORDERING:
            return list(permutations(rows))
        case ItemType.MATCHING:
            return list(product(range(len(Phase)), repeat=len(rows)))


def most(measure: Callable[[Option], int], verdict: Verdict | None = None) -> Learner:
    """Chooses the options of the highest measure, and always one verdict; has no opinion on orders and phases."""

    def choose(item: Item, answers: Sequence[Answer]) -> Sequence[Answer]:
        if item.type is ItemType.VERDICT and verdict:
            return [(VERDICT_CHOICES.index(verdict),)]
        if item.type not in (ItemType.SINGLE, ItemType.MULTIPLE):
            return answers
        measures = [measure(option) for option in item.options]
        highest = max(sum(measures[row] for row in answer) for answer in answers)
        return [answer for answer in answers if sum(measures[row] for row in answer) == highest]

    return choose


def first_written(item: Item, answers: Sequence[Answer]) -> Sequence[Answer]:
    """Leaves orders alone: an item of that kind is written in the right one, but never shown in it."""
    return answers if item.type in (ItemType.ORDERING, ItemType.MATCHING) else answers[:1]


LEARNERS: dict[str, Learner] = {
    "the strictest": most(lambda option: len(REFUSING.findall(option.text)), Verdict.TIDAK),
    "the one that turns to an office": most(lambda option: len(TURNING_TO_AN_OFFICE.findall(option.text))),
    "the longest": most(lambda option: len(option.text)),
    "the shortest": most(lambda option: -len(option.text)),
    "the first as written": first_written,
    # Never "bersyarat": what is conditional is mostly unverified as well, so that few such items can be scored.
    "tidak of every act": most(lambda _: 0, Verdict.TIDAK),
    "boleh of every act": most(lambda _: 0, Verdict.BOLEH),
}


def outcome(item: Item, learner: Learner) -> Outcome:
    possible = answers(item)
    chosen = learner(item, possible)
    right = sum(is_right(item, answer) for answer in chosen)
    return Outcome(item, len(possible), len(chosen), Fraction(right, len(chosen)))


def interval(outcomes: Collection[Outcome]) -> tuple[float, float]:
    """Where 99 of 100 sums of chance lie.

    Items are right or wrong independently, so means and variances add up, and many bounded ones make a normal
    distribution (Lindeberg's theorem: Feller, An Introduction to Probability Theory and Its Applications, volume I,
    section X.5).
    """
    expected = float(sum(one.chance for one in outcomes))
    margin = WITHIN * sqrt(sum(one.variance for one in outcomes))
    return expected - margin, expected + margin


@pytest.fixture(scope="module")
def scored() -> tuple[Item, ...]:
    pack = open_pack(PACK).pack
    assert pack is not None
    return pack.scored_items


@pytest.mark.parametrize("name", LEARNERS)
def test_who_knows_no_rule_scores_as_chance_does(scored: Sequence[Item], name: str) -> None:
    """As in 99 of 100 packs whose keys chance alone places; only items on which the learner has an opinion move it."""
    outcomes = [outcome(item, LEARNERS[name]) for item in scored]
    score = float(sum(one.score for one in outcomes))
    lowest, highest = interval(outcomes)
    decided = [one for one in outcomes if one.chosen < one.answers]
    moving = [one.item.id for one in decided if (one.score > one.chance) is (score > highest)]
    assert lowest <= score <= highest, (
        f"Choosing {name} scores {score:.1f} of {len(outcomes)}, where chance gives {lowest:.1f} to {highest:.1f}. "
        f"Of the {len(decided)} items that it decides, {len(moving)} make it so: {', '.join(moving)}"
    )


def test_who_guesses_scores_inside_the_interval_in_99_of_100_tests(scored: Sequence[Item]) -> None:
    """About 990 of a thousand tests; three standard deviations of that are 9."""
    random = Random(1)
    possible = {item.id: answers(item) for item in scored}
    lowest, highest = interval([outcome(item, lambda _, answers: answers[-1:]) for item in scored])
    scores = [sum(is_right(item, random.choice(possible[item.id])) for item in scored) for _ in range(1000)]
    assert 980 <= sum(lowest <= score <= highest for score in scores) < 1000


@pytest.mark.parametrize(
    ("type_", "count"),
    [
        (ItemType.SINGLE, 4),
        (ItemType.VERDICT, 3),
        (ItemType.ORDERING, factorial(4)),
        (ItemType.MATCHING, 3**3),
    ],
)
def test_chance_is_one_of_as_many_answers_as_combinatorics_counts(type_: ItemType, count: int) -> None:
    item = builders.item(type_)
    possible = answers(item)
    assert len(set(possible)) == len(possible) == count
    assert all(is_valid(item, answer) for answer in possible)
    assert sum(is_right(item, answer) for answer in possible) == 1


def test_of_several_options_chance_chooses_as_many_as_are_right() -> None:
    texts = ("Menolak.", "Tidak datang.", "Datang.", "Bertanya kepada Bawaslu.", "Pulang.")
    options = tuple(Option(text, "", key=text in texts[:2]) for text in texts)
    item = builders.item(ItemType.MULTIPLE, options=options)
    assert len(answers(item)) == comb(5, 2)
    assert outcome(item, LEARNERS["the strictest"]).score == 1
    assert outcome(item, LEARNERS["the longest"]).score == 0
    # It takes the fourth and guesses the other: four answers, none of them right.
    assert outcome(item, LEARNERS["the one that turns to an office"]).chosen == 4


def test_the_interval_is_that_of_a_coin_and_of_a_die() -> None:
    """Four hundred throws of a coin vary by 10 around 200, of a die of four by the root of 75 around 100."""

    def throws(sides: int) -> list[Outcome]:
        return [Outcome(builders.item(), sides, 1, Fraction(0))] * 400

    assert interval(throws(2)) == pytest.approx((200 - 25.758, 200 + 25.758), abs=0.001)
    assert interval(throws(4)) == pytest.approx((100 - 22.307, 100 + 22.307), abs=0.001)
    # Who cannot tell the sides apart loses and gains nothing.
    assert interval([Outcome(builders.item(), 4, 4, Fraction(1, 4))] * 400) == pytest.approx((100, 100))
