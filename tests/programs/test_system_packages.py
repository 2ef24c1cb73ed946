"""What is said and named when a Linux system lacks a library that Qt needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from asnquiz.programs.system_packages import QT_PACKAGES, command, missing_qt_library, qt_advice

ROOT = Path(__file__).resolve().parents[2]

linux = pytest.mark.skipif(sys.platform != "linux", reason="libraries of the system are looked for on Linux only")


def test_here_nothing_is_missing() -> None:
    assert missing_qt_library() is None


def run(folder: Path, words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Runs Python on this program, with the PySide6 that stands in the folder."""
    left_out = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return subprocess.run(
        [sys.executable, "-c", words],
        cwd=folder,
        env=kept | {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))} | environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def without_library(tmp_path: Path) -> Path:
    """A folder with a PySide6 that cannot be loaded, as on a system that lacks one of its libraries."""
    (tmp_path / "PySide6").mkdir()
    absent = "libnotthere.so.9: cannot open shared object file: No such file or directory"
    (tmp_path / "PySide6" / "__init__.py").write_text(f"raise ImportError({absent!r})\n")
    return tmp_path


@linux
def test_the_missing_library_is_named(without_library: Path) -> None:
    question = "from asnquiz.programs.system_packages import missing_qt_library; print(missing_qt_library())"
    assert run(without_library, question).stdout == "libnotthere.so.9\n"


@linux
@pytest.mark.parametrize("words", [["tour", "--out", "gambar"], ["doctor"], []])
def test_what_needs_the_library_says_how_to_install_it(without_library: Path, words: list[str]) -> None:
    program = f"import sys; from asnquiz.programs import main; sys.exit(main({words!r}))"
    refused = run(without_library, program, DISPLAY=":9", ASNQUIZ_DATA=str(without_library / "data"))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == qt_advice("libnotthere.so.9") + "\n"


@linux
def test_a_window_on_x11_needs_the_libraries_of_its_plug_in(tmp_path: Path) -> None:
    plugin = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_text("no library")
    for module in ("__init__", "QtWidgets"):
        (tmp_path / "PySide6" / f"{module}.py").touch()
    refused = run(tmp_path, "import sys; from asnquiz.programs import main; sys.exit(main([]))", DISPLAY=":9")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == qt_advice(str(plugin)) + "\n"


def test_the_advice_names_the_library() -> None:
    assert "(libEGL.so.1)" in qt_advice("libEGL.so.1")


@pytest.mark.parametrize(("there", "superuser"), [(True, "sudo sh -c"), (False, "su - -c")])
def test_one_command_installs_every_package(
    there: bool, superuser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if there:
        (tmp_path / "sudo").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command(("libegl1", "libgl1")) == f"{superuser} 'apt-get update; apt-get install -y libegl1 libgl1'"


def test_ci_installs_every_package_that_qt_needs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set(QT_PACKAGES) <= set(script.split())
