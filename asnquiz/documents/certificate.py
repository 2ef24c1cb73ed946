"""Surat keterangan hasil belajar mandiri: one page that says what was signed, and its QR code to compare it by."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.column import field
from asnquiz.documents.paper import Paper, Press, box
from asnquiz.documents.qr import qr_matrix
from asnquiz.documents.text import BODY, NOTE, QUIET, STRONG, TITLE, Style, Words
from asnquiz.domain.certificate import Certificate, certificate_fields
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, score_words
from asnquiz.painting.qr import QUIET_ZONE, Matrix, paint_qr, qr_side
from asnquiz.painting.ring import paint_ring
from asnquiz.painting.tokens import FAMILY, LIGHT

WHAT_IT_IS = (
    "Surat ini menerangkan hasil belajar mandiri tanpa pengawas di komputer sendiri. Surat ini bukan sertifikat, tidak "
    "memuat jam pelatihan, dan tidak bercap."
)
FOR_COMPARING = "Untuk mencocokkan isi, bukan TTE."
_HOW = (
    "Kode ini memuat semua isian di atas dan segel digital komputer pembuatnya. Pindai kode, salin teksnya, lalu "
    "periksa dengan perintah score verify di ASN Netral. Segel bukan bukti siapa yang mengerjakan."
)
_RING = 96.0
_FIGURE = 22
_PADDING = 14.0
_NAME = Style(15, QFont.Weight.Bold, leading=1.35)
_LONG_NAME = Style(12, QFont.Weight.Bold, leading=1.35)
_SHORT = 60  # letters
_SMALLEST_MODULE, _LARGEST_MODULE = 1.45, 1.75  # points; from 0.5 mm on, office printers and telephones manage it
_MOST_MODULES = 145  # 78 mm across; beyond that a code is hard to scan


def certificate_pdf(press: Press, certificate: Certificate, device: str, text: str) -> bytes:
    """The page of a certificate that the key of `device` signed as `text`.

    Raises Refusal when the text is too long for a code that can be scanned.
    """
    rows = _code(text)
    paper = Paper(press, "Surat keterangan", "Surat keterangan hasil belajar mandiri")
    paper.put(Words(paper.device, "Surat keterangan hasil belajar mandiri", TITLE, paper.width))
    paper.space(8)
    paper.put(_Statement(paper, certificate))
    paper.space(10)
    for label, value in certificate_fields(certificate, device):
        field(paper, label, value)
    paper.space(4)
    paper.put(Words(paper.device, WHAT_IT_IS, BODY, paper.width))
    paper.space(6)
    code = _Code(rows, paper.room)
    beside = paper.width - code.height - 16
    claim = Words(paper.device, FOR_COMPARING, STRONG, beside)
    how = Words(paper.device, _HOW, NOTE, beside)
    paper.keep(code.height)
    x, y = paper.left + code.height + 16, paper.y + QUIET_ZONE * _SMALLEST_MODULE
    paper.draw(lambda painter: claim.paint(painter, x, y))
    paper.draw(lambda painter: how.paint(painter, x, y + claim.height + 4))
    paper.put(code)
    return paper.finish()


class _Statement:
    """Who passed what, and the score as the ring of the program."""

    def __init__(self, paper: Paper, certificate: Certificate) -> None:
        width = paper.width - _RING - 4 * _PADDING
        when, score = date_words(certificate.date), score_words(certificate.score)
        passed = f"lulus {certificate.exam} pada {when}, dengan nilai {score} dan batas lulus {certificate.pass_mark}."
        self._lines = (
            Words(paper.device, "Menerangkan bahwa", QUIET, width),
            Words(paper.device, certificate.name, _NAME if len(certificate.name) <= _SHORT else _LONG_NAME, width),
            Words(paper.device, passed, QUIET, width),
        )
        self._score = certificate.score
        self._width = paper.width
        self._text = sum(words.height for words in self._lines)
        self.height = max(self._text, _RING) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        box(painter, QRectF(x, y, self._width, self.height), LIGHT.paper, LIGHT.line, 10)
        top = y + (self.height - self._text) / 2
        for words in self._lines:
            words.paint(painter, x + _PADDING + 2, top)
            top += words.height
        font = QFont(FAMILY)
        font.setPixelSize(_FIGURE)  # the painter counts in points
        font.setWeight(QFont.Weight.Bold)
        ring = QRectF(x + self._width - _PADDING - _RING, y + (self.height - _RING) / 2, _RING, _RING)
        paint_ring(painter, ring, self._score.tenths, score_words(self._score), font, LIGHT)


def _code(text: str) -> Matrix:
    """The modules of a QR code."""
    try:
        rows = qr_matrix(text)
    except ValueError:
        rows = ()
    if not 0 < len(rows) <= _MOST_MODULES:
        raise Refusal("Nama dan unit kerja terlalu panjang untuk kode QR. Singkatkan di Pengaturan, lalu ulangi.")
    return rows


class _Code:
    """A QR code with its quiet zone, as high as it is wide: as large as is useful in this room, never too small."""

    def __init__(self, rows: Matrix, room: float) -> None:
        self._rows = rows
        self._module = max(_SMALLEST_MODULE, min(_LARGEST_MODULE, room / qr_side(rows)))
        self.height = qr_side(rows) * self._module

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        paint_qr(painter, self._rows, x, y, self._module)
