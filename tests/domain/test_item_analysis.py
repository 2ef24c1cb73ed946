"""Statistics of questions and tests: examples worked by hand, a published test, and the definitions over all marks."""

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain import item_analysis as analysis
from asnquiz.domain.item_analysis import ItemCounts, ItemFigures, OptionFigures, Suspicion

Rows = Sequence[Sequence[int]]  # of each person the mark of each question

# The rows are people; exact fractions of all figures are worked by hand below.
WORKED = [tuple(map(int, row)) for row in ("1112", "1111", "1102", "1011", "1101", "0101", "1000", "0010")]
WORKED_MAXIMA = (1, 1, 1, 2)

# Section 6 of the LSAT: how many of 1,000 people gave each pattern from 00000 to 11111 (Bock and Lieberman 1970,
# Psychometrika 35:179-197).
LSAT6 = "3 6 2 11 1 1 3 4 1 8 0 16 0 3 2 15 10 29 14 81 3 28 15 80 16 56 21 173 11 61 28 298"


def counts(rows: Rows, maxima: Sequence[int]) -> dict[int, ItemCounts]:
    return {
        place: ItemCounts(maximum, Counter((row[place], sum(row)) for row in rows))
        for place, maximum in enumerate(maxima)
    }


def figures_of_items(rows: Rows, maxima: Sequence[int]) -> dict[int, ItemFigures]:
    return analysis.item_figures(counts(rows, maxima))


def figures_of_test(
    rows: Rows, maxima: Sequence[int], *, drawn: bool = False, pass_mark: Fraction | None = None
) -> analysis.TestFigures:
    variance = None if drawn else analysis.item_variance(counts(rows, maxima).values())
    totals = Counter(sum(row) for row in rows)
    return analysis.test_figures(totals, questions=len(maxima), item_variance=variance, pass_mark=pass_mark)


def test_questions_by_hand() -> None:
    """The variances of marks, their covariances with the rests, the variances of these, the greatest covariances."""
    variances = [3 / 14, 15 / 56, 2 / 7, 4 / 7]
    covariances = [5 / 28, 1 / 4, -1 / 14, 3 / 7]
    rests = [87 / 56, 19 / 14, 111 / 56, 39 / 56]
    greatest = [13 / 28, 15 / 28, 9 / 14, 4 / 7]
    found = list(figures_of_items(WORKED, WORKED_MAXIMA).values())
    assert [of.people for of in found] == [8] * 4
    assert [of.facility for of in found] == [0.75, 0.625, 0.5, 0.5]
    assert [of.deviation for of in found] == pytest.approx([math.sqrt(variance) for variance in variances])
    assert [of.discrimination for of in found] == pytest.approx(
        [100 * c / math.sqrt(v * r) for c, v, r in zip(covariances, variances, rests, strict=True)]
    )
    assert [of.discrimination for of in found] == pytest.approx([30.9492, 41.4644, -9.4916, 67.9366], abs=5e-5)
    assert [of.efficiency for of in found] == pytest.approx(
        [100 * c / most for c, most in zip(covariances, greatest, strict=True)]
    )
    assert [of.weight for of in found] == pytest.approx([22.3109, 25.6156, 16.4777, 35.5959], abs=5e-5)


def test_a_test_by_hand() -> None:
    """Alpha is 4/3 (1 - (75/56) / (17/8)), and Livingston's figure at 4 marks is that of a distance of 9/8."""
    found = figures_of_test(WORKED, WORKED_MAXIMA, pass_mark=Fraction(4))
    assert (found.people, found.drawn, found.mean, found.median) == (8, False, 2.875, 3.0)
    assert found.deviation == pytest.approx(1.457738, abs=1e-6)
    assert found.skewness == pytest.approx(-0.086470, abs=1e-6)
    assert found.kurtosis == pytest.approx(-1.187148, abs=1e-6)
    assert found.reliability == pytest.approx(176 / 357, abs=1e-12)
    assert found.error_ratio == pytest.approx(71.2041, abs=5e-5)
    assert found.standard_error == pytest.approx(1.037970, abs=1e-6)
    assert found.livingston == pytest.approx(3109 / 4557, abs=1e-12)
    at_the_mean = figures_of_test(WORKED, WORKED_MAXIMA, pass_mark=Fraction(23, 8))
    assert at_the_mean.livingston == at_the_mean.reliability
    assert figures_of_test(WORKED, WORKED_MAXIMA).livingston is None


def test_a_published_test() -> None:
    """Alpha, and alpha without each question, as R's package ltm prints them (Rizopoulos 2006, J. Stat. Soft. 17:5)."""
    patterns = zip(product((0, 1), repeat=5), map(int, LSAT6.split()), strict=True)
    rows = [pattern for pattern, people in patterns for _ in range(people)]
    assert [of.facility for of in figures_of_items(rows, (1,) * 5).values()] == [0.924, 0.709, 0.553, 0.763, 0.87]
    assert figures_of_test(rows, (1,) * 5).reliability == pytest.approx(0.2950, abs=5e-5)
    without = [
        figures_of_test([row[:place] + row[place + 1 :] for row in rows], (1,) * 4).reliability for place in range(5)
    ]
    assert without == pytest.approx([0.2754, 0.2376, 0.2168, 0.2459, 0.2663], abs=5.1e-5)


def test_drawn_questions_by_hand() -> None:
    """0, 1, 2 and 3 of 3 right: 3/2 (1 - 1.5 · 1.5 / (3 · 1.25)) = 0.6.

    Lord's error of a total x of n is x (n - x) / (n - 1), on average 1/2, and 4/3 of it by the people less one.
    """
    found = analysis.test_figures(dict.fromkeys(range(4), 1), questions=3, item_variance=None, pass_mark=Fraction(2))
    assert found.drawn
    assert found.reliability == 0.6
    assert found.standard_error == pytest.approx(math.sqrt(1 / 2 * 4 / 3))
    assert found.livingston == pytest.approx((0.6 * 5 / 3 + 1 / 4) / (5 / 3 + 1 / 4))


def test_questions_that_contradict_one_another_have_a_negative_reliability() -> None:
    """Two people have the first right, two the second, one both: alpha is 2 (1 - (3/10 + 3/10) / (1/5)) = -4."""
    rows = [(1, 0), (1, 0), (0, 1), (0, 1), (1, 1)]
    found = figures_of_test(rows, (1, 1))
    assert found.reliability == -4
    assert found.error_ratio == pytest.approx(100 * math.sqrt(5))
    assert found.standard_error == pytest.approx(1)


@pytest.mark.parametrize(
    ("rows", "none"),
    [
        ([], "facility deviation discrimination efficiency weight"),
        ([(1, 1)], "deviation discrimination efficiency weight"),
        ([(1, 0), (0, 0)], "discrimination efficiency"),
        ([(1, 0), (0, 1)], "weight"),
        ([(1, 1), (1, 0), (1, 0)], "discrimination efficiency"),
        ([(1,), (0,), (0,)], "discrimination efficiency"),
    ],
)
def test_what_cannot_be_said_of_a_question(rows: Rows, none: str) -> None:
    """Of the first of them. Where every total is the same, nothing has a weight."""
    found = figures_of_items(rows, (1,) * (len(rows[0]) if rows else 2))[0]
    fields = ("facility", "deviation", "discrimination", "efficiency", "weight")
    assert [field for field in fields if getattr(found, field) is None] == none.split()


@pytest.mark.parametrize(
    ("rows", "none"),
    [
        ([], "mean median deviation skewness kurtosis reliability"),
        ([(1, 1)], "deviation skewness kurtosis reliability"),
        ([(1, 1), (0, 0)], "skewness kurtosis reliability"),
        ([(1, 1), (0, 0), (1, 0)], "kurtosis"),
        ([(1, 0), (0, 1), (1, 0), (0, 1)], "skewness kurtosis reliability"),
        ([(1,), (0,), (1,), (0,)], "reliability"),
    ],
)
@pytest.mark.parametrize("drawn", [False, True])
def test_what_cannot_be_said_of_a_test(rows: Rows, none: str, *, drawn: bool) -> None:
    maxima = (1,) * (len(rows[0]) if rows else 2)
    found = figures_of_test(rows, maxima, drawn=drawn, pass_mark=Fraction(1))
    fields = ("mean", "median", "deviation", "skewness", "kurtosis", "reliability")
    assert [field for field in fields if getattr(found, field) is None] == none.split()
    for follows in (found.error_ratio, found.standard_error, found.livingston):
        assert (follows is None) == (found.reliability is None)


def test_questions_that_not_everybody_was_asked_have_no_common_variance() -> None:
    everybody, others = ItemCounts(1, {(1, 2): 1, (0, 1): 1}), ItemCounts(1, {(1, 3): 1, (0, 1): 1})
    assert analysis.item_variance([everybody, everybody]) == 1
    assert analysis.item_variance([everybody, others]) is None
    assert analysis.item_variance([ItemCounts(1, {(1, 2): 1})]) is None
    assert analysis.item_variance([]) is None


def close(found: Sequence[float | None], expected: Sequence[float | None]) -> bool:
    """Whether both lack the same, and the rest is the same but for rounding."""
    return all(
        one is other if one is None or other is None else math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-7)
        for one, other in zip(found, expected, strict=True)
    )


def by_definition(rows: Rows, maxima: Sequence[int], place: int) -> tuple[float | None, ...]:
    """Facility, deviation, discrimination, efficiency and weight, from all marks of at least two people."""
    totals = [float(sum(row)) for row in rows]
    marks = [float(row[place]) for row in rows]
    rests = [total - mark for total, mark in zip(totals, marks, strict=True)]
    varies = len(set(marks)) > 1 and len(set(rests)) > 1
    columns = [[float(row[other]) for row in rows] for other in range(len(maxima))]
    with_totals = [statistics.covariance(column, totals) for column in columns]
    with_totals = [0.0 if abs(covariance) < 1e-12 else covariance for covariance in with_totals]
    whole = sum(math.sqrt(covariance) for covariance in with_totals if covariance > 0)
    return (
        statistics.mean(marks) / maxima[place],
        statistics.stdev(marks),
        100 * statistics.correlation(marks, rests) if varies else None,
        100 * statistics.covariance(marks, rests) / statistics.covariance(sorted(marks), sorted(rests))
        if varies
        else None,
        100 * math.sqrt(with_totals[place]) / whole if whole and with_totals[place] >= 0 else None,
    )


def shape_by_definition(totals: Sequence[float]) -> tuple[float, float]:
    """Skewness and excess kurtosis as spreadsheets compute them (SKEW and KURT), of at least four people."""
    n, mean, deviation = len(totals), statistics.mean(totals), statistics.stdev(totals)
    third, fourth = (sum(((total - mean) / deviation) ** power for total in totals) for power in (3, 4))
    return (
        n / ((n - 1) * (n - 2)) * third,
        n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth - 3 * (n - 1) ** 2 / ((n - 2) * (n - 3)),
    )


@st.composite
def matrices(draw: st.DrawFn, *, most: int = 3) -> tuple[list[tuple[int, ...]], tuple[int, ...]]:
    """The marks of a few people for a few questions, and the most marks of each question."""
    maxima = tuple(draw(st.lists(st.integers(1, most), min_size=2, max_size=4)))
    row = st.tuples(*(st.integers(0, maximum) for maximum in maxima))
    return draw(st.lists(row, min_size=4, max_size=15)), maxima


@settings(max_examples=60)
@given(matrices(), st.randoms(use_true_random=False))
def test_the_figures_are_those_of_the_definitions(
    drawn: tuple[list[tuple[int, ...]], tuple[int, ...]], chance: Random
) -> None:
    rows, maxima = drawn
    items = figures_of_items(rows, maxima)
    for place, of in items.items():
        found = (of.facility, of.deviation, of.discrimination, of.efficiency, of.weight)
        assert close(found, by_definition(rows, maxima, place))
    totals = [float(sum(row)) for row in rows]
    whole = figures_of_test(rows, maxima, pass_mark=Fraction(2))
    assert whole.median == statistics.median(totals)
    assert close((whole.mean, whole.deviation), (statistics.mean(totals), statistics.stdev(totals)))
    if len(set(totals)) > 1:
        assert close((whole.skewness, whole.kurtosis), shape_by_definition(totals))
        within = sum(statistics.variance(float(row[place]) for row in rows) for place in range(len(maxima)))
        variance = statistics.variance(totals)
        reliability = len(maxima) / (len(maxima) - 1) * (1 - within / variance)
        distance = (statistics.mean(totals) - 2) ** 2
        error = math.sqrt(max(0.0, variance * (1 - reliability)))
        mastery = (reliability * variance + distance) / (variance + distance)
        assert close((whole.reliability, whole.standard_error, whole.livingston), (reliability, error, mastery))

    order = chance.sample(range(len(maxima)), len(maxima))
    shuffled = [[row[place] for place in order] for row in chance.sample(rows, len(rows))]
    their_maxima = [maxima[place] for place in order]
    their_items = figures_of_items(shuffled, their_maxima)
    assert {order[place]: of for place, of in their_items.items()} == items
    assert figures_of_test(shuffled, their_maxima, pass_mark=Fraction(2)) == whole


@settings(max_examples=40)
@given(matrices())
def test_what_leaves_the_figures_as_they_are(drawn: tuple[list[tuple[int, ...]], tuple[int, ...]]) -> None:
    rows, maxima = drawn
    items, whole = figures_of_items(rows, maxima), figures_of_test(rows, maxima)

    raised = figures_of_items([(row[0] + 2, *row[1:]) for row in rows], (maxima[0] + 2, *maxima[1:]))
    for place, of in raised.items():
        then = items[place]
        assert (of.discrimination, of.efficiency, of.weight) == (then.discrimination, then.efficiency, then.weight)

    doubled, doubled_whole = figures_of_items([*rows, *rows], maxima), figures_of_test([*rows, *rows], maxima)
    for place, of in doubled.items():
        then = items[place]
        assert (of.facility, of.discrimination, of.efficiency) == (then.facility, then.discrimination, then.efficiency)
    assert (doubled_whole.reliability, doubled_whole.error_ratio) == (whole.reliability, whole.error_ratio)
    assert doubled_whole.mean == whole.mean

    equal = figures_of_items([(*row, 1) for row in rows], (*maxima, 1))[len(maxima)]
    assert (equal.facility, equal.deviation, equal.weight) in ((1, 0, 0), (1, 0, None))
    assert (equal.discrimination, equal.efficiency) == (None, None)


@settings(max_examples=40)
@given(matrices(most=1))
def test_drawn_questions_are_never_more_reliable_than_the_same_ones(
    drawn: tuple[list[tuple[int, ...]], tuple[int, ...]],
) -> None:
    """KR-21 is KR-20 where all questions are equally hard, and less elsewhere (Kuder and Richardson 1937)."""
    rows, maxima = drawn
    same, other = figures_of_test(rows, maxima), figures_of_test(rows, maxima, drawn=True)
    assert (same.reliability is None) == (other.reliability is None)
    if same.reliability is not None and other.reliability is not None:
        hardness = {of.facility for of in figures_of_items(rows, maxima).values()}
        assert (other.reliability < same.reliability) == (len(hardness) > 1)
        assert other.reliability <= same.reliability


def test_options_by_hand() -> None:
    """Of four the key was chosen with the rests 3 and 1, option b with 2 and nothing with 0.

    The rests have the mean 3/2 and the squares 5 about it; the key's covariance is 1 of √(1 · 5), the other's 1/2 of
    √(3/4 · 5).
    """
    item = ItemCounts(1, {(1, 4): 1, (1, 2): 1, (0, 2): 1, (0, 0): 1})
    options: dict[str, analysis.Cells] = {"a": {(1, 4): 1, (1, 2): 1}, "b": {(0, 2): 1}, "c": {}}
    found = analysis.option_figures(item, options, {"a"})
    assert list(found) == ["a", "b", "c"]
    assert found["a"] == OptionFigures(2, 0.5, right=True, correlation=math.sqrt(1 / 5))
    assert found["b"].correlation == pytest.approx(0.5 / math.sqrt(0.75 * 5))
    assert (found["b"].people, found["b"].share, found["b"].right) == (1, 0.25, False)
    assert found["c"] == OptionFigures(0, 0.0, right=False, correlation=None)
    assert [(of.dead, of.competing) for of in found.values()] == [(False, False), (False, False), (True, False)]
    nobody = analysis.option_figures(ItemCounts(1, {}), {"a": {}}, {"a"})
    assert nobody == {"a": OptionFigures(0, None, right=True, correlation=None)}


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), min_size=2, max_size=20))
def test_the_key_discriminates_like_the_question_and_each_option_by_definition(
    people: list[tuple[str, int]],
) -> None:
    """Of each person the option and the rest; `a` is the key."""
    marked = [(option, int(option == "a"), rest) for option, rest in people]
    cells = {
        option: Counter((mark, mark + rest) for chosen, mark, rest in marked if chosen == option) for option in "abc"
    }
    item = ItemCounts(1, Counter((mark, mark + rest) for _, mark, rest in marked))
    found = analysis.option_figures(item, cells, {"a"})
    discrimination = analysis.item_figures({0: item})[0].discrimination
    assert found["a"].correlation == (None if discrimination is None else pytest.approx(discrimination / 100))
    rests = [float(rest) for _, rest in people]
    for option, of in found.items():
        chosen = [float(theirs == option) for theirs, _ in people]
        assert of.share == pytest.approx(statistics.mean(chosen))
        if len(set(chosen)) > 1 and len(set(rests)) > 1:
            assert of.correlation == pytest.approx(statistics.correlation(chosen, rests), abs=1e-9)
        else:
            assert of.correlation is None


@pytest.mark.parametrize(
    ("chosen", "asked", "right", "dead"), [(1, 20, False, False), (1, 21, False, True), (0, 20, True, False)]
)
def test_an_option_that_fewer_than_one_of_twenty_choose_is_dead(
    chosen: int, asked: int, *, right: bool, dead: bool
) -> None:
    assert OptionFigures(chosen, chosen / asked, right, correlation=None).dead is dead


def question(people: int = 30, facility: float = 0.8, discrimination: float | None = -1.0) -> ItemFigures:
    return ItemFigures(people, facility, 0.4, discrimination, discrimination, 3.0)


# Of thirty people chance alone reaches 1.96/√30 = 0.358 in one case of twenty.
COMPETING = OptionFigures(9, 0.3, right=False, correlation=0.36)
BY_CHANCE = OptionFigures(9, 0.3, right=False, correlation=0.355)
WRONG = OptionFigures(9, 0.3, right=False, correlation=-0.4)
KEY = OptionFigures(9, 0.3, right=True, correlation=0.4)


@pytest.mark.parametrize(
    ("figures", "options", "suspected"),
    [
        (question(), (), [Suspicion.NEGATIVE]),
        (question(), (KEY, COMPETING), [Suspicion.NEGATIVE, Suspicion.COMPETING]),
        (question(discrimination=20), (KEY, WRONG, COMPETING), [Suspicion.COMPETING]),
        (question(discrimination=0), (KEY, WRONG, BY_CHANCE), []),
        (question(discrimination=None), (), []),
        (question(people=29), (COMPETING,), []),
        (question(facility=0.9), (COMPETING,), []),
        (question(facility=0.0), (), [Suspicion.NEGATIVE]),
        (ItemFigures(0, None, None, None, None, None), (), []),
    ],
)
def test_what_is_suspected(
    figures: ItemFigures, options: tuple[OptionFigures, ...], suspected: list[Suspicion]
) -> None:
    assert list(analysis.suspicions(figures, options)) == suspected
