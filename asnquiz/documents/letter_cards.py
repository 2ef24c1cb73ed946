"""Kartu huruf A to E, by which a hall answers without phones: black on white, alike from every printer."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from asnquiz.documents.paper import HEIGHT, WIDTH, Paper, Press
from asnquiz.documents.signing import dashed
from asnquiz.documents.text import NOTE, RESOLUTION, Style, Words
from asnquiz.painting.tokens import LIGHT

LETTERS = "ABCDE"
# A capital of 87 mm, which is 247 pt, is seen under 15 minutes of arc at 20 m: three times what good eyes need.
_ALONE, _HALVED = 450.0, 255.0
_WEIGHT = QFont.Weight.Bold
_HOW = (
    "Kartu huruf {}. Angkat setinggi dada saat narasumber meminta, dengan huruf ini menghadap ke depan. Tahan sampai "
    "selesai dihitung."
)
_FOLD = "Lipat lembar ini di garis putus-putus; tiap sisi lalu menunjukkan satu huruf."


def letter_cards_pdf(press: Press, *, folded: bool = False) -> bytes:
    """One set: a letter a page; or two, one on either side of a page that is folded across."""
    paper = Paper(press, "Kartu huruf", "Kartu huruf A sampai E", states_law=False)
    together = 2 if folded else 1
    for first in range(0, len(LETTERS), together):
        if first:
            paper.turn()
        cards = [_Card(paper, letter, folded=folded) for letter in LETTERS[first : first + together]]
        paper.draw(cards[0].paint)
        if folded:
            paper.draw(_fold)
        for card in cards[1:]:
            paper.draw(card.paint_behind)
    return paper.finish()


def _fold(painter: QPainter) -> None:
    dashed(painter, QRectF(0, HEIGHT / 2, WIDTH, 0))


class _Card:
    """One letter in the middle of a page, or of its lower half, with how to use it below."""

    def __init__(self, paper: Paper, letter: str, *, folded: bool) -> None:
        capital = _HALVED if folded else _ALONE
        size = 100 * capital / _heights(paper, 100)[-1]
        style = Style(size, _WEIGHT, LIGHT.ink, leading=1.0)
        how = f"{_HOW.format(letter)} {_FOLD}" if folded else _HOW.format(letter)
        self._how = Words(paper.device, how, NOTE, paper.width)
        self._letter = Words(paper.device, letter, style, paper.width)
        above, below, high = _heights(paper, size)
        self._lift = (above - below - high) / 2  # so that the capital is in the middle, and not its line
        self._left = (WIDTH - self._letter.width) / 2
        self._column = paper.left
        # What is behind is turned about the middle of the page, where the header leaves less room than the footer.
        self._bottom = HEIGHT - paper.y if folded else paper.bottom
        top = HEIGHT / 2 if folded else paper.y
        self._middle = (top + self._bottom - self._how.height) / 2

    def paint(self, painter: QPainter) -> None:
        self._letter.paint(painter, self._left, self._middle - self._letter.height / 2 - self._lift)
        self._how.paint(painter, self._column, self._bottom - self._how.height)

    def paint_behind(self, painter: QPainter) -> None:
        """So that it stands upright behind, once the page is folded."""
        painter.save()
        painter.translate(WIDTH, HEIGHT)
        painter.rotate(180)
        self.paint(painter)
        painter.restore()


def _heights(paper: Paper, size: float) -> tuple[float, float, float]:
    """Of letters of a size above and below their baseline, and of capitals, in points."""
    metrics = QFontMetricsF(Style(size, _WEIGHT).font(), paper.device)
    dots = RESOLUTION / 72
    return metrics.ascent() / dots, metrics.descent() / dots, metrics.capHeight() / dots
