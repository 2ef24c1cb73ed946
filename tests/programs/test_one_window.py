"""One window for each data folder, whoever starts the program a second time and however the first one ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from asnquiz.programs.one_window import OneWindow

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[OneWindow]:
    claim = OneWindow(tmp_path)
    assert claim.take()
    yield claim
    claim.release()


def test_a_second_start_has_no_window_and_calls_the_first(first: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    called: list[str] = []
    first.listen(lambda: called.append("depan"))
    second = OneWindow(tmp_path)
    assert not second.take()
    assert second.call()
    qtbot.waitUntil(lambda: called == ["depan"])


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


def start(data: Path) -> "subprocess.Popen[bytes]":
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, str(ROOT / "main.py"), "--data-dir", str(data)], env=environ)


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
    data = tmp_path / "data"
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
