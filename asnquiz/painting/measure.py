"""A measure as a bar from 0 to its value, on the range that it can take."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from asnquiz.painting.tokens import Palette

_RADIUS = 4.0


def paint_measure(painter: QPainter, target: QRectF, value: int, low: int, high: int, palette: Palette) -> None:
    """Draws `value` between `low` and `high`, 0 among them, which a mark across the bar shows."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = target.adjusted(1, 3, -1, -3)
    span = max(1, high - low)
    zero, end = (bar.left() + bar.width() * (at - low) / span for at in (0, value))
    groove = QPainterPath()
    groove.addRoundedRect(bar, _RADIUS, _RADIUS)
    painter.fillPath(groove, QColor(palette.groove))
    painter.save()
    painter.setClipPath(groove)
    painter.fillRect(QRectF(min(zero, end), bar.top(), abs(end - zero), bar.height()), QColor(palette.teal))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.control), palette.edge))
    painter.drawPath(groove)
    painter.setPen(QPen(QColor(palette.ink), 2))
    painter.drawLine(round(zero), round(target.top()), round(zero), round(target.bottom()))
    painter.restore()
