"""A layer: its header, the office's facts, who stands for each addition, and whether it fits the pack beneath."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from asnquiz.content.checks.identity import is_id, malformed
from asnquiz.content.contents import Contents, Entry, Written
from asnquiz.content.yaml_reader import Path
from asnquiz.domain.fault import Fault
from asnquiz.domain.layer import LONGEST_ID, SCHEMA, Layer, misplacements
from asnquiz.domain.local import MOST_CONTACTS, Hand, Mark, Standing
from asnquiz.domain.pack import Image, Pack
from asnquiz.domain.task_check import MOST_HEAD_LINES, MOST_UNITS, line_faults

_VERSION = re.compile(r"[0-9]{1,8}(\.[0-9]{1,8}){0,3}")
_TOO_MANY = {"contacts": "Kontak", "letterhead": "Baris kop surat", "offices": "Perangkat daerah dan unit kerja"}
_CONTACT = {
    "name": "Nama kontak",
    "address": "Alamat kontak",
    "phone": "Telepon kontak",
    "email": "Surel kontak",
    "hours": "Jam layanan kontak",
}


def layer_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of setempat.yaml."""
    entry = contents.layer
    if entry is None:
        return
    yield from _header_faults(entry)
    yield from _office_faults(entry)
    for id_, mark in entry.value.marks.items():
        for path, words in _mark_messages(mark):
            yield entry.fault(words, "marks", id_, *path)


def _header_faults(entry: Entry[Layer]) -> Iterator[Fault]:
    layer = entry.value
    if layer.schema != SCHEMA:
        yield entry.fault(
            f'schema harus "{SCHEMA}"; perbarui program ini bila paketnya dibuat program yang lebih baru.', "schema"
        )
    for path, id_ in ((("id",), layer.id), (("base", "id"), layer.base.id)):
        if not is_id(id_):
            yield entry.fault(malformed(id_), *path)
    if len(layer.id) > LONGEST_ID:
        yield entry.fault(f"Id paket setempat paling banyak {LONGEST_ID} huruf.", "id")
    for path, version in ((("version",), layer.version), (("base", "version"), layer.base.version)):
        if not _VERSION.fullmatch(version):
            yield entry.fault("Versi ditulis dengan angka dan titik, misalnya 2026.11.1.", *path)
    lines = [(("title",), layer.title, "Judul"), (("publisher",), layer.publisher, "Nama penerbit")]
    yield from _lines(entry, lines)


def _office_faults(entry: Entry[Layer]) -> Iterator[Fault]:
    layer = entry.value
    for key, most, rows in (
        ("contacts", MOST_CONTACTS, len(layer.contacts)),
        ("letterhead", MOST_HEAD_LINES, len(layer.letterhead)),
        ("offices", MOST_UNITS, sum(1 + len(office.units) for office in layer.offices)),
    ):
        if rows > most:
            yield entry.fault(f"{_TOO_MANY[key]} paling banyak {most}, bukan {rows}.", key)
    for index, contact in enumerate(layer.contacts):
        given = ((key, getattr(contact, key), label) for key, label in _CONTACT.items())
        yield from _lines(entry, ((("contacts", index, key), text, label) for key, text, label in given if text))
    heads = ((("letterhead", index), line, "Baris kop surat") for index, line in enumerate(layer.letterhead))
    names = ((("offices", index, "name"), one.name, "Nama perangkat daerah") for index, one in enumerate(layer.offices))
    units = (
        (("offices", index, "units", place), unit, "Nama unit kerja")
        for index, office in enumerate(layer.offices)
        for place, unit in enumerate(office.units)
    )
    yield from _lines(entry, chain(heads, names, units))
    yield from _repeated(entry, {("offices", index, "name"): one.name for index, one in enumerate(layer.offices)})
    for index, office in enumerate(layer.offices):
        yield from _repeated(entry, {("offices", index, "units", at): unit for at, unit in enumerate(office.units)})


def _lines(entry: Written, lines: Iterable[tuple[Path, str, str]]) -> Iterator[Fault]:
    """Faults of texts that stand in one line, each with its place and what it is."""
    for path, text, label in lines:
        if text.strip():  # blank texts are told wherever they stand
            for words in line_faults(text, label):
                yield entry.fault(words, *path)


def _repeated(entry: Written, names: dict[Path, str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in names.items():
        if name in seen:
            yield entry.fault(f"“{name}” sudah ditulis di atas; hapus salah satu.", *path)
        seen.add(name)


def _mark_messages(mark: Mark) -> Iterator[tuple[Path, str]]:
    """What is wrong with one mark, by the key."""
    if mark.standing is Standing.DRAFT:
        yield ("standing",), "Konsep tidak dimuat dalam paket setempat; ajukan untuk ditelaah, atau hapus."
        return
    yield from _hand_messages("author", mark.author, "Nama penulis")
    if mark.standing is Standing.REVIEW:
        if mark.reviewer:
            yield ("reviewer",), "Yang masih menunggu telaah belum mempunyai penelaah; hapus."
        return
    yield from _hand_messages("reviewer", mark.reviewer, "Nama penelaah")
    if mark.author and mark.reviewer and not mark.settled:
        yield ("reviewer", "name"), "Penulis dan penelaah harus dua orang yang berbeda."


def _hand_messages(key: str, hand: Hand | None, label: str) -> Iterator[tuple[Path, str]]:
    if hand is None:
        yield (key,), f"{label} dan tanggalnya belum ditulis."
    elif hand.name.strip():
        for words in line_faults(hand.name, label):
            yield (key, "name"), words


def misplacement_faults(contents: Contents, base: Pack, layer: Layer) -> Iterator[Fault]:
    """Why the layer cannot be laid over the pack, each at the place that it is about."""
    if contents.layer is None:
        return
    written = {one.id: one for kind in (contents.rules, contents.items, contents.scenarios) for one in kind.entries}
    files = {image: file for file, image in contents.photos.items()}
    for about, words in misplacements(base, layer):
        if about is None:
            yield contents.layer.fault(words, "base")
        elif isinstance(about, Image):
            yield Fault(files[about], 1, 1, None, words)
        elif about in written:
            yield written[about].fault(words, "id")
        elif about in layer.marks:
            yield contents.layer.fault(words, "marks", about, key=True)
        else:  # a national id that begins as this layer's do
            yield contents.layer.fault(words, "id")
