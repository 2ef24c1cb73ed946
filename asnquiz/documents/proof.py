"""Bukti nilai: a page that anyone can read, with the sealed file inside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.documents.column import beside, field, heading, letterhead
from asnquiz.documents.paper import Paper, Press, box
from asnquiz.documents.text import BODY, NOTE, QUIET, STRONG, TITLE, Style, Words
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.hand_in import ATTACHMENT, SEND, STANDING, ProofPage
from asnquiz.usecases.take_task import recipient_fields

MEDIA_TYPE = "application/jose+json"
_WHAT = (
    "Hasil ujian ada di dalam berkas tersegel yang dilampirkan pada PDF ini. Halaman ini sendiri tidak memuat NIP, "
    "nilai, atau jawaban."
)
_PADDING = 14.0
_MARKER = 18.0
_KEY = Style(9.5, leading=1.4)


def proof_pdf(press: Press, page: ProofPage, sealed: bytes) -> bytes:
    """The page, with `sealed` attached to it byte for byte."""
    paper = Paper(press, "Bukti nilai", "Bukti nilai", states_law=False)
    letterhead(paper, page.letterhead)
    paper.put(Words(paper.device, "Bukti pengerjaan tugas", TITLE, paper.width))
    paper.space(10)
    for label, value in page.fields:
        field(paper, label, value)
    paper.space(8)
    paper.put(_Standing(paper, page.opened_by))
    heading(paper, "Cara mengirim")
    for number, words in enumerate(SEND, start=1):
        paper.space(3)
        marker = Words(paper.device, f"{number}.", BODY, _MARKER)
        beside(paper, marker, Words(paper.device, words, BODY, paper.width - _MARKER), _MARKER)
    heading(paper, "Disegel untuk")
    for holder, fingerprint in recipient_fields(page.task):
        paper.space(4)
        paper.flow(Words(paper.device, holder, STRONG, paper.width))
        paper.flow(Words(paper.device, fingerprint, _KEY, paper.width))
    paper.space(8)
    paper.flow(Words(paper.device, _WHAT, NOTE, paper.width))
    paper.attach(ATTACHMENT, sealed, MEDIA_TYPE)
    return paper.finish()


class _Standing:
    """That it is saved and no more, and who alone can open it."""

    def __init__(self, paper: Paper, opened_by: str) -> None:
        width = paper.width - 2 * _PADDING
        self._lines = (
            Words(paper.device, STANDING, STRONG, width),
            Words(paper.device, opened_by, QUIET, width),
        )
        self._width = paper.width
        self.height = sum(words.height for words in self._lines) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        box(painter, QRectF(x, y, self._width, self.height), LIGHT.paper, LIGHT.control, 10)
        top = y + _PADDING
        for words in self._lines:
            words.paint(painter, x + _PADDING, top)
            top += words.height
