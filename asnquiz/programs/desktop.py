"""The window as a program: made, shown, and left with everything saved."""

import gc
import logging
import secrets
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.icons import Icons
from asnquiz.painting.mark import mark_pixmap
from asnquiz.painting.tokens import LIGHT
from asnquiz.programs.one_window import OneWindow
from asnquiz.programs.paths import Paths, assets_folder
from asnquiz.storage.glance import setting_at_a_glance
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import Home
from asnquiz.ui.messages import sentence
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.theme import Look, load_fonts
from asnquiz.ui.translation import QtInIndonesian
from asnquiz.usecases.keep_preferences import SETTING, preferences_of

if TYPE_CHECKING:
    from asnquiz.domain.pack import Pack
    from asnquiz.domain.person import Profile
    from asnquiz.programs.learning import Learning

_WITHOUT_SCREEN = ("offscreen", "minimal")
_ICON_SIDE = 256
_USUAL = QSize(1366, 768)
_SEED_BITS = 48  # below 2**53, the largest whole number that RFC 8785 writes exactly


@dataclass(frozen=True)
class Desk:
    """A running window and the worker behind it."""

    app: QApplication
    window: MainWindow
    background: Background


def make_application() -> QApplication:
    """The one application of this process, with the fonts of the program."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    app = QApplication(["asnquiz"])
    app.setApplicationName("asnquiz")
    app.setApplicationDisplayName("ASN Netral")
    app.setStyle("Fusion")
    app.installTranslator(QtInIndonesian(app))
    app.setWindowIcon(QIcon(mark_pixmap(_ICON_SIDE, LIGHT.teal, LIGHT.card)))
    load_fonts(assets_folder() / "fonts")
    return app


@contextmanager
def open_desk(
    app: QApplication,
    paths: Paths,
    folder: Path,
    *,
    preferences: Preferences,
    seeds: Callable[[], int],
    show: Callable[[MainWindow], None],
) -> Iterator[Desk]:
    """A window on a data folder that was made, on its way to Beranda or the first start; the worker is drained at last.

    `show` puts the window on screen: it is painted with its rail before the slow part, opening data and content. The
    worker does that, so the window can be painted and closed meanwhile; what goes wrong closes it, and is raised here.
    `folder` is where a score file is offered to be saved; `seeds` gives each drawn quiz its seed.
    """
    look = Look(app, preferences, Icons(assets_folder() / "icons"), assets_folder() / "style.qss")
    trouble: list[Exception] = []
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as executor, ExitStack() as opened:
        background = Background(executor)
        window = MainWindow(look.theme, background)
        show(window)
        app.processEvents()

        def open_data() -> "Learning":
            from asnquiz.programs.learning import open_learning

            return opened.enter_context(open_learning(paths))

        def open_content(learning: "Learning") -> "tuple[Learning, Pack, Profile | None]":
            from asnquiz.programs.learning import known_profile

            return learning, learning.packs.current()[0], known_profile(learning)

        def prepare(learning: "Learning") -> None:
            background.run(partial(open_content, learning), begin, failed, "Menyiapkan paket soal …", (1, 2))

        def begin(found: "tuple[Learning, Pack, Profile | None]") -> None:
            from asnquiz.programs.travel import Traveller
            from asnquiz.programs.upkeep import Upkeep

            learning, pack, profile = found
            traveller = Traveller(
                window,
                learning,
                pack,
                profile,
                background,
                folder,
                seeds,
                preferences,
                lambda wished: window.restyle(look.take(wished)),
                paths.data,
            )
            window.travel = traveller.travel
            window.go(Home())
            Upkeep(learning, background, window).start()
            gc.freeze()
            gc.enable()

        def failed(error: Exception) -> None:
            trouble.append(error)
            window.close()

        background.run(open_data, prepare, failed, "Membuka data Anda …", (0, 2))
        try:
            yield Desk(app, window, background)
        finally:
            background.end()
            if trouble:
                raise trouble[0]


def run_window(paths: Paths) -> int:
    """Shows the window until the person closes it, or calls the one that is open on this data folder already.

    Raises Refusal when that one does not answer.
    """
    # Start-up makes many objects that stay: collecting among them costs time and finds nothing.
    gc.disable()
    app = make_application()
    claim = OneWindow(paths.data)
    if not claim.take():
        if claim.call():
            return 0
        raise Refusal(
            "ASN Netral sudah berjalan dengan folder data ini, tetapi tidak menjawab. "
            "Tutup program itu atau mulai ulang komputer, lalu coba lagi."
        )
    try:
        return _run_claimed(app, paths, claim)
    finally:
        claim.release()


def _run_claimed(app: QApplication, paths: Paths, claim: OneWindow) -> int:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    seeds = partial(secrets.randbits, _SEED_BITS)
    preferences = preferences_of(setting_at_a_glance(paths.database, SETTING))

    def show(window: MainWindow) -> None:
        _show_on_screen(window)
        claim.listen(window.come_to_front)

    with open_desk(app, paths, documents, preferences=preferences, seeds=seeds, show=show) as desk:
        sys.excepthook = _fault_hook(desk.window.report)
        return app.exec() if desk.window.isVisible() else 0


def _show_on_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    window.resize(_USUAL.boundedTo(room))
    if room.width() <= _USUAL.width() or room.height() <= _USUAL.height():
        window.showMaximized()
    else:
        window.show()


def show_refusal(words: str) -> None:
    """Tells why the window cannot open, to somebody who started the program by a double click and sees no terminal.

    Nothing on Qt's own platforms without a screen, where nobody could close it.
    """
    app = make_application()
    if QGuiApplication.platformName() in _WITHOUT_SCREEN:
        return
    box = QMessageBox(QMessageBox.Icon.NoIcon, "ASN Netral", "ASN Netral belum dapat dibuka")
    box.setInformativeText(words)
    box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole).setProperty("role", "primary")
    box.finished.connect(app.quit)
    box.open()
    app.exec()


def _fault_hook(
    report: Callable[[str, str], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("asnquiz").critical("unhandled", exc_info=(kind, error, trace))
        report("Terjadi kesalahan", sentence(error))

    return hook
