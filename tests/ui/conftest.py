"""A real window on a data folder of its own, its store open to be slowed down or made to fail."""

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.painting.fonts import load_fonts
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import ThemeName
from asnquiz.programs.desktop import Desk
from asnquiz.programs.journey import Journey
from asnquiz.programs.learning import Learning, open_learning
from asnquiz.programs.paths import Paths, assets_folder
from asnquiz.programs.travel import Traveller
from asnquiz.programs.walker import Walker
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import Section
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.theme import Look, Theme, apply_theme
from asnquiz.usecases.know_person import unasked_profile, welcome
from asnquiz.usecases.ports import Clock, LearnerStore
from tests.data_folders import compiled_before, opened_before

ReplaceStore = Callable[[LearnerStore], LearnerStore]
ReplaceClock = Callable[[Clock], Clock]
ICONS = assets_folder() / "icons"


@dataclass(frozen=True)
class Opened:
    """A window that somebody sits at."""

    walker: Walker
    learning: Learning
    journey: Journey
    database: Path

    @property
    def profile(self) -> Profile:
        """Whoever learns here."""
        return self.learning.store.profiles()[0]

    @property
    def window(self) -> MainWindow:
        return self.walker.window

    def labels(self) -> list[QLabel]:
        """Everything written on screen."""
        return [label for label in self.window.findChildren(QLabel) if label.isVisible()]


OpenWindow = Callable[..., Opened]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    load_fonts(assets_folder() / "fonts")
    theme = Theme(ThemeName.LIGHT, 1.0, Icons(ICONS))
    apply_theme(qapp, theme, assets_folder() / "style.qss")
    return theme


@pytest.fixture
def quick_hands(qapp: QApplication) -> Iterator[None]:
    """Lets a test press Enter twice as fast as a machine can and mean it twice."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def open_window(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens the window on a data folder in tmp_path.

    `store`, `clock` and `learn` may put something of the test's before the real ones.

    A guest learns there, without whom it is the first start. At the end every window is gone, whatever else fails then:
    one that was left would lock itself minutes later, in another test and without its worker.
    """
    closing = ExitStack()

    def open_it(
        store: ReplaceStore = lambda real: real,
        clock: ReplaceClock = lambda real: real,
        scale: float = 1.0,
        size: tuple[int, int] = (1366, 768),
        system: Callable[[], ThemeName] = lambda: ThemeName.LIGHT,
        icons: Path = ICONS,
        guest: bool = True,
        learn: Callable[[Learning], Learning] = lambda real: real,
        data: str = "data",
    ) -> Opened:
        paths = Paths(tmp_path / data)
        if not paths.data.exists():
            opened_before(paths)
        elif not paths.cache.exists():
            compiled_before(paths)
        real = closing.enter_context(open_learning(paths))
        learning = learn(replace(real, store=store(real.store), clock=clock(real.clock)))
        executor = ThreadPoolExecutor(max_workers=1)
        background = Background(executor)
        wished = Preferences(text_percent=round(scale * 100))
        family = theme.icons if icons == ICONS else Icons(icons)
        look = Look(qapp, wished, family, assets_folder() / "style.qss", system)
        window = MainWindow(look.theme, background)
        pack, _, _ = learning.packs.current()
        if guest and not real.store.profiles():
            welcome(None, store=real.store, clock=real.clock, profile_id=uuid4())
        journey = Journey(
            window,
            learning,
            pack,
            unasked_profile(learning.store.profiles()),
            background,
            tmp_path,
            itertools.count(1).__next__,
            wished,
            lambda wished: window.restyle(look.take(wished)),
            paths.data,
            learning.store.profiles(),
        )
        window.travel = Traveller(journey).travel
        walker = Walker(Desk(qapp, window, background))

        def leave() -> None:
            if window.page is not None:
                window.page.leave()
                walker.settle()

        for last in (walker.settle, window.deleteLater, background.end, leave):
            closing.callback(last)
        window.resize(*size)
        window.go(Section.HOME)
        window.show()
        walker.settle()
        return Opened(walker, learning, journey, paths.database)

    with closing:
        yield open_it
