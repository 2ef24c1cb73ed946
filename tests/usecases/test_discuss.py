"""Questions that decide no score, and what is said of their options."""

import pytest

from asnquiz.domain.pack import ItemType, Phase
from asnquiz.usecases.discuss import Thought, discuss
from tests import builders


def test_unscored_items_come_phase_after_phase_each_with_its_neighbours() -> None:
    items = (
        builders.item(id="sesudah", scored=False, phase=Phase.AFTER),
        builders.item(id="dinilai"),
        builders.item(id="sebelum", scored=False, phase=Phase.BEFORE),
        builders.item(id="selama", scored=False, phase=Phase.DURING),
    )
    pack = builders.pack(items)
    seen = [discuss(id_, pack) for id_ in ("sebelum", "selama", "sesudah")]
    assert [(one.number, one.total, one.previous, one.following) for one in seen] == [
        (1, 3, None, "selama"),
        (2, 3, "sebelum", "sesudah"),
        (3, 3, "selama", None),
    ]
    with pytest.raises(KeyError):
        discuss("dinilai", pack)


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (ItemType.SINGLE, [Thought(f"Pilihan {n}", f"Umpan balik {n}", safer=n == 2) for n in range(4)]),
        (ItemType.MULTIPLE, [Thought(f"Pilihan {n}", f"Umpan balik {n}", safer=n in (0, 2)) for n in range(4)]),
        (ItemType.ORDERING, [Thought(f"Pilihan {n}", f"Umpan balik {n}", safer=False) for n in range(4)]),
        (
            ItemType.VERDICT,
            [
                Thought("Boleh", "Karena boleh.", safer=False),
                Thought("Tidak boleh", "Karena tidak.", safer=True),
                Thought("Boleh bersyarat", "Karena bersyarat.", safer=False),
            ],
        ),
        (
            ItemType.MATCHING,
            [
                Thought("Peristiwa before", "Sebelum. Karena tahapnya.", safer=False),
                Thought("Peristiwa during", "Selama. Karena tahapnya.", safer=False),
                Thought("Peristiwa after", "Sesudah. Karena tahapnya.", safer=False),
            ],
        ),
    ],
)
def test_each_type_has_its_thoughts(type_: ItemType, expected: list[Thought]) -> None:
    pack = builders.pack((builders.item(type_, scored=False),))
    assert list(discuss("soal-1", pack).thoughts) == expected
