"""Attempts: which responses they take and count, how they score, and the chain that shows any change."""

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import (
    Attempt,
    AttemptKind,
    AttemptState,
    FrozenItem,
    PackRef,
    Response,
    Score,
    chain_holds,
    chain_link,
    chain_start,
    score_of,
)
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import ItemType
from tests import builders

PACK = builders.pack()
SINGLE, MULTIPLE, *_ = PACK.items


def attempt(**changes: Any) -> Attempt:
    return builders.attempt(PACK, uuid4(), **changes)


def test_a_response_comes_last_and_changes_nothing_else() -> None:
    before = attempt()
    first, second = builders.response(SINGLE.id, (2,)), builders.response(MULTIPLE.id, (0, 2), 3)
    after = before.with_response(first, SINGLE).with_response(second, MULTIPLE)
    assert after == replace(before, responses=(first, second))
    assert before.responses == ()


@pytest.mark.parametrize("state", [AttemptState.FINISHED, AttemptState.EXPIRED, AttemptState.ABANDONED])
def test_an_attempt_that_is_over_takes_no_response(state: AttemptState) -> None:
    with pytest.raises(ValueError, match="over"):
        attempt(state=state).with_response(builders.response(SINGLE.id, (2,)), SINGLE)


def test_a_response_to_another_item_is_not_taken() -> None:
    with pytest.raises(ValueError, match="not in this attempt"):
        attempt().with_response(builders.response(MULTIPLE.id, (2,)), SINGLE)


def test_an_item_that_was_not_asked_takes_no_response() -> None:
    stranger = builders.item(id="soal-lain")
    with pytest.raises(ValueError, match="not in this attempt"):
        attempt().with_response(builders.response("soal-lain", (2,)), stranger)


@pytest.mark.parametrize(
    ("type_", "answer"),
    [
        (ItemType.SINGLE, (4,)),
        (ItemType.MULTIPLE, (2, 0)),
        (ItemType.VERDICT, (3,)),
        (ItemType.ORDERING, (0, 1)),
        (ItemType.MATCHING, (0, 1, 3)),
    ],
)
def test_an_answer_of_another_form_is_not_taken(type_: ItemType, answer: tuple[int, ...]) -> None:
    item = PACK.item_by_id[f"soal-{type_.value}"]
    with pytest.raises(ValueError, match=f"does not answer a {type_.value} item"):
        attempt().with_response(builders.response(item.id, answer), item)


def test_the_last_response_counts() -> None:
    sitting = attempt()
    for counter, answer in enumerate([(2,), (0,), (1,)], 2):
        sitting = sitting.with_response(builders.response(SINGLE.id, answer, counter), SINGLE)
    assert sitting.answer_of(SINGLE.id) == (1,)
    assert len(sitting.responses) == 3
    assert sitting.answered == 1


def test_an_answer_taken_back_is_no_answer() -> None:
    sitting = attempt()
    for counter, answer in enumerate([(2,), ()], 2):
        sitting = sitting.with_response(builders.response(SINGLE.id, answer, counter), SINGLE)
    assert sitting.answer_of(SINGLE.id) == ()
    assert sitting.answered == 0
    assert score_of(sitting, PACK) == Score(0, 5)


def test_an_item_without_a_response_has_no_answer_and_no_flag() -> None:
    sitting = attempt()
    assert sitting.last_response(SINGLE.id) is None
    assert sitting.answer_of(SINGLE.id) == ()
    assert not sitting.is_flagged(SINGLE.id)


def test_a_flag_follows_the_last_response_and_needs_no_answer() -> None:
    flagged = attempt().with_response(builders.response(SINGLE.id, (), flagged=True), SINGLE)
    assert flagged.is_flagged(SINGLE.id)
    assert not flagged.is_flagged(MULTIPLE.id)
    assert flagged.answered == 0
    assert not flagged.with_response(builders.response(SINGLE.id, (2,), 3), SINGLE).is_flagged(SINGLE.id)


def test_a_response_that_could_not_be_saved_gives_way_to_the_one_before() -> None:
    first, second = builders.response(SINGLE.id, (2,), 2), builders.response(SINGLE.id, (0,), 3)
    sitting = attempt().with_response(first, SINGLE).with_response(second, SINGLE)
    assert sitting.without_response(second).responses == (first,)
    assert sitting.without_response(first).answer_of(SINGLE.id) == (0,)


def test_unanswered_items_count_as_wrong() -> None:
    sitting = attempt()
    for counter, item in enumerate(PACK.items[:3], 2):
        sitting = sitting.with_response(builders.response(item.id, right_answer(item), counter), item)
    assert score_of(sitting, PACK) == Score(3, 5)


@pytest.mark.parametrize(
    ("right", "total", "tenths"),
    [(26, 30, 866), (2, 3, 666), (1, 3, 333), (30, 30, 1000), (999, 1000, 999), (0, 30, 0), (1, 1001, 0), (0, 0, 0)],
)
def test_tenths_are_rounded_down(right: int, total: int, tenths: int) -> None:
    assert Score(right, total).tenths == tenths


@pytest.mark.parametrize(
    ("right", "total", "pass_mark", "passes"),
    [
        (3, 4, 75, True),
        (1874, 2500, 75, False),  # 74.96 %
        (1875, 2500, 75, True),
        (74_999, 100_000, 75, False),
        (2, 3, 67, False),  # 66.67 %, which a rounded score would pass
        (2, 3, 66, True),
        (17, 20, 85, True),
        (0, 30, 1, False),
    ],
)
def test_passing_compares_the_unrounded_fraction(right: int, total: int, pass_mark: int, passes: bool) -> None:
    assert Score(right, total).passes(pass_mark) is passes


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))), st.integers(1, 100))
def test_whoever_passes_is_shown_at_least_the_pass_mark(counts: tuple[int, int], pass_mark: int) -> None:
    score = Score(*counts)
    assert score.passes(pass_mark) == (score.tenths >= pass_mark * 10)


CHAINED = builders.attempt(
    PACK,
    UUID(int=2),
    id=UUID("5f0f1f5e-3f0a-4c53-9a0e-2b6f1f6f7a11"),
    pack=PackRef("contoh", "2026.11.1", "ab" * 32),
    seed=7,
    items=(FrozenItem("soal-1", 1, (2, 0, 1, 3)), FrozenItem("soal-2", 3, (0, 1, 2))),
    started=Moment(dt.datetime(2026, 11, 21, 1, 0, tzinfo=dt.UTC), 420, 11),
)
FIRST = Response(
    "soal-1", (2,), False, None, Moment(dt.datetime(2026, 11, 21, 1, 0, 5, 250_000, dt.UTC), 420, 12), 299_750
)
SECOND = Response("soal-2", (), True, "yakin", Moment(dt.datetime(2026, 11, 21, 1, 1, tzinfo=dt.UTC), 420, 13), None)

# The format of the chain, byte for byte: names sorted, no spaces, the link itself as an empty text.
START_JSON = (
    '{"attempt":"5f0f1f5e-3f0a-4c53-9a0e-2b6f1f6f7a11",'
    '"items":[{"item":"soal-1","order":[2,0,1,3],"revision":1},{"item":"soal-2","order":[0,1,2],"revision":3}],'
    '"kind":"exam","limit_ms":300000,'
    '"pack":{"id":"contoh","sha256":"abababababababababababababababababababababababababababababababab",'
    '"version":"2026.11.1"},"pass_mark":75,"seed":7,'
    '"started":{"counter":11,"offset_minutes":420,"utc":"2026-11-21T01:00:00+00:00"},"title":"Simulasi ujian"}'
)
FIRST_JSON = (
    '{"answer":[2],"at":{"counter":12,"offset_minutes":420,"utc":"2026-11-21T01:00:05.250000+00:00"},'
    '"certainty":null,"flagged":false,"h":"","item":"soal-1","remaining_ms":299750}'
)
SECOND_JSON = (
    '{"answer":[],"at":{"counter":13,"offset_minutes":420,"utc":"2026-11-21T01:01:00+00:00"},'
    '"certainty":"yakin","flagged":true,"h":"","item":"soal-2","remaining_ms":null}'
)


def chained() -> Attempt:
    """The attempt with both responses, linked as the store links them."""
    first = chain_link(chain_start(CHAINED), FIRST)
    second = chain_link(first, SECOND)
    return replace(CHAINED, responses=(replace(FIRST, h=first), replace(SECOND, h=second)))


def test_the_chain_is_sha256_over_canonical_json() -> None:
    start = hashlib.sha256(START_JSON.encode()).digest()
    first = hashlib.sha256(start + FIRST_JSON.encode()).digest()
    second = hashlib.sha256(first + SECOND_JSON.encode()).digest()
    assert chain_start(CHAINED) == start.hex()
    assert [response.h for response in chained().responses] == [first.hex(), second.hex()]


def test_an_unchanged_chain_holds() -> None:
    assert chain_holds(CHAINED)
    assert chain_holds(chained())


@pytest.mark.parametrize(
    "change",
    [
        {"id": UUID(int=9)},
        {"kind": AttemptKind.PRACTICE},
        {"title": "Ujian resmi"},
        {"limit_ms": 600_000},
        {"limit_ms": None},
        {"pass_mark": 50},
        {"pass_mark": None},
        {"started": replace(CHAINED.started, utc=CHAINED.started.utc - dt.timedelta(days=1))},
        {"started": replace(CHAINED.started, offset_minutes=480)},
        {"started": replace(CHAINED.started, counter=10)},
        {"pack": PackRef("lain", "2026.11.1", "ab" * 32)},
        {"pack": PackRef("contoh", "2026.11.2", "ab" * 32)},
        {"pack": PackRef("contoh", "2026.11.1", "ac" * 32)},
        {"seed": 8},
        {"items": CHAINED.items[:1]},
        {"items": CHAINED.items[::-1]},
        {"items": (FrozenItem("soal-9", 1, (2, 0, 1, 3)), CHAINED.items[1])},
        {"items": (FrozenItem("soal-1", 2, (2, 0, 1, 3)), CHAINED.items[1])},
        {"items": (FrozenItem("soal-1", 1, (0, 2, 1, 3)), CHAINED.items[1])},
    ],
)
def test_any_change_to_what_was_frozen_breaks_the_chain(change: dict[str, Any]) -> None:
    assert not chain_holds(replace(chained(), **change))


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    "change",
    [
        {"item": "soal-3"},
        {"answer": (1,)},
        {"flagged": None},
        {"certainty": "ragu"},
        {"at": replace(FIRST.at, utc=FIRST.at.utc + dt.timedelta(milliseconds=1))},
        {"at": replace(SECOND.at, offset_minutes=480)},
        {"at": replace(SECOND.at, counter=14)},
        {"remaining_ms": 300_000},
        {"h": ""},
        {"h": "00" * 32},
    ],
)
def test_any_change_to_a_response_breaks_the_chain(place: int, change: dict[str, Any]) -> None:
    whole = chained()
    responses = list(whole.responses)
    if "flagged" in change:
        change = {"flagged": not responses[place].flagged}
    responses[place] = replace(responses[place], **change)
    assert not chain_holds(replace(whole, responses=tuple(responses)))


def test_responses_cannot_be_dropped_doubled_or_swapped() -> None:
    whole = chained()
    first, second = whole.responses
    for changed in [(second,), (second, first), (first, first), (first, second, second)]:
        assert not chain_holds(replace(whole, responses=changed))


def test_what_is_not_part_of_the_chain_may_change() -> None:
    whole = chained()
    assert chain_holds(replace(whole, state=AttemptState.FINISHED, ended=FIRST.at, remaining_ms=0, profile=uuid4()))
