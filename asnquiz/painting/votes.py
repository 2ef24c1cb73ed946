"""Votes as bars, for each row that could be chosen; where there were two votes, those before beside those after."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import Palette

LEGEND = ("Pilihan pertama", "Setelah diskusi")


@dataclass(frozen=True)
class Vote:
    """How many chose a row, before and after the talk; None where there was no such vote."""

    letter: str
    right: bool
    first: int | None
    second: int | None

    @property
    def counts(self) -> tuple[int, ...]:
        """Of the votes that there were."""
        return tuple(count for count in (self.first, self.second) if count is not None)


@dataclass(frozen=True)
class VotesLook:
    """How they are drawn.

    Attributes:
        fonts: of numbers and letters, from the largest that is wished to the smallest that can be read.
        unit: what lengths are told in, in pixels.
    """

    palette: Palette
    icons: Icons
    fonts: tuple[QFont, ...]
    unit: float


def paint_votes(painter: QPainter, target: QRectF, votes: Sequence[Vote], look: VotesLook) -> None:
    """Draws the bars over their letters and under their numbers, told apart without colour.

    What is right has a check at its letter; what was before the talk is hatched, what came after it filled.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    counts = [count for vote in votes for count in vote.counts]
    rounds = max(len(vote.counts) for vote in votes)
    slot, beside = target.width() / len(votes), 8 * look.unit
    column = (slot - 2 * beside) / rounds
    font = _fitting(look.fonts, [str(count) for count in counts], column)
    line = QFontMetricsF(font).height()
    top = target.top() + (_legend(painter, target, look) if rounds > 1 else 0) + line
    base = target.bottom() - line - beside
    scale = (base - top) / max(1, *counts)
    painter.setFont(font)
    for place, vote in enumerate(votes):
        left = target.left() + place * slot + beside
        for at, count in enumerate(vote.counts):
            bar = QRectF(left + at * column, base - count * scale, column, count * scale)
            inset = 3 * look.unit if rounds > 1 else beside
            filled = rounds == 1 or at == 1
            _paint_bar(painter, bar.adjusted(inset, 0, -inset, 0), look, right=vote.right, filled=filled)
            painter.setPen(QColor(look.palette.ink))
            over = QRectF(bar.left(), bar.top() - line, column, line)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(count))
        _paint_letter(painter, QRectF(left, base + beside, slot - 2 * beside, line), vote, look)
    painter.setPen(QPen(QColor(look.palette.control), max(1, 3 * look.unit)))
    painter.drawLine(QLineF(target.left(), base, target.right(), base))
    painter.restore()


def _fitting(fonts: tuple[QFont, ...], numbers: list[str], width: float) -> QFont:
    """The largest font in which each number stands over its own bar."""
    for font in fonts:
        if max(map(QFontMetricsF(font).horizontalAdvance, numbers), default=0) <= width:
            return font
    return fonts[-1]


def _paint_bar(painter: QPainter, bar: QRectF, look: VotesLook, *, right: bool, filled: bool) -> None:
    colour = QColor(look.palette.allowed.ink if right else look.palette.control)
    edge = max(1.0, 3 * look.unit)
    if bar.height() <= 0:
        return
    if filled:
        painter.fillRect(bar, colour)
        return
    path = QPainterPath()
    path.addRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, 0))
    painter.save()
    painter.setPen(QPen(colour, edge))
    painter.drawPath(path)
    painter.setClipPath(path)
    painter.setPen(QPen(colour, max(1.0, 2 * look.unit)))
    gap, along = 14 * look.unit, bar.left() - bar.height()
    while along < bar.right():
        painter.drawLine(QLineF(along, bar.bottom(), along + bar.height(), bar.top()))
        along += gap
    painter.restore()


def _paint_letter(painter: QPainter, place: QRectF, vote: Vote, look: VotesLook) -> None:
    palette = look.palette
    painter.setPen(QColor(palette.allowed.ink if vote.right else palette.ink))
    width = QFontMetricsF(painter.font()).horizontalAdvance(vote.letter)
    side = place.height() * 0.7
    if not vote.right or width + side > place.width():
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, vote.letter)
        return
    left = place.center().x() - (width + side) / 2
    painter.drawText(QRectF(left, place.top(), width, place.height()), Qt.AlignmentFlag.AlignCenter, vote.letter)
    icon = QRectF(left + width, place.center().y() - side / 2, side, side)
    look.icons.paint(painter, "check", palette.allowed.ink, icon)


def _legend(painter: QPainter, target: QRectF, look: VotesLook) -> float:
    """What hatched and filled bars are; its height."""
    font = look.fonts[-1]
    line = QFontMetricsF(font).height()
    painter.setFont(font)
    for place, words in enumerate(LEGEND):
        top = target.top() + place * line
        swatch = QRectF(target.left(), top + line * 0.2, line * 0.9, line * 0.6)
        _paint_bar(painter, swatch, look, right=False, filled=bool(place))
        painter.setPen(QColor(look.palette.ink))
        beside = QRectF(swatch.right() + line * 0.3, top, target.width(), line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    return 2 * line + 12 * look.unit
