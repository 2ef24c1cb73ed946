"""What is said and named when a Linux system lacks a library that Qt needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from asnquiz.programs.system_packages import QT_PACKAGES, command, missing_qt_library, qt_advice

ROOT = Path(__file__).resolve().parents[2]


def test_here_nothing_is_missing() -> None:
    assert missing_qt_library() is None


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of the system are looked for on Linux only")
def test_the_missing_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").touch()
    (tmp_path / "PySide6" / "QtWidgets.py").write_text("import ctypes\n\nctypes.CDLL('libnotthere.so.9')\n")
    question = "from asnquiz.programs.system_packages import missing_qt_library; print(missing_qt_library())"
    places = os.pathsep.join((str(tmp_path), str(ROOT)))
    shown = subprocess.run(
        [sys.executable, "-c", question],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": places},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert shown.stdout == "libnotthere.so.9\n"


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of the system are looked for on Linux only")
def test_a_program_without_such_a_library_says_so_and_ends(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    missing = "libnotthere.so.9: cannot open shared object file: No such file or directory"
    (tmp_path / "PySide6" / "__init__.py").write_text(f"raise ImportError({missing!r})\n")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from asnquiz.programs import main; sys.exit(main([]))"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT))), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Pustaka sistem untuk Qt belum lengkap (libnotthere.so.9)")


def test_the_advice_names_the_library() -> None:
    assert "(libEGL.so.1)" in qt_advice("libEGL.so.1")


def test_one_command_installs_every_package() -> None:
    assert command(("libegl1", "libgl1")) == "sudo apt-get install -y libegl1 libgl1"


def test_ci_installs_every_package_that_qt_needs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set(QT_PACKAGES) <= set(script.split())
