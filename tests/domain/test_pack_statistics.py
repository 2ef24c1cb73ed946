"""The statistics of a small pack, counted by hand."""

from asnquiz.domain.pack import Item, ItemType, Option, Phase, Verdict
from asnquiz.domain.pack_statistics import statistics
from tests import builders

RULES = (
    builders.rule(id="larangan", verdict=Verdict.TIDAK),
    builders.rule(id="izin", verdict=Verdict.BOLEH),
    builders.rule(id="syarat", verdict=Verdict.BERSYARAT),
)


def choice(*texts: str, key: int) -> Item:
    """A question with one right option, of the rule against."""
    options = tuple(Option(text, "Karena.", index == key) for index, text in enumerate(texts))
    return builders.item(rules=("larangan",), options=options)


ITEMS = (
    choice("a", "bb", "c", "d", key=1),  # the longest
    choice("aa", "bb", "c", "d", key=1),  # one of two that are longest
    choice("a", "bb", "cc", "dddd", key=0),  # the shortest
    builders.item(
        ItemType.VERDICT, phase=Phase.BEFORE, rules=("izin", "larangan"), topic="cuti", jobs=(), difficulty=1
    ),
    builders.item(ItemType.ORDERING, phase=Phase.BEFORE, rules=("larangan", "izin"), jobs=("guru", "staf")),
    builders.item(ItemType.MULTIPLE, phase=Phase.AFTER, rules=("syarat",), difficulty=3),
    builders.item(ItemType.MULTIPLE, phase=Phase.AFTER, rules=("tidak-ada",)),
    builders.item(phase=Phase.AFTER, rules=("izin",), scored=False),
)


def test_scored_items_are_counted_by_every_side() -> None:
    counted = statistics(RULES, ITEMS)
    assert counted.scored == {Phase.BEFORE: 2, Phase.DURING: 3, Phase.AFTER: 2}
    assert counted.allowing == {Phase.BEFORE: 1, Phase.DURING: 0, Phase.AFTER: 1}
    assert counted.single == 3
    assert counted.key_positions == {"A": 1, "B": 2, "C": 0, "D": 0}
    assert counted.key_longest == 1
    assert counted.key_shortest == 1
    assert counted.types == {
        ItemType.SINGLE: 3,
        ItemType.MULTIPLE: 2,
        ItemType.VERDICT: 1,
        ItemType.ORDERING: 1,
        ItemType.MATCHING: 0,
    }
    assert counted.difficulties == {1: 1, 2: 5, 3: 1}
    assert list(counted.topics.items()) == [("cuti", 1), ("media-sosial", 6)]
    assert list(counted.jobs.items()) == [("guru", 1), ("staf", 6)]


def test_nothing_is_counted_as_nothing() -> None:
    counted = statistics((), ())
    assert counted.scored == dict.fromkeys(Phase, 0)
    assert (counted.single, counted.key_longest, counted.key_shortest) == (0, 0, 0)
    assert (counted.topics, counted.jobs) == ({}, {})
