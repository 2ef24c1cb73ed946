"""The keys of a clicker, and of whoever stands at the keyboard, as what they ask for."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Press(Enum):
    """What a key asks for; whoever leads the briefing decides what comes of it.

    `start` and `leave` are what clickers send to begin and end a presentation; `swap` changes the two screens.
    """

    NEXT = "next"
    BACK = "back"
    START = "start"
    LEAVE = "leave"
    BLANK = "blank"
    SWAP = "swap"


_KEYS = {
    Qt.Key.Key_PageDown: Press.NEXT,
    Qt.Key.Key_Right: Press.NEXT,
    Qt.Key.Key_Down: Press.NEXT,
    Qt.Key.Key_Space: Press.NEXT,
    Qt.Key.Key_Return: Press.NEXT,
    Qt.Key.Key_Enter: Press.NEXT,
    Qt.Key.Key_PageUp: Press.BACK,
    Qt.Key.Key_Left: Press.BACK,
    Qt.Key.Key_Up: Press.BACK,
    Qt.Key.Key_F5: Press.START,
    Qt.Key.Key_Escape: Press.LEAVE,
    Qt.Key.Key_F6: Press.SWAP,
}
# Turned off with all keys that are one character (WCAG 2.1.4).
_CHARACTERS = {Qt.Key.Key_B: Press.BLANK, Qt.Key.Key_Period: Press.BLANK}
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def press_of(event: QKeyEvent, *, characters: bool) -> Press | None:
    """What a key asks for, None where nothing; a key that is held down asks once."""
    if event.isAutoRepeat() or event.modifiers() & _OTHERS:
        return None
    key = Qt.Key(event.key())
    return _KEYS.get(key) or (_CHARACTERS.get(key) if characters else None)
