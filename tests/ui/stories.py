"""A case study being written in an open window, kept in a list in place of a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QPointF

from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import to_plain
from asnquiz.domain.story import Content
from asnquiz.painting.story_map import Spot
from asnquiz.ui.drafts.story.canvas import StoryCanvas
from asnquiz.ui.drafts.story.page import StoryPage
from asnquiz.ui.drafts.story.walk_page import StoryWalkPage
from asnquiz.ui.drafts.story.writing import StoryWriting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.page import Page
from asnquiz.usecases.local_ports import Finding
from tests import builders, layers
from tests.ui.conftest import Opened

ID = layers.own("kasus")


def written(**changes: Any) -> dict[str, Any]:
    """The builder's case study as a draft has it."""
    plain = to_plain(builders.scenario(**changes))
    assert isinstance(plain, dict)
    scenes = {
        name: {key: value for key, value in scene.items() if value} for name, scene in plain.pop("scenes").items()
    }
    del plain["id"]
    return {**plain, "scenes": scenes}


@dataclass
class Shelf:
    """Where the draft is kept: every content in turn, none while `full`."""

    kept: list[Content] = field(default_factory=list)
    found: Callable[[Content], tuple[Finding, ...]] = lambda _: ()
    full: bool = False

    def keep(self, content: Content, kept: Callable[[tuple[Finding, ...]], None], lost: Callable[[], None]) -> None:
        if self.full:
            lost()
        else:
            self.kept.append(content)
            kept(self.found(content))


@dataclass
class Story:
    """Somebody at the page."""

    opened: Opened
    shelf: Shelf
    writing: StoryWriting
    left: list[None] = field(default_factory=list)

    def show(self, make: Callable[[Theme], Page]) -> None:
        window = self.opened.window
        window.show_page(make(window.theme))
        self.opened.walker.settle()

    @property
    def page(self) -> StoryPage:
        page = self.opened.window.page
        assert isinstance(page, StoryPage)
        return page

    @property
    def walk(self) -> StoryWalkPage:
        page = self.opened.window.page
        assert isinstance(page, StoryWalkPage)
        return page

    @property
    def canvas(self) -> StoryCanvas:
        return self.page.canvas

    @property
    def content(self) -> Content:
        """What was kept last, once nobody types any more."""
        self.opened.walker.until(lambda: self.shelf.kept[-1:] == [self.writing.content])
        return self.shelf.kept[-1]

    def choose(self, spot: Spot | None) -> None:
        """Works on something else, as a press on a finding does."""
        self.writing.choose(spot)
        self.opened.walker.settle()

    def place(self, spot: Spot) -> QPointF:
        """Where something stands on the map, in the widget."""
        return self.canvas.place_of(self.canvas.map.rect_of(spot).center())


def open_story(
    opened: Opened, content: Mapping[str, Any], *, shelf: Shelf | None = None, pack: Pack | None = None
) -> Story:
    """The page on a draft; of the pack that the window has, unless told otherwise."""
    at = shelf or Shelf()
    draft = Draft(ID, DraftKind.SCENARIO, content, layers.DRAFT)
    found = at.found(content)
    writing = StoryWriting(draft, pack or opened.journey.pack, found, keep=at.keep, clock=opened.learning.clock)
    story = Story(opened, at, writing)
    story.show(lambda theme: StoryPage(theme, writing, back=lambda: story.left.append(None), show=story.show))
    return story
