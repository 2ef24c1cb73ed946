"""A window at which somebody writes, on a store of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from asnquiz.domain.draft import Draft
from asnquiz.ui.destinations import Drafts, EditDraft
from asnquiz.ui.drafts.draft_page import DraftPage
from asnquiz.usecases.local_ports import DraftStore
from tests import drafts
from tests.ui.conftest import Opened, OpenWindow


@dataclass(frozen=True)
class Desk:
    """The window, and what was published from it."""

    opened: Opened
    published: drafts.Published

    @property
    def store(self) -> DraftStore:
        return self.opened.journey.learning.drafts.store

    def draft(self, name: str) -> Draft:
        """As it is kept."""
        return next(one for one in self.store.drafts() if one.id.endswith(name))

    def edit(self, name: str) -> DraftPage:
        """Opens a draft by the end of its id."""
        self.opened.window.go(EditDraft(self.draft(name).id))
        self.opened.walker.settle()
        return self.page

    def list(self) -> None:
        self.opened.window.go(Drafts())
        self.opened.walker.settle()

    @property
    def page(self) -> DraftPage:
        page = self.opened.window.page
        assert isinstance(page, DraftPage)
        return page

    def pause(self) -> None:
        """Waits until what was typed is kept."""
        page = self.page
        page._timer.stop()
        page.writing.flush()
        self.opened.walker.settle()


def at_the_desk(opened: Opened) -> drafts.Published:
    """Lets somebody write with the stand-ins of tests.drafts."""
    published, learning = drafts.Published(), opened.journey.learning
    late = drafts.WrittenHere(learning.drafts, drafts.tools(published))
    opened.journey.learning = replace(learning, drafts=late)  # type: ignore[arg-type]
    return published


OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_window: OpenWindow) -> OpenDesk:
    """Opens the window where these are kept already, in a workshop that was begun."""

    def open_it(*kept: Draft, **window: object) -> Desk:
        opened = open_window(**window)
        made = Desk(opened, at_the_desk(opened))
        made.store.keep_workshop(drafts.WORKSHOP)
        for draft in kept:
            made.store.keep(draft)
        return made

    return open_it
