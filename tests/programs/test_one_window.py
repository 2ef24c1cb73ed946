"""One window for each data folder, whoever starts the program a second time and however the first one ended."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from asnquiz.programs.one_window import OneWindow
from asnquiz.programs.paths import Paths
from tests.data_folders import compiled_before

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[OneWindow]:
    claim = OneWindow(tmp_path)
    assert claim.take()
    yield claim
    claim.release()


@pytest.fixture
def heard(first: OneWindow) -> list[Path | None]:
    """What later starts asked of the first one."""
    calls: list[Path | None] = []
    first.listen(calls.append)
    return calls


def call_of_another(data: Path, file: Path | None, qtbot: QtBot) -> bool:
    """Calls from a second process, while this one's event loop goes on."""
    program = (
        "import sys; from pathlib import Path; from asnquiz.programs.one_window import OneWindow; "
        "file = Path(sys.argv[2]) if sys.argv[2:] else None; "
        "sys.exit(not OneWindow(Path(sys.argv[1])).call(file))"
    )
    words = [str(data)] if file is None else [str(data), str(file)]
    process = subprocess.Popen([sys.executable, "-c", program, *words], cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.returncode == 0


@pytest.mark.parametrize(
    "name", [None, "nilai.asnskor", "nilai “siti” – é 😀\n.asnskor", "tidak-utf8-\udcff.asnskor", "a" * 3_000]
)
def test_a_second_start_has_no_window_and_hands_its_file_to_the_first(
    heard: list[Path | None], tmp_path: Path, qtbot: QtBot, name: str | None
) -> None:
    file = name and tmp_path / name
    assert not OneWindow(tmp_path).take()
    assert call_of_another(tmp_path, file or None, qtbot)
    assert heard == [file]


def test_a_window_that_does_not_listen_has_not_heard(
    first: OneWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asnquiz.programs.one_window._PATIENCE_MS", 300)
    assert not OneWindow(tmp_path).call(None)


def say(data: Path, words: bytes) -> QLocalSocket:
    """Writes anything into the socket of a window."""
    socket = QLocalSocket()
    socket.connectToServer(OneWindow(data).name)
    assert socket.waitForConnected(5_000)
    socket.write(words)
    return socket


JUNK = {
    "no json": b"depan\n",
    "nothing": b"\n",
    "noise": bytes(range(11, 256)) + b"\n",
    "a list": b"[]\n",
    "no file": b"{}\n",
    "more than a file": b'{"file": null, "run": "rm"}\n',
    "a number": b'{"file": 7}\n',
    "a relative path": b'{"file": "nilai.asnskor"}\n',
    "a path with NUL": b'{"file": "/tmp/a\\u0000b"}\n',
    "a huge number": b'{"file": ' + b"9" * 10_000 + b"}\n",
    "deep": b"[" * 100_000 + b"\n",
    "without end": b"x" * 300_000,
    "a path without end": b'{"file": "/' + b"x" * 300_000,
}


@pytest.mark.parametrize("words", JUNK.values(), ids=JUNK.keys())
def test_what_is_no_call_is_left_unanswered_and_logged(
    heard: list[Path | None], tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture, words: bytes
) -> None:
    caller = say(tmp_path, words)
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    (record,) = caplog.records
    assert record.getMessage().startswith("no call of a later start")
    assert call_of_another(tmp_path, None, qtbot), "the window still hears others"


def test_a_call_that_comes_in_pieces_is_heard_once(heard: list[Path | None], tmp_path: Path, qtbot: QtBot) -> None:
    caller = say(tmp_path, b'{"file": ')
    qtbot.wait(50)
    caller.write(b'null}\n{"file": null}\n')
    qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == [None]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_only_the_same_person_can_call(heard: list[Path | None], tmp_path: Path) -> None:
    socket = Path(QDir.tempPath()) / OneWindow(tmp_path).name
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700


def test_another_data_folder_has_a_window_of_its_own(first: OneWindow, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    claim = OneWindow(other)
    assert claim.take()
    claim.release()


def test_after_the_first_has_closed_another_start_gets_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    claim = OneWindow(tmp_path)
    assert claim.take()
    claim.release()
    again = OneWindow(tmp_path)
    assert again.take()
    again.release()


def start(data: Path, *words: str, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(data), *words]
    return subprocess.Popen(command, env=environ, cwd=cwd)


def has_window(data: Path, process: "subprocess.Popen[bytes]") -> bool:
    """Whether this very process holds the claim: a lock file begins with the number of its process."""
    lock = data / "window.lock"
    return process.poll() is None and lock.exists() and lock.read_text().startswith(f"{process.pid}\n")


def exit_code_of_another(data: Path) -> int:
    """Starts the program once more and waits for its end."""
    process = start(data)
    try:
        return process.wait(60)
    finally:
        process.kill()
        process.wait(10)


def test_real_starts_share_one_window_and_survive_a_kill(tmp_path: Path, qtbot: QtBot) -> None:
    data = compiled_before(Paths(tmp_path / "data")).data
    running = start(data)
    try:
        qtbot.waitUntil(lambda: has_window(data, running), timeout=30_000)
        assert exit_code_of_another(data) == 0
        assert running.poll() is None, "the first window goes on"
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        again = start(data)
        try:
            qtbot.waitUntil(lambda: has_window(data, again), timeout=30_000)
            assert exit_code_of_another(data) == 0, "the window after the kill answers"
        finally:
            again.kill()
            again.wait(10)
    finally:
        running.kill()
        running.wait(10)


def test_a_real_start_hands_its_file_to_the_window_that_is_open(
    heard: list[Path | None], tmp_path: Path, qtbot: QtBot
) -> None:
    """The file is named as seen from where the second start stands; whether it is there is for the window to say."""
    desk = tmp_path / "meja"
    desk.mkdir()
    process = start(tmp_path, "nilai siti.asnskor", cwd=desk)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    assert process.returncode == 0
    assert heard == [desk / "nilai siti.asnskor"]


FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from asnquiz.programs.commands import run_command
from asnquiz.ui.shell.main_window import MainWindow

def look():
    app = QApplication.instance()
    window = next((one for one in app.topLevelWidgets() if isinstance(one, MainWindow)), None) if app else None
    page = window and window.page
    if type(page).__name__ == "WelcomePage":
        next(one for one in page.findChildren(QPushButton) if one.text() == "Coba dulu").click()
    if type(page).__name__ == "ScoreFilePage":
        print(window.page.accessibleName(), flush=True)
        timer.stop()
        window.close()

from asnquiz.programs.desktop import make_application
make_application()
timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(run_command(["--data-dir", sys.argv[1], sys.argv[2]]))
"""


def test_the_first_start_opens_its_file_itself(tmp_path: Path) -> None:
    compiled_before(Paths(tmp_path / "data"))
    (tmp_path / "nilai.asnskor").write_bytes(b"bukan berkas nilai")
    environ = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", FIRST, str(tmp_path / "data"), "nilai.asnskor"]
    run = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout) == (0, "Berkas nilai\n"), run.stderr


@pytest.mark.skipif(os.name != "posix", reason="names that are no text")
def test_a_data_folder_whose_name_is_no_text_has_a_window_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / os.fsdecode(b"data-\xff")
    assert OneWindow(folder).name != OneWindow(tmp_path).name
