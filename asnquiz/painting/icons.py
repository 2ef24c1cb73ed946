"""Line icons from the assets folder, drawn in any colour at any size and screen density."""

import logging
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# Twice the logical size, so that icons stay sharp on dense screens.
_DENSITY = 2.0


class Icons:
    """The icon family of one assets folder, each read when it is first drawn.

    An icon that is missing or damaged is a fault of the program: it is logged once, and its place stays empty. The
    words beside an icon always say the same.

    Attributes:
        missing: the names of such icons that were asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.missing: set[str] = set()
        self._folder = folder
        self._source = cache(self._read)
        self._renderer = cache(self._load)
        # Pages are built anew for every question, with the same few pictures on their buttons.
        self._drawn = cache(self._draw)

    def _read(self, name: str) -> str:
        try:
            svg = (self._folder / f"{name}.svg").read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            logging.getLogger("asnquiz").exception("icon %s cannot be read", name)
            self.missing.add(name)
            return ""
        if not QSvgRenderer(QByteArray(svg.encode())).isValid():
            logging.getLogger("asnquiz").error("icon %s is damaged", name)
            self.missing.add(name)
            return ""
        return svg

    def _load(self, name: str, colour: str) -> QSvgRenderer:
        svg = self._source(name).replace("currentColor", colour)
        return QSvgRenderer(QByteArray(svg.encode())) if svg else QSvgRenderer()

    def paint(self, painter: QPainter, name: str, colour: str, target: QRectF) -> None:
        """Draws one icon into `target`."""
        renderer = self._renderer(name, colour)
        if renderer.isValid():
            renderer.render(painter, target)

    def pixmap(self, name: str, colour: str, side: int) -> QPixmap:
        """One icon as a square picture, `side` in logical pixels."""
        return self._drawn(name, colour, side)

    def _draw(self, name: str, colour: str, side: int) -> QPixmap:
        pixels = round(side * _DENSITY)
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, name, colour, QRectF(image.rect()))
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(_DENSITY)
        return pixmap

    def icon(self, name: str, side: int, colour: str, disabled: str, checked: str) -> QIcon:
        """An icon for a button, in the colours it has usually, while it cannot be used, and while it is checked."""
        icon = QIcon(self.pixmap(name, colour, side))
        icon.addPixmap(self.pixmap(name, disabled, side), QIcon.Mode.Disabled)
        icon.addPixmap(self.pixmap(name, checked, side), QIcon.Mode.Normal, QIcon.State.On)
        return icon
