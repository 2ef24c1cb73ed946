"""The library: the compiled form is used as long as it is true, and never stands in the way."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.content.compiled import decode, encode, identity
from asnquiz.content.library import PackLibrary
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import build_index
from tests import builders
from tests.content.sample_pack import break_file, write_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "paket")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "data" / "paket.json"


def test_the_first_look_compiles_and_keeps(folder: Path, cache: Path) -> None:
    pack, sha256, compiled = PackLibrary(folder, cache).current()
    assert pack.id == "contoh"
    assert sha256 == identity(pack)
    assert decode(compiled) == pack
    assert [path.name for path in cache.parent.iterdir()] == ["paket.json"]
    assert cache.read_bytes().endswith(b"\n" + compiled)


def test_the_second_look_takes_what_was_kept(folder: Path, cache: Path) -> None:
    PackLibrary(folder, cache).current()
    # A kept form that differs from the files shows where the second answer comes from.
    stamp = cache.read_bytes().partition(b"\n")[0]
    other = builders.pack(id="yang-disimpan")
    cache.write_bytes(b"\n".join((stamp, hashlib.sha256(encode(other)).hexdigest().encode(), encode(other))))
    assert PackLibrary(folder, cache).current() == (other, identity(other), encode(other))


def test_the_search_index_is_that_of_the_pack_in_use(folder: Path, cache: Path) -> None:
    library = PackLibrary(folder, cache)
    pack, _, _ = library.current()
    assert library.search_index() == build_index(pack)
    break_file(folder, "aturan.yaml", "Menyukai unggahan", "Menyunting kamus")
    assert "kamus" in library.search_index().stems


@pytest.mark.parametrize("damage", [b"", b"x"])
def test_a_damaged_search_index_is_made_anew(folder: Path, cache: Path, damage: bytes) -> None:
    library = PackLibrary(folder, cache)
    first = library.search_index()
    whole = cache.read_bytes()
    cache.write_bytes(whole[:-9] + damage + whole[-8:])
    assert library.search_index() == first
    assert cache.read_bytes() == whole


@pytest.mark.parametrize("file", ["ikrar.yaml", "materi/media-sosial.md"])
def test_a_changed_file_is_read_again(folder: Path, cache: Path, file: str) -> None:
    _, before, _ = PackLibrary(folder, cache).current()
    path = folder / file
    path.write_text(
        path.read_text(encoding="utf-8").replace("Kalimat penutup", "Akhir").replace("Demikian.", "Sekian.")
    )
    _, after, _ = PackLibrary(folder, cache).current()
    assert after != before


def test_a_change_of_the_same_size_is_seen_by_its_time(folder: Path, cache: Path) -> None:
    PackLibrary(folder, cache).current()
    path = folder / "ikrar.yaml"
    kept = path.stat()
    break_file(folder, "ikrar.yaml", "Arti dua", "Arti DUA")
    os.utime(path, ns=(kept.st_atime_ns, kept.st_mtime_ns + 1))
    pack, _, _ = PackLibrary(folder, cache).current()
    assert pack.pledge.points[1].meaning == "Arti DUA"


def test_a_removed_file_is_noticed(folder: Path, cache: Path) -> None:
    PackLibrary(folder, cache).current()
    (folder / "skenario" / "undangan.yaml").unlink()
    pack, _, _ = PackLibrary(folder, cache).current()
    assert pack.scenarios == ()


@settings(max_examples=settings().max_examples // 5)
@given(at=st.integers(0, 1 << 20), damage=st.binary(min_size=1, max_size=80), cut=st.booleans())
def test_no_damage_to_the_cache_changes_what_is_shown(
    tmp_path_factory: pytest.TempPathFactory, at: int, damage: bytes, cut: bool
) -> None:
    """Bytes written over any part of it, with the rest kept or cut off."""
    base = tmp_path_factory.getbasetemp() / "rusak"
    folder, cache = base / "paket", base / "paket.json"
    if not folder.exists():
        write_pack(folder)
    library = PackLibrary(folder, cache)
    first = library.current()
    whole = cache.read_bytes()
    at %= len(whole) + 1
    cache.write_bytes(whole[:at] + damage + (b"" if cut else whole[at + len(damage) :]))
    assert library.current() == first
    assert cache.read_bytes() == whole


@pytest.mark.parametrize("schema", [b"asnquiz/compiled/0", b"asnquiz/compiled/4", b"lain/1"])
def test_a_cache_of_another_schema_is_made_anew(folder: Path, cache: Path, schema: bytes) -> None:
    first = PackLibrary(folder, cache).current()
    stamp, _, kept = cache.read_bytes().split(b"\n", 2)
    other = kept.replace(b"asnquiz/compiled/3", schema, 1)
    cache.write_bytes(b"\n".join((stamp, hashlib.sha256(other).hexdigest().encode(), other)))
    assert PackLibrary(folder, cache).current() == first


@pytest.mark.parametrize("keep", [0, 10, 64, 65, 200, -1])
def test_a_damaged_cache_is_made_anew(folder: Path, cache: Path, keep: int) -> None:
    first = PackLibrary(folder, cache).current()
    whole = cache.read_bytes()
    cache.write_bytes(whole[:keep])
    assert PackLibrary(folder, cache).current() == first
    assert cache.read_bytes() == whole


def test_a_cache_that_cannot_be_written_stops_nothing(folder: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    assert PackLibrary(folder, cache).current()[0].id == "contoh"
    assert PackLibrary(folder, cache).current()[0].id == "contoh"
    assert [path.name for path in cache.parent.iterdir()] == ["paket.json"]


def test_a_file_in_place_of_the_cache_folder_stops_nothing(folder: Path, cache: Path) -> None:
    cache.parent.write_text("di jalan", encoding="utf-8")
    assert PackLibrary(folder, cache).current()[0].id == "contoh"


def test_a_pack_with_faults_is_refused_by_the_first_and_their_number(folder: Path, cache: Path) -> None:
    break_file(folder, "pack.yaml", "pass: 75", "pass: 0")
    break_file(folder, "aturan.yaml", "safe: Hindari.", "safe: null")
    with pytest.raises(Refusal, match=r"2 kesalahan.*aturan\.yaml baris 70: .*sikap aman"):
        PackLibrary(folder, cache).current()
    assert not cache.exists()


def test_a_missing_pack_is_refused(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(Refusal, match="tidak ditemukan"):
        PackLibrary(tmp_path / "tidak-ada", cache).current()


def test_kept_forms_are_decoded_and_damaged_ones_refused(folder: Path, cache: Path) -> None:
    library = PackLibrary(folder, cache)
    assert library.decode(encode(builders.pack())) == builders.pack()
    with pytest.raises(Refusal):
        library.decode(b"x")


def test_a_start_from_the_cache_loads_neither_yaml_nor_pydantic(folder: Path, cache: Path) -> None:
    PackLibrary(folder, cache).current()
    program = (
        "import sys; from pathlib import Path; from asnquiz.content.library import PackLibrary; "
        "PackLibrary(Path(sys.argv[1]), Path(sys.argv[2])).current(); "
        "print([name for name in ('yaml', 'pydantic', 'markdown_it') if name in sys.modules])"
    )
    command = [sys.executable, "-c", program, str(folder), str(cache)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.fixture
def brought(folder: Path, tmp_path: Path) -> Path:
    """What a package brings with the folder, whose files then get the times of wherever it is unpacked."""
    file = tmp_path / "dibawa.json"
    PackLibrary(folder, tmp_path / "pembuat" / "paket.json").bring(file)
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))
    return file


def not_read() -> Pack:
    raise AssertionError("the pack is not to be read anew")


def test_what_a_package_brings_spares_the_first_start_the_compiling(folder: Path, cache: Path, brought: Path) -> None:
    pack, sha256, compiled = PackLibrary(folder, cache, not_read, brought=brought).current()
    assert (sha256, decode(compiled)) == (identity(pack), pack)
    assert PackLibrary(folder, cache, not_read).current() == (pack, sha256, compiled), "it was not kept"


def test_a_look_at_what_a_package_brings_keeps_nothing(folder: Path, cache: Path, brought: Path) -> None:
    assert PackLibrary(folder, cache, not_read, brought=brought).look().id == "contoh"
    assert not cache.parent.exists()


def test_what_a_package_brings_is_not_taken_for_other_files(folder: Path, cache: Path, brought: Path) -> None:
    break_file(folder, "ikrar.yaml", "Arti dua", "Arti DUA")
    pack, _, _ = PackLibrary(folder, cache, brought=brought).current()
    assert pack.pledge.points[1].meaning == "Arti DUA"


@pytest.mark.parametrize("keep", [0, 10, 65, 200, -1])
def test_what_a_package_brings_may_be_damaged(folder: Path, cache: Path, brought: Path, keep: int) -> None:
    brought.write_bytes(brought.read_bytes()[:keep])
    assert PackLibrary(folder, cache, brought=brought).current()[0].id == "contoh"
