"""The map of a case study: scenes and endings from left to right, what was tried drawn thick, the rest dashed.

What was never seen is not named, so that the map gives nothing away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from asnquiz.domain.case_study import Walk, Way
from asnquiz.domain.pack import EndingKind, Scenario
from asnquiz.painting.case_layout import CaseLayout, Spot, case_layout
from asnquiz.painting.endings import ENDING_LOOK
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import Palette

_RADIUS = 14.0
_ROW = 46.0
_TITLE_SHARE = 0.3
_GAP = 10.0
_APART = 7.0  # lines side by side from one scene to the same next one
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_UNKNOWN = "Belum dicapai"


@dataclass(frozen=True)
class CaseMap:
    """The map of one walk.

    Attributes:
        scale: the person's text size, 1.0 to 2.0.
        number_font: for the steps in the scenes.
        title_font: for the titles of the endings.
    """

    walk: Walk
    scale: float
    number_font: QFont
    title_font: QFont

    @cached_property
    def _layout(self) -> CaseLayout:
        return case_layout(self.walk.scenario)

    def height(self, width: float) -> float:
        """How high the map is at a width, in pixels."""
        return self._layout.rows * self._row(width)

    def _row(self, width: float) -> float:
        """The height of a row: the highest title fits beside its ending."""
        metrics = QFontMetricsF(self.title_font)
        room = QRectF(0, 0, self._title_width(width), 10_000)
        highest = max(
            (metrics.boundingRect(room, _WRAP, self._title(name)).height() for name in self._endings), default=0.0
        )
        return max(_ROW * self.scale, highest)

    def _title_width(self, width: float) -> float:
        return width * _TITLE_SHARE

    @property
    def _endings(self) -> Sequence[str]:
        return [
            name for name, scene in self.walk.scenario.scenes.items() if scene.ending and name in self._layout.scenes
        ]

    def _title(self, name: str) -> str:
        ending = self.walk.scenario.scenes[name].ending
        return ending.title if ending and name in self.walk.visited else _UNKNOWN

    def paint(self, painter: QPainter, target: QRectF, palette: Palette, icons: Icons) -> None:
        """Draws the map into `target`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = _Places(self._layout, target, self._row(target.width()), self._title_width(target.width()), self.scale)
        self._paint_ways(painter, here, palette)
        for name, scene in self.walk.scenario.scenes.items():
            if name not in self._layout.scenes:
                continue
            if scene.ending is None:
                self._paint_scene(painter, here.of(self._layout.scenes[name]), name, palette)
            else:
                place = here.of(self._layout.scenes[name])
                self._paint_ending(painter, place, scene.ending.kind, name, palette, icons)
                self._paint_title(painter, here.title(place), name, palette)
        painter.restore()

    def _paint_ways(self, painter: QPainter, here: "_Places", palette: Palette) -> None:
        walked = {(step.scene, step.choice) for step in self.walk.path}
        shift = _shifts(self.walk.scenario)

        def rank(way: Way) -> int:
            return (way in self.walk.tried) + (way in walked)

        painter.setBrush(Qt.BrushStyle.NoBrush)
        for way in sorted(self._layout.ways, key=rank):
            tried = way in self.walk.tried
            colour = palette.teal if tried else palette.control
            width = (4.5 if way in walked else 2.6 if tried else 1.2) * min(self.scale, 1.5)
            pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            if not tried:
                pen.setDashPattern([4.0, 4.0])
            painter.setPen(pen)
            painter.drawPath(here.line(self._layout.ways[way], shift[way]))

    def _paint_scene(self, painter: QPainter, place: QPointF, name: str, palette: Palette) -> None:
        steps = [step.scene for step in self.walk.path]
        if self.walk.ending is None:
            steps.append(self.walk.present)
        radius = _RADIUS * self.scale
        if name in steps:
            painter.setPen(QPen(QColor(palette.teal), 2))
            painter.setBrush(QColor(palette.teal))
        elif name in self.walk.visited:
            painter.setPen(QPen(QColor(palette.teal), 2.6))
            painter.setBrush(QColor(palette.teal_soft))
        else:
            painter.setPen(_dashed(palette))
            painter.setBrush(QColor(palette.card))
        painter.drawEllipse(place, radius, radius)
        if name in steps:
            painter.setFont(self.number_font)
            painter.setPen(QColor(palette.on_teal))
            painter.drawText(_around(place, radius), Qt.AlignmentFlag.AlignCenter, str(steps.index(name) + 1))

    def _paint_ending(
        self, painter: QPainter, place: QPointF, kind: EndingKind, name: str, palette: Palette, icons: Icons
    ) -> None:
        """A round, a three-cornered or a square shape by its kind; one that was never reached is a blank plate."""
        radius = _RADIUS * self.scale
        if name not in self.walk.visited:
            painter.setPen(_dashed(palette))
            painter.setBrush(QColor(palette.card))
            painter.drawRoundedRect(_around(place, radius), 4, 4)
            painter.setFont(self.number_font)
            painter.setPen(QColor(palette.ink_2))
            painter.drawText(_around(place, radius), Qt.AlignmentFlag.AlignCenter, "?")
            return
        icon, tone = ENDING_LOOK[kind]
        ground = getattr(palette, tone).ground
        painter.setPen(QPen(QColor(palette.ink_of(tone)), 4 if name == self.walk.present else 2))
        painter.setBrush(QColor(ground))
        inset = 0.0
        match kind:
            case EndingKind.BAIK:
                painter.drawEllipse(place, radius, radius)
            case EndingKind.BURUK:
                painter.drawRect(_around(place, radius * 0.92))
            case EndingKind.CAMPURAN:
                painter.drawPolygon(_diamond(place, radius * 1.25))
                inset = 0.08
        icons.paint(painter, icon, palette.ink_of(tone), _around(place, radius * (0.62 - inset)))

    def _paint_title(self, painter: QPainter, target: QRectF, name: str, palette: Palette) -> None:
        seen = name in self.walk.visited
        font = QFont(self.title_font)
        font.setBold(name == self.walk.present)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink if seen else palette.ink_3))
        painter.drawText(target, _WRAP, self._title(name))


@dataclass(frozen=True)
class _Places:
    """Where spots are in the target, in pixels."""

    layout: CaseLayout
    target: QRectF
    row: float
    title_width: float
    scale: float

    @property
    def _radius(self) -> float:
        return _RADIUS * self.scale

    def of(self, spot: Spot) -> QPointF:
        width = self.target.width() - self.title_width - 3 * self._radius - _GAP
        step = width / max(1, self.layout.columns - 1)
        left = self.target.left() + 1.3 * self._radius
        return QPointF(left + spot.column * step, self.target.top() + spot.height * self.row)

    def title(self, place: QPointF) -> QRectF:
        """Where the title of an ending stands."""
        left = place.x() + 1.3 * self._radius + _GAP
        return QRectF(left, place.y() - self.row, self.target.right() - left, 2 * self.row)

    def line(self, spots: Sequence[Spot], shift: float) -> QPainterPath:
        """A line through spots, level at each; `shift` keeps it apart from others between the same two."""
        points = [self.of(spot) for spot in spots]
        path = QPainterPath(points[0])
        if spots[-1].column <= spots[0].column:
            # It leads back: around below, into the scene from underneath.
            sag = QPointF(0, self.row * 1.1)
            path.cubicTo(points[0] + sag, points[1] + sag, points[1])
            return path
        off = shift * self.scale if len(points) == 2 else 0.0  # bends keep longer lines apart
        for one, other in pairwise(points):
            half = (other.x() - one.x()) / 2
            path.cubicTo(one + QPointF(half, off), other + QPointF(-half, off), other)
        return path


def _shifts(scenario: Scenario) -> Mapping[Way, float]:
    """How far the line of each choice is bent aside: not at all where it alone joins its two scenes."""
    shifts: dict[Way, float] = {}
    for name, scene in scenario.scenes.items():
        by_target: dict[str, list[int]] = {}
        for position, choice in enumerate(scene.choices):
            by_target.setdefault(choice.to, []).append(position)
        for positions in by_target.values():
            middle = (len(positions) - 1) / 2
            shifts |= {(name, at): (number - middle) * 2 * _APART for number, at in enumerate(positions)}
    return shifts


def _dashed(palette: Palette) -> QPen:
    return QPen(QColor(palette.control), 1.4, Qt.PenStyle.DashLine)


def _around(place: QPointF, radius: float) -> QRectF:
    return QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)


def _diamond(place: QPointF, radius: float) -> QPolygonF:
    corners = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
    return QPolygonF([place + QPointF(x, y) for x, y in corners])
