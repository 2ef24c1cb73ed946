"""Nothing moves by itself, and nothing scrolls sideways."""

from PySide6.QtCore import QAbstractAnimation, QTimeLine
from PySide6.QtGui import QMovie
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

MOVING = (QAbstractAnimation, QTimeLine, QMovie)
STILL = (QAbstractAnimation.State.Stopped, QTimeLine.State.NotRunning, QMovie.MovieState.NotRunning)


def moving(app: QApplication, top: QWidget) -> list[str]:
    """What moves by itself."""
    found = [one for maker in (app, app.style(), top) for kind in MOVING for one in maker.findChildren(kind)]
    return [type(one).__name__ for one in found if isinstance(one, MOVING) and one.state() not in STILL]


def scrolls_sideways(window: QWidget) -> list[str]:
    """What is wider than it has room for."""
    areas = (one for one in window.findChildren(QAbstractScrollArea) if one.isVisible())
    return [type(one).__name__ for one in areas if one.horizontalScrollBar().maximum() > 0]
