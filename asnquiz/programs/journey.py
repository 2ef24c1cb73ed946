"""What every way through the window has at hand: window, open data, content, who learns here, and the worker."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import Learning
from asnquiz.ui.background import Background
from asnquiz.ui.messages import sentence
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.shell.trouble_page import TroublePage

NOT_OPENED = "Halaman belum dapat dibuka"

T = TypeVar("T")


class Journey:
    """One person at one window.

    Attributes:
        folder: where files of this person are offered to be saved.
        data: the data folder.
        seeds: gives each draw its seed.
        known: who learns here; None until the first start is over.
        under_way: whether something is being fetched that another page will show.
        arrived: called after whatever was fetched has been shown, or told as trouble.
    """

    def __init__(
        self,
        window: MainWindow,
        learning: Learning,
        content: Pack | Refusal,
        profile: Profile | None,
        background: Background,
        folder: Path,
        seeds: Callable[[], int],
        preferences: Preferences,
        restyle: Callable[[Preferences], None],
        data: Path,
    ) -> None:
        self.window = window
        self.learning = learning
        self.content = content
        self.background = background
        self.folder = folder
        self.seeds = seeds
        self.preferences = preferences
        self.restyle = restyle
        self.data = data
        self.known = profile
        self.under_way = False
        self.arrived: Callable[[], None] = lambda: None
        if profile:
            self.show_person(profile)

    @property
    def profile(self) -> Profile:
        """Who learns here, after the first start."""
        if self.known is None:
            raise RuntimeError("the first start is not over")
        return self.known

    @property
    def pack(self) -> Pack:
        """The pack in use. Raises Refusal where there is none."""
        if isinstance(self.content, Refusal):
            raise Refusal(str(self.content))
        return self.content

    @property
    def in_use(self) -> Pack | None:
        """The pack in use, None where there is none."""
        return None if isinstance(self.content, Refusal) else self.content

    def show_person(self, profile: Profile) -> None:
        self.known = profile
        self.window.rail.show_person(profile.person.name, profile.person.unit)

    def fetch(self, work: Callable[[], T], show: Callable[[T], None], doing: str, trouble: str = NOT_OPENED) -> None:
        """Does `work` in the background, then shows what came; `trouble` is what it is called when it fails."""

        def shown(result: T) -> None:
            self.under_way = False
            show(result)
            self.arrived()

        def failed(error: Exception) -> None:
            self.under_way = False
            if self.window.page is None:
                self.window.show_page(TroublePage(self.window.theme, trouble, sentence(error), again))
            else:
                self.window.report(trouble, sentence(error))
            self.arrived()

        again = partial(self.fetch, work, show, doing, trouble)
        self.under_way = True
        self.background.run(work, shown, failed, doing)

    def keep(self, work: Callable[[], object], trouble: str) -> None:
        """Does work that no page waits for; `trouble` is what it is called when it fails."""

        def failed(error: Exception) -> None:
            self.window.report(trouble, sentence(error))

        self.background.run(work, lambda _: None, failed)
