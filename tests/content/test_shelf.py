"""The shelf: versions side by side, one of each kind in use, chosen and taken back, and never damaged in silence."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.content.compiled import identity
from asnquiz.domain.layer import Base, Layer, lay_over
from asnquiz.domain.local import Contact, ContactRole
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import build_index
from asnquiz.scorefiles import durable
from asnquiz.usecases.local_ports import KeptPack, PackHead, PackKind, Trust
from tests import builders
from tests.shelves import KEY, OTHER_KEY, Desk, newer, sample_layer

NATIONAL, LAYER = PackKind.NATIONAL, PackKind.LAYER
OTHER_WORDS = ("aturan.yaml", "Menyukai unggahan akun calon", "Menyukai kiriman akun calon")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def in_use(desk: Desk) -> Pack:
    return desk.in_use.current()[0]


def versions(desk: Desk, kind: PackKind = NATIONAL) -> list[tuple[str, bool]]:
    return [(one.version, one.in_use) for one in desk.shelf.kept(kind)]


def sha_of(desk: Desk, version: str, kind: PackKind = NATIONAL) -> str:
    (head,) = (one.head for one in desk.shelf.kept(kind) if one.version == version)
    assert head is not None
    return head.sha256


def test_where_nothing_is_kept_the_programs_own_is_used_and_nothing_is_made(desk: Desk) -> None:
    pack = in_use(desk)
    assert (pack.version, desk.in_use.notice()) == ("2026.11.1", "")
    assert desk.shelf.kept(NATIONAL) == (KeptPack(None, "2026.11.1", None, True),)
    assert (desk.shelf.kept(LAYER), desk.shelf.damaged()) == ((), ())
    assert not (desk.data / "paket").exists()


def test_a_file_is_looked_at_without_a_trace_and_then_taken(desk: Desk) -> None:
    file = desk.national_file(newer("2026.12.1", OTHER_WORDS))
    before = desk.everything()
    opened = desk.shelf.open(file)
    assert isinstance(opened.content, Pack)
    assert (opened.head.version, opened.trust, opened.content.version) == ("2026.12.1", Trust.NEW, "2026.12.1")
    assert desk.everything() == before
    assert in_use(desk).version == "2026.11.1"
    at = builders.moment(5, 5)
    desk.shelf.take(opened, file, at)
    pack, sha256, _ = desk.in_use.current()
    assert (pack, sha256) == (opened.content, identity(opened.content))
    assert desk.in_use.search_index() == build_index(pack)
    assert desk.shelf.kept(NATIONAL) == (
        KeptPack(opened.head, "2026.12.1", at, True),
        KeptPack(None, "2026.11.1", None, False),
    )
    assert desk.shelf.open(file).trust is Trust.KNOWN
    # Another start, and another process, see the same.
    assert in_use(Desk(desk.folder)) == pack


def test_a_file_is_looked_at_before_there_is_a_data_folder_and_none_is_made(desk: Desk) -> None:
    file = desk.national_file(newer())
    shutil.rmtree(desk.data)
    assert desk.shelf.open(file).head.version == "2026.12.1"
    assert not desk.data.exists()


def test_it_is_kept_as_it_came_for_its_owner_only(desk: Desk) -> None:
    file = desk.national_file(newer())
    head = desk.take(file).head
    folder = desk.data / "paket" / head.sha256
    kept = {path.relative_to(folder / "isi").as_posix(): path.read_bytes() for path in (folder / "isi").rglob("*.*")}
    assert kept == newer()
    assert {path.name for path in folder.iterdir()} == {"manifest.json", "manifest.jws", "isi"}
    assert {path.name for path in folder.parent.iterdir()} == {head.sha256, "pilihan.json"}
    if os.name == "posix":
        inside = [path for path in (desk.data / "paket").rglob("*") if path.is_file()]
        assert {path.stat().st_mode & 0o077 for path in (desk.data / "paket", *inside)} == {0}


def test_versions_lie_side_by_side_and_any_of_them_is_one_choice_away(desk: Desk) -> None:
    packs = {}
    for version in ("2026.12.1", "2027.1.1", "2026.12.10"):
        desk.take(desk.national_file(newer(version)))
        packs[version] = in_use(desk)
    assert versions(desk) == [("2027.1.1", False), ("2026.12.10", True), ("2026.12.1", False), ("2026.11.1", False)]
    for version, pack in packs.items():
        desk.shelf.use(NATIONAL, sha_of(desk, version))
        assert in_use(desk) == pack
    desk.shelf.use(NATIONAL, None)
    assert in_use(desk).version == "2026.11.1"
    assert versions(desk)[-1] == ("2026.11.1", True)


def test_a_version_that_is_not_used_is_taken_away_with_what_was_compiled_of_it(desk: Desk) -> None:
    head = desk.take(desk.national_file(newer())).head
    in_use(desk)
    with pytest.raises(Refusal, match="sedang dipakai"):
        desk.shelf.remove(head.sha256)
    desk.shelf.use(NATIONAL, None)
    desk.shelf.remove(head.sha256)
    assert versions(desk) == [("2026.11.1", True)]
    assert [path.name for path in (desk.data / "paket").iterdir()] == ["pilihan.json"]
    assert not list((desk.data / "cache").glob(f"*{head.sha256[:16]}*"))
    with pytest.raises(Refusal, match="tidak ada di komputer ini"):
        desk.shelf.remove(head.sha256)
    with pytest.raises(Refusal, match="tidak ada di komputer ini"):
        desk.shelf.use(NATIONAL, head.sha256)


def test_taking_the_same_file_again_changes_no_byte_of_it(desk: Desk) -> None:
    file = desk.national_file(newer())
    desk.take(file)
    before = desk.everything()
    desk.take(file)
    after = desk.everything()
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        str(Path("paket", "pilihan.json"))  # when it was said yes to
    }
    assert len(json.loads(after[str(Path("paket", "pilihan.json"))])["publishers"]) == 1


def test_what_changed_since_it_was_looked_at_is_not_taken(desk: Desk) -> None:
    file = desk.national_file(newer())
    opened = desk.shelf.open(file)
    file.write_bytes(desk.national_file(newer("2027.1.1")).read_bytes())
    before = desk.everything()
    with pytest.raises(Refusal, match="berubah sejak Anda melihatnya"):
        desk.shelf.take(opened, file, builders.moment())
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("key", "publisher", "trust"),
    [
        (KEY, "asnquiz", Trust.KNOWN),
        (KEY, "Penerbit dengan nama baru", Trust.KNOWN),
        (OTHER_KEY, "asnquiz", Trust.OTHER_KEY),
        (OTHER_KEY, " ASNQUÍZ".strip(), Trust.OTHER_KEY),
        (OTHER_KEY, "Penerbit lain", Trust.OTHER_KEY),  # the same pack
        (None, "asnquiz", Trust.UNSIGNED),
    ],
)
def test_who_published_it_is_told_by_whom_somebody_said_yes_to_here(
    desk: Desk, key: object, publisher: str, trust: Trust
) -> None:
    desk.take(desk.national_file(newer()))
    content = newer("2027.1.1", ("pack.yaml", "publisher: asnquiz", f"publisher: {publisher}"))
    assert desk.shelf.open(desk.national_file(content, key, publisher=publisher)).trust is trust  # type: ignore[arg-type]


def test_a_known_key_that_signs_what_was_anothers_is_another_key(desk: Desk) -> None:
    desk.take(desk.national_file(newer()))
    layer = sample_layer(publisher="BKPSDM Kabupaten Contoh")
    desk.take(desk.layer_file(layer, OTHER_KEY))
    assert desk.shelf.open(desk.layer_file(replace(layer, version="4"), KEY)).trust is Trust.OTHER_KEY
    assert desk.shelf.open(desk.layer_file(replace(layer, version="4"), OTHER_KEY)).trust is Trust.KNOWN
    # Once somebody said yes to it, it is known for that too.
    desk.take(desk.layer_file(replace(layer, version="4"), KEY))
    assert desk.shelf.open(desk.layer_file(replace(layer, version="5"), KEY)).trust is Trust.KNOWN


def test_what_this_computer_signed_is_its_own_whatever_was_anothers(desk: Desk) -> None:
    desk.take(desk.national_file(newer()))
    mine, key = desk.national_file(newer("2027.1.1"), OTHER_KEY), desk.data / "device.key"
    for damaged in (b"", b"{}"):
        key.write_bytes(damaged)
        assert desk.shelf.open(mine).trust is Trust.OTHER_KEY
        assert key.read_bytes() == damaged
    key.write_text(json.dumps(OTHER_KEY.private.as_dict(private=True)), "utf-8")
    assert desk.take(mine).trust is Trust.OWN
    # Where the computer's key is lost, what it signed is of a publisher that somebody said yes to.
    key.unlink()
    assert desk.shelf.open(mine).trust is Trust.KNOWN
    assert not key.exists()


def test_an_unsigned_file_can_be_taken_and_makes_nobody_known(desk: Desk) -> None:
    assert desk.take(desk.national_file(newer(), None)).trust is Trust.UNSIGNED
    assert in_use(desk).version == "2026.12.1"
    assert desk.shelf.open(desk.national_file(newer("2027.1.1"))).trust is Trust.NEW


def test_a_layer_is_laid_over_whichever_national_pack_is_in_use(desk: Desk) -> None:
    layer = sample_layer()
    opened = desk.take(desk.layer_file(layer))
    assert opened.content == layer
    own = desk.in_use.own.look()
    assert in_use(desk) == lay_over(own, layer)
    assert in_use(desk).version == "2026.11.1+kab-contoh.3"
    desk.take(desk.national_file(newer()))
    assert in_use(desk) == lay_over(replace(own, version="2026.12.1"), layer)
    assert (versions(desk, LAYER), versions(desk)[0]) == ([("3", True)], ("2026.12.1", True))
    desk.shelf.use(LAYER, None)
    assert (in_use(desk).version, in_use(desk).local) == ("2026.12.1", None)
    desk.shelf.use(LAYER, sha_of(desk, "3", LAYER))
    desk.shelf.use(NATIONAL, None)
    assert in_use(desk) == lay_over(own, layer)


def test_rules_of_a_layer_are_found_by_searching(desk: Desk) -> None:
    own = desk.in_use.own.look()
    rule = replace(own.rules[0], id="kab-contoh-kamus", act="Menyunting kamus bahasa daerah", words=("kamus",))
    desk.take(desk.layer_file(sample_layer(rules=(rule,))))
    assert "kamus" in desk.in_use.search_index().stems
    assert desk.in_use.search_index() == build_index(in_use(desk))


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (sample_layer(base=Base("lain", "1")), "dibuat untuk paket “lain”"),
        (sample_layer(base=Base("contoh", "2027.1.1")), r"versi 2027\.1\.1 atau yang lebih baru"),
    ],
)
def test_a_layer_that_does_not_fit_is_refused(desk: Desk, layer: Layer, sentence: str) -> None:
    file = desk.layer_file(layer)
    with pytest.raises(Refusal, match=sentence):
        desk.shelf.open(file)


def test_the_national_pack_is_not_changed_under_a_layer_that_would_not_fit_any_more(desk: Desk) -> None:
    first = desk.take(desk.national_file(newer())).head
    desk.take(desk.layer_file(sample_layer(base=Base("contoh", "2026.12.1"))))
    before = desk.everything()
    older = desk.national_file(newer("2026.11.9"))
    sentence = r"Paket setempat yang dipakai tidak cocok .* Berhenti memakai paket setempat itu dahulu"
    with pytest.raises(Refusal, match=sentence):
        desk.shelf.open(older)
    with pytest.raises(Refusal, match=sentence):
        desk.shelf.use(NATIONAL, None)
    assert desk.everything() == before
    desk.shelf.use(LAYER, None)
    desk.take(older)  # an older version is no harm by itself
    assert in_use(desk).version == "2026.11.9"
    with pytest.raises(Refusal, match=r"versi 2026\.12\.1 atau yang lebih baru"):
        desk.shelf.use(LAYER, sha_of(desk, "3", LAYER))
    desk.shelf.use(NATIONAL, first.sha256)
    desk.shelf.use(LAYER, sha_of(desk, "3", LAYER))


def test_a_version_of_one_kind_is_not_used_as_the_other(desk: Desk) -> None:
    national_head = desk.take(desk.national_file(newer())).head
    layer_head = desk.take(desk.layer_file(sample_layer())).head
    for kind, head in ((LAYER, national_head), (NATIONAL, layer_head)):
        with pytest.raises(Refusal, match="tidak ada di komputer ini"):
            desk.shelf.use(kind, head.sha256)


Harm = Callable[[Desk, PackHead], object]


def version_of(desk: Desk, head: PackHead) -> Path:
    return desk.data / "paket" / head.sha256


DAMAGES: dict[str, Harm] = {
    "content": lambda desk, head: (version_of(desk, head) / "isi" / "pack.yaml").write_bytes(b"id: lain\n"),
    "a file more": lambda desk, head: (version_of(desk, head) / "isi" / "soal" / "lain.yaml").write_bytes(b"- 1\n"),
    "a file less": lambda desk, head: (version_of(desk, head) / "isi" / "ikrar.yaml").unlink(),
    "manifest": lambda desk, head: (version_of(desk, head) / "manifest.json").write_bytes(b"{}"),
    "signature": lambda desk, head: (version_of(desk, head) / "manifest.jws").write_bytes(b"{}"),
    "another version": lambda desk, head: _exchange(desk, head),
    "gone": lambda desk, head: shutil.rmtree(version_of(desk, head)),
}  # fmt: skip


def _exchange(desk: Desk, head: PackHead) -> None:
    """A sound version under another's name."""
    (other,) = (path for path in (desk.data / "paket").iterdir() if path.is_dir() and path.name != head.sha256)
    shutil.rmtree(version_of(desk, head))
    shutil.copytree(other, version_of(desk, head))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_version_is_told_and_never_used_and_opening_its_file_mends_it(desk: Desk, damage: str) -> None:
    desk.take(desk.national_file(newer("2026.12.1")))
    file = desk.national_file(newer("2027.1.1"))
    head = desk.take(file).head
    DAMAGES[damage](desk, head)
    # The compiled form belongs to the files as they were.
    shutil.rmtree(desk.data / "cache")
    assert in_use(desk).version == "2026.11.1"
    notice = desk.in_use.notice()
    assert "Untuk sementara dipakai paket yang datang bersama program ini" in notice
    assert "Buka lagi berkas .asnpack-nya" in notice
    assert desk.shelf.damaged() == (() if damage == "gone" else (head.sha256,))
    assert versions(desk) == [("2026.12.1", False), ("2026.11.1", True)]
    way_out = "Periksa daftar versinya" if damage == "gone" else "Buka lagi berkas .asnpack-nya"
    with pytest.raises(Refusal, match=way_out):
        desk.shelf.use(NATIONAL, head.sha256)
    desk.take(file)
    assert (in_use(desk).version, desk.in_use.notice(), desk.shelf.damaged()) == ("2027.1.1", "", ())
    assert {path.name[0] for path in (desk.data / "paket").iterdir()} <= set("0123456789abcdefp")


def test_a_damaged_layer_leaves_the_national_pack_in_use(desk: Desk) -> None:
    desk.take(desk.national_file(newer()))
    head = desk.take(desk.layer_file(sample_layer())).head
    (version_of(desk, head) / "isi" / "setempat.yaml").write_bytes(b"{}")
    assert in_use(desk).version == "2026.12.1"
    assert "Untuk sementara dipakai paket nasional tanpa paket setempat." in desk.in_use.notice()
    desk.shelf.use(LAYER, None)
    assert desk.in_use.notice() == ""
    desk.shelf.remove(head.sha256)
    assert desk.shelf.damaged() == ()


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"schema":"asnquiz/choice/1"}',
        b'{"layer":null,"national":"../../x","publishers":[],"schema":"asnquiz/choice/1","since":{}}',
        b'{"layer":null,"national":null,"publishers":[],"schema":"asnquiz/choice/2","since":{}}',
    ],
)
def test_a_damaged_note_is_told_and_a_new_choice_mends_it(desk: Desk, note: bytes) -> None:
    file = desk.national_file(newer())
    head = desk.take(file).head
    place = desk.data / "paket" / "pilihan.json"
    place.write_bytes(note)
    before = desk.everything()
    assert in_use(desk).version == "2026.11.1"
    assert "Catatan tentang paket soal yang dipakai (pilihan.json) rusak." in desk.in_use.notice()
    assert versions(desk) == [("2026.12.1", False), ("2026.11.1", True)]
    for act in (lambda: desk.take(file), lambda: desk.shelf.remove(head.sha256)):
        with pytest.raises(Refusal, match="--use asal"):
            act()
    assert desk.everything() == before
    desk.shelf.use(NATIONAL, head.sha256)
    assert (in_use(desk).version, desk.in_use.notice()) == ("2026.12.1", "")
    assert (desk.data / "paket" / "pilihan-rusak.json").read_bytes() == note
    assert desk.shelf.open(file).trust is Trust.NEW


def test_a_kept_pack_that_is_older_than_the_programs_own_is_told_after_an_update(desk: Desk) -> None:
    desk.take(desk.national_file(newer("2026.12.1")))
    assert desk.in_use.notice() == ""
    own = desk.own / "pack.yaml"
    own.write_text(own.read_text("utf-8").replace("version: 2026.11.1", "version: 2027.1.1"), "utf-8")
    assert in_use(desk).version == "2026.12.1"
    assert "lebih lama daripada yang datang bersama program ini, versi 2027.1.1" in desk.in_use.notice()
    desk.shelf.use(NATIONAL, None)
    assert (in_use(desk).version, desk.in_use.notice()) == ("2027.1.1", "")


def test_a_layer_that_an_updated_program_does_not_fit_any_more_is_put_out_of_use_and_told(desk: Desk) -> None:
    desk.take(desk.layer_file(sample_layer(contacts=(Contact(ContactRole.BAWASLU, "Bawaslu"),))))
    assert in_use(desk).local is not None
    own = desk.own / "pack.yaml"
    own.write_text(own.read_text("utf-8").replace("version: 2026.11.1", "version: 2026.10.1"), "utf-8")
    assert (in_use(desk).version, in_use(desk).local) == ("2026.10.1", None)
    assert "versi 2026.11.1 atau yang lebih baru" in desk.in_use.notice()


@pytest.mark.parametrize("fails_at", [1, 6, 13])
def test_where_the_disk_fails_nothing_is_half_taken(desk: Desk, fails_at: int) -> None:
    desk.take(desk.national_file(newer("2026.12.1")))
    file = desk.national_file(newer("2027.1.1"))
    opened = desk.shelf.open(file)
    before, written = desk.everything(), 0

    def write(path: Path, data: bytes) -> None:
        nonlocal written
        written += 1
        if written == fails_at:
            raise OSError(28, "No space left on device")
        durable.write(path, data)

    desk.shelf._write = write
    with pytest.raises(Refusal, match="tidak dapat disimpan"):
        desk.shelf.take(opened, file, builders.moment())
    left = desk.everything()
    assert left[str(Path("paket", "pilihan.json"))] == before[str(Path("paket", "pilihan.json"))]
    assert in_use(desk).version == "2026.12.1"
    assert not list((desk.data / "paket").glob(".*"))
    desk.shelf._write = durable.write
    desk.shelf.take(opened, file, builders.moment())
    assert in_use(desk).version == "2027.1.1"


def test_what_a_power_cut_left_on_its_way_goes_with_the_next_change(desk: Desk) -> None:
    desk.take(desk.national_file(newer("2026.12.1")))
    for name in (".baru-abc", ".lama-abc"):
        (desk.data / "paket" / name / "isi").mkdir(parents=True)
    assert versions(desk) == [("2026.12.1", True), ("2026.11.1", False)]
    desk.take(desk.national_file(newer("2027.1.1")))
    assert not list((desk.data / "paket").glob(".*"))
