"""How well a rule is remembered over days: a line for each stretch between two recalls, the last one up to its end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from asnquiz.painting.tokens import Palette

_LOWEST = 0.5  # below it the line runs along the bottom: what is half forgotten is long due
_DOT = 3.5
_TICK = 5


def paint_memory(
    painter: QPainter,
    target: QRectF,
    stretches: Sequence[Sequence[tuple[float, float]]],
    today: float,
    wished: float,
    palette: Palette,
) -> None:
    """Draws estimates (day, 0 to 1) with a dot for each recall; what lies after `today` is dashed.

    A thin line shows the probability that is wished for, and a tick on the ground where today is.
    """
    last = max(1.0, *(day for stretch in stretches for day, _ in stretch))
    place = target.adjusted(_DOT + 1, _DOT + 1, -_DOT - 1, -_TICK - 1)

    def at(day: float, estimate: float) -> QPointF:
        height = (max(estimate, _LOWEST) - _LOWEST) / (1 - _LOWEST)
        return QPointF(place.left() + place.width() * day / last, place.bottom() - place.height() * height)

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.control), 1))
    painter.drawLine(at(0, _LOWEST), at(last, _LOWEST))
    ground = at(today, _LOWEST)
    painter.drawLine(ground, QPointF(ground.x(), target.bottom()))
    painter.setPen(QPen(QColor(palette.control), 1, Qt.PenStyle.DotLine))
    painter.drawLine(at(0, wished), at(last, wished))
    for stretch in stretches:
        past = [at(day, estimate) for day, estimate in stretch if day <= today]
        coming = [at(day, estimate) for day, estimate in stretch if day >= today]
        painter.setPen(QPen(QColor(palette.teal), 2))
        painter.drawPolyline(QPolygonF([*past, *coming[:1]]))
        painter.setPen(QPen(QColor(palette.teal), 2, Qt.PenStyle.DotLine))
        painter.drawPolyline(QPolygonF([*past[-1:], *coming]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.teal))
    for stretch in stretches:
        painter.drawEllipse(at(*stretch[0]), _DOT, _DOT)
    painter.restore()
