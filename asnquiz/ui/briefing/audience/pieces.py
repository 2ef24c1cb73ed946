"""Parts of a scene as widgets that say how high they are at a width, and draw themselves."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from asnquiz.painting.mark import paint_mark
from asnquiz.ui.briefing.audience import parts
from asnquiz.ui.briefing.audience.kit import Kit
from asnquiz.ui.briefing.audience.parts import BODY, LEAD, OPTION, STRONG, Style, Text
from asnquiz.ui.briefing.audience.pictures import BarsPiece, CodePiece, DrawingPiece, MarkPiece, PhotoPiece
from asnquiz.ui.briefing.audience.words import Words


class _Framed(QWidget):
    """Words with something drawn around or before them.

    Attributes:
        words: their label.
    """

    stretches = False
    least = 0
    below = 0.0
    above = 20.0

    def __init__(self, kit: Kit, text: Text, insets: tuple[float, float, float, float]) -> None:
        super().__init__()
        self.kit = kit
        self.words = Words(kit, text)
        self.words.setParent(self)
        self._left, self._top, self._right, self._bottom = map(kit.room, insets)

    @property
    def natural(self) -> int:
        return self.words.natural + self._left + self._right

    def needed(self, width: int) -> int:
        inside = max(1, width - self._left - self._right)
        return self.words.needed(inside) + self._top + self._bottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = max(1, self.width() - self._left - self._right)
        height = self.words.needed(inside)
        spare = max(0, self.height() - self._top - self._bottom - height)
        self.words.setGeometry(self._left, self._top + spare // 2, inside, height)


class PointPiece(_Framed):
    """One of a list."""

    above = 12.0

    def __init__(self, kit: Kit, part: parts.Point) -> None:
        super().__init__(kit, Text(part.html, BODY, html=True), (64, 0, 0, 0))
        self._marker = part.marker
        self.words.setAccessibleName(f"{part.marker} {self.words.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QColor(self.kit.palette.teal))
        painter.setFont(self.kit.font(STRONG))
        place = QRectF(self.kit.room(8), 0, self.kit.room(64), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._marker)
        painter.end()


class BarredPiece(_Framed):
    """Words set apart by a bar."""

    above = 16.0

    def __init__(self, kit: Kit, part: parts.Barred) -> None:
        super().__init__(kit, Text(part.html, part.style, html=True), (28, 4, 0, 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, max(3, self.kit.room(6)), self.height()), QColor(self.kit.palette.teal))
        painter.end()


class TonedPiece(_Framed):
    """Words on the ground of a meaning, with its icon."""

    above = 24.0
    below = 24.0

    def __init__(self, kit: Kit, part: parts.Toned) -> None:
        style = Style(part.style.size, part.style.weight, part.tone if part.short else "ink")
        super().__init__(kit, Text(part.html, style, html=True), (84, 14, 24, 14))
        self._part = part

    def needed(self, width: int) -> int:
        return super().needed(min(width, self.natural) if self._part.short else width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        kit, part = self.kit, self._part
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(kit.palette.ink_of(part.tone)), max(1, kit.room(2))))
        painter.setBrush(QColor(kit.ground_of(part.tone)))
        width = min(self.width(), self.natural) if part.short else self.width()
        edge = QRectF(0, 0, width, self.height()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(edge, kit.room(16), kit.room(16))
        side = min(kit.room(44), self.height() - 8)
        place = QRectF(kit.room(24), (self.height() - side) / 2, side, side)
        kit.icons.paint(painter, part.icon, kit.palette.ink_of(part.tone), place)
        painter.end()


class ChoicePiece(_Framed):
    """A row that can be chosen: its letter in a badge, or a check where it is the key, which its words say too."""

    above = 16.0

    def __init__(self, kit: Kit, part: parts.Choice) -> None:
        said = escape(part.text)
        if part.right:
            said = f"<b>{part.letter} · Benar</b> · {said}"
        super().__init__(kit, Text(said, OPTION, html=True), (108, 18, 24, 18))
        self._part = part
        self.words.setAccessibleName(
            f"{part.letter}. Jawaban yang benar. {part.text}" if part.right else f"{part.letter}. {part.text}"
        )

    def needed(self, width: int) -> int:
        return max(super().needed(width), self._badge + 2 * self.kit.room(12))

    @property
    def _badge(self) -> int:
        return max(self.kit.room(60), round(self.kit.letters(OPTION.size) * 1.4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        kit, part, palette = self.kit, self._part, self.kit.palette
        edge = max(2, round((4 if part.right else 3) * kit.unit))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.allowed.ink if part.right else palette.control), edge))
        painter.setBrush(QColor(palette.allowed.ground if part.right else palette.card))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, kit.room(20), kit.room(20))
        side = self._badge
        badge = QRectF(kit.room(24), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.allowed.ink if part.right else palette.groove))
        painter.drawRoundedRect(badge, kit.room(12), kit.room(12))
        if part.right:
            inset = side * 0.2
            kit.icons.paint(painter, "check", palette.card, badge.adjusted(inset, inset, -inset, -inset))
        else:
            painter.setPen(QColor(palette.ink))
            painter.setFont(kit.font(Style(OPTION.size, LEAD.weight)))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, part.letter)
        painter.end()


class ProgressPiece(_Framed):
    """How many of how many, as words over a bar."""

    above = 36.0

    def __init__(self, kit: Kit, part: parts.Progress) -> None:
        super().__init__(kit, Text(part.words, STRONG), (0, 0, 0, 44))
        self._part = part

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        kit, part = self.kit, self._part
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = kit.room(24)
        groove = QRectF(1, self.height() - height - 1, min(self.width(), kit.room(1100)) - 2, height)
        painter.setPen(QPen(QColor(kit.palette.control), max(1, kit.room(2))))
        painter.setBrush(QColor(kit.palette.groove))
        painter.drawRoundedRect(groove, height / 2, height / 2)
        if part.done:
            groove.setWidth(max(height, groove.width() * min(1, part.done / part.of)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(kit.palette.teal))
            painter.drawRoundedRect(groove, height / 2, height / 2)
        painter.end()


class TitledPiece(_Framed):
    """The mark before words."""

    def __init__(self, kit: Kit, part: parts.Mark) -> None:
        super().__init__(kit, Text(part.words, STRONG, level=1), (80, 12, 0, 12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        side = self.kit.room(52)
        painter = QPainter(self)
        place = QRectF(2, (self.height() - side) / 2, side, side)
        paint_mark(painter, place, self.kit.palette.teal, self.kit.palette.paper)
        painter.end()


class BesidePiece(QWidget):
    """Two columns of pieces."""

    above = 16.0
    least = 0
    below = 0.0

    def __init__(self, kit: Kit, part: parts.Beside) -> None:
        super().__init__()
        self._kit = kit
        self._part = part
        columns: tuple[list[Piece], ...] = tuple([piece(kit, one) for one in its] for its in (part.left, part.right))
        self._columns = columns
        self.stretches: bool = any(one.stretches for column in columns for one in column)
        for column in self._columns:
            for one in column:
                one.setParent(self)

    def _widths(self, width: int) -> tuple[int, int]:
        between = self._kit.room(44)
        right = round((width - between) * (1 - self._part.share))
        right = min(max([right, *(one.least for one in self._columns[1])]), (width - between) * 2 // 3)
        return width - between - right, right

    def _height(self, column: "list[Piece]", width: int) -> int:
        return sum(one.needed(width) for one in column) + sum(gaps(self._kit, column))

    @property
    def _over(self) -> int:
        return self._kit.room(14) if self._part.ruled else 0

    def needed(self, width: int) -> int:
        both = zip(self._columns, self._widths(width), strict=True)
        return max(self._height(column, its) for column, its in both) + self._over

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = 0
        for column, width in zip(self._columns, self._widths(self.width()), strict=True):
            spare = self.height() - self._over - self._height(column, width)
            y = self._over + (spare // 2 if self._part.centred else 0)
            for one, gap in zip(column, gaps(self._kit, column), strict=True):
                y += gap
                height = one.needed(width) + (spare if one.stretches else 0)
                one.setGeometry(left, y, width, height)
                y += height
            left += width + self._kit.room(44)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._part.ruled:
            painter = QPainter(self)
            painter.fillRect(QRectF(0, 0, self.width(), max(1, self._kit.unit * 2)), QColor(self._kit.palette.control))
            painter.end()


def gaps(kit: Kit, column: "Sequence[Piece]") -> list[int]:
    """The room over each piece of a column, in pixels; none over the first."""
    between = (kit.room(max(before.below, after.above)) for before, after in pairwise(column))
    return [0, *between][: len(column)]


Piece = Words | _Framed | BesidePiece | BarsPiece | CodePiece | DrawingPiece | PhotoPiece | MarkPiece


def _mark(kit: Kit, part: parts.Mark) -> Piece:
    return TitledPiece(kit, part) if part.words else MarkPiece(kit)


_MADE: Mapping[type[parts.Part], Callable[[Kit, Any], Piece]] = {
    parts.Text: Words,
    parts.Point: PointPiece,
    parts.Barred: BarredPiece,
    parts.Toned: TonedPiece,
    parts.Choice: ChoicePiece,
    parts.Bars: BarsPiece,
    parts.Progress: ProgressPiece,
    parts.Drawing: DrawingPiece,
    parts.Photo: PhotoPiece,
    parts.Code: CodePiece,
    parts.Mark: _mark,
    parts.Beside: BesidePiece,
}


def piece(kit: Kit, part: parts.Part) -> Piece:
    """The widget of a part."""
    return _MADE[type(part)](kit, part)
