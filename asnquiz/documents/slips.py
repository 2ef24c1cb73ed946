"""Invitation slips: one for everybody on the list with their kode peserta, to be cut apart."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.paper import Paper, Press, box
from asnquiz.documents.signing import dashed
from asnquiz.documents.text import LABEL, NOTE, SMALL, STRONG, SUBHEADING, Style, Words
from asnquiz.domain.briefing import Guest, Occasion, Way
from asnquiz.domain.wording import harmless
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.take_minutes import day_words

_CODE = Style(30, QFont.Weight.Bold, leading=1.3)
_ASIDE = 190.0  # the width of what stands at the right
_BETWEEN = 16.0
_PADDING = 10.0
_LOWEST = 175.0  # four on a page
_ON_SCREEN = "lihat layar"
_TABLES = "Satu HP dipakai bersama satu meja. Kode ini dipakai saat kehadiran dicatat."
_NO_PHONES = "Tunjukkan kode ini saat kehadiran dicatat."


def slips_pdf(
    press: Press, occasion: Occasion, guests: Sequence[Guest], way: Way, *, network: str = "", address: str = ""
) -> bytes:
    """The slips in the order of the list; name of the Wi-Fi and address, where they are not known yet, as on screen."""
    paper = Paper(press, "Undangan sosialisasi", "Undangan sosialisasi", states_law=False)
    steps = tuple(_steps(way, harmless(network), harmless(address)))
    for guest in guests:
        paper.put(_Slip(paper, occasion, guest, steps))
    return paper.finish()


def _steps(way: Way, network: str, address: str) -> Iterator[str]:
    """How one comes in; more than one step is numbered."""
    if way is Way.PHONES:
        yield f"1. Sambungkan HP ke Wi-Fi: {network or _ON_SCREEN}."
        yield f"2. Buka alamat: {address or _ON_SCREEN}, atau pindai kode QR di layar."
        yield "3. Ketik kode kelas yang tampil di layar, lalu kode peserta ini."
    else:
        yield _TABLES if way is Way.TABLES else _NO_PHONES


class _Slip:
    """Whom it invites to what at the left; code and what to do with it at the right; a line to cut along below."""

    def __init__(self, paper: Paper, occasion: Occasion, guest: Guest, steps: Sequence[str]) -> None:
        self._whole = paper.width
        self._width = paper.width - _ASIDE - _BETWEEN
        place = f"{day_words(occasion.date)} · {harmless(occasion.place)}"
        number = f"Nomor {harmless(occasion.number)}" if occasion.number else ""
        post = ", ".join(harmless(words) for words in (guest.position, guest.unit) if words)
        self._left = [
            Words(paper.device, words, style, self._width)
            for words, style in (
                (harmless(occasion.title), STRONG),
                (place, SMALL),
                (number, NOTE),
                ("\nUndangan untuk", LABEL),
                (harmless(guest.name), SUBHEADING),
                (post, SMALL),
                (harmless(occasion.office), NOTE),
            )
            if words
        ]
        inner = _ASIDE - 2 * _PADDING
        self._label = Words(paper.device, "Kode peserta", LABEL, inner)
        self._code = Words(paper.device, guest.code, _CODE, inner)
        self._steps = [Words(paper.device, words, NOTE, _ASIDE) for words in steps]
        self._box = self._label.height + self._code.height + 2 * _PADDING
        aside = self._box + _PADDING + sum(words.height for words in self._steps)
        self.height = max(sum(words.height + 2 for words in self._left), aside, _LOWEST - 2 * _PADDING) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        top = y + _PADDING
        for words in self._left:
            words.paint(painter, x, top)
            top += words.height + 2
        left, top = x + self._width + _BETWEEN, y + _PADDING
        box(painter, QRectF(left, top, _ASIDE, self._box), LIGHT.paper, LIGHT.control)
        self._label.paint(painter, left + _PADDING, top + _PADDING)
        self._code.paint(painter, left + _PADDING, top + _PADDING + self._label.height)
        top += self._box + _PADDING
        for words in self._steps:
            words.paint(painter, left, top)
            top += words.height
        dashed(painter, QRectF(x, y + self.height, self._whole, 0))
