"""The hall as the program runs it, led by orders: alone, or behind the leader's page and the room's window.

`python3 -m benchmarks.classroom_hall alone|window FOLDER VOTES`.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Condition, Event
from typing import Protocol

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_UPDATE_IDLE_TIME": "0"}

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from asnquiz.classroom.hall import start_hall
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Pack
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import Desk, make_application, open_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths, make_data
from asnquiz.programs.walker import Walker
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.destinations import LeadBriefing
from asnquiz.usecases.briefing_ports import DoorWish, News, Trouble
from asnquiz.usecases.lead_briefing import Close, Command, GoTo, Open, Reveal
from benchmarks.child import Said, answer, hear_orders
from benchmarks.classroom_room import HOST, begun, texts
from benchmarks.processes import peak_memory

_PATIENCE = 60.0
_TICK_MS = 16
_SCREEN = (1920, 1080)

SoFar = Callable[[News], bool]


class Leader(Protocol):
    """How a briefing is led here: `send` a command, and `wait` until it is so of the news."""

    late: list[float]

    def send(self, command: Command) -> None: ...

    def wait(self, so: SoFar) -> News: ...


def obey(order: Said, leader: Leader, briefing: Briefing, pack: Pack) -> None:
    step = order.get("step", 0)
    match order["do"]:
        case "texts":
            answer({"texts": texts(briefing, pack, step)})
        case "show":
            leader.late.clear()
            leader.send(GoTo(step))
            leader.wait(lambda news: news.course.step == step)
            answer({})
        case "open":
            at = time.monotonic_ns()
            leader.send(Open(step))
            answer({"at": at})
        case "close":
            leader.send(Close(step))
            leader.send(Reveal(step))
            leader.wait(lambda news: news.course.state(step).revealed)
            answer({})
        case "usage":
            answer({"cpu": time.process_time(), "peak": peak_memory(), "late": leader.late})


def open_answer(briefing: Briefing, news: News) -> Said:
    assert news.door is not None
    return {"address": news.door.address, "class": briefing.class_code}


class Alone:
    """The hall's thread beside one that only waits, as in `class serve`."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.send: Callable[[Command], None]
        self._told = Condition()
        self._news: News | None = None

    def tell(self, told: News | Trouble) -> None:
        assert isinstance(told, News), told
        with self._told:
            self._news = told
            self._told.notify_all()

    def wait(self, so: SoFar) -> News:
        with self._told:
            assert self._told.wait_for(lambda: self._news is not None and so(self._news), _PATIENCE)
            assert self._news is not None
            return self._news


def run_alone(paths: Paths, votes: int) -> None:
    with open_learning(paths) as learning:
        briefing, pack = begun(learning, votes)
        leader, over = Alone(), Event()
        store, clock = learning.briefings.store, learning.clock
        with closing(start_hall(briefing, pack, store, clock, leader.tell, host=HOST)) as hall:
            leader.send = hall.send
            answer(open_answer(briefing, leader.wait(lambda news: news.door is not None)))
            hear_orders(lambda order: obey(order, leader, briefing, pack), over.set)
            over.wait()


class AtWindow(QObject):
    """The leader's page and the room's window, and a timer that tells how late the window's thread is."""

    ordered = Signal(object)
    over = Signal()

    def __init__(self, page: LeadPage) -> None:
        super().__init__()
        self.late: list[float] = []
        self._presenter = page.presenter
        self.send, self.stop = self._presenter.send, self._presenter.stop
        self._last = time.perf_counter()
        self._ticking = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - _TICK_MS))
        self._last = now

    def wait(self, so: SoFar) -> News:
        while not so(self._presenter.news):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return self._presenter.news


def run_at_window(paths: Paths, votes: int) -> None:
    with open_learning(paths) as learning:
        briefing, pack = begun(learning, votes)
    gc.disable()  # as in run_window
    app = make_application()
    with open_desk(
        app, paths, paths.data, preferences=Preferences(), seeds=lambda: 1, show=lambda window: window.show()
    ) as desk:
        walker = Walker(desk)
        walker.settle()
        walker.press("Coba dulu")
        walker.press("Lewati")
        leader = _leading(desk, walker, briefing)
        leader.ordered.connect(lambda order: obey(order, leader, briefing, pack))
        waiting = QEventLoop()  # not the application's own, which a window may keep from ending
        leader.over.connect(waiting.quit)
        answer(open_answer(briefing, leader.wait(lambda news: news.door is not None)))
        hear_orders(leader.ordered.emit, leader.over.emit)
        waiting.exec()
        leader.stop()
        walker.settle()
        desk.window.close()
        walker.settle()


def _leading(desk: Desk, walker: Walker, briefing: Briefing) -> AtWindow:
    desk.window.travel(LeadBriefing(briefing.id, DoorWish(HOST)))
    walker.settle()
    page = desk.window.page
    assert isinstance(page, LeadPage)
    (room,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, AudienceWindow))
    assert room.isVisible()
    room.resize(*_SCREEN)
    return AtWindow(page)


if __name__ == "__main__":
    _paths = Paths(Path(sys.argv[2]))
    make_data(_paths, {})
    (run_at_window if sys.argv[1] == "window" else run_alone)(_paths, int(sys.argv[3]))
