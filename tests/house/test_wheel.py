"""What `pip install` brings to a computer: the program, its content and its assets in one wheel."""

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from asnquiz.content.guides import NAMES
from tests.house.tree import ROOT, project_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel built from a copy of the project, so that nothing is left beside the sources."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for file in project_files():
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, copy / file)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "--wheel-dir", out, copy], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return zipfile.ZipFile(next(out.glob("asnquiz-*-py3-none-any.whl")))


def test_everything_of_the_program_travels(wheel: zipfile.ZipFile) -> None:
    folders = {"asnquiz": "asnquiz", "questions": "asnquiz/questions", "assets": "asnquiz/assets"}
    expected = {
        (Path(folders[file.parts[0]]) / file.relative_to(file.parts[0])).as_posix()
        for file in project_files()
        if file.parts[0] in folders
    } | {"asnquiz/docs/telaah.csv", "asnquiz/docs/panduan-peserta.md"}
    assert expected <= set(wheel.namelist())
    assert any(name.startswith("asnquiz/storage/migrations/versions/") for name in expected)


def test_nothing_else_travels(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].rpartition(".")[2] for name in wheel.namelist()} == {"asnquiz", "dist-info"}


def test_of_the_pages_only_the_guides_and_the_blind_readings_travel(wheel: zipfile.ZipFile) -> None:
    shown = {f"asnquiz/docs/{name}.md" for name in NAMES if (ROOT / "docs" / f"{name}.md").is_file()}
    found = {name for name in wheel.namelist() if name.startswith("asnquiz/docs/")}
    assert found == {"asnquiz/docs/telaah.csv"} | shown


def test_the_wheel_brings_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    by_name = {Path(name).name: name for name in wheel.namelist() if ".dist-info/" in name}
    entry_points = configparser.ConfigParser()
    entry_points.read_string(wheel.read(by_name["entry_points.txt"]).decode())
    assert dict(entry_points["console_scripts"]) == {"asnquiz": "asnquiz.programs:run"}
    assert wheel.read(by_name["LICENSE"]) == (ROOT / "LICENSE").read_bytes()


def test_an_installed_program_finds_what_travelled_with_it(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    question = (
        "from asnquiz.programs.paths import assets_folder, content_folder, guides_folder;"
        "print(content_folder(), assets_folder(), guides_folder())"
    )
    shown = subprocess.run(
        [sys.executable, "-c", question], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert shown.stdout.split() == [str(tmp_path / "asnquiz" / name) for name in ("questions", "assets", "docs")]


def test_an_installed_program_checks_its_content_with_the_blind_readings(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path)
    check = [sys.executable, "-c", "from asnquiz.programs import run; run()", "content", "check"]

    def checked(folder: Path) -> str:
        return subprocess.run(check, cwd=folder, capture_output=True, encoding="utf-8", check=False).stdout

    installed = checked(tmp_path)
    assert "kesalahan" in installed
    assert installed == checked(ROOT)
    (tmp_path / "asnquiz" / "docs" / "telaah.csv").unlink()
    assert "Berkas telaah tidak ada" in checked(tmp_path)
