"""The target around packs that travel as one file: its zip, its manifest, its seal, and what lies under a sound one."""

import json
from functools import partial
from pathlib import Path
from random import Random

from asnquiz.usecases.compare_packs import compare_packs, comparison_lines
from asnquiz.usecases.local_ports import PackKind
from asnquiz.usecases.see_packs import content_now, look_into
from tests import builders
from tests.content.sample_layer import FILES as LAYER
from tests.fuzz import seeds
from tests.fuzz.mutations import ZIP, mutated, mutated_json
from tests.fuzz.packs import changed_file, changed_layer_file
from tests.fuzz.target import Draw, Take, Target
from tests.scorefiles.by_hand import compact
from tests.scorefiles.pack_files import manifest, parts_of, signature, zipped
from tests.shelves import Desk

_OFFICE = {
    "kind": "layer",
    "id": "kab-contoh",
    "version": "3",
    "title": "Netralitas di Kabupaten Contoh",
    "publisher": "BKPSDM Kabupaten Contoh",
}
_HEADERS = (
    "made", "needs", "flags", "method", "time", "date", "crc", "packed", "size", "disk", "inner", "outer", "offset",
)  # fmt: skip
_VALUES = (0, 1, 8, 0x0800, 0xFFFF)


def _make(chance: Random) -> bytes:
    """The file of a small pack or layer, changed in its bytes, in what the zip, the manifest or the seal says, or in
    its content, which is what an owner of a key can make.
    """
    layer = chance.random() < 0.5
    content = {name: data if isinstance(data, bytes) else data.encode() for name, data in LAYER.items()}
    content = content if layer else dict(seeds.pack_files())
    told = manifest(content, **(_OFFICE if layer else {}))
    text = compact(told)
    parts = parts_of(content, text)
    match chance.randrange(5):
        case 0:
            good = zipped(parts)
            return mutated(good, chance, ZIP, (good,))
        case 1:
            at = chance.randrange(len(parts))
            central, local = ({chance.choice(_HEADERS): chance.choice(_VALUES)} for _ in range(2))
            if chance.random() < 0.5:
                parts[at] = parts[at].both(**central)
            else:
                parts[at] = parts[at].otherwise(central, local)
        case 2:
            parts = parts_of(content, mutated_json(told, chance))
        case 3:
            parts = parts_of(content, text, mutated_json(json.loads(signature(text)), chance))
        case _:
            name, changed = changed_layer_file(chance) if layer else changed_file(chance)
            content[name] = changed
            parts = parts_of(content, compact(manifest(content, **(_OFFICE if layer else {}))))
    return zipped(parts)


def _open(folder: Path) -> Take:
    """What opens can be told, shown, put in use and taken away again; nothing of it stays that nobody said yes to."""
    desk = Desk(folder)
    base = desk.in_use.look()
    before = desk.everything().keys()

    def take(data: bytes) -> Draw | None:
        file = desk.arrive("paket.asnpack", data)
        try:
            opened = desk.shelf.open(file)
        finally:
            assert desk.everything().keys() == before
        assert list(comparison_lines(compare_packs(base, opened.content)))
        return partial(_draw, desk, file)

    return take


def _draw(desk: Desk, file: Path) -> None:
    from tests.fuzz.drawing import draw_offer

    offer = look_into(file, desk.in_use, desk.shelf)
    draw_offer(offer)
    head = offer.opened.head
    desk.shelf.take(offer.opened, file, builders.moment())
    used = content_now(desk.in_use)
    assert used == offer.opened.content or head.kind is PackKind.LAYER
    desk.shelf.use(head.kind, None)
    desk.shelf.remove(head.sha256)
    desk.in_use.kept.note.unlink()
    desk.in_use.kept.folder.rmdir()


PACK_FILES = {"pack_file": Target(_make, _open, 60)}
