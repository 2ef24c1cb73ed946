"""Which way of answering is recommended for which hall, and that each other one is told with what speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.briefing import Way
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.recommend_way import Network, Room, recommend_way


def room(people: int, network: Network, **changes: bool) -> Room:
    said = {"phones": True, "invitations": True, "cards": True, "tests": False} | changes
    return Room(people, network, **said)


def said_of(way: Way, in_room: Room) -> str:
    (advice,) = (one for one in recommend_way(in_room) if one.way is way)
    return " ".join((*advice.reasons, *advice.cautions))


@pytest.mark.parametrize(
    ("in_room", "way"),
    [
        (room(20, Network.ROUTER), Way.PHONES),
        (room(60, Network.ROUTER), Way.PHONES),
        (room(61, Network.ROUTER), Way.TABLES),
        (room(300, Network.ROUTER), Way.TABLES),
        (room(400, Network.ROUTER), Way.CARDS),
        (room(50, Network.HALL), Way.PHONES),
        (room(10, Network.HOTSPOT), Way.PHONES),
        (room(11, Network.HOTSPOT), Way.TABLES),
        (room(60, Network.HOTSPOT), Way.TABLES),
        (room(61, Network.HOTSPOT), Way.CARDS),
        (room(30, Network.ROUTER, phones=False), Way.TABLES),
        (room(30, Network.NONE), Way.CARDS),
        (room(30, Network.NONE, cards=False), Way.HANDS),
        (room(30, Network.NONE, tests=True), Way.PAPER),
        (room(30, Network.ROUTER, tests=True), Way.PHONES),
        (room(100, Network.HOTSPOT, tests=True), Way.PAPER),
    ],
)
def test_the_recommended_way_comes_first(in_room: Room, way: Way) -> None:
    assert recommend_way(in_room)[0].way is way


@given(
    st.builds(
        Room, st.integers(1, 2000), st.sampled_from(Network), st.booleans(), st.booleans(), st.booleans(), st.booleans()
    )
)
def test_every_way_is_told_with_reasons_and_what_speaks_against_those_not_recommended(in_room: Room) -> None:
    first, *others = recommend_way(in_room)
    assert {first.way, *(one.way for one in others)} == set(Way)
    assert first.reasons
    assert all(one.reasons and one.cautions for one in others)
    assert not (in_room.network is Network.NONE and first.way.networked)


def test_limits_of_networks_are_told() -> None:
    assert "Perlu 200 perangkat" in said_of(Way.PHONES, room(200, Network.ROUTER))
    assert "hanya sanggup melayani 30" in said_of(Way.PHONES, room(45, Network.ROUTER))
    assert "hanya sanggup" not in said_of(Way.PHONES, room(20, Network.ROUTER))
    assert "memisahkan perangkat" in said_of(Way.PHONES, room(20, Network.HALL))
    assert "sekitar 10 perangkat" in said_of(Way.TABLES, room(100, Network.HOTSPOT))
    assert "Bawa router sendiri" in said_of(Way.PHONES, room(20, Network.NONE))


def test_what_is_printed_is_told() -> None:
    assert "tanpa mengetik nama" in said_of(Way.PHONES, room(20, Network.ROUTER))
    assert "mengetik nama dan memilih" in said_of(Way.PHONES, room(20, Network.ROUTER, invitations=False))
    assert "Cetak dan potong" in said_of(Way.CARDS, room(20, Network.ROUTER, cards=False))
    assert "Minta penghitung" in said_of(Way.HANDS, room(150, Network.NONE))
    assert "tidak dapat diadakan" in said_of(Way.HANDS, room(20, Network.NONE, tests=True))


@pytest.mark.parametrize("people", [0, -1, 2001])
def test_impossible_numbers_are_refused(people: int) -> None:
    with pytest.raises(Refusal, match=r"1 sampai 2\.000"):
        recommend_way(room(people, Network.ROUTER))
