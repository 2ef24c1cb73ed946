"""Targets around packs and layers: their files, lessons, pictures and names, the compiled form, tables of readings."""

import json
import os
from functools import partial
from pathlib import Path
from random import Random

from asnquiz.content import compiled
from asnquiz.content.checker import check_layer, check_pack, open_layer, open_pack
from asnquiz.content.layer_files import layer_files
from asnquiz.content.library import PackLibrary
from asnquiz.content.report import report_html
from asnquiz.domain.canonical import sha256_hex
from asnquiz.domain.layer import lay_over
from asnquiz.domain.pack import Pack
from asnquiz.usecases.check_pack import Checked
from tests.content.sample_layer import FILES as LAYER
from tests.content.sample_layer import PICTURE as PHOTO
from tests.content.sample_layer import jpeg, png, write_layer
from tests.fuzz import seeds
from tests.fuzz.mutations import JSON, MARKUP, SVG, YAML, mutated
from tests.fuzz.target import Draw, Take, Target, accepted, said

_TOKENS = {".yaml": YAML, ".md": MARKUP, ".svg": SVG}
_END = b"\0\0"  # between the name of a file and what stands in it


def _written(folder: Path) -> Path:
    """The small pack in a folder."""
    pack = folder / "paket"
    for file, text in seeds.pack_files().items():
        (pack / file).parent.mkdir(parents=True, exist_ok=True)
        (pack / file).write_bytes(text)
    return pack


def _judged(pack: Path) -> Draw | None:
    """What opens is compiled and read back the same; what does not says why."""
    checked = check_pack(pack)
    said(f"{fault.file}: {fault.message}" for fault in checked.faults)
    opened = checked if checked.pack else open_pack(pack)  # which lets some pass that could be written better
    if opened.pack is None:
        assert opened.faults
        return None
    assert compiled.decode(compiled.encode(opened.pack)) == opened.pack
    return partial(_draw, opened)


def _draw(opened: Checked) -> None:
    assert opened.pack is not None
    _draw_pack(opened.pack)
    page = report_html(opened.pack, opened)
    assert "<script" not in page
    assert "onerror=run" not in page.replace("&lt;img src=x onerror=run", "")


def _make_file(chance: Random) -> bytes:
    file, changed = changed_file(chance)
    return file.encode() + _END + changed


def changed_file(chance: Random) -> tuple[str, bytes]:
    """A file of the small pack, changed."""
    file = chance.choice(sorted(seeds.pack_files()))
    kind = Path(file).suffix
    others = seeds.shipped("", ".yaml") if kind == ".yaml" else seeds.lesson_bodies()
    return file, mutated(seeds.pack_files()[file], chance, _TOKENS[kind], others)


def _make_lesson(chance: Random) -> bytes:
    bodies = seeds.lesson_bodies()
    body = mutated(chance.choice(bodies), chance, MARKUP, bodies)
    return seeds.LESSON.encode() + _END + seeds.lesson_head() + body


def _make_picture(chance: Random) -> bytes:
    drawn = (seeds.pack_files()[seeds.PICTURE], *seeds.shipped("gambar", ".svg"))
    return seeds.PICTURE.encode() + _END + mutated(chance.choice(drawn), chance, SVG, drawn)


def _open_files(folder: Path) -> Take:
    pack = _written(folder)

    def take(data: bytes) -> Draw | None:
        file, _, text = data.partition(_END)
        path = pack / file.decode()
        before = path.read_bytes()
        path.write_bytes(text)
        try:
            return _judged(pack)
        finally:
            path.write_bytes(before)

    return take


_NAMES = (
    b"gambar/alur.svg", b"gambar/huruf.ttf", b"gambar/huruf.woff2", b"materi/surat.pdf", b"soal/makro.docm",
    b"pack.yaml.exe",
    b"materi/../aturan.yaml", b"soal/.sembunyi", b"Thumbs.db", b"paket.zip", b"soal/lain.yaml", b"con.yaml",
    b"gambar/foto.png",
)  # fmt: skip
_CONTENTS = (
    b"%PDF-1.7\n1 0 obj<<>>endobj",
    b"\0\1\0\0glyf",
    b"wOF2",
    b"PK\x03\x04",
    b"MZ\x90\0",
    b"\x89PNG\r\n\x1a\n",
    b"- x\n",
)


def _make_name(chance: Random) -> bytes:
    return mutated(chance.choice(_NAMES), chance, _NAMES, _NAMES) + _END + chance.choice(_CONTENTS)


def _open_names(folder: Path) -> Take:
    pack = _written(folder)

    def take(data: bytes) -> Draw | None:
        name, _, text = data.partition(_END)
        path = Path(os.path.normpath(os.fsencode(pack) + b"/" + name).decode("utf-8", "surrogateescape"))
        if b"\0" in name or path.parent not in (pack, pack / "materi", pack / "soal", pack / "gambar"):
            return None  # no place of a pack
        try:
            if path.exists():
                return None
            path.write_bytes(text)
        except OSError:
            return None
        try:
            return _judged(pack)
        finally:
            path.unlink()

    return take


def _make_compiled(chance: Random) -> bytes:
    """A compiled form, changed as it is, or so that its checksums hold."""
    good = seeds.compiled_form()
    data = mutated(good, chance, JSON, (good,))
    return _resealed(data) if chance.random() < 0.5 else data


def _resealed(data: bytes) -> bytes:
    head, follows, rest = data.partition(b',"pack":')
    content, _, search = rest[:-1].rpartition(b',"search":')
    try:
        plain = json.loads(head + b"}")
    except (ValueError, RecursionError):
        return data
    if not isinstance(plain, dict):
        return data
    sums = {"checksum": sha256_hex(content), "search_checksum": sha256_hex(search)}
    return json.dumps(plain | sums).encode()[:-1] + follows + rest


def _open_compiled(folder: Path) -> Take:
    """The cache beside a sound pack: whatever stands there, the pack opens, and is the one that was compiled."""
    pack, cache = _written(folder), folder / "cache" / "paket.json"
    library = PackLibrary(pack, cache)
    library.current()
    stamp = cache.read_bytes().split(b"\n", 1)[0]

    def take(data: bytes) -> Draw | None:
        cache.write_bytes(b"\n".join((stamp, sha256_hex(data).encode(), data)))
        _, identity, _ = library.current()
        library.search_index()
        assert isinstance(identity, str)
        return accepted if cache.read_bytes().endswith(data) else None

    return take


def _make_readings(chance: Random) -> bytes:
    good = seeds.readings()
    return mutated(good, chance, (b'"', b",,,", b'""', b"\r", b"=1+1", b"aturan:", b"\n"), (good,))


def _open_readings(folder: Path) -> Take:
    pack, table = _written(folder), folder / seeds.READINGS

    def take(data: bytes) -> Draw | None:
        table.write_bytes(data)
        checked = check_pack(pack, table)
        said(fault.message for fault in checked.faults)
        return None if checked.faults else accepted

    return take


def _make_layer_file(chance: Random) -> bytes:
    file, changed = changed_layer_file(chance)
    return file.encode() + _END + changed


def changed_layer_file(chance: Random) -> tuple[str, bytes]:
    """A file of the small layer, changed."""
    file = chance.choice(sorted(LAYER))
    good = LAYER[file]
    data = good if isinstance(good, bytes) else good.encode()
    others = (png(), jpeg()) if file == PHOTO else seeds.shipped("", ".yaml")
    tokens = (b"IHDR", b"IEND", b"\xff\xd8\xff", b"\xff\xc0", b"\xff\xd9") if file == PHOTO else YAML
    return file, mutated(data, chance, tokens, others)


def _open_layer(folder: Path) -> Take:
    """What opens can be laid over the pack, and written."""
    base, layer = open_pack(_written(folder)).pack, write_layer(folder / "setempat")
    assert base is not None

    def take(data: bytes) -> Draw | None:
        file, _, content = data.partition(_END)
        path = layer / file.decode()
        before = path.read_bytes()
        path.write_bytes(content)
        try:
            checked = check_layer(layer, base)
            said(f"{fault.file}: {fault.message}" for fault in checked.faults)
            opened = checked.layer or open_layer(layer, base).layer
        finally:
            path.write_bytes(before)
        if opened is None:
            return None
        laid = lay_over(base, opened)
        assert laid.items[: len(base.items)] == base.items
        assert "setempat.yaml" in layer_files(opened)
        return lambda: _draw_pack(laid)

    return take


def _draw_pack(pack: Pack) -> None:
    from tests.fuzz.drawing import draw_pack

    draw_pack(pack)


PACKS = {
    "pack": Target(_make_file, _open_files, 120),
    "lesson": Target(_make_lesson, _open_files, 60),
    "picture": Target(_make_picture, _open_files, 60),
    "name": Target(_make_name, _open_names, 20),
    "compiled": Target(_make_compiled, _open_compiled, 40),
    "readings": Target(_make_readings, _open_readings, 20),
    "layer": Target(_make_layer_file, _open_layer, 60),
}
