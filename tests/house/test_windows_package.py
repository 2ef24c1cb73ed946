"""What can be tried of the package for Windows elsewhere: its wheels, what is refused beforehand, and its files."""

import os
import re
import stat
import sys
import zipfile
from pathlib import Path, PureWindowsPath
from types import ModuleType

import pytest

from tests.house.tree import ROOT

PINS = [("ab-cd", "1.0"), ("ef", "2.0")]
PURE = "ef-2.0-py3-none-any.whl"


@pytest.fixture
def wheelhouse(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("wheelhouse", monkeypatch)


@pytest.fixture
def wheels(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("wheels", monkeypatch)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script("windows", monkeypatch)


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of packaging/, which is no package."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return __import__(name)


def put(folder: Path, *wheels: str) -> Path:
    for name in wheels:
        with zipfile.ZipFile(folder / name, "w") as wheel:
            wheel.writestr("paket/modul.py", "")
    return folder


@pytest.mark.parametrize(
    ("wheel", "pythons"),
    [
        ("ab_cd-1.0-cp311-cp311-win_amd64.whl", {11}),
        ("ab_cd-1.0-cp39-abi3-win_amd64.whl", {11, 12, 13}),
        ("ab_cd-1.0-cp312-abi3-win_amd64.whl", {12, 13}),
        ("AB.cd-1.0-py2.py3-none-any.whl", {11, 12, 13}),
        ("ab_cd-1.0-1-py3-none-win_amd64.whl", {11, 12, 13}),  # with a build number
        ("ab_cd-1.0-cp311-cp311-win32.whl", set()),
        ("ab_cd-1.0-cp311-cp311-win_arm64.whl", set()),
        ("ab_cd-1.0-cp311-cp311-manylinux_2_28_x86_64.whl", set()),
        ("ab_cd-1.1-py3-none-any.whl", set()),
        ("ab-1.0-py3-none-any.whl", set()),
    ],
)
def test_a_wheel_serves_the_pythons_that_its_name_tells(
    wheelhouse: ModuleType, tmp_path: Path, wheel: str, pythons: set[int]
) -> None:
    house = wheelhouse.Wheelhouse(put(tmp_path, wheel))
    assert {python for python in wheelhouse.PYTHONS if not house.missing(PINS[:1], python)} == pythons


def test_each_lacking_pin_is_named(wheelhouse: ModuleType, tmp_path: Path) -> None:
    assert wheelhouse.Wheelhouse(put(tmp_path, PURE)).missing(PINS, 11) == ["ab-cd==1.0"]


def test_wheels_of_other_pins_and_systems_are_found(wheelhouse: ModuleType, tmp_path: Path) -> None:
    others = {"ef-1.0-py3-none-any.whl", "gh-1.0-py3-none-any.whl", "ab_cd-1.0-cp311-cp311-manylinux1_x86_64.whl"}
    house = wheelhouse.Wheelhouse(put(tmp_path, PURE, *others))
    assert {wheel.name for wheel in house.beside(PINS)} == others


def test_the_zip_to_hand_out_runs_where_it_is_unpacked(wheels: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "wheels"
    folder.mkdir()
    target = wheels.pack_source(put(folder, PURE), tmp_path / "sumber.zip")
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path)
    program = tmp_path / "sumber"
    assert [file.name for file in (program / "wheels").iterdir()] == [PURE]
    names = {path.name for path in program.iterdir()}
    assert {"main.py", "requirements.txt", "asnquiz", "questions", "assets", "docs", "packaging", "LICENSE"} <= names
    assert not names & {"tests", ".git", ".venv", "build", "dist"}
    inside = {path.relative_to(program / "asnquiz") for path in (program / "asnquiz").rglob("*.py")}
    assert inside == {path.relative_to(ROOT / "asnquiz") for path in (ROOT / "asnquiz").rglob("*.py")}


GOOD = {"platform": "win-amd64", "windows": (10, 0, 19045), "python": (3, 12), "environ": {}, "free": 50_000_000_000}


def test_a_fit_computer_has_nothing_in_the_way(windows: ModuleType) -> None:
    assert windows.unfit_computer(windows.Computer(**GOOD)) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"windows": None}, "hanya dapat dibuat di Windows"),
        ({"windows": (6, 1, 7601)}, "Windows 7 (build 7601)"),
        ({"windows": (10, 0, 17134)}, "Windows 10 (build 17134)"),
        ({"platform": "win32"}, "Python ini 32-bit"),
        ({"platform": "win-arm64"}, "win-arm64"),
        ({"python": (3, 14)}, "Python 3.14 tidak dapat dipakai"),
        ({"free": 900_000_000}, "kosong 0,9 GB; diperlukan 2 GB"),
    ],
)
def test_what_is_in_the_way_is_named(windows: ModuleType, changed: dict[str, object], words: str) -> None:
    [told] = windows.unfit_computer(windows.Computer(**(GOOD | changed)))
    assert words in told


def test_all_that_is_in_the_way_is_named_at_once(windows: ModuleType) -> None:
    computer = windows.Computer(**(GOOD | {"platform": "win32", "python": (3, 14), "free": 0}))
    assert len(windows.unfit_computer(computer)) == 3


def test_a_place_is_refused_for_its_length_and_for_being_kept_elsewhere(windows: ModuleType) -> None:
    cloud = {"OneDriveCommercial": r"C:\Users\siti\OneDrive - Pemkot"}

    def told(place: str) -> list[str]:
        found: list[str] = windows.unfit_place(PureWindowsPath(place), cloud, 150)
        return found

    assert told(r"C:\asnquiz-sumber") == []
    assert ["OneDrive" in words for words in told(r"C:\Users\siti\OneDrive - Pemkot\asnquiz")] == [True]
    assert ["jaringan" in words for words in told(r"\\server\bersama\asnquiz")] == [True]
    room = 259 - len(r"\build\.venv\Lib\site-packages" + "\\") - 150
    assert told("C:\\" + "a" * (room - 3)) == []
    [words] = told("C:\\" + "a" * (room - 2))
    assert f"{room + 1} huruf, paling panjang {room}" in words


def test_a_folder_that_cannot_be_written_to_is_named(windows: ModuleType, tmp_path: Path) -> None:
    assert windows.unwritable(tmp_path) == []
    [words] = windows.unwritable(tmp_path / "tidak-ada")
    assert "tidak dapat ditulisi" in words


def test_a_lacking_folder_or_wheel_is_named(windows: ModuleType, tmp_path: Path) -> None:
    [words] = windows.lacking_wheels(tmp_path / "wheels", PINS, 12)
    assert f'"{tmp_path / "wheels"}" tidak ada' in words
    put(tmp_path, PURE, "ab_cd-1.0-cp311-cp311-win_amd64.whl")
    assert windows.lacking_wheels(tmp_path, PINS, 11) == []
    [words] = windows.lacking_wheels(tmp_path, PINS, 12)
    assert "tidak ada paket untuk Python 3.12: ab-cd==1.0." in words


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    """A program that can be started by its name and does as the file `tiruan.py` beside it says."""
    program = tmp_path / "asnquiz-perintah"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path / "tiruan.py"}" "$@"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_each_trial_is_run_with_data_of_its_own(windows: ModuleType, packaged: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    (tmp_path / "tiruan.py").write_text(
        f"import os, sys; print(*sys.argv[1:], '|', os.environ['ASNQUIZ_DATA'], file=open({str(seen)!r}, 'a'))"
    )
    lines = windows.try_out(packaged, os.environ)
    assert [line.partition(":")[0] for line in lines] == [
        f"asnquiz-perintah {words}" for words in ("--versi", "doctor --json", "content check", "tour --out")
    ]
    assert all(re.search(r": 0, \d+\.\d detik$", line) for line in lines)
    given = seen.read_text().splitlines()
    assert [line.split(" | ")[0] for line in given[:3]] == ["--versi", "doctor --json", "content check"]
    assert not any(Path(line.split(" | ")[1]).is_relative_to(Path.home()) for line in given)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_failed_trial_ends_it_with_what_was_printed(windows: ModuleType, packaged: Path, tmp_path: Path) -> None:
    (tmp_path / "tiruan.py").write_text("import sys; print('huruf hilang'); sys.exit('doctor' in sys.argv)")
    with pytest.raises(SystemExit, match=r"(?s)huruf hilang.*doctor --json: 1.*tidak ada zip"):
        windows.try_out(packaged, os.environ)


def test_the_report_has_the_trials_and_every_row_of_the_guides_list(windows: ModuleType) -> None:
    told = windows.report(["asnquiz-perintah --versi: 0, 1.0 detik"])
    assert "asnquiz-perintah --versi: 0, 1.0 detik\n" in told
    guide = (ROOT / "docs" / "panduan-instalasi.md").read_text(encoding="utf-8")
    assert told.count("[ ] ya [ ] tidak  ") == guide.count("| [ ] ya [ ] tidak |") > 20
    assert "\nAntivirus dan versinya: ___" in told
    assert not re.search(r"[`|*]|\]\(", told)


def test_the_scripts_open_every_kind_of_file_that_the_program_has(
    windows: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {
        ending[1:]: f"{words[0].upper()}{words[1:]}" for _, ending, words in script("desktop", monkeypatch).FILE_KINDS
    }
    beside = {name: content.decode("utf-8-sig") for name, content in windows.files_beside().items()}
    assert dict(re.findall(r'^call :kaitkan (\w+) "(.+)"', beside["pasang-asosiasi.cmd"], re.MULTILINE)) == kinds
    undone = re.search(r"for %%A in \((.+)\)", beside["lepas-asosiasi.cmd"])
    assert undone
    assert undone[1].split() == list(kinds)


def test_the_files_beside_the_program_are_written_as_windows_reads_them(windows: ModuleType) -> None:
    beside = windows.files_beside()
    assert {"BACA-SAYA.txt", "pasang-asosiasi.cmd", "lepas-asosiasi.cmd"} == beside.keys()
    for name, content in beside.items():
        assert content.count(b"\n") == content.count(b"\r\n")
        # Old editors take a text for UTF-8 by its mark; cmd.exe would run the mark as a command.
        assert content.startswith(b"\xef\xbb\xbf") is name.endswith(".txt")
