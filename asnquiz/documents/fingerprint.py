"""Sidik kunci kantor: one page to hang out, by which people know that a task comes from this office."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.column import beside, heading
from asnquiz.documents.paper import Paper, Press, box
from asnquiz.documents.text import BODY, NOTE, STRONG, SUBHEADING, TITLE, Style, Words
from asnquiz.painting.tokens import LIGHT

HOW = (
    "Buka berkas tugas di ASN Netral. Program menampilkan sidik kunci kantor yang menyegelnya.",
    "Bandingkan dengan sidik di lembar ini, huruf demi huruf. Huruf besar dan huruf kecil berbeda.",
    "Bila sama, tugas itu dari kantor ini. Bila berbeda, jangan ambil tugasnya dan beri tahu kantor.",
)
FOR_ALL_TO_SEE = (
    "Sidik kunci boleh ditempel, difoto, dan dibacakan. Yang dirahasiakan ialah berkas kunci dan kata sandinya."
)
_MARK = Style(30, QFont.Weight.Bold, leading=1.35)
_PADDING = 18.0
_NUMBER = 22.0


def fingerprint_pdf(press: Press, letterhead: Sequence[str], fingerprint: str) -> bytes:
    """The page of an office whose key has this fingerprint."""
    paper = Paper(press, "Sidik kunci kantor", "Sidik kunci kantor")
    for line in letterhead:
        paper.flow(Words(paper.device, line, SUBHEADING, paper.width))
    paper.space(14)
    paper.flow(Words(paper.device, "Sidik kunci kantor", TITLE, paper.width))
    paper.space(8)
    paper.put(_Mark(paper, fingerprint))
    heading(paper, "Memeriksa tugas")
    for number, words in enumerate(HOW, start=1):
        label = Words(paper.device, f"{number}.", STRONG, _NUMBER)
        beside(paper, label, Words(paper.device, words, BODY, paper.width - _NUMBER), _NUMBER)
        paper.space(3)
    paper.space(8)
    paper.flow(Words(paper.device, FOR_ALL_TO_SEE, NOTE, paper.width))
    return paper.finish()


class _Mark:
    """The fingerprint, large enough to be read from a wall."""

    def __init__(self, paper: Paper, fingerprint: str) -> None:
        self._words = Words(paper.device, fingerprint, _MARK, paper.width - 2 * _PADDING)
        self._width = paper.width
        self.height = self._words.height + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        box(painter, QRectF(x, y, self._width, self.height), LIGHT.paper, LIGHT.control, 10)
        self._words.paint(painter, x + _PADDING, y + _PADDING)
