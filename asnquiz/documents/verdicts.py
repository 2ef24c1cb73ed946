"""A verdict on paper: icon, word, soft ground and edge, told apart also by a printer without colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.paper import Paper, box
from asnquiz.documents.text import Style, Words
from asnquiz.domain.pack import Verdict
from asnquiz.domain.wording import VERDICT
from asnquiz.painting.tokens import LIGHT, Tone
from asnquiz.painting.verdicts import VERDICT_ICON, VERDICT_TONE


def tone_of(verdict: Verdict) -> Tone:
    """Text and ground of a verdict on white paper."""
    found = getattr(LIGHT, VERDICT_TONE[verdict])
    if not isinstance(found, Tone):
        raise TypeError(f"{verdict} has no tone")
    return found


class Chip:
    """A pill with the verdict's icon and word."""

    def __init__(self, paper: Paper, verdict: Verdict, size: float = 9.5) -> None:
        self._icons = paper.icons
        self._verdict = verdict
        self._tone = tone_of(verdict)
        self._words = Words(paper.device, VERDICT[verdict], Style(size, QFont.Weight.Bold, self._tone.ink), 300)
        self._icon = size * 1.25
        self.width = self._words.width + self._icon + 3 * size * 0.75
        self.height = self._words.height + 0.45 * size

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        box(painter, QRectF(x, y, self.width, self.height), self._tone.ground, self._tone.ink, self.height / 2)
        pad = self._words.style.size * 0.75
        place = QRectF(x + pad, y + (self.height - self._icon) / 2, self._icon, self._icon)
        self._icons.paint(painter, VERDICT_ICON[self._verdict], self._tone.ink, place)
        self._words.paint(painter, x + pad + self._icon + pad * 0.7, y + (self.height - self._words.height) / 2)
