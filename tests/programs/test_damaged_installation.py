"""A program whose own files are missing or damaged: what can go on goes on, and the rest is told in a sentence."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from asnquiz.programs.paths import Paths
from tests.data_folders import compiled_before

ROOT = Path(__file__).resolve().parents[2]
PACK = "questions/netralitas-pilkada"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, to be damaged."""
    return copied(tmp_path / "program")


@pytest.fixture(scope="module")
def paused(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which somebody paused an exam, with a whole program; to copy from."""
    folder = tmp_path_factory.mktemp("paused")
    data = compiled_before(Paths(folder / "data")).data
    at_desk(copied(folder / "program"), "pausing", data)
    return data


def copied(copy: Path) -> Path:
    for folder in ("asnquiz", "assets", "questions"):
        # With what Python compiled, but for what it is writing just now.
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("*.pyc.*"))
    for file in ("main.py", "requirements.txt"):
        shutil.copy(ROOT / file, copy / file)
    return copy


def run(program: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Python in the copy; the tests' own modules come from here."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{program}{os.pathsep}{ROOT}"}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=program, env=environ, capture_output=True, text=True, timeout=120, check=False)


def at_desk(program: Path, scene: str, data: Path) -> dict[str, Any]:
    done = run(program, "-m", "tests.programs.at_the_desk", scene, str(data))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "no questions": (lambda program: shutil.rmtree(program / "questions"), "netralitas-pilkada” tidak ditemukan"),
    "a file is missing": (lambda program: (program / PACK / "hukum.yaml").unlink(), "hukum.yaml"),
    "a file is cut off": (lambda program: os.truncate(program / PACK / "aturan.yaml", 10_000), "aturan.yaml"),
    "a file is noise": (lambda program: (program / PACK / "istilah.yaml").write_bytes(os.urandom(500)), "istilah.yaml"),
}


@pytest.mark.parametrize(("damage", "named"), DAMAGES.values(), ids=DAMAGES.keys())
def test_without_content_what_was_begun_can_be_finished_and_seen(
    program: Path, paused: Path, tmp_path: Path, damage: Callable[[Path], object], named: str
) -> None:
    data = tmp_path / "data"
    shutil.copytree(paused, data)
    damage(program)
    found = at_desk(program, "resuming", data)
    first = " ".join(found["first"])
    assert "Materi dan soal belum dapat dibuka" in first
    assert named in first
    assert "asang ulang program" in first
    assert len(found["said"]) == 2
    assert all(title == "Halaman belum dapat dibuka" and named in words for title, words in found["said"])
    assert any(named in words for words in found["settings"])
    assert "2 dari 30 jawaban benar" in found["result"]
    assert "Alasan" in found["review"]


def test_content_that_is_put_back_is_there_at_the_next_start(program: Path, tmp_path: Path) -> None:
    data = compiled_before(Paths(tmp_path / "data")).data
    (program / "questions").rename(program / "hilang")
    assert "Materi dan soal belum dapat dibuka" in at_desk(program, "starting", data)["shown"]
    (program / "hilang").rename(program / "questions")
    assert "Jalan belajar" in at_desk(program, "starting", data)["shown"]


def test_a_command_without_content_says_which_folder_is_missing(program: Path, tmp_path: Path) -> None:
    shutil.rmtree(program / "questions")
    done = run(program, "main.py", "content", "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert "tidak ditemukan" in done.stderr
    assert "Traceback" not in done.stderr


LOOKS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "no fonts": (lambda assets: shutil.rmtree(assets / "fonts"), ["huruf"]),
    "broken fonts": (lambda assets: [file.write_bytes(b"x") for file in (assets / "fonts").glob("*.ttf")], ["huruf"]),
    "no style sheet": (lambda assets: (assets / "style.qss").unlink(), ["gaya tampilan"]),
    "a broken style sheet": (lambda assets: (assets / "style.qss").write_bytes(b"$tidak_ada \xff"), ["gaya tampilan"]),
    "no icons": (lambda assets: shutil.rmtree(assets / "icons"), ["ikon"]),
    "a broken icon": (lambda assets: (assets / "icons" / "house.svg").write_bytes(b"\0"), ["ikon"]),
    "nothing at all": (shutil.rmtree, ["huruf", "ikon", "gaya tampilan"]),
    "all as it should be": (lambda assets: assets, []),
}
ASK = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from asnquiz.programs import desktop
from asnquiz.programs.logs import log_to_folder
from asnquiz.programs.paths import Paths
from tests.programs.at_the_desk import QLabel

def look():
    main = next((one for one in app.topLevelWidgets() if isinstance(one, desktop.MainWindow)), None)
    if main is None or main.page is None or not main.page.isVisible():
        return
    timer.stop()
    box = main.question
    print(json.dumps({
        "said": [box.text(), box.informativeText()] if box else [],
        "shown": [label.text() for label in main.findChildren(QLabel) if label.isVisible()],
    }), flush=True)
    box and box.close()
    main.close()

app = desktop.make_application()
timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
data = Path(sys.argv[1])
log_to_folder(Paths(data))
sys.exit(desktop.run_window(Paths(data), None))
"""


@pytest.mark.parametrize(("damage", "missing"), LOOKS.values(), ids=LOOKS.keys())
def test_without_a_part_of_its_look_the_window_opens_and_says_so(
    program: Path, tmp_path: Path, damage: Callable[[Path], object], missing: list[str]
) -> None:
    damage(program / "assets")
    done = run(program, "-c", ASK, str(compiled_before(Paths(tmp_path / "data")).data))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)
    assert "Selamat datang di ASN Netral" in found["shown"]
    if missing:
        title, words = found["said"]
        assert title == "Pemasangan program tidak lengkap"
        assert words.startswith(f"Berkas untuk {', '.join(missing)} di ")
    else:
        assert found["said"] == []
