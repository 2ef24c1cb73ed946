"""How a window comes to life: Beranda or Siapa Anda? is read and painted first, then the data is opened behind it."""

import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.domain.preferences import Preferences
from asnquiz.programs.milestones import FirstPaint
from asnquiz.programs.paths import Paths
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.theme import Look

if TYPE_CHECKING:
    from asnquiz.domain.person import Profile
    from asnquiz.domain.sudden_end import SuddenEnd
    from asnquiz.programs.first_screen import FirstScreen
    from asnquiz.programs.learning import Learning
    from asnquiz.ui.widgets.page import Page


class Opening:
    """The way of one window from its first picture to a Traveller, on the one worker.

    Modules are imported on the way, where they are first needed. What goes wrong closes the window.

    Attributes:
        opened: closes the data.
        trouble: what went wrong.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        look: Look,
        preferences: Preferences,
        paths: Paths,
        folder: Path,
        seeds: Callable[[], int],
        ready: Callable[[MainWindow], None],
        before: "SuddenEnd | None",
    ) -> None:
        self.opened = ExitStack()
        self.trouble: Exception | None = None
        self._window = window
        self._background = background
        self._look = look
        self._preferences = preferences
        self._paths = paths
        self._folder = folder
        self._seeds = seeds
        self._ready = ready
        self._before = before
        # Where somebody wants to go before the data is open is gone to afterwards.
        self._wish: Destination | None = None
        window.travel = self._remember

    def start(self) -> None:
        self._background.run(self._read, self._greet, self._fail, "Menyiapkan paket soal …", (0, 2))

    def _read(self) -> "FirstScreen":
        from asnquiz.programs.first_screen import first_screen

        return first_screen(self._paths)

    def _greet(self, first: "FirstScreen") -> None:
        page = self._first_page(first)
        if page is None:
            self._wish = Section.HOME
            self._open(first)
            return
        FirstPaint(page, partial(self._open, first))
        self._window.show_page(page)

    def _first_page(self, first: "FirstScreen") -> "Page | None":
        """Beranda where it may be shown, Siapa Anda? where somebody must say who they are; None for neither."""
        window = self._window
        if first.standing is not None:
            from asnquiz.ui.home.page import HomePage

            person, progress = first.standing
            window.rail.show_person(person.name, person.unit)
            return HomePage(window.theme, progress, person.name, window.go, first.files, first.today)
        if first.people:
            from asnquiz.ui.people.who_page import WhoPage

            return WhoPage(window.theme, first.people, window.go)
        return None

    def _open(self, first: "FirstScreen") -> None:
        self._background.run(self._read_all, partial(self._begin, first), self._fail, "Membuka data Anda …", (1, 2))

    def _read_all(self) -> "tuple[Learning, tuple[Profile, ...]]":
        from asnquiz.programs.learning import open_learning

        learning = self.opened.enter_context(open_learning(self._paths))
        return learning, learning.store.profiles()

    def _begin(self, first: "FirstScreen", found: "tuple[Learning, tuple[Profile, ...]]") -> None:
        from asnquiz.programs.journey import Journey
        from asnquiz.programs.travel import Traveller
        from asnquiz.programs.upkeep import Upkeep
        from asnquiz.usecases.know_person import unasked_profile

        learning, people = found
        window = self._window
        journey = Journey(
            window,
            learning,
            first.content,
            unasked_profile(people),
            self._background,
            self._folder,
            self._seeds,
            self._preferences,
            lambda wished: window.restyle(self._look.take(wished)),
            self._paths.data,
            people,
        )
        window.travel = Traveller(journey).travel
        if self._wish:
            window.go(self._wish)
        self._ready(window)
        Upkeep(journey, self._before).start()
        # Start-up makes many objects that stay: see run_window.
        gc.freeze()
        gc.enable()

    def _remember(self, destination: Destination) -> None:
        self._wish = destination

    def _fail(self, error: Exception) -> None:
        self.trouble = error
        self._window.close()
