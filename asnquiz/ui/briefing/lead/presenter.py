"""Leading, without widgets: what the hall told last, what is on the wall, and what keys and buttons ask of the hall."""

from collections.abc import Callable
from typing import Protocol

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Pack
from asnquiz.usecases.briefing_ports import Hall, News, Trouble
from asnquiz.usecases.lead_briefing import Command
from asnquiz.usecases.show_audience import Picture, Prose, picture
from asnquiz.usecases.show_leader import Action, LeaderView, leader_view


class View(Protocol):
    """What the presenter asks of its page."""

    def show_news(self) -> None: ...

    def say_trouble(self, words: str) -> None: ...


class LeadPresenter:
    """Attributes:
    news: what the hall told last.
    stopped: whether the hall was closed, because the page is left.
    """

    def __init__(self, briefing: Briefing, pack: Pack, prose: Prose, hall: Hall, first: News) -> None:
        self.briefing = briefing
        self.pack = pack
        self.news = first
        self.view: View | None = None
        self.stopped = False
        self._prose = prose
        self._hall = hall
        self._read()

    def _read(self) -> None:
        news = self.news
        self.state: LeaderView = leader_view(self.briefing, self.pack, news.course, news.online, self._prose)
        self.picture: Picture = picture(self.briefing, self.pack, news.course, self._prose)

    def take(self, told: News | Trouble) -> None:
        """The hall told something."""
        if isinstance(told, News):
            self.news = told
            self._read()
            if self.view:
                self.view.show_news()
        elif self.view:
            self.view.say_trouble(told.words)

    def send(self, command: Command) -> None:
        """Commands name what is to be, never a change of it: one that is sent twice does nothing the second time."""
        if not self.stopped:
            self._hall.send(command)

    def forward(self) -> None:
        self._do(self.state.forward)

    def back(self) -> None:
        self._do(self.state.back)

    def _do(self, action: Action | None) -> None:
        if action is not None:
            self.send(action.command)

    def stop(self, close: Callable[[Callable[[], None]], None]) -> None:
        """Has the hall closed by `close`, once."""
        if not self.stopped:
            self.stopped = True
            close(self._hall.close)
