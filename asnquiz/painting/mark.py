"""The mark: one kawung, four petals for the four points of the neutrality pledge."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap


def paint_mark(painter: QPainter, target: QRectF, colour: str, seed_colour: str) -> None:
    """Draws the kawung into a square; `seed_colour` is the dot in each petal, usually the ground behind."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(target.center())
    half = min(target.width(), target.height()) / 2
    for quarter in range(4):
        painter.save()
        painter.rotate(45 + 90 * quarter)
        painter.setBrush(QColor(colour))
        painter.drawPath(_petal(half))
        painter.setBrush(QColor(seed_colour))
        painter.drawEllipse(QPointF(half * 0.72, 0), half * 0.09, half * 0.09)
        painter.restore()
    painter.restore()


def mark_pixmap(side: int, colour: str, seed_colour: str) -> QPixmap:
    """The kawung as a square picture on a clear ground, `side` in pixels."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(pixmap.rect()), colour, seed_colour)
    painter.end()
    return pixmap


def _petal(half: float) -> QPainterPath:
    start, end, swell = half * 0.08, half * 1.3, half * 0.42
    path = QPainterPath(QPointF(start, 0))
    path.cubicTo(half * 0.35, -swell, end * 0.8, -swell * 1.25, end, 0)
    path.cubicTo(end * 0.8, swell * 1.25, half * 0.35, swell, start, 0)
    return path
