"""Answers: which form each item type takes, and that only the whole right answer scores."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from asnquiz.domain.answering import Answer, choice_count, is_right, is_valid, right_answer, written_key
from asnquiz.domain.pack import Item, ItemType, Option, Pair, Phase, Verdict
from tests import builders

SINGLE, MULTIPLE, VERDICT, ORDERING, MATCHING = (builders.item(type_) for type_ in ItemType)

# The builder's items: option 2 of four is the key; options 0 and 2 are; the verdict is "tidak", the second of three;
# four steps as written; one pair for each phase in the order before, during, after.
RIGHT: list[tuple[Item, Answer]] = [
    (SINGLE, (2,)),
    (MULTIPLE, (0, 2)),
    (VERDICT, (1,)),
    (ORDERING, (0, 1, 2, 3)),
    (MATCHING, (0, 1, 2)),
]
WRONG: list[tuple[Item, Answer]] = [
    (SINGLE, (0,)),
    (MULTIPLE, (0,)),
    (MULTIPLE, (0, 1)),
    (MULTIPLE, (0, 1, 2)),
    (MULTIPLE, (0, 1, 2, 3)),
    (VERDICT, (0,)),
    (VERDICT, (2,)),
    (ORDERING, (1, 0, 2, 3)),
    (ORDERING, (3, 2, 1, 0)),
    (MATCHING, (0, 1, 1)),
    (MATCHING, (0, 1, -1)),
]
IN_NO_FORM: list[tuple[Item, Answer]] = [
    (SINGLE, (4,)),
    (SINGLE, (-1,)),
    (SINGLE, (0, 2)),
    (MULTIPLE, (2, 0)),
    (MULTIPLE, (0, 0)),
    (MULTIPLE, (0, 4)),
    (VERDICT, (3,)),
    (VERDICT, (0, 1)),
    (ORDERING, (0, 1, 2)),
    (ORDERING, (0, 0, 1, 2)),
    (ORDERING, (1, 2, 3, 4)),
    (MATCHING, (0, 1)),
    (MATCHING, (0, 1, 3)),
    (MATCHING, (0, 1, -2)),
    (MATCHING, (0, 1, 2, 2)),
]


@pytest.mark.parametrize(
    ("item", "written"),
    [
        (SINGLE, "C"),
        (MULTIPLE, "A C"),
        (VERDICT, "tidak"),
        (ORDERING, "A B C D"),
        (MATCHING, "before during after"),
        (replace(VERDICT, key=None), ""),
    ],
)
def test_a_key_is_written_one_way(item: Item, written: str) -> None:
    assert written_key(item) == written


@pytest.mark.parametrize(("item", "answer"), RIGHT)
def test_the_right_answer_scores(item: Item, answer: Answer) -> None:
    assert right_answer(item) == answer
    assert is_valid(item, answer)
    assert is_right(item, answer)


@pytest.mark.parametrize(("item", "answer"), WRONG)
def test_anything_less_or_else_scores_nothing(item: Item, answer: Answer) -> None:
    assert is_valid(item, answer)
    assert not is_right(item, answer)


@pytest.mark.parametrize(("item", "answer"), IN_NO_FORM)
def test_an_answer_of_another_form_is_not_valid(item: Item, answer: Answer) -> None:
    assert not is_valid(item, answer)
    assert not is_right(item, answer)


@pytest.mark.parametrize("item", [item for item, _ in RIGHT])
def test_no_answer_is_valid_and_never_right(item: Item) -> None:
    assert is_valid(item, ())
    assert not is_right(item, ())


@pytest.mark.parametrize(("item", "rows"), [(SINGLE, 4), (MULTIPLE, 4), (VERDICT, 3), (ORDERING, 4), (MATCHING, 3)])
def test_an_item_shows_its_rows(item: Item, rows: int) -> None:
    assert choice_count(item) == rows


@pytest.mark.parametrize(
    "item",
    [
        replace(VERDICT, key=None),
        replace(VERDICT, key=Verdict.DIPERDEBATKAN),
        replace(MULTIPLE, options=tuple(Option(f"Pilihan {number}", "", key=False) for number in range(4))),
    ],
)
@given(picked=st.integers(0, 3))
def test_an_item_without_a_right_answer_scores_nothing(item: Item, picked: int) -> None:
    assert right_answer(item) == ()
    assert not is_right(item, (picked,))
    assert not is_right(item, ())


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Items of every type with two to six rows and at least one key."""
    type_ = draw(st.sampled_from(ItemType))
    rows = draw(st.integers(2, 6))
    keys = draw(st.sets(st.integers(0, rows - 1), min_size=1, max_size=1 if type_ is ItemType.SINGLE else rows))
    match type_:
        case ItemType.VERDICT:
            key = draw(st.sampled_from([Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT]))
            return builders.item(type_, key=key)
        case ItemType.MATCHING:
            phases = draw(st.lists(st.sampled_from(Phase), min_size=rows, max_size=rows))
            return builders.item(type_, pairs=tuple(Pair("Peristiwa", phase, "Karena.") for phase in phases))
        case _:
            return builders.item(
                type_, options=tuple(Option(f"Pilihan {number}", "Karena.", number in keys) for number in range(rows))
            )


def complete_answers(item: Item) -> st.SearchStrategy[Answer]:
    """Every answer of the form that an item takes, with no row left open."""
    rows = choice_count(item)
    match item.type:
        case ItemType.SINGLE | ItemType.VERDICT:
            return st.tuples(st.integers(0, rows - 1))
        case ItemType.MULTIPLE:
            return st.sets(st.integers(0, rows - 1), min_size=1).map(lambda chosen: tuple(sorted(chosen)))
        case ItemType.ORDERING:
            return st.permutations(range(rows)).map(tuple)
        case ItemType.MATCHING:
            return st.lists(st.integers(0, 2), min_size=rows, max_size=rows).map(tuple)


@given(items())
def test_the_right_answer_is_valid_and_right(item: Item) -> None:
    assert is_valid(item, right_answer(item))
    assert is_right(item, right_answer(item))


@given(st.data())
def test_every_other_complete_answer_is_valid_and_wrong(data: st.DataObject) -> None:
    item = data.draw(items())
    answer = data.draw(complete_answers(item))
    assume(answer != right_answer(item))
    assert is_valid(item, answer)
    assert not is_right(item, answer)


@given(items(), st.lists(st.integers(-3, 9), max_size=8).map(tuple))
def test_whatever_is_right_is_valid(item: Item, answer: Answer) -> None:
    assert is_valid(item, answer) or not is_right(item, answer)
