"""What can be read of the packages without building one: what travels in them, and what a desktop is told."""

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.tree import ROOT, project_files

PACKAGING = ROOT / "packaging"


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of packaging/, which is no package."""
    monkeypatch.syspath_prepend(PACKAGING)
    return __import__(name)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("desktop", monkeypatch)


def test_what_a_wheel_has_travels_in_a_package_too(monkeypatch: pytest.MonkeyPatch) -> None:
    travelling = {folder / file.name for file, folder in script("contents", monkeypatch).travelling_files()}
    project = project_files()
    shipped = {Path("asnquiz") / file for file in project if file.parts[0] in ("questions", "assets")}
    beside_code = {file for file in project if file.parts[0] == "asnquiz" and file.suffix != ".py"}
    revisions = {file for file in project if "migrations" in file.parts and file.parts[0] == "asnquiz"}
    guides = {path for path in travelling if path.parts[:2] == ("asnquiz", "docs")}
    assert travelling == shipped | beside_code | revisions | guides
    assert Path("asnquiz/docs/panduan-peserta.md") in guides


def test_every_kind_of_file_that_the_program_writes_is_known_to_the_desktop(desktop: ModuleType) -> None:
    sources = (ROOT / "asnquiz" / "usecases").glob("*.py")
    endings = {ending for file in sources for ending in re.findall(r'ENDING = "(\.asn\w+)"', file.read_text("utf-8"))}
    assert endings == {ending for _, ending, _ in desktop.FILE_KINDS}


def test_the_menu_entry_opens_each_kind_of_file(desktop: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "asnquiz.desktop"
    file.write_text(desktop.menu_entry(), encoding="utf-8")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(file, "utf-8")
    told = entry["Desktop Entry"]
    assert (told["Name"], told["Exec"], told["Icon"]) == ("ASN Netral", "asnquiz %f", "asnquiz")
    kinds = {kind.get("type") for kind in ET.fromstring(desktop.file_kinds())}  # noqa: S314 - our own text
    assert set(told["MimeType"].split(";")) == kinds | {""}
    if validator := shutil.which("desktop-file-validate"):
        subprocess.run([validator, file], check=True)


def test_the_pages_for_desktops_are_well_formed(desktop: ModuleType) -> None:
    page = ET.fromstring(desktop.software_page("1.2.3", "2026-01-31"))  # noqa: S314 - our own text
    assert [one.text for one in page.iter("mediatype")] == [kind for kind, _, _ in desktop.FILE_KINDS]
    assert '"ASN Netral 1.2.3"' in desktop.manual_page("1.2.3", "2026-01-31")


def test_texts_of_licences_that_wheels_lack_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = script("licences", monkeypatch).LACKING
    for folder in lacking.values():
        assert list((PACKAGING / "licenses" / folder).glob("*.txt"))
    qt = PACKAGING / "licenses" / lacking["pyside6-essentials"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (qt / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (qt / "GPL-3.0.txt").read_text("utf-8")


def test_what_belongs_to_nothing_known_ends_a_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stray, out = tmp_path / "libasing.so", tmp_path / "licenses"
    stray.touch()
    with pytest.raises(SystemExit, match=r"libasing\.so"):
        script("licences", monkeypatch).write([stray], ROOT, out)
    assert not out.exists()


def test_the_licences_of_what_is_shipped_are_gathered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import PySide6
    import segno

    sources = [Path(re.__file__), Path(segno.__file__), Path(PySide6.__file__), ROOT / "main.py"]
    script("licences", monkeypatch).write(sources, ROOT, tmp_path)
    names = {path.name for path in tmp_path.iterdir() if path.is_dir()}
    assert {"segno", "pyside6-essentials"} < names
    page = (tmp_path / "LISENSI.md").read_text("utf-8")
    assert re.search(r"^\| segno \| [\d.]+ \| BSD", page, re.MULTILINE)
    assert (tmp_path / "pyside6-essentials" / "LGPL-3.0.txt").is_file()


def test_the_zip_is_portable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "asnquiz"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "asnquiz"
    program.write_bytes(b"program")
    program.chmod(0o755)
    (folder / "_internal" / "pustaka").touch()
    file = script("linux", monkeypatch).pack_portable(folder, tmp_path / "asnquiz.zip")
    with zipfile.ZipFile(file) as packed:
        assert packed.namelist() == ["asnquiz/_internal/pustaka", "asnquiz/asnquiz", "asnquiz/portable"]
        assert packed.getinfo("asnquiz/asnquiz").external_attr >> 16 & 0o111 == 0o111


def test_every_package_is_listed_with_its_sum(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    builder = script("builder", monkeypatch)
    for name, content in (("b.zip", b"satu"), ("a.deb", b"dua"), ("b.zip", b"tiga")):
        (tmp_path / name).write_bytes(content)
        builder.hand_out(tmp_path / name)
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)
    assert [line.split()[1] for line in (tmp_path / "SHA256SUMS").read_text().splitlines()] == ["a.deb", "b.zip"]
