"""Pictures of a pack, ready to be drawn in the colours of a theme."""

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from asnquiz.painting.recolour import recoloured
from asnquiz.painting.tokens import Palette


def diagram(svg: str, palette: Palette) -> QSvgRenderer:
    """A picture, which was drawn in the light theme's colours, in those of a palette."""
    return QSvgRenderer(QByteArray(recoloured(svg, palette).encode()))
