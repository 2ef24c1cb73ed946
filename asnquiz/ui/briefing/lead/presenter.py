"""Leading, without widgets: the hall that is running, what it told last, and what keys and buttons ask of it."""

from collections.abc import Callable
from typing import Protocol

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Course
from asnquiz.domain.pack import Pack
from asnquiz.ui.messages import sentence
from asnquiz.usecases.briefing_ports import DoorWish, Hall, News, Trouble
from asnquiz.usecases.lead_briefing import Command
from asnquiz.usecases.ports import Background
from asnquiz.usecases.show_audience import Picture, Prose, picture
from asnquiz.usecases.show_leader import Action, LeaderView, leader_view

StartHall = Callable[[DoorWish], Hall]


class View(Protocol):
    """What the presenter asks of its page."""

    def show_news(self) -> None: ...

    def say_trouble(self, title: str, words: str) -> None: ...


class LeadPresenter:
    """Opens the hall, and closes it when the page is left; both take time, and neither is done on the window's thread.

    Attributes:
        news: what the hall told last; before it told anything, where the briefing stood.
        opening: whether the hall is on its way.
        stopped: whether it was closed for good, because the page is left.
    """

    def __init__(
        self,
        briefing: Briefing,
        pack: Pack,
        course: Course,
        *,
        prose: Prose,
        background: Background,
        start: StartHall,
        door: DoorWish,
    ) -> None:
        self.briefing = briefing
        self.pack = pack
        self.news = News(course, frozenset(), None, 0)
        self.view: View | None = None
        self.opening = self.stopped = False
        self.door = door
        self._prose = prose
        self._background = background
        self._start = start
        self._hall: Hall | None = None
        self._read()

    @property
    def running(self) -> bool:
        """Whether commands are taken."""
        return self._hall is not None

    def _read(self) -> None:
        news = self.news
        self.state: LeaderView = leader_view(self.briefing, self.pack, news.course, news.online, self._prose)
        self.picture: Picture = picture(self.briefing, self.pack, news.course, self._prose)

    def open(self, door: DoorWish) -> None:
        """Opens the hall with its door there; one that is running is closed first. Phones come back by themselves."""
        if self.opening or self.stopped:
            return
        before, self._hall = self._hall, None
        self.opening, self.door = True, door

        def work() -> Hall:
            if before is not None:
                before.close()
            return self._start(door)

        self._background.run(work, self._opened, self._failed, "Membuka sosialisasi …")
        self._show()

    def _opened(self, hall: Hall) -> None:
        self.opening = False
        self._hall = hall
        if self.stopped:
            self._close()
        self._show()

    def _failed(self, error: Exception) -> None:
        self.opening = False
        self._show()
        if self.view:
            self.view.say_trouble("Sosialisasi belum dapat dibuka", sentence(error))

    def take(self, told: News | Trouble) -> None:
        """The hall told something."""
        if isinstance(told, News):
            self.news = told
            self._read()
            self._show()
        elif self.view:
            self.view.say_trouble("Ada yang belum tersimpan", told.words)

    def _show(self) -> None:
        if self.view:
            self.view.show_news()

    def send(self, command: Command) -> None:
        """Commands name what is to be, never a change of it: one that is sent twice does nothing the second time."""
        if self._hall is not None:
            self._hall.send(command)

    def forward(self) -> None:
        self._do(self.state.forward)

    def back(self) -> None:
        self._do(self.state.back)

    def _do(self, action: Action | None) -> None:
        if action is not None:
            self.send(action.command)

    def stop(self) -> None:
        """Closes the hall for good."""
        self.stopped = True
        self._close()

    def _close(self) -> None:
        hall, self._hall = self._hall, None
        if hall is not None:
            self._background.run(hall.close, lambda _: None, self._not_closed)

    def _not_closed(self, error: Exception) -> None:
        if self.view:
            self.view.say_trouble("Sosialisasi belum tertutup dengan baik", sentence(error))
