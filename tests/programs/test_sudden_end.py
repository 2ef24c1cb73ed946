"""A window that was not closed is told of at the next start, once, with what is saved; a crash also leaves a report."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.know_person import welcome
from tests.data_folders import compiled_before
from tests.programs.at_an_end import ANSWERED, NAME
from tests.source_texts import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals that end a process need POSIX")

TITLE = "ASN Netral tertutup tiba-tiba"
TIME = r"\d{1,2} \w+ \d{4} pukul \d\d\.\d\d"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The data folder of somebody who has used the program before, in a home with an unmistakable name."""
    paths = compiled_before(Paths(tmp_path / "akunkwartaal" / "data"))
    with open_learning(paths) as learning:
        welcome(NAME, store=learning.store, clock=learning.clock, profile_id=uuid4())
    return paths


def end(ending: str, paths: Paths) -> tuple[int, list[str]]:
    """Opens the window and ends it; the exit code, and what was told over the first page.

    The program stands in a folder of the person's, whose name an interpreter's trace writes in escapes.
    """
    home = paths.data.parent
    program = home / "Pilkada é"
    if not program.exists():
        program.symlink_to(ROOT)
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "PYTHONPATH": str(program)}
    command = [sys.executable, "-m", "tests.programs.at_an_end", ending, str(paths.data)]
    done = subprocess.run(command, cwd=home, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in done.stderr
    told = json.loads(done.stdout or "[]")
    assert isinstance(told, list)
    return done.returncode, told


def reports(paths: Paths) -> list[str]:
    return [file.read_text("utf-8") for file in sorted(paths.log.glob("laporan-*.txt"))]


def is_discreet(text: str, paths: Paths) -> bool:
    return not any(word in text for word in (NAME, "akunkwartaal", str(paths.data), str(ROOT)))


@pytest.mark.parametrize("ending", ["closed", "asked_to_end"])
def test_a_window_that_was_closed_is_not_told_of(paths: Paths, ending: str) -> None:
    assert end(ending, paths) == (0, [])
    assert end("closed", paths) == (0, [])
    assert reports(paths) == []
    assert not (paths.data / "window.open").exists()


def test_after_a_kill_the_next_start_says_once_what_was_saved(paths: Paths) -> None:
    assert end("killed", paths)[0] == -signal.SIGKILL
    code, told = end("closed", paths)
    assert (code, told[0]) == (0, TITLE)
    assert re.fullmatch(
        rf"Terakhir tercatat berjalan: {TIME}\. Semua yang sudah tersimpan tetap ada\.\n\nJawaban terakhir yang "
        rf"tersimpan: {TIME}\. Simulasi ujian: {ANSWERED} dari 30 soal tersimpan, dapat dilanjutkan\.",
        told[1],
    )
    assert reports(paths) == [], "a kill leaves nobody to write one"
    assert end("closed", paths) == (0, [])


@pytest.mark.parametrize(
    ("ending", "number", "fault", "page"),
    [
        ("crashed", signal.SIGSEGV, "Segmentation fault", "Kuis (ChooseQuizPage)"),
        ("aborted", signal.SIGABRT, "Aborted", "Beranda (HomePage)"),
    ],
)
def test_a_crash_of_native_code_leaves_a_report_without_personal_data(
    paths: Paths, ending: str, number: signal.Signals, fault: str, page: str
) -> None:
    assert end(ending, paths)[0] == -number
    _, told = end("closed", paths)
    assert told[0] == TITLE
    (report,) = reports(paths)
    (name,) = (file.name for file in paths.log.glob("laporan-*.txt"))
    assert told[1].endswith(f"ada di folder data: log/{name}.")
    assert report.startswith("Laporan kerusakan ASN Netral\n\nProgram dihentikan oleh sistem")
    for words in (f"Yang terbuka: {page}\n", f"Fatal Python error: {fault}\n", "Qt 6.", "Versi program: 0."):
        assert words in report
    assert re.search(rf"^  tests/programs/at_an_end\.py:\d+ {ending}$", report, re.MULTILINE)
    assert re.search(r"^  asnquiz/programs/desktop\.py:\d+ _run_claimed$", report, re.MULTILINE)
    assert is_discreet(report, paths)
    assert end("closed", paths) == (0, [])


def test_a_fault_at_the_start_leaves_a_report_and_is_told_at_the_next(paths: Paths) -> None:
    code, _ = end("broken", paths)
    assert code == 1
    (report,) = reports(paths)
    assert "Program berhenti karena kesalahan di dalam program." in report
    assert re.search(r"^KeyError\n(  asnquiz/.*\n)+", report, re.MULTILINE)
    assert is_discreet(report, paths)
    assert is_discreet((paths.log / "asnquiz.log").read_text("utf-8"), paths)
    _, told = end("closed", paths)
    assert told[0] == TITLE
    assert "log/laporan-" in told[1]


def test_with_damaged_data_as_well_there_is_one_message(paths: Paths) -> None:
    end("killed", paths)
    log = paths.database.with_name("asnquiz.db-wal")
    log.write_bytes(log.read_bytes()[:-4_200] + b"x" * 4_200)
    _, told = end("closed", paths)
    assert told[0] == "Data belajar sudah dipulihkan"
    first, second = told[1].split("\n\n")
    assert first.startswith("Berkas data rusak dan sudah dipulihkan")
    assert second.startswith("Terakhir tercatat berjalan: ")
    assert "tetap ada" not in second
    assert end("closed", paths) == (0, [])
