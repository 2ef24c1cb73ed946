"""The mark of an open window: harmless where it cannot be written, and read whatever a loss of power left of it."""

import datetime as dt
import faulthandler
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.crash_report import of_error, of_trace
from asnquiz.programs.paths import Paths
from asnquiz.programs.window_mark import WindowMark, marked

MARK = "window.open"


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    yield Paths(tmp_path)
    faulthandler.enable()  # the tests' own


def left(paths: Paths, content: bytes) -> WindowMark:
    """The mark of a start after a window that left this."""
    (paths.data / MARK).write_bytes(content)
    mark = WindowMark(paths)
    mark.set()
    mark.clear()
    return mark


def test_it_is_there_as_long_as_the_window_is(paths: Paths) -> None:
    with marked(paths) as mark:
        mark.page("ExamPage", None)
        assert (paths.data / MARK).read_text().splitlines()[1:] == ["halaman tanpa menu (ExamPage)"]
    assert not (paths.data / MARK).exists()


@pytest.mark.parametrize("error", [Refusal, KeyboardInterrupt, SystemExit])
def test_what_is_no_fault_of_the_program_ends_it_like_closing(paths: Paths, error: type[BaseException]) -> None:
    with pytest.raises(error), marked(paths):
        raise error
    assert list(paths.data.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\0" * 300, b"\xff\xfe", b"0.1.0\nKuis (Cho", b"0.1.0\n\n\n"])
def test_whatever_a_loss_of_power_left_of_it_is_a_sudden_end(paths: Paths, content: bytes) -> None:
    before = left(paths, content).before
    assert before is not None
    assert before.report is None
    assert abs(before.seen - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_the_time_of_the_end_is_the_last_change_of_any_of_its_files(paths: Paths) -> None:
    paths.log.mkdir()
    files = [paths.data / MARK, paths.data / "asnquiz.db", paths.data / "asnquiz.db-wal", paths.log / "asnquiz.log"]
    for minute, file in enumerate(files):
        file.touch()
        os.utime(file, (1_795_000_000 + 60 * minute,) * 2)
    mark = WindowMark(paths)
    mark.set()
    mark.clear()
    assert mark.before is not None
    assert mark.before.seen.timestamp() == 1_795_000_180


def test_where_it_cannot_be_written_the_window_opens_all_the_same(paths: Paths) -> None:
    (paths.data / MARK).mkdir()
    with marked(paths) as mark:
        mark.page("HomePage", "Beranda")
    with pytest.raises(KeyError), marked(paths):
        raise KeyError
    assert (paths.data / MARK).is_dir()


TRACE = """\
Windows fatal exception: access violation

Thread 0x00001a2c (most recent call first):
  File "C:\\Users\\Siti Aminah\\asnquiz\\main.py", line 3 in utama
  File "<string>", line 1 in <module>
Siti Aminah mengetik sesuatu

Current thread 0x00001a2d [Siti] (most recent call first):
  <no Python frame>
"""


def test_of_a_native_trace_only_lines_of_known_form_are_kept(paths: Paths) -> None:
    mark = left(paths, f"0.0.9\nKuis (ChoosePage)\n{TRACE}".encode())
    assert mark.before is not None
    report = (paths.log / (mark.before.report or "")).read_text("utf-8")
    assert "Versi program: 0.0.9\n" in report
    assert "Yang terbuka: Kuis (ChoosePage)\n" in report
    assert report.split("Jejak teknis\n\n")[1].splitlines()[:2] == [
        "Windows fatal exception: access violation",
        "Thread 0x00001a2c",
    ]
    assert "  main.py:3 utama\n" in report
    assert "Siti" not in report


def test_the_newest_five_reports_stay(paths: Paths) -> None:
    days = [dt.datetime(2026, 11, day, 21, 48, tzinfo=dt.UTC) for day in range(1, 8)]
    for day in days:
        of_trace(paths.log, "Fatal Python error: Aborted\n", "", "0.1.0", day)
    assert sorted(file.name for file in paths.log.iterdir()) == [
        f"laporan-202611{day:02d}-214800.txt" for day in range(3, 8)
    ]


def test_a_report_before_any_page_says_so(paths: Paths) -> None:
    file = of_error(paths.log, RuntimeError("Siti Aminah"), "")
    text = file.read_text("utf-8")
    assert "Yang terbuka: belum ada\n" in text
    assert text.endswith("Jejak teknis\n\nRuntimeError\n")
