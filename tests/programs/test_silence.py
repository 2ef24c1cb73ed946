"""No network: the program asks for no socket but the one that its own second start calls, whatever is done with it."""

import os
import re
import sys
import tempfile
from pathlib import Path

import pytest

from asnquiz.programs.one_window import OneWindow
from tests.programs.tracing import Trace, trace_in, traced
from tests.source_texts import ROOT

# The real window; half a second after its first page it is asked to end.
WINDOW = """
import os, signal, sys
from PySide6.QtCore import QTimer
from asnquiz.programs import main
from asnquiz.ui.shell.main_window import MainWindow

def begun(window, *args, made=MainWindow.__init__):
    made(window, *args)
    window.arrived.connect(lambda _: QTimer.singleShot(500, lambda: os.kill(os.getpid(), signal.SIGTERM)))

MainWindow.__init__ = begun
print(main(["--data-dir", sys.argv[1]]))
"""

pytestmark = pytest.mark.usefixtures("may_trace")


def python(*words: str, trace: Path, home: Path) -> Trace:
    """Runs Python without a network in a home of its own."""
    left_out = ("ASNQUIZ_DATA", "QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environ = {name: value for name, value in os.environ.items() if name not in left_out}
    environ |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "share"), "QT_QPA_PLATFORM": "offscreen"}
    environ |= {"PYTHONPATH": str(ROOT)}
    run = traced([sys.executable, *words], environ, trace)
    assert "Traceback" not in run.stderr
    assert run.stdout, run.stderr
    return trace_in(trace)


@pytest.mark.parametrize(
    ("family", "found"),
    [("AF_INET", {"AF_INET"}), ("AF_INET6", {"AF_INET6"}), ("AF_UNIX", {"AF_UNIX"}), ("AF_NETLINK", {"AF_NETLINK"})],
)
def test_a_socket_of_any_process_would_be_found(tmp_path: Path, family: str, found: set[str]) -> None:
    child = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True); print('ya')"
    assert python("-c", parent, trace=tmp_path / "trace", home=tmp_path).families == found


def test_a_file_anywhere_else_would_be_found(tmp_path: Path) -> None:
    there, here = tmp_path / "di lain tempat é", tmp_path / "sini"
    here.mkdir()
    words = (
        f"import os; os.mkdir({str(there)!r}); os.chdir({str(there)!r}); open('a', 'w'); "
        f"os.rename({str(here)!r}, {str(there / 'b')!r}); print('ya')"
    )
    trace = python("-c", words, trace=tmp_path / "trace", home=tmp_path)
    assert trace.written_outside(here) == {str(there), str(there / "a"), str(there / "b")}
    assert trace.written_outside(tmp_path) == set()


def test_the_window_opens_only_what_its_own_second_start_and_its_signals_call(tmp_path: Path) -> None:
    data = tmp_path / "data"
    trace = python("-c", WINDOW, str(data), trace=tmp_path / "trace", home=tmp_path)
    assert trace.families == {"AF_UNIX"}
    socket = OneWindow(data).name
    # Qt makes the socket in a folder of its own, from where it gives it its name.
    made = re.compile(rf"{tempfile.gettempdir()}/({socket}|\.\w+(/s)?)")
    assert {path for path in trace.written_outside(data) if not made.fullmatch(path)} == set()
    assert not Path(tempfile.gettempdir(), socket).exists()
    assert (data / "asnquiz.db").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ["content", "search", "like", "status"],
        ["score", "verify", str(ROOT / "README.md")],
        ["doctor"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_command_opens_no_socket_and_writes_only_into_the_data_folder(tmp_path: Path, words: list[str]) -> None:
    data = tmp_path / "data"
    trace = python(str(ROOT / "main.py"), "--data-dir", str(data), *words, trace=tmp_path / "trace", home=tmp_path)
    assert trace.network_calls == set()
    assert trace.written_outside(data) == set()
