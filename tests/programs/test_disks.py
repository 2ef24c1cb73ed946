"""Disks that are full or only to be read, by real mounts: a sentence, nothing lost, and never another folder.

Each mount stands in a mount namespace of its own and is gone with the process that it was made for.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from asnquiz.programs.paths import Paths
from asnquiz.scorefiles.score_file import read_file
from tests.data_folders import compiled_before
from tests.fakes import FixedPack
from tests.scorefiles.learning import Learning, OnePack

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "main.py"


def in_mounts(script: str, *words: str | Path, home: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a shell script, in which $1, $2 … are the words, with mounts of its own and a home that is `home`."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ASNQUIZ"))}
    environ |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHON": sys.executable, "MAIN": str(MAIN)}
    command = ["unshare", "-m", "sh", "-eu", "-c", script, "sh", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False)


def refused(run: "subprocess.CompletedProcess[str]") -> str:
    """The sentence of a run that was refused: exit code 1, nothing else printed, no trace."""
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert "Traceback" not in run.stderr
    assert "Errno" not in run.stderr
    return run.stderr


def seen(run: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    """What a scene at the desk has seen."""
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    found = json.loads(run.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the content compiled; goes to scripts as $2."""
    return compiled_before(Paths(tmp_path_factory.mktemp("compiled"))).cache


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where a data folder is mounted."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """A data folder with one exam that is finished."""
    folder = tmp_path / "sudah"
    folder.mkdir()
    learning = Learning(folder, packs=FixedPack(OnePack().pack))
    learning.take(1, right=26)
    learning.store.close()
    (folder / "belajar.db").rename(folder / "asnquiz.db")
    return folder


COMMANDS = {"window": "", "export": 'score export --out "$1"/../nilai.asnskor'}
TMPFS = 'mount -t tmpfs -o "size=$SIZE" t "$1"; '
COMPILED = 'mkdir "$1"/cache; mount -o bind,ro "$2" "$1"/cache; '
RUN = 'exec "$PYTHON" "$MAIN" --data-dir "$1" '
FILL = 'dd if=/dev/zero of="$1"/isi bs=1k 2>/dev/null || true; dd if=/dev/zero of="$1"/isi2 bs=1 2>/dev/null || true; '


def with_size(size: str, script: str) -> str:
    return f"SIZE={size}; {TMPFS}{script}"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("used", [False, True], ids=["new", "used"])
def test_a_data_folder_that_can_only_be_read_is_refused(
    data: Path, home: Path, taken: Path, command: str, used: bool
) -> None:
    before = 'cp "$2"/* "$1"; ' if used else ""
    run = in_mounts(with_size("1m", f'{before}mount -o remount,ro "$1"; {RUN}{command}'), data, taken, home=home)
    words = refused(run)
    assert f'Folder data "{data}" tidak dapat ditulisi.' in words
    assert "--data-dir" in words
    assert list(home.iterdir()) == [], "never another folder in silence"
    assert not (data.parent / "nilai.asnskor").exists()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_data_folder_without_room_is_refused(data: Path, home: Path, command: str) -> None:
    words = refused(in_mounts(with_size("64k", f"{FILL}{RUN}{command}"), data, home=home))
    assert "uang penyimpanan" in words
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("size", ["24k", "48k", "96k", "128k"])
def test_with_too_little_room_to_start_the_window_says_so(data: Path, compiled: Path, home: Path, size: str) -> None:
    run = in_mounts(with_size(size, COMPILED + RUN), data, compiled, home=home)
    assert "ruang" in refused(run)


def test_the_program_starts_without_room_for_a_cache(data: Path, home: Path) -> None:
    """The compiled content is three times as large as an empty database."""
    script = with_size("400k", '"$PYTHON" -m tests.programs.at_the_desk starting "$1"')
    found = seen(in_mounts(script, data, home=home))
    assert "Jalan belajar" in found["shown"]


@pytest.mark.parametrize("folder", ["log", "cache"])
def test_a_log_or_cache_that_can_only_be_read_stops_nothing(data: Path, home: Path, folder: str) -> None:
    script = f'mkdir "$1"/{folder}; mount -t tmpfs -o ro t "$1"/{folder}; '
    run = in_mounts(f'{script}exec "$PYTHON" -m tests.programs.at_the_desk starting "$1"', data, home=home)
    found = seen(run)
    assert "Jalan belajar" in found["shown"]
    assert found["said"] == []
    assert run.stderr == ""


def test_answers_that_find_no_room_come_back_and_none_is_lost(data: Path, compiled: Path, home: Path) -> None:
    script = with_size("4m", f'{COMPILED}exec "$PYTHON" -m tests.programs.at_the_desk answering "$1"')
    found = seen(in_mounts(script, data, compiled, home=home))
    assert len(found["said"]) == 2
    for title, words, place in found["said"]:
        assert title == "Jawaban belum tersimpan"
        assert "Ruang penyimpanan penuh" in words
        assert place == "masih di soal itu"
    assert (found["answered"], found["state"]) == (30, "finished")
    assert "30 dari 30 jawaban benar" in found["shown"]


def test_a_theme_that_cannot_be_kept_is_told(data: Path, compiled: Path, home: Path) -> None:
    script = with_size("4m", f'{COMPILED}exec "$PYTHON" -m tests.programs.at_the_desk settings "$1"')
    found = seen(in_mounts(script, data, compiled, home=home))
    title, words = found["said"]
    assert title == "Tampilan belum tersimpan"
    assert "Ruang penyimpanan penuh" in words
    assert "Jalan belajar" in found["shown"]


def test_a_log_that_cannot_be_written_shows_no_trace(data: Path, compiled: Path, home: Path) -> None:
    script = with_size("4m", f'{COMPILED}exec "$PYTHON" -m tests.programs.at_the_desk faulting "$1"')
    run = in_mounts(script, data, compiled, home=home)
    assert seen(run)["said"].startswith("Terjadi kesalahan pada program ini")
    assert run.stderr == ""


EXPORT = '"$PYTHON" "$MAIN" --data-dir "$2" score export --out "$1"/nilai.asnskor'


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (with_size("64k", f"{FILL}exec {EXPORT}"), "Ruang penyimpanan penuh"),
        (with_size("64k", f'mount -o remount,ro "$1"; exec {EXPORT}'), "Tempat itu hanya dapat dibaca"),
    ],
    ids=["full", "read-only"],
)
def test_a_score_file_that_finds_no_place_is_refused_and_nothing_half_is_left(
    data: Path, home: Path, taken: Path, script: str, sentence: str
) -> None:
    listed = script.replace("exec ", "") + ' || { code=$?; echo $(ls -A "$1"); exit $code; }'
    run = in_mounts(listed, data, taken, home=home)
    assert run.returncode == 1
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout.splitlines()[-1] in ("isi isi2", ""), "nothing of the file is left"
    # With room it goes through, with the key that was made the first time.
    done = in_mounts(EXPORT, data, taken, home=home)
    assert done.returncode == 0, done.stderr
    assert read_file(data / "nilai.asnskor").verdict.value == "intact"


def test_a_key_that_finds_no_room_is_refused_and_made_later(data: Path, compiled: Path, home: Path) -> None:
    """What is left of the first try is not taken for a damaged key afterwards."""
    script = with_size("4m", f'{COMPILED}exec "$PYTHON" -m tests.programs.at_the_desk handing_over "$1" "$3"')
    found = seen(in_mounts(script, data, compiled, home, home=home))
    assert "Kunci komputer ini tidak dapat disimpan" in " ".join(found["said"])
    assert not any("key" in name or "asnskor" in name for name in found["left"])
    assert "Berkas nilai tersimpan" in found["shown"]
    assert not any("rusak" in words for words in found["shown"])
    assert read_file(home / "nilai.asnskor").verdict.value == "intact"


def test_a_briefing_that_finds_no_room_is_told_and_loses_nothing(data: Path, home: Path) -> None:
    filled = 'dd if=/dev/zero of="$1"/isi bs=1k count=400 2>/dev/null; '
    script = with_size("1m", f'{filled}exec "$PYTHON" -m tests.storage.briefings.on_a_disk "$1"')
    found = seen(in_mounts(script, data, home=home))
    assert "Ruang penyimpanan penuh" in found["full"]
    assert found["nothing_lost"]
    assert found["goes_on"]
    assert "Periksa apakah folder itu ada dan boleh Anda gunakan" in found["read_only"]
