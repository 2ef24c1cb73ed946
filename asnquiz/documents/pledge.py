"""The pledge as a page: four points with their meaning, and a place to sign."""

from PySide6.QtGui import QPainter

from asnquiz.documents.column import beside
from asnquiz.documents.paper import Paper, Press, hairline
from asnquiz.documents.text import BODY, NOTE, QUIET, STRONG, SUBHEADING, TITLE, Words
from asnquiz.domain.local_wording import pledge_words
from asnquiz.painting.tokens import LIGHT

NOT_THE_PACT = (
    "Lembar ini alat belajar. Lembar ini tidak menggantikan pakta integritas atau ikrar resmi yang ditandatangani di "
    "instansi Anda."
)
_NUMBER = 22.0
_ROW = 25.0
_SIGNED = ("Nama", "Unit kerja", "Tempat dan tanggal", "Tanda tangan")


def pledge_pdf(press: Press) -> bytes:
    """The page of the pack's pledge."""
    pledge = press.pack.pledge
    paper = Paper(press, "Ikrar netralitas", pledge.name)
    paper.flow(Words(paper.device, "Ikrar netralitas ASN", TITLE, paper.width))
    paper.space(2)
    paper.flow(Words(paper.device, pledge.name, QUIET, paper.width))
    if marked := pledge_words(press.pack):
        paper.flow(Words(paper.device, marked, QUIET, paper.width))
    paper.space(12)
    paper.flow(Words(paper.device, pledge.opening, SUBHEADING, paper.width))
    for number, point in enumerate(pledge.points, start=1):
        paper.space(9)
        text = Words(paper.device, point.text, STRONG, paper.width - _NUMBER)
        paper.keep(text.height + 2 * QUIET.line)
        beside(paper, Words(paper.device, f"{number}.", STRONG, _NUMBER), text, _NUMBER)
        paper.space(2)
        paper.flow(Words(paper.device, f"Artinya: {point.meaning}", QUIET, paper.width - _NUMBER), _NUMBER)
    paper.space(12)
    paper.flow(Words(paper.device, pledge.closing, BODY, paper.width))
    paper.space(16)
    note = Words(paper.device, NOT_THE_PACT, NOTE, paper.width)
    paper.keep(len(_SIGNED) * _ROW + note.height + 16)
    for label in _SIGNED:
        _line_to_write_on(paper, label)
    paper.space(14)
    paper.put(note)
    return paper.finish()


def _line_to_write_on(paper: Paper, label: str) -> None:
    words = Words(paper.device, label, QUIET, 130)
    y = paper.y

    def draw(painter: QPainter) -> None:
        words.paint(painter, paper.left, y + _ROW - words.height)
        hairline(painter, paper.left + 130, y + _ROW - 3, 230, LIGHT.control)

    paper.draw(draw)
    paper.y += _ROW
