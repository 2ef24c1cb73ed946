"""Berita acara ujian: how a supervised exam went, with places to sign; no number of a person, no score."""

from asnquiz.documents.column import beside, field, heading, letterhead
from asnquiz.documents.paper import Paper, Press, hairline
from asnquiz.documents.signing import Signatures
from asnquiz.documents.text import BODY, NOTE, TITLE, Words
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.take_minutes import Minutes

_MARKER = 18.0
_NOTE = (
    "Waktu dicatat menurut jam komputer peserta. Berita acara ini menerangkan jalannya ujian; nilai tidak dimuat di "
    "sini, dan hanya sampai ke kantor lewat bukti nilai."
)


def minutes_pdf(press: Press, minutes: Minutes) -> bytes:
    """The paper; it takes another page where there were many pauses."""
    paper = Paper(press, "Berita acara ujian", "Berita acara ujian", states_law=False)
    letterhead(paper, minutes.letterhead)
    paper.put(Words(paper.device, "Berita acara ujian", TITLE, paper.width))
    paper.space(10)
    for label, value in minutes.before:
        field(paper, label, value)
    heading(paper, "Jalannya ujian")
    for label, value in minutes.course:
        field(paper, label, value)
    for words in minutes.times:
        paper.space(2)
        beside(
            paper,
            Words(paper.device, "•", BODY, _MARKER),
            Words(paper.device, words, BODY, paper.width - _MARKER),
            _MARKER,
        )
    heading(paper, "Catatan pengawas")
    _lines_to_write_on(paper, 3)
    paper.space(18)
    paper.put(Signatures(paper, (("Pengawas", minutes.supervisor), ("Peserta", minutes.name))))
    paper.space(10)
    paper.put(Words(paper.device, _NOTE, NOTE, paper.width))
    return paper.finish()


def _lines_to_write_on(paper: Paper, count: int) -> None:
    for _ in range(count):
        paper.keep(24)
        paper.y += 24
        x, y = paper.left, paper.y
        paper.draw(lambda painter, x=x, y=y: hairline(painter, x, y, paper.width, LIGHT.control))  # type: ignore[misc]
