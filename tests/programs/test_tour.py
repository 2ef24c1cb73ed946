"""The tour as a person runs it: pictures, a score file that verifies, nobody else's data touched, and no network."""

import hashlib
import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.conftest import MAY_TRACE
from tests.programs.tracing import Trace, trace_in, traced

ROOT = Path(__file__).resolve().parents[2]


def asnquiz(*words: str, home: Path, trace: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Runs the program; with a `trace` where there is no network, and what it does there is written down."""
    environ = {name: value for name, value in os.environ.items() if name not in ("ASNQUIZ_DATA", "QT_QPA_PLATFORM")}
    environ |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
    command = [sys.executable, str(ROOT / "main.py"), *words]
    if trace is not None:
        return traced(command, environ, trace)
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=300, check=False)


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with its content and time of change."""
    return {
        str(file.relative_to(folder)): f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_mtime_ns}"
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where somebody has learned already: a data folder with a database and a key."""
    home = tmp_path_factory.mktemp("home")
    data = home / "share" / "asnquiz"
    data.mkdir(parents=True)
    for name in ("asnquiz.db", "device.key", "cache/netralitas-pilkada.json"):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(b"milik orang lain")
    return home


@pytest.fixture(scope="module")
def tour(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    before = fingerprint(home)
    out = tmp_path_factory.mktemp("tour") / "T"
    trace = out.with_name("trace") if shutil.which("strace") and MAY_TRACE else None
    run = asnquiz("tour", "--out", os.path.relpath(out), home=home, trace=trace)
    assert run.returncode == 0, run.stderr
    assert fingerprint(home) == before, "the tour touched the person's own data"
    return out


def test_the_tour_takes_a_picture_of_each_screen_in_several_looks(tour: Path) -> None:
    summary = json.loads((tour / "summary.json").read_text("utf-8"))
    assert set(summary) == {"screens", "score_file", "certificate"}
    names = {screen["name"] for screen in summary["screens"]}
    wanted = {"beranda", "materi", "materi-baca", "kuis", "latihan-soal", "latihan-belum-tepat", "ujian"}
    wanted |= {"mulai-ukuran", "mulai-nama"}
    wanted |= {"sosialisasi-5-cek", "memandu-pembahasan", "layar-pembahasan", "layar-ikrar", "sosialisasi-hasil"}
    assert wanted | {"hasil-ujian", "pembahasan", "hasil-saya", "berkas-nilai-isi"} <= names
    assert len(summary["screens"]) >= 8
    for screen in summary["screens"]:
        assert set(screen) == {"name", "file", "theme", "width", "height", "text_scale"}
        picture = QImage(str(tour / screen["file"]))
        assert (picture.width(), picture.height()) == (screen["width"], screen["height"])
    looks = {(screen["theme"], screen["text_scale"]) for screen in summary["screens"]}
    assert looks == {("light", 1.5), *itertools.product(("light", "dark", "high-contrast"), (1.0, 2.0))}


@pytest.fixture
def trace(tour: Path, may_trace: None) -> Trace:
    """What the one tour did, without a network."""
    return trace_in(tour.with_name("trace"))


def test_the_whole_tour_opens_no_socket_but_the_pairs_that_wake_a_briefing(trace: Trace) -> None:
    """Nothing of the network is even asked for: no address, no name of a computer, no socket that another could reach.

    The thread of a briefing is woken through a pair of its own, which has no address.
    """
    assert trace.families == {"AF_UNIX"}
    assert trace.network_calls <= {"socketpair", "getsockname", "sendto", "recvfrom"}


def test_the_whole_tour_writes_only_where_it_was_told_to(trace: Trace, tour: Path) -> None:
    assert trace.written_outside(tour) == set()


def test_a_file_dialog_leaves_no_trace_of_where_somebody_went(tour: Path) -> None:
    """It does in a file of the person's own, or of the data folder that several share, unless it is kept from it."""
    assert list(tour.rglob("*.pdf"))
    assert list(tour.rglob("QtProject*")) == []


def test_the_score_file_of_the_tour_is_intact(tour: Path, home: Path) -> None:
    summary = json.loads((tour / "summary.json").read_text("utf-8"))
    run = asnquiz("score", "verify", str(tour / summary["score_file"]), "--json", home=home)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["verdict"] == "intact"


def test_a_changed_score_file_is_refused_with_exit_code_1(tour: Path, home: Path, tmp_path: Path) -> None:
    data = bytearray((tour / "nilai.asnskor").read_bytes())
    data[len(data) // 2] ^= 1
    changed = tmp_path / "diubah.asnskor"
    changed.write_bytes(data)
    run = asnquiz("score", "verify", str(changed), "--json", home=home)
    assert run.returncode == 1
    assert json.loads(run.stdout)["verdict"] == "changed"


def test_the_exam_of_the_tour_can_be_exported_from_its_data_folder(tour: Path, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "lagi.asnskor"
    run = asnquiz("--data-dir", str(tour / "data"), "score", "export", "--out", str(out), "--json", home=home)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["file"] == str(out)
    shown = asnquiz("score", "show", str(out), home=home)
    assert shown.returncode == 0
    assert "Siti Aminah" in shown.stdout


def test_a_folder_that_is_not_empty_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "penting.txt").write_text("jangan hilang")
    run = asnquiz("tour", "--out", str(tmp_path), home=home)
    assert run.returncode == 1
    assert "tidak kosong" in run.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["penting.txt"]


def test_without_a_screen_the_window_says_so_and_names_the_tour(home: Path, tmp_path: Path) -> None:
    environ_without = {"DISPLAY", "WAYLAND_DISPLAY"}
    assert not environ_without & set(os.environ) or sys.platform != "linux"
    run = asnquiz("--data-dir", str(tmp_path / "data"), home=home)
    assert run.returncode == 1
    assert "Tidak ada layar" in run.stderr
    assert "tour" in run.stderr
