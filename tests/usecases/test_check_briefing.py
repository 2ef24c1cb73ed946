"""What a briefing needs is told with its state and the way out, for each way of answering."""

from dataclasses import replace

import pytest

from asnquiz.domain.briefing import Way
from asnquiz.usecases.check_briefing import Around, Check, Power, Ready, Screens, check_briefing, summary_words
from tests import builders

WELL = Around(
    Screens(2, mirrored=False), Power(plugged=True, percent=80), "Matikan tidur.", 10**10, "192.168.1.1:8080", 1
)


def found(way: Way, around: Around) -> dict[str, Check]:
    return {one.name: one for one in check_briefing(way, builders.pack(), around)}


def test_where_all_is_well_only_sleep_is_left_to_the_trainer() -> None:
    checks = found(Way.PHONES, WELL)
    assert [name for name, one in checks.items() if one.state is not Ready.YES] == ["sleep"]
    assert summary_words(tuple(checks.values())) == "1 hal perlu Anda pastikan sendiri"


@pytest.mark.parametrize("way", [Way.CARDS, Way.HANDS, Way.PAPER])
def test_ways_without_a_network_ask_for_none(way: Way) -> None:
    checks = found(way, replace(WELL, address=None, reached=0))
    assert not {"address", "phone"} & checks.keys()


@pytest.mark.parametrize(
    ("around", "name", "state", "words"),
    [
        (replace(WELL, screens=Screens(1, mirrored=False)), "screens", Ready.NO, "Sambungkan proyektor"),
        (replace(WELL, screens=Screens(1, mirrored=True)), "screens", Ready.NO, "Perluas"),
        (replace(WELL, power=Power(plugged=False, percent=30)), "power", Ready.NO, "Pasang pengisi daya"),
        (replace(WELL, power=Power(plugged=False, percent=90)), "power", Ready.ASK, "Pasang pengisi daya"),
        (replace(WELL, power=Power(None, None)), "power", Ready.ASK, "Pastikan pengisi daya"),
        (replace(WELL, free=1_000_000), "space", Ready.NO, "Kosongkan"),
        (replace(WELL, free=None), "space", Ready.ASK, "tidak penuh"),
        (replace(WELL, address=None), "address", Ready.NO, "Nyalakan router"),
        (replace(WELL, reached=0), "phone", Ready.ASK, "http://192.168.1.1:8080"),
    ],
)
def test_each_fault_is_told_with_the_way_out(around: Around, name: str, state: Ready, words: str) -> None:
    check = found(Way.PHONES, around)[name]
    assert check.state is state
    assert words in check.advice


def test_why_an_address_does_not_answer_is_told_in_its_own_words() -> None:
    check = found(Way.TABLES, replace(WELL, address=None, trouble="Firewall menutupnya."))["address"]
    assert check.words == "Firewall menutupnya."
