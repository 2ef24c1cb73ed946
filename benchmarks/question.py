"""From the key that asks for the next question to its picture, against a label that changes its text."""

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from benchmarks.report import Report

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_UPDATE_IDLE_TIME": "0"}

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from asnquiz.domain.answering import right_answer
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import make_application, open_desk
from asnquiz.programs.paths import Paths, make_data
from asnquiz.programs.walker import Walker
from asnquiz.ui.quiz.exam_page import ExamPage

GOALS = {"next_question_p95_ms": 16.0}
_P95 = -1  # the last of the 19 cuts of 20


class Painted(QObject):
    """Whether a window has painted what changed in it since it was asked last."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.UpdateRequest
        return False


def measure(_program: Path, runs: int) -> Report:
    """`runs` exams, answered and left by keys; all questions together."""
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "data")
        make_data(paths, {})
        seeds = iter(range(1, runs + 1))
        with open_desk(
            app, paths, Path(folder), preferences=Preferences(), seeds=lambda: next(seeds), show=_show
        ) as desk:
            walker = Walker(desk)
            walker.settle()
            walker.press("Coba dulu")
            times = [one for _ in range(runs) for one in _exam(app, walker)]
            desk.window.close()
            walker.settle()
    label = QLabel()
    label.resize(1366, 768)
    label.show()
    painted = Painted(label)
    floor = [_until(app, painted, partial(label.setText, str(number))) for number in range(len(times))]
    p95 = quantiles(times, n=20)[_P95]
    return Report(
        "question",
        figures={
            "floor_ms": [median(floor)],
            "next_question_ms": [median(times)],
            "next_question_p95_ms": [p95],
            "questions": [len(times)],
        },
        ratios={"next_question": [median(times) / median(floor)]},
        goals=GOALS,
    )


def _show(window: QWidget) -> None:
    window.resize(1366, 768)
    window.show()


def _exam(app: QApplication, walker: Walker) -> list[float]:
    walker.press("Kuis")
    walker.press("Mulai ujian")
    page = walker.window.page
    assert isinstance(page, ExamPage)
    times, painted = [], Painted(walker.window)
    for _ in range(page.presenter.total - 1):
        walker.answer(right_answer(walker.question().item))
        times.append(
            _until(app, painted, partial(QTest.keyClick, walker.window.focusWidget() or page, Qt.Key.Key_Return))
        )
        walker.settle()
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    return times


def _until(app: QApplication, painted: Painted, act: Callable[[], object]) -> float:
    """Milliseconds from an act to the end of the event loop's round in which the window was painted."""
    painted.seen = False
    begun = time.perf_counter()
    act()
    while not painted.seen:
        app.processEvents()
    return (time.perf_counter() - begun) * 1000
