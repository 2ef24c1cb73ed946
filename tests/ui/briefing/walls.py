"""The audience's window in tests: opened, read in every way that anything can be read from it, and looked at."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QSize
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from asnquiz.documents.qr import qr_matrix
from asnquiz.domain.wording import law_stamp
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import AUDIENCE, Palette
from asnquiz.programs.paths import assets_folder
from asnquiz.ui.briefing.audience.frame import Frame, Timer
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.usecases.briefing_ports import Door
from tests.builders import moment

ICONS = Icons(assets_folder() / "icons")
DOOR = Door("192.168.43.117", 8080, "Aula-Setda", "rahasia;2026")
FRAME = Frame(DOOR, "482913", law_stamp(dt.date(2026, 1, 31)))
SIZES = ((1024, 768), (1366, 768), (1280, 720), (1920, 1080), (1400, 1050))
SHAPES = ((1024, 768), (1280, 720))  # one of each shape: 4 : 3 and 16 : 9


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    now: dt.datetime = moment().utc

    def __call__(self) -> dt.datetime:
        return self.now

    def timer(self, seconds: int, of: int) -> Timer:
        """One with so many seconds left."""
        until = self.now + dt.timedelta(seconds=seconds)
        return Timer(until - dt.timedelta(seconds=of), until)


def wall(
    size: tuple[int, int] = (1024, 768), palette: Palette = AUDIENCE, clock: Clock | None = None
) -> AudienceWindow:
    """A window of that size, shown."""
    window = AudienceWindow(ICONS, qr_matrix, palette=palette, now=clock or Clock())
    window.resize(*size)
    window.show()
    return window


def settle() -> None:
    QApplication.processEvents()


@dataclass(frozen=True)
class Painted:
    """A run of letters as it was painted, and how high they are in pixels."""

    words: str
    size: float


def painted(window: QWidget) -> list[Painted]:
    """Every run of letters that a window paints, caught by a device that keeps them as text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(window.width(), window.height()))
    generator.setViewBox(window.rect())
    generator.setResolution(window.logicalDpiX())
    painter = QPainter(generator)
    window.render(painter, QPoint())
    painter.end()
    drawn = bytes(buffer.data().data()).decode()
    found = re.findall(r'<text [^>]*font-size="([\d.]+)"[^>]*>(.*?)</text>', drawn, re.DOTALL)
    return [Painted(unescape(words).strip(), float(size)) for size, words in found]


def painted_words(window: QWidget) -> str:
    """All that is painted, as running text."""
    return " ".join(" ".join(run.words for run in painted(window)).split())


def kept(window: QWidget) -> Iterator[str]:
    """Every text that a window, or anything in it, holds where another program could read it."""
    for thing in (window, *window.findChildren(QObject)):
        about = thing.metaObject()
        for place in range(about.propertyCount()):
            if isinstance(value := about.property(place).read(thing), str):
                yield value
        for name in (bytes(name.data()).decode() for name in thing.dynamicPropertyNames()):
            if not name.startswith(("_q_", "_PySide")):  # their own, not all of which Python can read
                yield str(thing.property(name))
        yield thing.objectName()
        if isinstance(thing, QWidget):
            interface = QAccessible.queryAccessibleInterface(thing)
            if interface is not None:
                yield from (interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText)


def sheets(window: AudienceWindow) -> Iterator[int]:
    """Each sheet of the picture in turn, from the one that is shown."""
    yield 1
    while window.turn(1):
        settle()
        yield window.sheet[0]
