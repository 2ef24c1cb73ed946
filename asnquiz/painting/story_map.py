"""The map of a case study while it is written: a box for each scene with its choices, lines to where they lead.

Boxes stand in the columns of the layout and lines between them, so that no line goes through a box: a way back goes
around below everything.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from string import ascii_uppercase

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from asnquiz.domain.case_study import Way
from asnquiz.domain.pack import Scenario, Scene
from asnquiz.domain.wording import ENDING_KIND
from asnquiz.painting.case_layout import CaseLayout, case_layout
from asnquiz.painting.endings import ENDING_LOOK
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import Palette

# At 100 % text, in pixels.
_WIDTH = 236.0
_GAP = 84.0
_APART = 22.0
_INSET = 12.0
_HEAD = 26.0
_ROW = 28.0
_BEND = 16.0
_HANDLE = 5.5
_ARROW = 7.0
_LANE = 14.0
_ASIDE = 51.0  # how far beside its scene a way back goes down, at most
_EDGE = 16.0
_LINES = 2
_RADIUS = 12.0

# A scene, and one of its choices where it is that which is meant.
Spot = tuple[str, int | None]

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_UNWRITTEN = "Cerita belum ditulis"
_UNTITLED = "Judul belum ditulis"
_NO_WORDS = "Pilihan belum ditulis"


@dataclass(frozen=True)
class StoryMap:
    """The map of one case study.

    Attributes:
        faulty: how many things are to be mended in each scene that has some, its choices among them.
        scale: the person's text size, 1.0 to 2.0.
        font: of words; names are bold.
    """

    scenario: Scenario
    faulty: Mapping[str, int]
    scale: float
    font: QFont

    @cached_property
    def _layout(self) -> CaseLayout:
        apart = _APART * self.scale
        return case_layout(self.scenario, lambda name: self._height(name) + apart if name else _BEND * self.scale)

    def _px(self, length: float) -> float:
        return length * self.scale

    @cached_property
    def _line(self) -> float:
        return QFontMetricsF(self.font).height()

    def _height(self, name: str) -> float:
        scene = self.scenario.scenes[name]
        rows = len(scene.choices) * self._px(_ROW)
        ending = self._px(_ROW) if scene.ending else 0.0
        return self._px(_HEAD) + _LINES * self._line + rows + ending + self._px(1.5 * _INSET)

    @cached_property
    def boxes(self) -> Mapping[str, QRectF]:
        """Where each scene stands, in the order of the file."""
        edge, width, step = self._px(_EDGE), self._px(_WIDTH), self._px(_WIDTH + _GAP)
        found = {}
        for name, spot in self._layout.scenes.items():
            height = self._height(name)
            found[name] = QRectF(edge + spot.column * step, edge + spot.height - height / 2, width, height)
        return found

    @cached_property
    def size(self) -> QSizeF:
        """How large the whole map is."""
        columns, edge = self._layout.columns, self._px(_EDGE)
        width = columns * self._px(_WIDTH) + max(0, columns - 1) * self._px(_GAP)
        lanes, aside = (self._px(_LANE) * (len(self._backward) + 1), self._px(_ASIDE)) if self._backward else (0.0, 0.0)
        return QSizeF(width + 2 * edge + aside, self._layout.rows + lanes + 2 * edge)

    @cached_property
    def _backward(self) -> Sequence[Way]:
        return [way for way, spots in self._layout.ways.items() if spots[-1].column <= spots[0].column]

    def row_of(self, way: Way) -> QRectF:
        """Where a choice stands in the box of its scene."""
        box, (name, at) = self.boxes[way[0]], way
        left = len(self.scenario.scenes[name].choices) - at
        row = self._px(_ROW)
        return QRectF(box.left(), box.bottom() - self._px(_INSET / 2) - left * row, box.width(), row)

    def handle_of(self, way: Way) -> QPointF:
        """The place that the line of a choice begins at, and that it is dragged from."""
        row = self.row_of(way)
        return QPointF(row.right(), row.center().y())

    def rect_of(self, spot: Spot) -> QRectF:
        name, at = spot
        return self.boxes[name] if at is None else self.row_of((name, at))

    def spot_at(self, place: QPointF) -> Spot | None:
        """What stands at a place; None where nothing does."""
        for name, box in self.boxes.items():
            if box.contains(place):
                ways = range(len(self.scenario.scenes[name].choices))
                return name, next((at for at in ways if self.row_of((name, at)).contains(place)), None)
        return None

    def handle_at(self, place: QPointF) -> Way | None:
        """The choice whose handle is at a place, or near enough to be hit."""
        reach = self._px(2.4 * _HANDLE)
        for name, scene in self.scenario.scenes.items():
            for at in range(len(scene.choices)):
                away = self.handle_of((name, at)) - place
                if abs(away.x()) <= reach and abs(away.y()) <= reach:
                    return name, at
        return None

    def above(self, name: str, by: int) -> str:
        """The scene next above (-1) or below (1) one in its column; itself where there is none."""
        column = [one for one in self.boxes if self.boxes[one].left() == self.boxes[name].left()]
        column.sort(key=lambda one: self.boxes[one].top())
        return column[max(0, min(len(column) - 1, column.index(name) + by))]

    def line_of(self, way: Way) -> QPainterPath:
        """From a choice's handle to the scene that it leads to."""
        spots = self._layout.ways[way]
        to = self.boxes[self.scenario.scenes[way[0]].choices[way[1]].to]
        begin, end = self.handle_of(way), QPointF(to.left(), to.top() + self._px(_HEAD / 2 + _INSET / 2))
        if way in self._backward:
            return self._way_back(self._backward.index(way), begin, end)
        path, step, edge = QPainterPath(begin), self._px(_WIDTH + _GAP), self._px(_EDGE)
        here = begin
        for spot in spots[1:-1]:
            left = QPointF(edge + spot.column * step, edge + spot.height)
            right = left + QPointF(self._px(_WIDTH), 0)
            _curve(path, here, left)
            path.lineTo(right)
            here = right
        _curve(path, here, end)
        return path

    def _way_back(self, lane: int, begin: QPointF, end: QPointF) -> QPainterPath:
        """Around below everything, in a lane of its own."""
        aside = self._px(_ASIDE - 5 * (lane % 8))
        under = self.size.height() - self._px(_EDGE + _LANE * (len(self._backward) - lane - 0.5))
        path = QPainterPath(begin)
        for x, y in (
            (begin.x() + aside, begin.y()),
            (begin.x() + aside, under),
            (max(4.0, end.x() - aside), under),
            (max(4.0, end.x() - aside), end.y()),
            (end.x(), end.y()),
        ):
            path.lineTo(x, y)
        return path

    def paint(
        self, painter: QPainter, palette: Palette, icons: Icons, chosen: Spot | None = None, aim: str | None = None
    ) -> None:
        """Draws the map; `chosen` is marked with the ways that belong to it, `aim` is where a line is dragged to."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for way, strong in sorted(self._ways(chosen), key=lambda one: one[1]):
            self._paint_way(painter, way, palette, strong=strong)
        for name in self.boxes:
            self._paint_scene(painter, name, palette, icons, _Marks(name, chosen, aim))
        painter.restore()

    def _ways(self, chosen: Spot | None) -> Iterator[tuple[Way, bool]]:
        for way in self._layout.ways:
            of_chosen = chosen is not None and chosen[0] == way[0] and chosen[1] in (None, way[1])
            yield way, of_chosen

    def _paint_way(self, painter: QPainter, way: Way, palette: Palette, *, strong: bool) -> None:
        pen = QPen(QColor(palette.teal if strong else palette.control), self._px(2.6 if strong else 1.4))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if way in self._backward:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = self.line_of(way)
        painter.drawPath(path)
        end, arrow = path.currentPosition(), self._px(_ARROW)
        head = QPainterPath(end)
        head.lineTo(end + QPointF(-arrow, -arrow * 0.6))
        head.lineTo(end + QPointF(-arrow, arrow * 0.6))
        head.closeSubpath()
        painter.fillPath(head, pen.color())

    def _paint_scene(self, painter: QPainter, name: str, palette: Palette, icons: Icons, marks: "_Marks") -> None:
        scene, box, px = self.scenario.scenes[name], self.boxes[name], self._px
        edge = palette.teal if marks.here or marks.aimed else palette.control
        pen = QPen(QColor(edge), palette.edge + (2 if marks.here else 0))
        if marks.aimed:
            pen = QPen(QColor(edge), 3, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.teal_soft if marks.whole else palette.card))
        painter.drawRoundedRect(box, px(_RADIUS), px(_RADIUS))
        inner = box.adjusted(px(_INSET), px(_INSET / 2), -px(_INSET), 0)
        self._paint_head(painter, name, QRectF(inner.topLeft(), QSizeF(inner.width(), px(_HEAD))), palette, icons)
        story = QRectF(inner.left(), inner.top() + px(_HEAD), inner.width(), _LINES * self._line)
        painter.setFont(self.font)
        painter.setPen(QColor(palette.ink if scene.text else palette.ink_3))
        for at, words in enumerate(lines_of(scene.text or _UNWRITTEN, self.font, story.width(), _LINES)):
            painter.drawText(story.translated(0, at * self._line).adjusted(0, 0, 0, -self._line), _LEFT, words)
        if scene.ending:
            self._paint_ending(
                painter, scene, QRectF(inner.left(), story.bottom(), inner.width(), px(_ROW)), palette, icons
            )
        for at in range(len(scene.choices)):
            self._paint_choice(painter, (name, at), palette, chosen=marks.choice == at)

    def _paint_head(self, painter: QPainter, name: str, place: QRectF, palette: Palette, icons: Icons) -> None:
        """The scene's name, after a sign where the story begins, before the count of what is to be mended."""
        side = self._px(14)
        left, right = place.left(), place.right()
        middle = place.center().y() - side / 2
        if name == self.scenario.start:
            icons.paint(painter, "play", palette.teal, QRectF(left, middle, side, side))
            left += side + self._px(6)
        bold = QFont(self.font)
        bold.setBold(True)
        painter.setFont(bold)
        if count := self.faulty.get(name):
            figure = QFontMetricsF(bold).horizontalAdvance(str(count))
            painter.setPen(QColor(palette.conditional.ink))
            painter.drawText(QRectF(right - figure, place.top(), figure + 2, place.height()), _LEFT, str(count))
            right -= figure + side + self._px(4)
            icons.paint(painter, "triangle-alert", palette.conditional.ink, QRectF(right, middle, side, side))
            right -= self._px(6)
        painter.setPen(QColor(palette.ink))
        room = QRectF(left, place.top(), right - left, place.height())
        painter.drawText(room, _LEFT, _elided(name, bold, room.width()))

    def _paint_ending(self, painter: QPainter, scene: Scene, place: QRectF, palette: Palette, icons: Icons) -> None:
        if scene.ending is None:
            return
        icon, tone = ENDING_LOOK[scene.ending.kind]
        ink, side = QColor(palette.ink_of(tone)), self._px(14)
        ground = place.adjusted(-self._px(6), self._px(2), self._px(6), -self._px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(palette, tone).ground))
        painter.drawRoundedRect(ground, self._px(8), self._px(8))
        icons.paint(painter, icon, ink.name(), QRectF(place.left(), place.center().y() - side / 2, side, side))
        painter.setPen(ink)
        words = f"{ENDING_KIND[scene.ending.kind]}: {scene.ending.title or _UNTITLED}"
        room = place.adjusted(side + self._px(6), 0, 0, 0)
        painter.drawText(room, _LEFT, _elided(words, self.font, room.width()))

    def _paint_choice(self, painter: QPainter, way: Way, palette: Palette, *, chosen: bool) -> None:
        choice, row, px = self.scenario.scenes[way[0]].choices[way[1]], self.row_of(way), self._px
        if chosen:
            painter.setPen(QPen(QColor(palette.teal), 2))
            painter.setBrush(QColor(palette.teal_soft))
            painter.drawRoundedRect(row.adjusted(px(4), 1, -px(4), -1), px(6), px(6))
        painter.setFont(self.font)
        painter.setPen(QColor(palette.ink_2 if choice.text else palette.ink_3))
        room = row.adjusted(px(_INSET), 0, -px(_INSET + _HANDLE), 0)
        words = f"{ascii_uppercase[way[1]]}. {choice.text or _NO_WORDS}"
        painter.drawText(room, _LEFT, _elided(words, self.font, room.width()))
        joined = choice.to in self.scenario.scenes
        pen = QPen(QColor(palette.teal if joined else palette.conditional.ink), px(1.8))
        painter.setPen(pen)
        painter.setBrush(QColor(palette.teal if joined else palette.card))
        painter.drawEllipse(self.handle_of(way), px(_HANDLE), px(_HANDLE))


@dataclass(frozen=True)
class _Marks:
    """What is chosen of a scene."""

    name: str
    spot: Spot | None
    aim: str | None

    @property
    def here(self) -> bool:
        return self.spot is not None and self.spot[0] == self.name

    @property
    def whole(self) -> bool:
        return self.here and self.choice is None

    @property
    def choice(self) -> int | None:
        return self.spot[1] if self.spot is not None and self.here else None

    @property
    def aimed(self) -> bool:
        return self.aim == self.name


def lines_of(words: str, font: QFont, width: float, most: int) -> Sequence[str]:
    """The beginning of a text in lines of a width; what has no room is left away behind a sign for it."""
    text = " ".join(words.split())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts = []
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    whole = [text[one:other].strip() for one, other in pairwise([*starts, len(text)])]
    return [*whole[:-1], _elided(whole[-1], font, width)]


def _elided(words: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, width)


def _curve(path: QPainterPath, here: QPointF, there: QPointF) -> None:
    half = (there.x() - here.x()) / 2
    path.cubicTo(here + QPointF(half, 0), there - QPointF(half, 0), there)
