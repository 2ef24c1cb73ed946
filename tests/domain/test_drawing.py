"""Drawing: an exam meets its blueprint or there is none; freezing shuffles rows as far as they may be shuffled."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.answering import choice_count
from asnquiz.domain.drawing import draw_exam, freeze
from asnquiz.domain.pack import Blueprint, Item, ItemType, Option, Phase
from tests import builders

PHASES = tuple(Phase)


def blueprint(before: int, during: int, after: int, *, max_per_rule: int = 1, **topics: int) -> Blueprint:
    phase = {Phase.BEFORE: before, Phase.DURING: during, Phase.AFTER: after}
    return Blueprint(before + during + after, 30, 75, phase, max_per_rule, topics)


def items(count: int, *, rules: int, topics: str = "ab") -> tuple[Item, ...]:
    """Items that take phases, rules and topics in turn."""
    return tuple(
        builders.item(
            id=f"soal-{number}",
            phase=PHASES[number % 3],
            rules=(f"aturan-{number % rules}",),
            topic=topics[number % len(topics)],
        )
        for number in range(count)
    )


def meets(drawn: Sequence[Item], exam: Blueprint) -> bool:
    phases = Counter(item.phase for item in drawn)
    topics = Counter(item.topic for item in drawn)
    rules = Counter(rule for item in drawn for rule in set(item.rules))
    return (
        len({item.id for item in drawn}) == len(drawn) == exam.items
        and all(item.scored for item in drawn)
        and all(phases[phase] == count for phase, count in exam.phase.items())
        and all(topics[topic] >= count for topic, count in exam.topics.items())
        and all(count <= exam.max_per_rule for count in rules.values())
    )


@pytest.mark.parametrize(
    "exam",
    [
        blueprint(10, 10, 10),
        blueprint(0, 0, 30),
        blueprint(5, 20, 5, a=25),
        blueprint(10, 10, 10, a=15, b=15),
        blueprint(20, 20, 20, max_per_rule=2),
    ],
)
def test_a_draw_meets_its_blueprint(exam: Blueprint) -> None:
    pool = items(150, rules=101)
    for seed in range(20):
        drawn = draw_exam(pool, exam, Random(seed))
        assert drawn is not None
        assert meets(drawn, exam)


def test_the_same_seed_draws_the_same_and_another_seed_draws_otherwise() -> None:
    pool, exam = items(150, rules=150), blueprint(10, 10, 10)
    assert draw_exam(pool, exam, Random(1)) == draw_exam(pool, exam, Random(1))
    assert draw_exam(pool, exam, Random(1)) != draw_exam(pool, exam, Random(2))


def test_a_draw_leaves_the_pool_as_it_is() -> None:
    pool = list(items(30, rules=30))
    draw_exam(pool, blueprint(3, 3, 3), Random(1))
    assert pool == list(items(30, rules=30))


def test_phases_are_mixed() -> None:
    drawn = draw_exam(items(150, rules=150), blueprint(10, 10, 10), Random(1))
    assert drawn is not None
    assert [item.phase for item in drawn] != sorted((item.phase for item in drawn), key=PHASES.index)


def test_topics_that_must_be_asked_do_not_gather_at_the_end() -> None:
    pool = tuple(replace(item, topic="a" if number < 6 else "b") for number, item in enumerate(items(90, rules=90)))
    lasts = [(draw_exam(pool, blueprint(2, 2, 2, a=3), Random(seed)) or pool)[-1].topic for seed in range(40)]
    assert 5 < lasts.count("a") < 35


def test_every_item_of_the_pool_has_its_chance() -> None:
    pool, exam = items(30, rules=30), blueprint(2, 2, 2)
    seen = {item.id for seed in range(100) for item in draw_exam(pool, exam, Random(seed)) or ()}
    assert seen == {item.id for item in pool}


def test_two_draws_without_repetition_come_from_a_sufficient_pool() -> None:
    pool, exam = items(120, rules=60), blueprint(10, 10, 10, a=12)
    for seed in range(10):
        random = Random(seed)
        first = draw_exam(pool, exam, random)
        assert first is not None
        second = draw_exam([item for item in pool if item not in first], exam, random)
        assert second is not None
        assert meets(second, exam)
        assert not {item.id for item in first} & {item.id for item in second}


def test_an_item_of_two_rules_counts_for_both() -> None:
    pool = [
        builders.item(id="soal-1", rules=("a", "b")),
        builders.item(id="soal-2", rules=("b", "c")),
        builders.item(id="soal-3", rules=("c", "d")),
    ]
    for seed in range(10):
        drawn = draw_exam(pool, blueprint(0, 2, 0), Random(seed))
        assert drawn is not None
        assert {item.id for item in drawn} == {"soal-1", "soal-3"}
    assert draw_exam(pool, blueprint(0, 3, 0), Random(1)) is None
    assert draw_exam(pool, blueprint(0, 3, 0, max_per_rule=2), Random(1)) is not None


def test_items_that_are_not_scored_are_never_drawn() -> None:
    pool = [builders.item(id=f"soal-{number}", rules=(f"a{number}",), scored=number != 1) for number in range(3)]
    assert {item.id for item in draw_exam(pool, blueprint(0, 2, 0), Random(1)) or ()} == {"soal-0", "soal-2"}
    assert draw_exam(pool, blueprint(0, 3, 0), Random(1)) is None


HARD = tuple(
    builders.item(
        id=f"soal-{number}",
        phase=PHASES[number % 3],
        topic="a" if number < 30 else "b",
        rules=(f"aturan-{number % 3}" if number < 30 else f"aturan-{number}",),
    )
    for number in range(300)
)


@pytest.mark.parametrize(
    ("pool", "exam"),
    [
        ((), blueprint(0, 1, 0)),
        (items(30, rules=30), blueprint(11, 0, 0)),
        (items(150, rules=20), blueprint(10, 10, 10)),
        (items(150, rules=150), blueprint(10, 10, 10, a=20, b=20)),
        (items(150, rules=150), blueprint(10, 10, 10, c=1)),
        # Four of a topic whose three rules may be asked once each: every choice of the other items looks good at first.
        (HARD, blueprint(10, 10, 10, a=4)),
    ],
)
def test_an_impossible_blueprint_is_told(pool: Sequence[Item], exam: Blueprint) -> None:
    assert draw_exam(pool, exam, Random(1)) is None


small_items = st.builds(
    builders.item,
    st.just(ItemType.SINGLE),
    phase=st.sampled_from(PHASES),
    topic=st.sampled_from("ab"),
    rules=st.sets(st.sampled_from("xyz"), max_size=2).map(lambda rules: tuple(sorted(rules))),
    scored=st.sampled_from([True, True, True, False]),
)
small_counts = st.integers(0, 2)


@given(
    st.lists(small_items, max_size=7).map(
        lambda pool: [replace(item, id=f"soal-{number}") for number, item in enumerate(pool)]
    ),
    st.builds(
        blueprint,
        small_counts,
        small_counts,
        small_counts,
        max_per_rule=st.integers(1, 2),
        a=st.integers(0, 3),
        b=st.integers(0, 3),
    ),
    st.integers(0, 2**32),
)
def test_a_draw_is_found_just_when_some_choice_meets_the_blueprint(
    pool: list[Item], exam: Blueprint, seed: int
) -> None:
    drawn = draw_exam(pool, exam, Random(seed))
    some = any(meets(choice, exam) for choice in itertools.combinations(pool, exam.items))
    assert (drawn is not None) == some
    assert drawn is None or meets(drawn, exam)


@given(st.sampled_from(ItemType), st.integers(2, 6), st.integers())
def test_freezing_keeps_every_row_once(type_: ItemType, rows: int, seed: int) -> None:
    options = tuple(Option(f"Pilihan {number}", "Karena.", number == 0) for number in range(rows))
    item = builders.item(type_, revision=3, **({"options": options} if builders.item(type_).options else {}))
    (frozen,) = freeze([item], Random(seed))
    assert (frozen.item, frozen.revision) == (item.id, 3)
    assert sorted(frozen.order) == list(range(choice_count(item)))
    if type_ is ItemType.VERDICT:
        assert frozen.order == (0, 1, 2)
    if type_ is ItemType.ORDERING:
        assert frozen.order != tuple(range(rows))


@pytest.mark.parametrize("type_", [ItemType.SINGLE, ItemType.MULTIPLE, ItemType.MATCHING])
def test_freezing_shuffles(type_: ItemType) -> None:
    orders = {freeze([builders.item(type_)], Random(seed))[0].order for seed in range(200)}
    assert len(orders) == (6 if type_ is ItemType.MATCHING else 24)


def test_freezing_keeps_the_order_of_items_and_follows_the_seed() -> None:
    pool = items(20, rules=20)
    frozen = freeze(pool, Random(1))
    assert [one.item for one in frozen] == [item.id for item in pool]
    assert frozen == freeze(pool, Random(1))
    assert frozen != freeze(pool, Random(2))
