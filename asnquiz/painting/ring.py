"""The score as a ring with its figure in the middle."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from asnquiz.painting.tokens import Palette

_WIDTH = 14.0
_FULL_TURN = 360 * 16
_TOP = 90 * 16


def paint_ring(painter: QPainter, target: QRectF, tenths: int, text: str, font: QFont, palette: Palette) -> None:
    """Draws a ring filled to `tenths` of 1000, clockwise from the top, around `text`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = target.adjusted(_WIDTH / 2, _WIDTH / 2, -_WIDTH / 2, -_WIDTH / 2)
    painter.setPen(QPen(QColor(palette.groove), _WIDTH))
    painter.drawEllipse(circle)
    painter.setPen(QPen(QColor(palette.teal), _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if tenths:
        painter.drawArc(circle, _TOP, -round(_FULL_TURN * tenths / 1000))
    painter.setPen(QColor(palette.ink))
    painter.setFont(font)
    painter.drawText(target, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
