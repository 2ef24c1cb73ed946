"""Pakta integritas: the pack's pledge to be signed, by one person a page or by everybody on one list."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from asnquiz.documents.column import beside, field, said
from asnquiz.documents.occasion import put_head
from asnquiz.documents.paper import Paper, Press, hairline
from asnquiz.documents.signing import Signatures, sign_here
from asnquiz.documents.text import BODY, NOTE, QUIET, STRONG, SUBHEADING, Words
from asnquiz.domain.briefing import Guest, Occasion
from asnquiz.domain.local_wording import pledge_words
from asnquiz.domain.person import grouped_nip
from asnquiz.domain.recap_wording import BLANK
from asnquiz.domain.wording import date_words, harmless, pack_version_words
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.briefing_words import occasion_facts
from asnquiz.usecases.show_audience import pledge_lines

TITLE = "Pakta integritas"
COUNTS = "Yang berlaku ialah lembar kertas yang sudah ditandatangani; berkas PDF ini hanya bahan cetaknya."
_STAMP = "Tempat meterai, bila diminta"
_WITNESS = "Saksi"
_NAME = "Nama dan NIP:"
_NUMBER = 22.0
_ROW = 23.0
_LABELS = 118.0
_BETWEEN = 14.0


def pacts_pdf(press: Press, occasion: Occasion, guests: Sequence[Guest | None]) -> bytes:
    """A page for each guest, in the order given; None is a page for anybody, with lines to write on."""
    paper = Paper(press, TITLE, TITLE)
    for guest in guests:
        if not paper.fresh:
            paper.turn()
        put_head(paper, occasion, TITLE, ())
        for label, value in _person(guest):
            if value:
                field(paper, label, value)
            else:
                _line_to_write_on(paper, label)
        paper.space(8)
        _put_pledge(paper)
        name = harmless(guest.name) if guest else _NAME
        paper.space(_BETWEEN)
        paper.put(_End(paper, (("\n" + _WITNESS, _NAME), (_signed_at(occasion, "Yang berikrar"), name)), _STAMP))
    return paper.finish()


def joint_pact_pdf(
    press: Press, occasion: Occasion, guests: Sequence[Guest], *, nips: bool = False, spare: int = 10
) -> bytes:
    """The pledge once, under it the list of everybody with boxes to sign in; see `attendance_pdf`."""
    paper = Paper(press, f"{TITLE} bersama", f"{TITLE} bersama")
    put_head(paper, occasion, f"{TITLE} bersama", occasion_facts(occasion))
    _put_pledge(paper)
    paper.space(12)
    end = _End(paper, (("\n" + _WITNESS, _NAME), (_signed_at(occasion, _WITNESS), _NAME)))
    sign_here(paper, guests, nips=nips, spare=spare, follows=_BETWEEN + end.height)
    paper.space(_BETWEEN)
    paper.put(end)
    return paper.finish()


def _person(guest: Guest | None) -> Sequence[tuple[str, str]]:
    if guest is None:
        return tuple((label, "") for label in ("Nama", "NIP/NI PPPK", "Jabatan", "Unit kerja"))
    nip = grouped_nip(guest.nip) if guest.nip else ""
    values = (harmless(guest.name), nip, harmless(guest.position), harmless(guest.unit))
    return tuple(zip(("Nama", "NIP/NI PPPK", "Jabatan", "Unit kerja"), values, strict=True))


def _put_pledge(paper: Paper) -> None:
    """The pack's own words, as they are read out."""
    said(paper, paper.press.pack.pledge.name)
    if marked := pledge_words(paper.press.pack):
        said(paper, marked)
    for place, (number, text) in enumerate(pledge_lines(paper.press.pack)):
        paper.space(4)
        if number is None:
            paper.flow(Words(paper.device, text, BODY if place else SUBHEADING, paper.width))
        else:
            marker = Words(paper.device, f"{number}.", STRONG, _NUMBER)
            beside(paper, marker, Words(paper.device, text, BODY, paper.width - _NUMBER), _NUMBER)


def _signed_at(occasion: Occasion, role: str) -> str:
    return f"{BLANK}, {date_words(occasion.date)}\n{role}"


class _End:
    """Who signs, and below what counts."""

    def __init__(self, paper: Paper, people: Sequence[tuple[str, str]], stamp: str = "") -> None:
        pack = paper.press.pack
        words = (
            f"{COUNTS} Bunyi ikrar berasal dari paket {pack.title}, versi {pack_version_words(pack.version)}. Bila "
            "instansi Anda memiliki bunyi pakta integritas sendiri, gunakan bunyi itu."
        )
        self._note, self._block = Words(paper.device, words, NOTE, paper.width), Signatures(paper, people, stamp)
        self.height = self._block.height + _BETWEEN + self._note.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self._block.paint(painter, x, y)
        self._note.paint(painter, x, y + self._block.height + _BETWEEN)


def _line_to_write_on(paper: Paper, label: str) -> None:
    words = Words(paper.device, label, QUIET, _LABELS)
    x, y = paper.left, paper.y

    def draw(painter: QPainter) -> None:
        words.paint(painter, x, y + _ROW - words.height)
        hairline(painter, x + _LABELS, y + _ROW - 3, paper.width - _LABELS, LIGHT.control)

    paper.draw(draw)
    paper.y += _ROW + 2
