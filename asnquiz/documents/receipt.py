"""Tanda terima: whose files an office has received from one unit, and when; no results, and no NIP in the open."""

from collections.abc import Sequence

from asnquiz.documents.column import field, letterhead
from asnquiz.documents.paper import Paper, Press
from asnquiz.documents.table import Column, table
from asnquiz.documents.text import NOTE, QUIET, TITLE, Words
from asnquiz.usecases.write_receipt import Receipt

_COLUMNS = (Column("Nomor", 4, number=True), Column("Nama", 20), Column("NIP/NI PPPK", 13), Column("Diterima", 20))
_NOTE = (
    "Tanda terima ini hanya menyatakan bahwa berkas sudah diterima dan dapat dibuka, bukan nilainya. Hasil belajar, "
    "bukan bukti pelanggaran dan bukan dasar hukuman disiplin."
)


def receipts_pdf(press: Press, receipts: Sequence[Receipt]) -> bytes:
    """The papers of several units, each from a page of its own on; the table's head stands again on every page."""
    paper = Paper(press, "Tanda terima", "Tanda terima berkas nilai", states_law=False)
    for receipt in receipts:
        if not paper.fresh:
            paper.turn()
        _put(paper, receipt)
    return paper.finish()


def _put(paper: Paper, receipt: Receipt) -> None:
    letterhead(paper, receipt.letterhead)
    paper.put(Words(paper.device, "Tanda terima berkas nilai", TITLE, paper.width))
    paper.space(10)
    for label, value in receipt.fields:
        field(paper, label, value)
    paper.space(10)
    if receipt.people:
        table(paper, _COLUMNS, _rows(receipt))
    else:
        paper.put(Words(paper.device, "Belum ada berkas yang diterima dari unit ini.", QUIET, paper.width))
    paper.space(14)
    note = Words(paper.device, _NOTE, NOTE, paper.width)
    paper.keep(note.height)
    paper.flow(note)


def _rows(receipt: Receipt) -> Sequence[Sequence[str]]:
    return [(str(number), *person) for number, person in enumerate(receipt.people, start=1)]
