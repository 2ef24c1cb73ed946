"""Foreign bytes end in a value or in a sentence: some in every run, 100,000 by `python3 -m tests.fuzz`.

The seed is another in each run; a failure tells it, with the file of the input and how to repeat it.
"""

import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import IN_CI
from tests.fuzz import child
from tests.fuzz.run import ROOT, fuzz, shares
from tests.fuzz.target import NoSentenceError, said

INPUTS = 300 if IN_CI else 100

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and timers as POSIX has them")


def test_foreign_bytes_end_in_a_value_or_a_sentence(tmp_path: Path) -> None:
    seed = str(secrets.randbelow(10**9))
    tallies = fuzz(shares(INPUTS), seed, tmp_path)
    print(f"seed {seed}", *tallies, sep="\n")
    findings = [finding for tally in tallies for finding in tally.findings]
    assert findings == [], "\n\n".join([f"seed {seed}", *map(str, findings)])
    assert sum(tally.told.inputs for tally in tallies) >= INPUTS
    assert all(tally.told.accepted + tally.told.refused == tally.told.inputs for tally in tallies)


def test_an_input_is_the_same_each_time() -> None:
    for target in child.TARGETS:
        assert child.made(target, "7", 3) == child.made(target, "7", 3)
    assert child.made("pack", "7", 3) != child.made("pack", "8", 3)


WATCHED = """
import sys, os, shutil, socket, subprocess, tempfile
from pathlib import Path
from tests.fuzz.watch import NotAllowedError, TooSlowError, Watch
folder = Path(sys.argv[1])
watch = Watch(folder)
watch.begin()
def write_inside(): (folder / "x").write_text("x")
def write_outside(): (folder.parent / "x").write_text("x")
def append_outside(): open(folder / ".." / "x", "a")
def hide():
    try: (folder.parent / "x").write_text("x")
    except BaseException: pass
def read_outside(): Path(__import__("tests").__file__).read_bytes()
def remove_outside(): os.remove(folder.parent / "y")
def clear_inside():
    (folder / "d" / "e").mkdir(parents=True)
    shutil.rmtree(folder / "d")
def remove_outside_by_folder(): os.remove("y", dir_fd=os.open(folder.parent, os.O_RDONLY))
def connect(): socket.create_connection(("127.0.0.1", 9))
def run(): subprocess.run(["true"])
def system(): os.system("true")
def loop():
    while True: pass
def eat(): bytearray(2 << 30)
acts = (
    write_inside, write_outside, append_outside, hide, read_outside, remove_outside, clear_inside,
    remove_outside_by_folder, connect, run, system, loop, eat,
)
for act in acts:
    try:
        with watch.one(): act()
        print(act.__name__, "allowed")
    except (Exception, NotAllowedError, TooSlowError) as error:
        print(act.__name__, type(error).__name__)
"""


def test_the_watch_sees_what_no_input_may_lead_to(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    command = [sys.executable, "-c", WATCHED, str(tmp_path / "in")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert dict(line.split() for line in done.stdout.splitlines()) == {
        "write_inside": "allowed",
        "write_outside": "NotAllowedError",
        "append_outside": "NotAllowedError",
        "hide": "NotAllowedError",
        "read_outside": "allowed",
        "remove_outside": "NotAllowedError",
        "clear_inside": "allowed",
        "remove_outside_by_folder": "NotAllowedError",
        "connect": "NotAllowedError",
        "run": "NotAllowedError",
        "system": "NotAllowedError",
        "loop": "TooSlowError",
        "eat": "MemoryError",
    }


@pytest.mark.parametrize("words", ["", "Gagal", "ValueError: x.", "Berkas \x1b[2J rusak.", "Berkas \u202e rusak."])
def test_what_is_no_sentence_is_known(words: str) -> None:
    with pytest.raises(NoSentenceError):
        said([words])
