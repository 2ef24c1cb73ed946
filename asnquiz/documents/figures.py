"""Figures side by side at the head of a report, each in a box of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.paper import Paper, box
from asnquiz.documents.text import LABEL, NOTE, Style, Words
from asnquiz.painting.tokens import LIGHT

_FIGURE = Style(19, QFont.Weight.Bold, leading=1.3)
_PADDING = 9.0
_BETWEEN = 8.0


class Figures:
    """Figures side by side, each in a box: what it is, the figure, and what belongs to it."""

    EXPECTED = 90.0

    def __init__(self, paper: Paper, figures: Sequence[tuple[str, str, str]]) -> None:
        self._width = (paper.width - _BETWEEN * (len(figures) - 1)) / len(figures)
        styles = (LABEL, _FIGURE, NOTE)
        self._boxes = [
            [
                Words(paper.device, words, style, self._width - 2 * _PADDING)
                for words, style in zip(one, styles, strict=True)
            ]
            for one in figures
        ]
        self.height = max(sum(words.height for words in one) for one in self._boxes) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for one in self._boxes:
            box(painter, QRectF(x, y, self._width, self.height), LIGHT.paper, LIGHT.control)
            top = y + _PADDING
            for words in one:
                words.paint(painter, x + _PADDING, top)
                top += words.height
            x += self._width + _BETWEEN
