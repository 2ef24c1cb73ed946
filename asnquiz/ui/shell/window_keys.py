"""The keys that the window has on every page and under every question: help, text size, full screen."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class WindowKey(Enum):
    """What is left to the program to do."""

    HELP = auto()
    LARGER = auto()
    SMALLER = auto()
    USUAL_SIZE = auto()


# On many keyboards the plus is typed with the key that has the equals sign.
_SIZES = {
    "Ctrl++": WindowKey.LARGER,
    "Ctrl+=": WindowKey.LARGER,
    "Ctrl+-": WindowKey.SMALLER,
    "Ctrl+0": WindowKey.USUAL_SIZE,
}


def add_size_keys(window: QWidget, press: Callable[[WindowKey], None]) -> None:
    """Text sizes, which no list may take for something to look for in itself; not while something is over the page."""
    from PySide6.QtGui import QKeySequence, QShortcut

    for sequence, key in _SIZES.items():
        QShortcut(QKeySequence(sequence), window, partial(press, key)).setAutoRepeat(False)


def take_left_over(window: QWidget, event: QKeyEvent, press: Callable[[WindowKey], None]) -> bool:
    """What is done with keys that nothing on the page or over it had use for; says whether it was one of them.

    So Escape first closes, empties or answers what it means there, and only then leaves the full screen.
    """
    if event.isAutoRepeat():
        return False
    match event.key():
        case Qt.Key.Key_F1:
            press(WindowKey.HELP)
        case Qt.Key.Key_F11:
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        case Qt.Key.Key_Escape if window.isFullScreen():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        case _:
            return False
    return True
