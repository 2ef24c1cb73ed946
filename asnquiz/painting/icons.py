"""Line icons from the assets folder, drawn in any colour at any size and screen density."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# Twice the logical size, so that icons stay sharp on dense screens.
_DENSITY = 2.0
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


class Icons:
    """The icon family of one assets folder.

    An icon that is not there, or cannot be drawn, leaves its place empty: words say the same.

    Attributes:
        missing: the names of such icons that were asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.missing: set[str] = set()
        self._sources = {file.stem: file.read_bytes() for file in folder.glob("*.svg")}
        self._renderer = cache(self._load)

    def _load(self, name: str, colour: str) -> QSvgRenderer:
        svg = self._sources.get(name, _NOTHING).replace(b"currentColor", colour.encode())
        renderer = QSvgRenderer(QByteArray(svg))
        if svg == _NOTHING or not renderer.isValid():
            self.missing.add(name)
        return renderer

    def paint(self, painter: QPainter, name: str, colour: str, target: QRectF) -> None:
        """Draws one icon into `target`."""
        self._renderer(name, colour).render(painter, target)

    def pixmap(self, name: str, colour: str, side: int) -> QPixmap:
        """One icon as a square picture, `side` in logical pixels."""
        pixels = round(side * _DENSITY)
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, name, colour, QRectF(image.rect()))
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(_DENSITY)
        return pixmap

    def icon(self, name: str, colour: str, side: int, checked_colour: str | None = None) -> QIcon:
        """An icon for a button; `checked_colour` shows while the button is checked."""
        icon = QIcon(self.pixmap(name, colour, side))
        if checked_colour:
            icon.addPixmap(self.pixmap(name, checked_colour, side), QIcon.Mode.Normal, QIcon.State.On)
        return icon
