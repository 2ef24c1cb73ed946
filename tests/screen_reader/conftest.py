"""One walk for all tests here: a display, a bus and a data folder of its own, the program, and who hears it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from asnquiz.content.library import PackLibrary
from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import Item, ItemType, Pack
from asnquiz.domain.wording import PHASE, VERDICT
from asnquiz.programs.paths import Paths
from tests.screen_reader.told import Told

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "questions" / "netralitas-pilkada"
# The operating system's own, which alone has PyGObject.
PYTHON = "/usr/bin/python3"
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0')"
LONGEST = 240


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Told:
    """What the screen reader was told on its walk; walked once, also where two processes share the tests."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"missing: {', '.join(missing)}")
    import fcntl  # is not on every system, as the tools are not

    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = shared / "screen-reader"
    with (shared / "screen-reader.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            walk(folder)
    told = json.loads((folder / "told.json").read_text("utf-8"))
    run = json.loads((folder / "run.json").read_text("utf-8"))
    return Told(told["screens"], told["events"], run, folder / "data", told["language"])


def missing_tools() -> list[str]:
    """What is not installed, by the names of Debian's packages."""
    tools = {"Xvfb": "xvfb", "dbus-run-session": "dbus-daemon", PYTHON: "python3"}
    missing = [package for tool, package in tools.items() if shutil.which(tool) is None]
    if not missing and subprocess.run([PYTHON, "-c", HAS_ATSPI], capture_output=True, check=False).returncode:
        missing = ["python3-gi", "gir1.2-atspi-2.0", "at-spi2-core"]
    return missing


def walk(folder: Path) -> None:
    """Lets the screen reader walk the program; what it was told and how that ended stays in the folder."""
    data = Paths(folder / "data")
    data.cache.mkdir(parents=True)
    pack, _, _ = PackLibrary(PACK, data.cache / f"{PACK.name}.json").current()
    (folder / "key.json").write_text(json.dumps(key_of(pack)), "utf-8")
    with display(folder) as number:
        done = subprocess.run(
            ["dbus-run-session", "--", PYTHON, "-m", "tests.screen_reader.walk", folder / "key.json",
             folder / "told.json", sys.executable, ROOT / "main.py", "--data-dir", data.data],
            cwd=ROOT, env=environ(folder, number), capture_output=True, text=True, timeout=LONGEST, check=False,
        )  # fmt: skip
    (folder / "run.json").write_text(json.dumps({"code": done.returncode, "said": done.stderr}), "utf-8")


def environ(folder: Path, display: str) -> dict[str, str]:
    """A computer with a display, on which assistive technology is in use, and a home where nothing is yet."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    asked = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1"}
    return kept | asked | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "DISPLAY": f":{display}"}


@contextmanager
def display(folder: Path) -> Iterator[str]:
    """The number of a display that is nobody else's."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with (folder / "Xvfb.log").open("w") as log:
        server = subprocess.Popen(command, pass_fds=[write], stderr=log)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield number.readline().strip()
    finally:
        server.terminate()
        server.wait()


def key_of(pack: Pack) -> dict[str, dict[str, Any]]:
    """The right answer to each question in the words that stand on screen."""
    return {item.stem: _answer_in_words(item) for item in pack.scored_items}


def _answer_in_words(item: Item) -> dict[str, Any]:
    match item.type:
        case ItemType.ORDERING:
            return {"order": [option.text for option in item.options]}
        case ItemType.MATCHING:
            return {"phases": {pair.left: PHASE[pair.phase] for pair in item.pairs}}
        case ItemType.VERDICT:
            return {"choices": [VERDICT[item.key]] if item.key else []}
        case _:
            return {"choices": [item.options[index].text for index in right_answer(item)]}
