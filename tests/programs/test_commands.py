"""The command line of the real program: commands, a file to be opened, and slips of the hand."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from asnquiz.domain.attempt import AttemptState
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles import task_file
from asnquiz.scorefiles.sealed import open_sealed
from asnquiz.usecases import take_quiz
from asnquiz.usecases.know_person import welcome
from asnquiz.usecases.take_quiz import TaskPlan
from tests.data_folders import compiled_before
from tests.documents.pdfs import reader, says
from tests.scorefiles import offices

ROOT = Path(__file__).resolve().parents[2]


def asnquiz(*words: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Runs the program without a screen, where asking for the window ends in a sentence about that."""
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "ASNQUIZ_DATA")
    environ = {name: value for name, value in os.environ.items() if name not in without}
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(cwd / "data"), *words]
    return subprocess.run(command, env=environ, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")


@linux
@pytest.mark.parametrize("words", [["nilai.asnskor"], ["./ada"], ["ada"], ["folder/nilai"], ["hilang.txt"]])
def test_a_word_that_may_be_a_file_is_opened_in_the_window(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "ada").touch()
    run = asnquiz(*words, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert "Tidak ada layar di sini" in run.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["scroe"], "Perintah tidak dikenal: scroe."),
        (["scroe", "verify", "nilai.asnskor"], "Perintah tidak dikenal: scroe."),
        (["a.asnskor", "b.asnskor"], "Perintah tidak dikenal: b.asnskor."),
        (["a.asnskor", "score", "verify", "b.asnskor"], "a.asnskor mendahului perintah score"),
    ],
)
def test_a_slip_of_the_hand_is_wrong_usage(tmp_path: Path, words: list[str], sentence: str) -> None:
    run = asnquiz(*words, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert sentence in run.stderr
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_called_like_a_command_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "score").touch()
    run = asnquiz("score", "verify", "score", cwd=tmp_path)
    assert run.returncode == 1
    assert "Ini bukan berkas nilai ASN Netral" in run.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
@pytest.mark.parametrize("action", ["show", "verify"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, action: str) -> None:
    os.mkfifo(tmp_path / "pipa.asnskor")
    run = asnquiz("score", action, "pipa.asnskor", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert "bukan berkas biasa" in run.stderr


STEERING = "\x1b]0;judul\x07\x1b[2J\u202eksid"


@pytest.mark.parametrize(
    "words",
    [
        ["score", "show", STEERING],
        ["score", "verify", STEERING],
        ["score", "export", "--out", "x", STEERING],
        ["score", "export", "--out", "x", "--profile", STEERING],
        ["content", "check", STEERING],
        ["content", "report", "--out", f"{STEERING}/x"],
        [f"--data-dir=~tidakada{STEERING}", "score", "export", "--out", "x"],
    ],
)
def test_a_file_whose_name_would_steer_a_terminal_is_named_with_marks(tmp_path: Path, words: list[str]) -> None:
    run = asnquiz(*words, cwd=tmp_path)
    assert run.returncode in (1, 2)
    assert "Traceback" not in run.stderr
    told = run.stdout + run.stderr
    assert all(char.isprintable() for line in told.split("\n") for char in line)
    assert "□]0;judul□□[2J□ksid" in told


def test_proof_of_a_task_is_drawn_and_sealed_without_a_screen(tmp_path: Path) -> None:
    paths = compiled_before(Paths(tmp_path / "data"))
    task = offices.task()
    with open_learning(paths) as learning:
        profile = welcome("Siti Aminah", store=learning.store, clock=learning.clock, profile_id=uuid4())
        signed = task_file.read(task_file.sign(task, offices.SIGNING))
        learning.store.take_task(profile.id, signed, learning.clock.now())
        sitting = take_quiz.start(
            TaskPlan(task.id),
            profile.id,
            store=learning.store,
            packs=learning.packs,
            clock=learning.clock,
            attempt_id=uuid4(),
            seed=7,
        )
        take_quiz.finish(sitting, AttemptState.FINISHED, store=learning.store, clock=learning.clock)
    run = asnquiz("score", "export", "--task", str(task.id), "--out", "bukti", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    pdf = (tmp_path / "bukti.pdf").read_bytes()
    ((sealed,),) = reader(pdf).attachments.values()
    assert open_sealed(sealed, offices.KEYS).jws is not None
    assert says(pdf, "Nama: Siti Aminah")


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
def test_who_reads_no_further_ends_a_command_without_a_trace(tmp_path: Path) -> None:
    """As `| head` does, of a command that prints more than a pipe holds."""
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data"), "content", "dump"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_a_program_without_a_console_runs_all_the_same(tmp_path: Path) -> None:
    """As Windows starts it by a double click: there is nothing to print on."""
    program = (
        "import sys; sys.stdout = sys.stderr = None; from asnquiz.programs import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "--data-dir", str(tmp_path / "data"), "content", "search", "cuti"]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
