"""A start of the real program: what it loads, what it writes down, and how it ends when it is asked to."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import PySide6
import pytest
from pytestqt.qtbot import QtBot

from asnquiz.programs.learning import open_learning
from asnquiz.programs.milestones import HOME_PAINTED, WINDOW_PAINTED
from asnquiz.programs.paths import Paths
from asnquiz.usecases.know_person import welcome
from tests.data_folders import compiled_before

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"alembic", "calamine", "cryptography", "docx", "joserfc", "pydantic", "pypdf", "starlette", "uvicorn"}
HEAVY |= {"fsrs", "psycopg", "segno", "websockets", "xlsxwriter", "yaml"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals that ask a process to end need POSIX")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The data folder of somebody who has used the program before."""
    paths = compiled_before(Paths(tmp_path / "data"))
    with open_learning(paths) as learning:
        welcome("Siti Aminah", store=learning.store, clock=learning.clock, profile_id=uuid4())
    return paths


@contextmanager
def started(paths: Paths, qtbot: QtBot, *options: str, **variables: str) -> Iterator["subprocess.Popen[str]"]:
    """The program on its first page."""
    log = paths.log / "asnquiz.log"
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ASNQUIZ_DATA": str(paths.data)} | variables
    command = [sys.executable, *options, str(ROOT / "main.py")]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process:
        try:
            qtbot.waitUntil(
                lambda: process.poll() is not None or (log.is_file() and HOME_PAINTED in log.read_text("utf-8")),
                timeout=60_000,
            )
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_the_window_closes_as_by_its_button(paths: Paths, qtbot: QtBot, number: signal.Signals) -> None:
    with started(paths, qtbot) as process:
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in told
    # Closed in order: no log of the database is left, and what it was then is noted.
    assert sorted(file.name for file in paths.data.glob("asnquiz.db*")) == ["asnquiz.db", "asnquiz.db.sha256"]


def test_it_starts_where_a_path_has_letters_that_the_locale_does_not_know(
    paths: Paths, qtbot: QtBot, tmp_path: Path
) -> None:
    packages = tmp_path / "Komputer Aménah"
    packages.symlink_to(Path(PySide6.__file__).parents[1])
    with started(paths, qtbot, PYTHONPATH=str(packages), LC_ALL="POSIX", PYTHONUTF8="0") as process:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told


def test_the_log_says_when_the_window_and_the_first_page_were_painted(paths: Paths, qtbot: QtBot) -> None:
    with started(paths, qtbot):
        lines = (paths.log / "asnquiz.log").read_text("utf-8").splitlines()
    assert [re.sub(r"^\S+ \S+ ", "", line) for line in lines] == [f"INFO {WINDOW_PAINTED}", f"INFO {HOME_PAINTED}"]


def test_a_start_loads_nothing_that_only_other_work_needs(paths: Paths, qtbot: QtBot) -> None:
    with started(paths, qtbot, "-X", "importtime") as process:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    loaded = {name.split(".")[0] for name in re.findall(r"^import time:.*\| +(\S+)$", told, re.MULTILINE)}
    assert {"asnquiz", "PySide6"} <= loaded
    assert loaded & HEAVY == set()


def test_the_first_page_needs_no_sqlalchemy(paths: Paths) -> None:
    words = (
        "import sys; from pathlib import Path; from asnquiz.programs.paths import Paths; "
        "from asnquiz.programs.first_screen import first_screen; import asnquiz.ui.home.page; "
        "person, _ = first_screen(Paths(Path(sys.argv[1]))).standing; print(person.name, 'sqlalchemy' in sys.modules)"
    )
    command = [sys.executable, "-c", words, str(paths.data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "Siti Aminah False\n", done.stderr


@pytest.mark.parametrize("several", [True, False])
def test_who_must_say_who_they_are_is_known_without_sqlalchemy_and_nothing_else_is(paths: Paths, several: bool) -> None:
    with open_learning(paths) as learning:
        if several:
            welcome("Budi", store=learning.store, clock=learning.clock, profile_id=uuid4())
        else:
            learning.store.keep_pin(learning.store.profiles()[0].id, "2468")
    words = (
        "import sys; from pathlib import Path; from asnquiz.programs.paths import Paths; "
        "from asnquiz.programs.first_screen import first_screen; import asnquiz.ui.people.who_page; "
        "first = first_screen(Paths(Path(sys.argv[1]))); names = [one.person.name for one in first.people]; "
        "print(names, first.standing, {'sqlalchemy', 'cryptography'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", words, str(paths.data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == f"{['Siti Aminah', *(['Budi'] if several else [])]} None set()\n", done.stderr


def test_the_first_page_of_somebody_with_a_pin_says_nothing_of_what_they_did(paths: Paths, qtbot: QtBot) -> None:
    with open_learning(paths) as learning:
        learning.store.keep_pin(learning.store.profiles()[0].id, "2468")
    with started(paths, qtbot, "-X", "importtime") as process:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert "asnquiz.ui.people.who_page" in told
    assert "asnquiz.ui.home.page" not in told
