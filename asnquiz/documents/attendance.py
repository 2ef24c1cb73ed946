"""Daftar hadir of a briefing: everybody invited with a box to sign in, and rows for those who stand in for somebody."""

from collections.abc import Sequence

from asnquiz.documents.occasion import put_head
from asnquiz.documents.paper import Paper, Press
from asnquiz.documents.signing import Signatures, sign_here
from asnquiz.documents.text import NOTE, Words
from asnquiz.domain.briefing import Guest, Occasion
from asnquiz.domain.recap_wording import BLANK
from asnquiz.domain.wording import date_words, harmless
from asnquiz.usecases.briefing_words import occasion_facts

_SPARE = "Baris kosong di akhir daftar diisi oleh yang mewakili undangan atau hadir tanpa undangan."
_ABOVE_NOTE, _ABOVE_NAMES = 6.0, 12.0


def attendance_pdf(
    press: Press, occasion: Occasion, guests: Sequence[Guest], *, nips: bool = False, spare: int = 10
) -> bytes:
    """The sheet, in the order of the list; `nips` where the list's numbers are to stand on it, `spare` empty rows."""
    paper = Paper(press, "Daftar hadir", "Daftar hadir", states_law=False)
    put_head(paper, occasion, "Daftar hadir", occasion_facts(occasion))
    roles = (
        (f"\nPenyelenggara, {harmless(occasion.office)}", "Nama dan NIP:"),
        (f"{BLANK}, {date_words(occasion.date)}\nNarasumber", harmless(occasion.speaker) or "Nama dan NIP:"),
    )
    note, block = Words(paper.device, _SPARE, NOTE, paper.width), Signatures(paper, roles)
    sign_here(paper, guests, nips=nips, spare=spare, follows=_ABOVE_NOTE + note.height + _ABOVE_NAMES + block.height)
    paper.space(_ABOVE_NOTE)
    if spare:
        paper.put(note)
    paper.space(_ABOVE_NAMES)
    paper.put(block)
    return paper.finish()
