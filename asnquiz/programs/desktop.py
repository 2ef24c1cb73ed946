"""The window as a program: made, shown, and left with everything saved."""

import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings, QSize, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.fonts import load_fonts
from asnquiz.painting.icons import Icons
from asnquiz.painting.mark import mark_pixmap
from asnquiz.painting.tokens import LIGHT
from asnquiz.programs.milestones import HOME_PAINTED, WINDOW_PAINTED, FirstPaint, note
from asnquiz.programs.one_window import OneWindow
from asnquiz.programs.opening import Opening
from asnquiz.programs.paths import Paths, assets_folder
from asnquiz.programs.window_mark import WindowMark, marked
from asnquiz.storage.glance import setting_at_a_glance
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import OpenFile
from asnquiz.ui.messages import sentence
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.theme import Look, missing_of_look
from asnquiz.ui.translation import QtInIndonesian
from asnquiz.usecases.keep_preferences import SETTING, preferences_of

if TYPE_CHECKING:
    from asnquiz.domain.sudden_end import SuddenEnd

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
    """The one application of this process, with the fonts of the program.

    Qt's own file dialog keeps the places somebody went to in a file, where the next person would find them and erasing
    would leave them: here it finds none to keep them in. Windows and macOS have dialogs of their own.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    # Not by setStyle(), which hands the style back: to Python that is a large class, made for nothing.
    app = QApplication(["asnquiz", "-style", "fusion"])
    app.setApplicationName("asnquiz")
    app.setApplicationDisplayName("ASN Netral")
    QLocale.setDefault(QLocale("id_ID"))  # a screen reader takes the voice of this language
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
    ready: Callable[[MainWindow], None] = lambda _: None,
    before: "SuddenEnd | None" = None,
) -> Iterator[Desk]:
    """A window on a data folder that was made, on its way to Beranda or the first start; the worker is drained at last.

    `show` puts the window on screen: it is painted with its rail before anything is read. `ready` is called once the
    data is open. What goes wrong until then closes the window, and is raised here.
    `folder` is where a score file is offered to be saved; `seeds` gives each drawn quiz its seed; `before` is how the
    window before ended, where it was not closed.
    """
    look = Look(app, preferences, Icons(assets_folder() / "icons"), assets_folder() / "style.qss")
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as executor:
        background = Background(executor)
        window = MainWindow(look.theme, background)
        gathers = preferences.gathers and not paths.portable
        window.show_purposes(briefs=preferences.briefs, gathers=gathers)
        opening = Opening(window, background, look, preferences, paths, folder, seeds, ready, before)
        FirstPaint(window, opening.start)
        show(window)
        with opening.opened:
            try:
                yield Desk(app, window, background)
            finally:
                background.end()
                if opening.trouble:
                    raise opening.trouble


def run_window(paths: Paths, file: Path | None) -> int:
    """Shows the window until the person closes it, or calls the one that is open on this data folder already.

    `file` is opened in it. Raises Refusal when that one does not answer.
    """
    # Start-up makes many objects that stay: collecting among them costs time and finds nothing.
    gc.disable()
    app = make_application()
    claim = OneWindow(paths.data)
    if not claim.take():
        if claim.call(file):
            return 0
        raise Refusal(
            "ASN Netral sudah berjalan dengan folder data ini, tetapi tidak menjawab. "
            "Tutup program itu atau mulai ulang komputer, lalu coba lagi."
        )
    try:
        with marked(paths) as mark:
            return _run_claimed(app, paths, claim, mark, file)
    finally:
        claim.release()


def _run_claimed(app: QApplication, paths: Paths, claim: OneWindow, mark: WindowMark, file: Path | None) -> int:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    preferences = preferences_of(setting_at_a_glance(paths.database, SETTING))

    def show(window: MainWindow) -> None:
        FirstPaint(window, partial(note, WINDOW_PAINTED))
        window.arrived.connect(
            lambda page: FirstPaint(page, partial(note, HOME_PAINTED)), Qt.ConnectionType.SingleShotConnection
        )
        window.arrived.connect(lambda page: mark.page(type(page).__name__, page.section and page.section.value))
        _show_on_screen(window)

    def ready(window: MainWindow) -> None:
        claim.listen(partial(_called, window))
        _tell_what_is_missing(window)
        if file is not None:
            window.go(OpenFile(file))

    with open_desk(
        app, paths, documents, preferences=preferences, seeds=_seed, show=show, ready=ready, before=mark.before
    ) as desk:
        sys.excepthook = fault_hook(desk.window.report)
        from asnquiz.programs.ending import closing_on_signals

        with closing_on_signals(desk.window.close):
            return app.exec() if desk.window.isVisible() else 0


def _seed() -> int:
    import secrets

    return secrets.randbits(_SEED_BITS)


def _tell_what_is_missing(window: MainWindow) -> None:
    missing = missing_of_look(window.theme, assets_folder() / "style.qss")
    if missing:
        logging.getLogger("asnquiz").warning("missing or damaged: %s", ", ".join(missing))
        words = (
            f"Berkas untuk {', '.join(missing)} di “{assets_folder()}” tidak ada atau rusak, sehingga tampilan berbeda "
            "dari biasanya. Pasang ulang program; data Anda tidak terpengaruh."
        )
        window.report("Pemasangan program tidak lengkap", words)


def _called(window: MainWindow, file: Path | None) -> None:
    window.come_to_front()
    if file is not None:
        window.go(OpenFile(file))


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
    from PySide6.QtWidgets import QMessageBox

    app = make_application()
    if QGuiApplication.platformName() in _WITHOUT_SCREEN:
        return
    box = QMessageBox(QMessageBox.Icon.NoIcon, "ASN Netral", "ASN Netral belum dapat dibuka")
    box.setInformativeText(words)
    box.setTextFormat(Qt.TextFormat.PlainText)  # words may name a folder, and folders may be called anything
    box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole).setProperty("role", "primary")
    box.finished.connect(app.quit)
    box.open()
    app.exec()


def fault_hook(
    report: Callable[[str, str], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What takes the errors that nothing in the window caught: they are logged and told, and the window stays."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("asnquiz").critical("unhandled", exc_info=(kind, error, trace))
        report("Terjadi kesalahan", sentence(error))

    return hook
