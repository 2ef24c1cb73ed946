"""The paper way of answering: question sheets that hold no key, and the key for the trainer alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.documents.column import beside, heading, noted, said
from asnquiz.documents.occasion import put_head
from asnquiz.documents.paper import Paper, Press, box, hairline
from asnquiz.documents.photo import photo_of
from asnquiz.documents.table import Column, table
from asnquiz.documents.text import BODY, LABEL, QUIET, STRONG, Words
from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.local_wording import above_words, basis_words
from asnquiz.domain.pack import Item, ItemType, Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.briefing_words import PART, occasion_facts
from asnquiz.usecases.see_briefing import PARTS
from asnquiz.usecases.show_audience import Row, rows

_SHEET = "Lembar soal"
_KEY = "Kunci jawaban"
_HOW = (
    "Tulis huruf jawaban di kotak yang nomornya sama dengan nomor soal. Tiap soal mempunyai satu jawaban yang benar, "
    "kecuali yang diberi tanda."
)
_SEVERAL = "Jawaban yang benar dapat lebih dari satu; tulis semua hurufnya."
_NOTHING = "Rencana ini tidak memuat soal, jadi tidak ada lembar soal. Tambahkan soal ke rencana, lalu ulangi."
_FOR_TRAINER = "Hanya untuk narasumber. Jangan dibagikan sebelum semua lembar jawaban dikumpulkan."
_NUMBER = 26.0
_INDENT = 20.0
_A_ROW = 10
_BOX_HEIGHT = 30.0
_CELL = 26.0


@dataclass(frozen=True)
class _Asked:
    """One question as it stands on the wall; `number` within its part, from 1."""

    number: int
    item: Item
    rows: tuple[Row, ...]
    key: str


def question_sheets_pdf(press: Press, briefing: Briefing) -> bytes:
    """One set, to be printed for everybody: each part that the plan asks begins on a page of its own.

    Raises Refusal where it asks nothing.
    """
    paper = Paper(press, _SHEET, _SHEET)
    for part, asked in _parts(briefing, press.pack):
        if not paper.fresh:
            paper.turn()
        facts = [fact for fact in occasion_facts(briefing.occasion) if fact[0] in ("Acara", "Hari, tanggal")]
        put_head(paper, briefing.occasion, f"{_SHEET}: {PART[part].lower()}", facts)
        paper.put(_Who(paper))
        paper.space(8)
        said(paper, _HOW)
        paper.space(4)
        for first in range(0, len(asked), _A_ROW):
            paper.put(_Boxes(paper, [one.number for one in asked[first : first + _A_ROW]]))
        for one in asked:
            _put_question(paper, one)
    return paper.finish()


def answer_key_pdf(press: Press, briefing: Briefing) -> bytes:
    """The key of the same questions with what explains it; raises Refusal likewise."""
    pack = press.pack
    paper = Paper(press, f"{_KEY} · hanya untuk narasumber", _KEY)
    put_head(paper, briefing.occasion, _KEY, occasion_facts(briefing.occasion))
    said(paper, _FOR_TRAINER)
    for part, asked in _parts(briefing, pack):
        heading(paper, PART[part], follows=90)
        columns = (Column("Nomor", 10, number=True), Column("Kunci", 14), Column("Jawaban yang benar", 76))
        table(paper, columns, [(str(one.number), one.key, "\n".join(_right(one))) for one in asked])
        for one in asked:
            _put_explained(paper, one, pack)
    return paper.finish()


def _parts(briefing: Briefing, pack: Pack) -> Iterator[tuple[StepKind, Sequence[_Asked]]]:
    kinds = [part for part in PARTS if any(step.kind is part for step in briefing.steps)]
    if not kinds:
        raise Refusal(_NOTHING)
    for part in kinds:
        refs = [ref for step in briefing.steps if step.kind is part for ref in step.refs]
        yield part, [_asked(number, ref, briefing, pack) for number, ref in enumerate(refs, start=1)]


def _asked(number: int, ref: str, briefing: Briefing, pack: Pack) -> _Asked:
    item, frozen = pack.item_by_id[ref], briefing.frozen_by_item[ref]
    shown = rows(item, frozen)
    right = right_answer(item)
    key = "".join(row.letter for row, place in zip(shown, frozen.order, strict=True) if place in right)
    return _Asked(number, item, shown, key)


def _right(one: _Asked) -> Iterator[str]:
    return (row.text for row in one.rows if row.letter in one.key)


def _put_question(paper: Paper, one: _Asked) -> None:
    """All of it on one page: the longest are a third of it, and a picture is another."""
    width = paper.width - _NUMBER
    stem = Words(paper.device, one.item.stem, BODY, width)
    lines = [Words(paper.device, row.text, BODY, width - _INDENT) for row in one.rows]
    note = Words(paper.device, _SEVERAL, LABEL, width) if one.item.type is ItemType.MULTIPLE else None
    above = Words(paper.device, above_words(one.item, paper.press.pack), LABEL, width)
    shown = photo_of(paper, one.item, width)
    paper.space(14)
    paper.keep(sum(piece.height + 3 for piece in (above, stem, shown, *lines, note) if piece))
    paper.put(above, _NUMBER)
    beside(paper, Words(paper.device, f"{one.number}.", STRONG, _NUMBER), stem, _NUMBER)
    if shown:
        paper.put(shown, _NUMBER)
    if note:
        paper.put(note, _NUMBER)
    for row, words in zip(one.rows, lines, strict=True):
        paper.space(3)
        letter = Words(paper.device, f"{row.letter}.", STRONG, _INDENT)
        beside(paper, letter, words, _NUMBER + _INDENT, at=_NUMBER)


def _put_explained(paper: Paper, one: _Asked, pack: Pack) -> None:
    paper.space(12)
    stem = Words(paper.device, f"{one.number}. {one.item.stem}", STRONG, paper.width)
    shown = photo_of(paper, one.item, paper.width)
    paper.keep(stem.height + (shown.height if shown else 0) + 4 * BODY.line)
    paper.flow(stem)
    if shown:
        paper.put(shown)
    for row in one.rows:
        right = row.letter in one.key
        words = f"{row.letter}. {row.text}{' (benar)' if right else ''}"
        paper.flow(Words(paper.device, words, STRONG if right else QUIET, paper.width - _INDENT), _INDENT)
    said(paper, one.item.explanation)
    said(paper, f"Sebaiknya: {one.item.instead}")
    for title, detail in basis_words(one.item.citations, one.item.id, pack):
        noted(paper, title, detail)


class _Who:
    """Lines for name and unit, and cells for the kode peserta."""

    height = 62.0
    _LABELS = 76.0
    _ASIDE = 150.0

    def __init__(self, paper: Paper) -> None:
        self._lines = [Words(paper.device, words, QUIET, self._LABELS) for words in ("Nama", "Unit kerja")]
        self._code = Words(paper.device, "Kode peserta", LABEL, self._ASIDE)
        self._width = paper.width

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        aside = x + self._width - 4 * _CELL
        for place, words in enumerate(self._lines):
            bottom = y + 26 + place * 28
            words.paint(painter, x, bottom - words.height)
            hairline(painter, x + self._LABELS, bottom, aside - 24 - x - self._LABELS, LIGHT.control)
        self._code.paint(painter, aside, y + 4)
        for place in range(4):
            box(painter, QRectF(aside + place * _CELL, y + 24, _CELL - 3, 30), LIGHT.card, LIGHT.control, 2)


class _Boxes:
    """A box for each number, to write a letter into."""

    height = _BOX_HEIGHT + 6

    def __init__(self, paper: Paper, numbers: Sequence[int]) -> None:
        self._width = paper.width / _A_ROW
        self._numbers = [Words(paper.device, f"{number}", STRONG, 18, right=True) for number in numbers]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for place, number in enumerate(self._numbers):
            left = x + place * self._width
            number.paint(painter, left - 4, y + (_BOX_HEIGHT - number.height) / 2)
            box(painter, QRectF(left + 18, y, self._width - 22, _BOX_HEIGHT), LIGHT.card, LIGHT.control, 2)
