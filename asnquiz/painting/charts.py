"""Small charts of results, drawn alike in the window and on paper: all lengths follow from the font.

None carries its meaning by colour alone, and none goes without words beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from asnquiz.painting.tokens import Palette

_FULL = 1000
_GRID = (0, 500, 1000)
# Under so many answers each is drawn as itself, because a bar would look like a share.
SINGLY_UNDER = 10


@dataclass(frozen=True)
class Point:
    """One result over time: a score in tenths of 0 to 100, in words, and whether it passed."""

    tenths: int
    words: str
    passed: bool


def paint_trend(
    painter: QPainter,
    target: QRectF,
    points: Sequence[Point],
    pass_mark: int,
    dates: tuple[str, str],
    font: QFont,
    palette: Palette,
) -> None:
    """Draws scores in their order, evenly spaced, with a dashed line at `pass_mark` of 100.

    A dot is full where it passed and hollow where it did not. `dates` stand under the first and the last.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    line = metrics.height()
    mark = f"Batas lulus {pass_mark}"
    gutter = metrics.horizontalAdvance("100") + line / 2
    plot = target.adjusted(gutter, 1.4 * line, -metrics.horizontalAdvance(mark) - line / 2, -1.6 * line)

    def height_of(tenths: int) -> float:
        return plot.bottom() - plot.height() * tenths / _FULL

    for tenths in _GRID:
        y = height_of(tenths)
        painter.setPen(QPen(QColor(palette.line), line / 16))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(palette.ink_3))
        beside = QRectF(target.left(), y - line / 2, gutter - line / 2, line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight, str(tenths // 10))
    y = height_of(pass_mark * 10)
    painter.setPen(QPen(QColor(palette.control), line / 12, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    painter.setPen(QColor(palette.ink_2))
    painter.drawText(QPointF(plot.right() + line / 2, y + metrics.ascent() / 3), mark)
    inset = line if len(points) > 1 else plot.width() / 2
    step = (plot.width() - 2 * inset) / max(1, len(points) - 1)
    places = [QPointF(plot.left() + inset + step * number, height_of(one.tenths)) for number, one in enumerate(points)]
    painter.setPen(QPen(QColor(palette.teal), line / 8))
    painter.drawPolyline(places)
    room = max(metrics.horizontalAdvance(one.words) for one in points) + line / 2
    for number, (place, point) in enumerate(zip(places, points, strict=True)):
        painter.setPen(QPen(QColor(palette.teal), line / 8))
        painter.setBrush(QColor(palette.teal if point.passed else palette.card))
        painter.drawEllipse(place, line / 3.2, line / 3.2)
        if step >= 1.5 * room or number == len(points) - 1:
            above = QRectF(place.x() - room / 2 + line / 4, place.y() - 1.5 * line, room - line / 2, line)
            painter.fillRect(above, QColor(palette.card))
            painter.setPen(QColor(palette.ink))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, point.words)
    painter.setPen(QColor(palette.ink_3))
    under = QRectF(plot.left(), plot.bottom() + line / 2, plot.width(), line)
    if len(points) > 1:
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, dates[0])
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, dates[1])
    else:
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, dates[0])
    painter.restore()


def paint_change(painter: QPainter, target: QRectF, before: float, after: float, palette: Palette) -> None:
    """Draws two shares of 1 on one groove, as high as `target`: a hollow dot for the first, a full one for the second.

    A bar joins them.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = target.height() / 2
    groove = target.adjusted(radius, 0.6 * radius, -radius, -0.6 * radius)
    painter.setPen(QPen(QColor(palette.control), radius / 8))
    painter.setBrush(QColor(palette.groove))
    painter.drawRoundedRect(groove, groove.height() / 2, groove.height() / 2)
    first, second = (QPointF(groove.left() + groove.width() * share, target.center().y()) for share in (before, after))
    painter.setPen(QPen(QColor(palette.teal), radius / 1.6))
    painter.drawLine(first, second)
    painter.setPen(QPen(QColor(palette.teal), radius / 4))
    painter.setBrush(QColor(palette.card))
    painter.drawEllipse(first, 0.85 * radius, 0.85 * radius)
    painter.setBrush(QColor(palette.teal))
    # Where both are the same, the first one is seen around the second.
    dot = (0.45 if before == after else 0.85) * radius
    painter.drawEllipse(second, dot, dot)
    painter.restore()


def paint_tally(
    painter: QPainter, target: QRectF, right: int, total: int, palette: Palette, tone: str = "teal"
) -> None:
    """Draws how many of how many were right, as high as `target`: answer by answer where they are few, else a bar.

    An answer is a full mark where it was right, a hollow one where it was not. `tone` is the colour of what counts.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height, colour = target.height(), QColor(palette.ink_of(tone))
    if total >= SINGLY_UNDER:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.groove))
        painter.drawRoundedRect(target, height / 2, height / 2)
        painter.setBrush(colour)
        filled = QRectF(target.topLeft(), target.size())
        filled.setWidth(target.width() * right / total)
        painter.drawRoundedRect(filled, height / 2, height / 2)
    else:
        width = min(3 * height, target.width() / max(1, total) - height / 2)
        for number in range(total):
            mark = QRectF(target.left() + number * (width + height / 2), target.top(), width, height)
            inner = mark.adjusted(height / 10, height / 10, -height / 10, -height / 10)
            painter.setPen(QPen(colour if number < right else QColor(palette.control), height / 5))
            painter.setBrush(colour if number < right else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, height / 2, height / 2)
    painter.restore()
