"""Every file under a folder is told once, whatever it is: archives with tricks, links, pipes, what cannot be read."""

import hashlib
import os
import stat
import subprocess
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.collection import Verdict
from asnquiz.usecases import read_archive
from asnquiz.usecases.find_files import FoundFile, count_files, find_files
from tests.conftest import IN_CI
from tests.usecases import archives
from tests.usecases.archives import zipped

GOOD = {"a.asnskor": b"satu", "dinas/b.asnskor": b"dua" * 500}
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


def found(*sources: Path) -> list[FoundFile]:
    return list(find_files(sources))


def read(*sources: Path) -> dict[str, bytes]:
    return {one.name: one.data for one in found(*sources) if one.looked is None}


def refused(*sources: Path) -> dict[str, Verdict]:
    return {one.name: one.looked.verdict for one in found(*sources) if one.looked is not None}


def laid(folder: Path, content: Mapping[str, bytes]) -> Path:
    for name, data in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def reason_of(archive: bytes, folder: Path) -> str:
    (folder / "kiriman.zip").write_bytes(archive)
    (one,) = found(folder / "kiriman.zip")
    assert one.looked is not None
    assert one.data == b""
    return f"{one.looked.verdict.value}: {one.looked.reason}"


def test_files_are_found_in_folders_of_folders_under_names_from_where_it_began(tmp_path: Path) -> None:
    content = {**GOOD, "bukti (1).pdf": b"tiga", "x/y/z/Bukti nilai – Siti.pdf": b"empat"}
    assert read(laid(tmp_path / "stik", content)) == content
    assert sum(count_files([tmp_path / "stik"])) == 4


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    laid(tmp_path, GOOD)
    assert read(tmp_path / "dinas" / "b.asnskor") == {"b.asnskor": GOOD["dinas/b.asnskor"]}


def test_of_several_beginnings_each_has_its_own_name(tmp_path: Path) -> None:
    first, second = laid(tmp_path / "1" / "STIK", GOOD), laid(tmp_path / "2" / "STIK", GOOD)
    names = [one.name for one in found(first, second, first / "a.asnskor")]
    assert sorted(names) == [
        "STIK (2)/a.asnskor", "STIK (2)/dinas/b.asnskor", "STIK/a.asnskor", "STIK/dinas/b.asnskor", "a.asnskor",
    ]  # fmt: skip


def test_a_beginning_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    assert refused(tmp_path / "hilang") == {"hilang": Verdict.UNREADABLE}
    number = hashlib.sha256(b"a\0b").hexdigest()[:8]
    assert refused(tmp_path / "a\0b") == {f"a□b ({number})": Verdict.UNREADABLE}


def test_a_folder_named_like_a_file_has_a_line_and_its_content_is_found(tmp_path: Path) -> None:
    laid(tmp_path, {"bukti.pdf/a.asnskor": b"satu"})
    assert read(tmp_path) == {"bukti.pdf/a.asnskor": b"satu"}
    assert refused(tmp_path) == {"bukti.pdf/": Verdict.FOREIGN}


@posix
def test_links_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    laid(tmp_path / "di-luar", GOOD)
    inside = tmp_path / "dalam"
    inside.mkdir()
    (inside / "tautan").symlink_to(tmp_path / "di-luar")
    (inside / "a.asnskor").symlink_to(tmp_path / "di-luar" / "a.asnskor")
    (inside / "putaran").symlink_to(inside)
    os.mkfifo(inside / "pipa.asnskor")
    names = ("tautan", "a.asnskor", "putaran", "pipa.asnskor")
    assert refused(inside) == dict.fromkeys(names, Verdict.FOREIGN)
    assert read(inside) == {}
    assert refused(Path("/dev/zero")) == {"zero": Verdict.FOREIGN}
    assert refused(inside / "pipa.asnskor") == {"pipa.asnskor": Verdict.FOREIGN}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="another user is needed")
def test_what_cannot_be_read_is_unreadable_and_the_rest_is_found(open_folder: Path) -> None:
    laid(open_folder, {**GOOD, "tutup.asnskor": b"x", "folder/c.asnskor": b"y"})
    (open_folder / "tutup.asnskor").chmod(0)
    (open_folder / "folder").chmod(0)
    code = "import sys; from pathlib import Path; from asnquiz.usecases.find_files import find_files\n"
    code += "import os; os.setuid(65534)\n"
    code += "for one in find_files([Path(sys.argv[1])]): print(one.name, one.looked and one.looked.verdict.value)"
    done = subprocess.run([sys.executable, "-c", code, open_folder], capture_output=True, text=True, check=True)
    assert sorted(done.stdout.splitlines()) == [
        "a.asnskor None", "dinas/b.asnskor None", "folder/ unreadable", "tutup.asnskor unreadable",
    ]  # fmt: skip


def test_a_file_over_the_limit_is_foreign_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "video.mp4").open("wb") as file:
        file.truncate(read_archive.MAX_BYTES + 1)
    with (tmp_path / "pas").open("wb") as file:
        file.truncate(read_archive.MAX_BYTES)
    assert refused(tmp_path) == {"video.mp4": Verdict.FOREIGN}
    assert read(tmp_path)["pas"] == bytes(read_archive.MAX_BYTES)


def test_folders_without_end_are_not_followed_without_end(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(70):
        deep /= "d"
    laid(deep, {"a.asnskor": b"satu"})
    assert list(refused(tmp_path).values()) == [Verdict.FOREIGN]


@posix
def test_names_are_harmless_and_stay_apart(tmp_path: Path) -> None:
    for name in (b"a\x1b[2J.asnskor", b"a\x07[2J.asnskor", b"\xff.asnskor", "\u202eksid".encode(), b"a \xc2\xbb b"):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(name)
    names = [one.name for one in found(tmp_path)]
    assert all(name.isprintable() for name in names)
    assert len(set(names)) == 5


def test_members_of_an_archive_are_found_behind_its_name(tmp_path: Path) -> None:
    laid(tmp_path, {"kiriman.zip": zipped(GOOD), "tanpa-akhiran": zipped(GOOD, deflated=False)})
    expected = {
        f"{name} » {member}": data for name in ("kiriman.zip", "tanpa-akhiran") for member, data in GOOD.items()
    }
    assert read(tmp_path) == expected
    assert refused(tmp_path) == {}
    assert sum(count_files([tmp_path / "kiriman.zip"])) == 2


def test_an_archive_that_was_written_without_going_back_is_read(tmp_path: Path) -> None:
    (tmp_path / "k.zip").write_bytes(archives.streamed(GOOD))
    assert read(tmp_path) == {f"k.zip » {name}": data for name, data in GOOD.items()}


def test_members_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    archive = zipped({"a": b"satu", "b": b"dua", "c": b"tiga"}, deflated=False)
    (tmp_path / "k.zip").write_bytes(archive.replace(b"b", b"a").replace(b"c", b"a"))
    assert read(tmp_path) == {"k.zip » a": b"satu", "k.zip » a [2]": b"dua", "k.zip » a [3]": b"tiga"}


def test_many_members_are_found_in_flat_memory(tmp_path: Path) -> None:
    """In full more than 65,535, which an archive says by Zip64."""
    count = 66_000 if IN_CI else 6_600
    with zipfile.ZipFile(tmp_path / "k.zip", "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    tracemalloc.start()
    assert sum(1 for one in find_files([tmp_path / "k.zip"]) if one.looked is None) == count
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000 + 200 * count
    assert sum(count_files([tmp_path / "k.zip"])) == count


@pytest.mark.parametrize(
    "name", ["../a", "dinas/../../a", "/etc/passwd", "C:\\a", "c:/a", "\\\\server\\a", "..\\a", "a/..", "x:y"]
)
def test_a_member_that_leads_out_is_unsafe(tmp_path: Path, name: str) -> None:
    archive = zipped({"#" * len(name): b"satu"}).replace(b"#" * len(name), name.encode())
    assert reason_of(archive, tmp_path).startswith("unsafe: Nama berkas ini menunjuk ke luar")


def test_other_tricks_have_their_reasons(tmp_path: Path) -> None:
    plain = zipped({"a": b"isi" * 100})
    link, pipe = (archives.with_mode(plain, mode | 0o777) for mode in (stat.S_IFLNK, stat.S_IFIFO))
    assert reason_of(link, tmp_path).startswith("unsafe: Ini tautan")
    assert reason_of(pipe, tmp_path).startswith("unsafe: Ini tautan")
    assert reason_of(archives.with_flags(plain, 1), tmp_path).startswith("foreign: Berkas ini terkunci")
    assert reason_of(archives.with_method(plain, 12), tmp_path).startswith("foreign: Cara pemampatan")
    assert reason_of(archives.with_size(plain, 299), tmp_path).startswith("unsafe: Berkas ini mengembang")
    assert reason_of(archives.with_size(plain, 301), tmp_path).startswith("foreign: Berkas ini rusak")
    assert reason_of(zipped({"b.zip": plain}), tmp_path).startswith("foreign: Arsip di dalam arsip")
    assert reason_of(zipped({}), tmp_path).startswith("foreign: Arsip ini kosong")
    assert reason_of(zipped({"folder/": b""}), tmp_path).startswith("foreign: Arsip ini kosong")


def test_bombs_are_refused_before_they_swell(tmp_path: Path) -> None:
    bomb = zipped({"a": bytes(read_archive.MAX_BYTES)})
    tracemalloc.start()
    assert reason_of(bomb, tmp_path).startswith("unsafe: Berkas ini mengembang")
    assert reason_of(archives.with_size(bomb, 100), tmp_path).startswith("unsafe: Berkas ini mengembang")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
    large = zipped({"a": os.urandom(1000) * 17_000}, deflated=False)
    assert reason_of(large, tmp_path).startswith("foreign: Berkas ini terlalu besar")


def test_an_archive_of_too_many_or_too_much_is_read_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "k.zip").write_bytes(zipped({str(number): bytes(1000) for number in range(9)}))
    monkeypatch.setattr(read_archive, "MAX_MEMBERS", 5)
    assert len(read(tmp_path)) == 5
    assert refused(tmp_path) == {"k.zip": Verdict.UNSAFE}
    monkeypatch.undo()
    monkeypatch.setattr(read_archive, "MAX_TOTAL", 3500)
    assert len(read(tmp_path)) == 3
    assert refused(tmp_path) == {"k.zip": Verdict.UNSAFE}


def test_documents_of_other_programs_are_one_file(tmp_path: Path) -> None:
    sheets = {f"xl/worksheets/sheet{number}.xml": b"<x/>" for number in range(300)}
    workbook = zipped({**sheets, "[Content_Types].xml": b"<Types/>"})
    text = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, deflated=False)
    assert reason_of(workbook, tmp_path).startswith("foreign: Ini dokumen program lain")
    assert reason_of(text, tmp_path).startswith("foreign: Ini dokumen program lain")
    assert reason_of(zipped({"daftar.xlsx": workbook}), tmp_path).startswith("foreign: Ini dokumen program lain")


@pytest.mark.parametrize("write", [zipped, archives.streamed])
def test_of_an_archive_that_was_cut_off_the_whole_members_are_found(
    tmp_path: Path, write: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    content = {f"{number}.asnskor": os.urandom(900 + number) for number in range(20)}
    archive = write(content)
    (tmp_path / "k.zip").write_bytes(archive[: archives.directory_begins(archive) // 2])
    got = read(tmp_path)
    assert 8 <= len(got) <= 10
    assert got.items() <= {f"k.zip » {name}": data for name, data in content.items()}.items()
    assert refused(tmp_path) == {"k.zip": Verdict.FOREIGN}


@given(st.data())
def test_whatever_becomes_of_an_archive_it_is_told_and_ends(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from([zipped(GOOD), archives.streamed(GOOD), zipped(GOOD, deflated=False)]))
    mutant = bytearray(whole[: data.draw(st.integers(4, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, len(mutant) - 1), max_size=4)):
        mutant[place] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.mktemp("mutan") / "k.zip"
    file.write_bytes(mutant)
    told = found(file)
    assert told
    assert len({one.name for one in told}) == len(told)
    assert all((one.looked is None) or one.looked.reason for one in told)
    assert sum(count_files([file])) >= 1
