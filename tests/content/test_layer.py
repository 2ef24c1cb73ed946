"""The folder of a layer: what it says, and one fault at its place for each thing that is broken in real files."""

import dataclasses
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from asnquiz.content.checker import check_layer, check_pack, open_layer, open_pack
from asnquiz.content.layout import is_layer
from asnquiz.domain.layer import lay_over, misplaced
from asnquiz.domain.local import Contact, ContactRole, Office, Standing
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import PACK, content_folder
from tests.content.sample_layer import CALENDAR, HEADER, ITEMS, PICTURE, PLEDGE, RULES, SCENARIO, jpeg, png, write_layer
from tests.content.sample_pack import break_file, write_pack
from tests.content.test_checker import Break

EXAMPLE = re.compile(r"`([\w./]+\.yaml)`\n\n```yaml\n(.*?)```", re.DOTALL)
ROOT = Path(__file__).resolve().parents[2]
CUTI = "  kab-contoh-cuti: {standing: review, author: {name: Budi Santoso, on: 2026-11-24}}\n"
REVIEWER = "    reviewer: {name: Budi Santoso, on: 2026-11-22}\n  kab-contoh-papan"
PAPAN, APEL = "kab-contoh-papan", "kab-contoh-apel"


def test_the_sample_layer_is_what_its_files_say(tmp_path: Path, base: Pack) -> None:
    checked = check_layer(write_layer(tmp_path), base)
    layer = checked.layer
    assert checked.faults == ()
    assert layer is not None
    assert (checked.layer_id, checked.version, layer.title) == ("kab-contoh", "3", "Netralitas di Kabupaten Contoh")
    assert (checked.counts.laws, checked.counts.rules, checked.counts.items, checked.counts.scenarios) == (0, 1, 2, 1)
    assert layer.contacts == (Contact(ContactRole.TASK_FORCE, "Satgas Netralitas", phone="0265 123456"),)
    assert layer.offices == (
        Office("Dinas Kesehatan", ("Puskesmas Satu", "Puskesmas Dua")),
        Office("Sekretariat Daerah"),
    )
    assert layer.marks["kab-contoh-cuti"].standing is Standing.REVIEW
    assert (layer.calendar and layer.calendar.voting.year, layer.pledge and layer.pledge.name) == (
        2029,
        "Ikrar Kabupaten Contoh",
    )
    assert [(one.name, one.media) for one in layer.images] == [("kab-contoh-papan", "image/png")]
    laid = lay_over(base, layer)
    assert laid.item_by_id[PAPAN].scored
    assert not laid.item_by_id["kab-contoh-cuti"].scored


def test_a_pack_with_the_layer_over_it_takes_the_next_version_of_the_layer(tmp_path: Path, base: Pack) -> None:
    first = open_layer(write_layer(tmp_path), base).layer
    assert first is not None
    break_file(tmp_path, HEADER, 'version: "3"', 'version: "4"')
    following = open_layer(tmp_path, lay_over(base, first))
    assert following.faults == ()
    assert following.layer == dataclasses.replace(first, version="4")


def test_the_example_of_the_documents_is_a_layer_over_the_shipped_pack(tmp_path: Path) -> None:
    files = EXAMPLE.findall((ROOT / "docs" / "content-format.md").read_text("utf-8"))
    assert [file for file, _ in files] == [HEADER, CALENDAR, "soal/apel.yaml"]
    for file, text in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    shipped = open_pack(content_folder() / PACK).pack
    assert shipped is not None
    checked = check_layer(tmp_path, shipped)
    assert checked.faults == ()
    assert checked.layer is not None
    assert lay_over(shipped, checked.layer).item_by_id["kab-contoh-apel-pagi"].scored


def test_all_but_the_header_may_be_left_out(tmp_path: Path, base: Pack) -> None:
    (tmp_path / HEADER).write_text(
        "{schema: asnquiz/layer/1, id: kab, version: '1', title: A, publisher: B, base: {id: contoh, version: '1'}, "
        "changed: 2026-01-01}",
        "utf-8",
    )
    layer = check_layer(tmp_path, base).layer
    assert layer is not None
    assert (layer.rules, layer.items, layer.scenarios, layer.marks) == ((), (), (), {})


BREAKS = {
    # header
    "schema": Break(HEADER, "layer/1", "layer/2", "schema", None, "perbarui program"),
    "version": Break(HEADER, '"3"', "v3", "version", None, "angka dan titik"),
    "version as a number": Break(HEADER, '"3"', "3", "version: 3", None, "berisi 3; seharusnya teks"),
    "lowest version": Break(HEADER, "2026.11.1", "baru", "base", None, "angka dan titik"),
    "national pack": Break(HEADER, "{id: contoh,", "{id: lain,", "base", None, "dibuat untuk paket “lain”"),
    "later national pack": Break(HEADER, "2026.11.1", "9999.1.1", "base", None, "versi 9999.1.1 atau yang lebih baru"),
    "unknown key": Break(HEADER, "changed:", "calendar: null\nchanged:", "calendar", None, '"calendar" tidak'),
    "laws of its own": Break(HEADER, "changed:", "laws: []\nchanged:", "laws", None, '"laws" tidak'),
    "role": Break(HEADER, "role: satgas", "role: polisi", "polisi", None, "satgas, bawaslu, bkpsdm, lain"),
    "two lines": Break(HEADER, "Satgas Netralitas,", '"Satgas\\nNetralitas",', "name: ", None, "spasi berlebih"),
    "title of a book": Break(
        HEADER, "title: Netralitas", f"title: {'netralitas ' * 15}", "title", None, "paling panjang 150"
    ),
    "unit twice": Break(HEADER, "Puskesmas Dua", "Puskesmas Satu", "units", None, "sudah ditulis di atas"),
    "office twice": Break(HEADER, "Sekretariat Daerah", "Dinas Kesehatan", "{name: Dinas Kesehatan}", None, "di atas"),
    "seven lines": Break(HEADER, "[Pemerintah", f"[{'A, ' * 6}Pemerintah", "letterhead", None, "paling banyak 6"),
    # marks
    "no mark": Break(HEADER, CUTI, "", "kab-contoh-cuti", "kab-contoh-cuti", "tidak mempunyai keadaan telaah"),
    "mark of nothing": Break(HEADER, CUTI, CUTI + CUTI.replace("cuti", "x"), "contoh-x", None, "tidak mempunyai isi"),
    "draft": Break(HEADER, "cuti: {standing: review", "cuti: {standing: draft", "contoh-cuti", None, "Konsep tidak"),
    "standing": Break(HEADER, "cuti: {standing: review", "cuti: {standing: ok", "contoh-cuti", None, "draft, review"),
    "nobody asked": Break(
        HEADER,
        "kab-contoh-cuti: {standing: review, author: {name: Budi Santoso, on: 2026-11-24}}",
        "kab-contoh-cuti: {standing: review}",
        "contoh-cuti",
        None,
        "Nama penulis dan tanggalnya belum",
    ),
    "nobody read it": Break(HEADER, REVIEWER, "  kab-contoh-papan", "standing", None, "Nama penelaah dan"),
    "one person": Break(
        HEADER, REVIEWER, REVIEWER.replace("Budi Santoso", "SITI aminah"), "reviewer: {name: ", None, "penelaah"
    ),
    "read before it was": Break(
        HEADER,
        CUTI,
        CUTI.replace("24}}", "24}, reviewer: {name: Siti, on: 2026-11-25}}"),
        "contoh-cuti",
        None,
        "belum mempunyai penelaah",
    ),
    # what it adds
    "unknown article": Break(ITEMS, "Pasal 2", "Pasal 9", "Pasal 9", PAPAN, '"Pasal 9" tidak ada pada "pp-contoh"'),
    "unknown law": Break(RULES, "law: pp-contoh", "law: perda", "perda", APEL, "tidak ada di daftar peraturan"),
    "repealed law": Break(RULES, 'pp-contoh, ref: "Pasal 1"', 'uu-lama, ref: "Pasal lama"', "uu-lama", APEL, "dicabut"),
    "unknown rule": Break(ITEMS, ", suka-akun-calon]", ", suka-x]", "suka-x", PAPAN, '"suka-x" tidak ada'),
    "contested rule": Break(ITEMS, ", suka-akun-calon]", ", stiker-pasangan]", "scored: true", PAPAN, "diperdebatkan"),
    "unknown topic": Break(ITEMS, "topic: cuti", "topic: libur", "libur", "kab-contoh-cuti", '"libur" tidak ada'),
    "unknown job": Break(SCENARIO, "[staf]", "[camat]", "camat", "kab-contoh-pagi", '"camat" tidak ada'),
    "rule of a choice": Break(SCENARIO, "menonton-debat", "x", "rule: x", "kab-contoh-pagi", '"x" tidak ada di'),
    "sanction of what is allowed": Break(RULES, "verdict: tidak", "verdict: boleh", "violation", APEL, "bukan pelangg"),
    "four points": Break(
        PLEDGE, "  - {text: Empat, meaning: Arti empat, example: Contoh empat}\n", "", "text: Satu", None, "empat butir"
    ),
    "calendar": Break(CALENDAR, "voting: 2029-11-27", "voting: 2029-09-01", "voting", None, "harus sesudah"),
    "unknown picture": Break(ITEMS, "image: kab-contoh-papan", "image: papan", "image: papan", PAPAN, '"papan" tidak'),
    "picture without words": Break(ITEMS, ", alt: Papan pengumuman yang kosong.", "", "picture", PAPAN, '"alt" belum'),
    "blank words for a picture": Break(
        ITEMS, "alt: Papan pengumuman yang kosong.", 'alt: " "', "alt: ", PAPAN, "kosong"
    ),
    "key twice": Break(ITEMS, "topic: cuti", "topic: cuti\n  topic: cuti", "topic: cuti\n  topic", None, "dua kali"),
}
# Told of what is written, as with packs, and in nobody's way.
BADLY_WRITTEN = {
    "party": Break(ITEMS, "Apel pun acara dinas.", "Kata Golkar.", "Golkar", PAPAN, "tidak netral"),
    "title": Break(HEADER, "title: Netralitas", "title: Golkar", "title", None, "tidak netral"),
    "party in a picture's words": Break(ITEMS, "alt: Papan", "alt: Golkar", "alt: ", PAPAN, "tidak netral"),
    "abbreviation": Break(ITEMS, "Apel pun acara dinas.", "XYZ.", "XYZ", PAPAN, "tulis lengkap"),
    "three choices": Break(
        ITEMS,
        "    - {text: Pasang di sisi belakang., feedback: Sisi mana pun milik kantor.}\n",
        "",
        "Papan itu",
        PAPAN,
        "4 pilihan",
    ),
}


def breaks_once(folder: Path, base: Pack, broken: Break) -> None:
    text = break_file(write_layer(folder), broken.file, broken.old, broken.new)
    checked = check_layer(folder, base)
    assert checked.layer is None
    assert [fault.message for fault in checked.faults if broken.says not in fault.message] == []
    (fault,) = checked.faults
    if broken.file == HEADER and fault.file == ITEMS:  # told where the addition is
        text = (folder / ITEMS).read_text("utf-8")
    assert fault.id == broken.id
    assert fault.line == text[: text.index(broken.at) + len(broken.at.rstrip())].count("\n") + 1


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_one_thing_broken_gives_one_fault_at_its_place(tmp_path: Path, base: Pack, broken: Break) -> None:
    breaks_once(tmp_path, base, broken)
    assert open_layer(tmp_path, base).layer is None


@pytest.mark.parametrize("broken", BADLY_WRITTEN.values(), ids=BADLY_WRITTEN.keys())
def test_what_is_badly_written_is_told_and_opens(tmp_path: Path, base: Pack, broken: Break) -> None:
    breaks_once(tmp_path, base, broken)
    assert open_layer(tmp_path, base).layer is not None


def test_all_faults_are_told_at_once(tmp_path: Path, base: Pack) -> None:
    write_layer(tmp_path)
    break_file(tmp_path, HEADER, CUTI, "")
    break_file(tmp_path, ITEMS, "difficulty: 1", "difficulty: 9")
    break_file(tmp_path, RULES, "law: pp-contoh", "law: perda")
    (tmp_path / PICTURE).write_bytes(b"GIF89a")
    assert [fault.file for fault in check_layer(tmp_path, base).faults] == [RULES, PICTURE, ITEMS, ITEMS]


def test_an_id_of_two_kinds_is_told_once(tmp_path: Path, base: Pack) -> None:
    write_layer(tmp_path)
    break_file(
        tmp_path, HEADER, "  kab-contoh-pagi: {standing: review, author: {name: Budi Santoso, on: 2026-11-24}}\n", ""
    )
    break_file(tmp_path, SCENARIO, "id: kab-contoh-pagi", "id: kab-contoh-apel")
    (fault,) = check_layer(tmp_path, base).faults
    assert (fault.file, fault.message) == (SCENARIO, "“kab-contoh-apel” dipakai lebih dari sekali.")


def test_an_id_of_a_national_question_is_refused(tmp_path: Path, base: Pack) -> None:
    write_layer(tmp_path)
    break_file(tmp_path, HEADER, "kab-contoh-cuti:", "soal-cuti:")
    break_file(tmp_path, ITEMS, "id: kab-contoh-cuti", "id: soal-cuti")
    (fault,) = check_layer(tmp_path, base).faults
    assert (fault.file, fault.id) == (ITEMS, "soal-cuti")
    assert "tidak diawali “kab-contoh-”" in fault.message


def test_an_id_that_is_none_is_told_at_its_place(tmp_path: Path, base: Pack) -> None:
    break_file(write_layer(tmp_path), HEADER, "id: kab-contoh\n", "id: Kab/../contoh\n")
    first = next(fault for fault in open_layer(tmp_path, base).faults if fault.file == HEADER)
    assert (first.line, "bukan id" in first.message) == (2, True)


def test_a_national_id_in_the_way_is_told(tmp_path: Path, base: Pack) -> None:
    taken = dataclasses.replace(base, items=(*base.items, dataclasses.replace(base.items[0], id="kab-contoh-lama")))
    (fault,) = check_layer(write_layer(tmp_path), taken).faults
    assert (fault.file, fault.line) == (HEADER, 2)
    assert "“kab-contoh-lama” sudah ada di paket nasional" in fault.message


def _write(file: str, content: bytes) -> Callable[[Path], object]:
    def harm(folder: Path) -> None:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(content)

    return harm


def _outside(folder: Path) -> None:
    (folder / PICTURE).rename(folder.parent / "luar.png")
    (folder / PICTURE).symlink_to(folder.parent / "luar.png")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "gambar" / "kab-contoh-a.png")


def _many(folder: Path) -> None:
    for number in range(61):
        (folder / "gambar" / f"kab-contoh-{number}.png").write_bytes(png())


HOSTILE: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "law": ("hukum.yaml", "bukan bagian paket", _write("hukum.yaml", b"[]")),
    "a lesson": ("materi", "bukan bagian paket", _write("materi/a.md", b"---\n---\n")),
    "a header of a pack": ("pack.yaml", "bukan bagian paket", _write("pack.yaml", b"id: a")),
    "a drawing": ("gambar/kab-contoh-a.svg", "bukan bagian paket", _write("gambar/kab-contoh-a.svg", b"<svg/>")),
    "capitals": ("gambar/Kab.PNG", "bukan bagian paket", _write("gambar/Kab.PNG", png())),
    "noise": (HEADER, "UTF-8", _write(HEADER, b"\xff\xfe")),
    "an alias": (RULES, "Jangkar YAML", _write(RULES, b"- &a [*a]")),
    "nothing": (HEADER, "harus memuatnya", lambda folder: (folder / HEADER).unlink()),
    "a huge file": (ITEMS, "terlalu besar", _write(ITEMS, b"#" * 5_000_000)),
    "a link outside": (PICTURE, "ke luar paket", _outside),
    "a pipe": ("gambar/kab-contoh-a.png", "bukan berkas biasa", _pipe),
    "another's picture": ("gambar/lain-a.png", "tidak diawali “kab-contoh-”", _write("gambar/lain-a.png", png())),
    "a picture twice": (PICTURE, "ada lebih dari satu", _write("gambar/kab-contoh-papan.jpg", jpeg())),
    "a program": (PICTURE, "bukan PNG atau JPEG", _write(PICTURE, b"MZ\x90\0")),
    "a photo called PNG": (PICTURE, "beri akhiran .jpg", _write(PICTURE, jpeg())),
    "a picture cut off": (PICTURE, "rusak atau terpotong", _write(PICTURE, png()[:-3])),
    "a picture with a tail": (PICTURE, "rusak atau terpotong", _write(PICTURE, png() + b"PK\3\4")),
    "a wide picture": (PICTURE, "4000 piksel; yang ini 60000 x 2", _write(PICTURE, png(60_000))),
    "a heavy picture": (PICTURE, "paling banyak 1 MB", _write(PICTURE, png() + bytes(1_000_000))),
    "too many pictures": ("gambar", "paling banyak 60 gambar, bukan 62", _many),
}  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as POSIX has them")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_folder_is_refused_by_file_and_sentence(tmp_path: Path, base: Pack, name: str) -> None:
    file, says, harm = HOSTILE[name]
    folder = write_layer(tmp_path / "paket")
    harm(folder)
    checked = open_layer(folder, base)
    assert checked.layer is None
    assert any(fault.file == file and says in fault.message for fault in checked.faults), checked.faults


def test_a_bulk_of_words_and_a_missing_folder_are_refused_whole(tmp_path: Path, base: Pack) -> None:
    folder = write_layer(tmp_path / "paket")
    for number in range(9):
        (folder / "soal" / f"s{number}.yaml").write_bytes(b"#" * 950_000)
    with pytest.raises(Refusal, match="seluruhnya melebihi 8 MB"):
        open_layer(folder, base)
    with pytest.raises(Refusal, match="tidak ditemukan"):
        open_layer(tmp_path / "tidak-ada", base)


def test_a_layer_and_a_pack_are_told_apart(tmp_path: Path, base: Pack) -> None:
    layer, pack = write_layer(tmp_path / "setempat"), write_pack(tmp_path / "paket")
    assert (is_layer(layer), is_layer(pack), is_layer(tmp_path / "tidak-ada")) == (True, False, False)
    assert check_pack(layer).pack is None
    assert open_layer(pack, base).layer is None


def test_whatever_opens_can_be_laid_over_the_pack(tmp_path: Path, base: Pack) -> None:
    layer = open_layer(write_layer(tmp_path), base).layer
    assert layer is not None
    assert list(misplaced(base, layer)) == []
