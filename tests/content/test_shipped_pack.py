"""The pack that ships with the program: no fault, and as much of everything as was promised."""

from pathlib import Path

from asnquiz.content.checker import check_pack
from asnquiz.domain.pack import Phase

PACK = Path(__file__).parents[2] / "questions" / "netralitas-pilkada"


def test_the_pack_that_ships_has_no_fault_and_is_as_large_as_promised() -> None:
    checked = check_pack(PACK)
    assert checked.faults == ()
    assert checked.pack is not None
    assert checked.counts.items == 36
    assert checked.counts.items_by_phase == dict.fromkeys(Phase, 12)
    assert checked.counts.rules >= 20
    assert [len(checked.pack.lessons_of(phase)) for phase in Phase] == [2, 2, 2]
