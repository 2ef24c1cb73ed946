"""Small charts of results, drawn alike in the window and on paper: all lengths follow from the font.

None carries its meaning by colour alone, and none goes without words beside it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from asnquiz.domain.collection import Week
from asnquiz.domain.recap_wording import FEWEST, tenths_words
from asnquiz.domain.wording import MONTHS, number_words
from asnquiz.painting.tokens import Palette

_FULL = 1000
_WEEK = timedelta(weeks=1)
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


def paint_interval(
    painter: QPainter, target: QRectF, share: float, interval: tuple[float, float], palette: Palette
) -> None:
    """Draws a share of 1 as a dot on a groove, as high as `target`, with a line between the ends of its interval.

    What of the interval lies beyond 0 or 1 is not drawn. A mark across the groove stands at one half.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height, middle = target.height(), target.center().y()
    inner = target.adjusted(0.4 * height, 0, -0.4 * height, 0)

    def at(place: float) -> float:
        return inner.left() + inner.width() * min(1.0, max(0.0, place))

    groove = QRectF(target.left(), middle - 0.11 * height, target.width(), 0.22 * height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.groove))
    painter.drawRoundedRect(groove, groove.height() / 2, groove.height() / 2)
    painter.setPen(QPen(QColor(palette.control), height / 16))
    for half in (0.0, 0.5, 1.0):
        painter.drawLine(QPointF(at(half), middle - 0.22 * height), QPointF(at(half), middle + 0.22 * height))
    low, high = map(at, interval)
    painter.setPen(QPen(QColor(palette.ink), height / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 0.32 * height), QPointF(end, middle + 0.32 * height))
    painter.setPen(QPen(QColor(palette.card), height / 12))
    painter.setBrush(QColor(palette.teal))
    painter.drawEllipse(QPointF(at(share), middle), 0.34 * height, 0.34 * height)
    painter.restore()


def paint_weeks(painter: QPainter, target: QRectF, weeks: Sequence[Week], font: QFont, palette: Palette) -> None:
    """Draws weeks, at least one, side by side: their means as dots above, how many finished as bars below.

    A mean of too few people is left out, and a line joins only weeks that follow one another. Where there is no room
    for all figures and days, every second one stands, or every third, and so on.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    _Weeks(painter, target, weeks, metrics, palette).paint()
    painter.restore()


class _Weeks:
    """One picture of weeks while it is drawn; `line` is the height of its letters."""

    def __init__(
        self, painter: QPainter, target: QRectF, weeks: Sequence[Week], metrics: QFontMetricsF, palette: Palette
    ) -> None:
        self._painter = painter
        self._palette = palette
        self._weeks = weeks
        self._most = max(week.finished for week in weeks)
        self._line = line = metrics.height()
        self._gutter = max(metrics.horizontalAdvance(words) for words in ("100", number_words(self._most))) + line / 2
        plot = target.adjusted(self._gutter, 0, 0, -2.4 * line)
        self._room = max(metrics.horizontalAdvance(words) for words in ("28 Mei", "88,8", number_words(self._most)))
        self._inset = max(0.0, (self._room - plot.width() / len(weeks)) / 2)
        self._step = (plot.width() - 2 * self._inset) / len(weeks)
        self._nth = math.ceil((self._room + line / 2) / self._step)
        # Each panel has its title above, and room for a figure on what stands highest.
        panels = plot.height() - 5.8 * line
        self._means = QRectF(plot.left(), plot.top() + 2.5 * line, plot.width(), 0.6 * panels)
        self._bars = QRectF(plot.left(), plot.bottom() - 0.4 * panels, plot.width(), 0.4 * panels)

    def paint(self) -> None:
        self._title(self._means, "Rata-rata (0–100)")
        for tenths in _GRID:
            self._grid(self._mean_height(tenths), str(tenths // 10))
        self._title(self._bars, "Selesai (orang)")
        for many in {0, self._most}:
            self._grid(self._bar_height(many), number_words(many))
        self._draw_bars()
        self._draw_means()
        self._days()

    def _x(self, place: int) -> float:
        return self._means.left() + self._inset + self._step * (place + 0.5)

    def _mean_height(self, tenths: int) -> float:
        return self._means.bottom() - self._means.height() * tenths / _FULL

    def _bar_height(self, many: int) -> float:
        return self._bars.bottom() - self._bars.height() * many / max(1, self._most)

    def _title(self, panel: QRectF, words: str) -> None:
        self._painter.setPen(QColor(self._palette.ink_2))
        top = panel.top() - 2.5 * self._line
        left = panel.left() - self._gutter
        self._painter.drawText(QRectF(left, top, panel.right() - left, self._line), Qt.AlignmentFlag.AlignLeft, words)

    def _grid(self, y: float, words: str) -> None:
        self._painter.setPen(QPen(QColor(self._palette.line), self._line / 16))
        self._painter.drawLine(QPointF(self._means.left(), y), QPointF(self._means.right(), y))
        self._painter.setPen(QColor(self._palette.ink_3))
        beside = QRectF(
            self._means.left() - self._gutter, y - self._line / 2, self._gutter - self._line / 2, self._line
        )
        self._painter.drawText(beside, Qt.AlignmentFlag.AlignRight, words)

    def _words(self, place: int, top: float, words: str, ink: str) -> None:
        box = QRectF(self._x(place) - self._room / 2, top, self._room, self._line)
        self._painter.fillRect(box, QColor(self._palette.card))
        self._painter.setPen(QColor(ink))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip, words)

    def _figure(self, place: int, panel: QRectF, y: float, words: str) -> None:
        """On what it is of; where it is wider than that, in a row on top, so that it covers nothing beside it."""
        if place % self._nth == 0:
            bottom = y if self._nth == 1 else panel.top()
            self._words(place, bottom - 1.5 * self._line, words, self._palette.ink)

    def _draw_bars(self) -> None:
        width = min(0.6 * self._step, 3 * self._line)
        for place, week in enumerate(self._weeks):
            top = self._bar_height(week.finished)
            bar = QRectF(self._x(place) - width / 2, top, width, self._bars.bottom() - top)
            self._painter.fillRect(bar, QColor(self._palette.teal))
            self._figure(place, self._bars, top + self._line / 3, number_words(week.finished))

    def _draw_means(self) -> None:
        teal = QColor(self._palette.teal)
        told = {
            place: QPointF(self._x(place), self._mean_height(week.mean_tenths))
            for place, week in enumerate(self._weeks)
            if week.finished >= FEWEST
        }
        self._painter.setPen(QPen(teal, self._line / 8))
        for place, point in told.items():
            if place - 1 in told and self._weeks[place].monday - self._weeks[place - 1].monday == _WEEK:
                self._painter.drawLine(told[place - 1], point)
        radius = min(self._line / 3.2, self._step / 3)
        for place, point in told.items():
            self._figure(place, self._means, point.y(), tenths_words(self._weeks[place].mean_tenths))
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(teal)
            self._painter.drawEllipse(point, radius, radius)

    def _days(self) -> None:
        """The Mondays, and the year under the first of it."""
        year = 0
        for place in range(0, len(self._weeks), self._nth):
            monday = self._weeks[place].monday
            top = self._bars.bottom() + 0.3 * self._line
            self._words(place, top, f"{monday.day} {MONTHS[monday.month - 1][:3]}", self._palette.ink_3)
            if monday.year != year:
                year = monday.year
                self._words(place, top + self._line, str(year), self._palette.ink_3)
