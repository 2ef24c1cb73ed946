"""One lesson on paper: its whole text, its tables and pictures, the law it stands on, its questions without keys."""

from collections.abc import Iterable
from string import ascii_uppercase

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.documents.column import BAR_INDENT, barred, beside, heading, noted
from asnquiz.documents.paper import Paper, Press, hairline
from asnquiz.documents.photo import photo_of
from asnquiz.documents.text import (
    BODY,
    HEADING,
    LABEL,
    NOTE,
    QUIET,
    SMALL,
    STRONG,
    SUBHEADING,
    TITLE,
    Words,
    rich_words,
)
from asnquiz.documents.verdicts import Chip
from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import Item, ItemType, Rule
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.wording import PHASE, VERDICT, caution_words, citations_words, lesson_part_words
from asnquiz.painting.diagrams import diagram
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.read_lesson import LessonView

_MARKER = 18.0
_APART = 9.0  # between questions
_LIST_GAP = 2.0
_BLANK = "____"  # where a number or a phase is written by hand
_VERDICTS = 158.0  # as wide as the longest chip
_PICTURE_SCALE = 0.75  # a picture's pixel on paper: 96 to the inch


def lesson_pdf(press: Press, view: LessonView) -> bytes:
    """All of a lesson that the reader shows."""
    lesson = view.lesson
    paper = Paper(press, "Materi", lesson.title)
    where = f"{lesson_part_words(lesson.phase)} · {lesson.minutes} menit baca"
    paper.flow(Words(paper.device, where, NOTE, paper.width))
    paper.flow(Words(paper.device, lesson.title, TITLE, paper.width))
    for block in view.blocks:
        _put(paper, block)
    if view.citations:
        _law(paper, view)
    if lesson.checks:
        _questions(paper, [press.pack.item_by_id[check] for check in lesson.checks])
    return paper.finish()


def _put(paper: Paper, block: Block) -> None:
    match block:
        case Heading(level, words):
            heading(paper, words, HEADING if level == 2 else SUBHEADING)
        case Paragraph(html):
            paper.space(7)
            paper.flow(rich_words(paper.device, html, BODY, paper.width))
        case Bullets(items, ordered):
            paper.space(4)
            for number, html in enumerate(items, start=1):
                paper.space(3)
                marker = Words(paper.device, f"{number}." if ordered else "•", BODY, _MARKER)
                beside(paper, marker, rich_words(paper.device, html, BODY, paper.width - _MARKER), _MARKER)
        case Quote(html):
            paper.space(9)
            barred(paper, rich_words(paper.device, html, QUIET, paper.width - BAR_INDENT))
            paper.space(3)
        case RuleTable(rules):
            _table(paper, [paper.press.pack.rule_by_id[rule] for rule in rules])
        case Picture(name, words):
            paper.space(10)
            paper.put(_Drawing(paper, paper.press.pack.pictures[name], words))


class _Drawing:
    """A picture of the pack, no wider than the column and no higher than half a page, with its words under it."""

    def __init__(self, paper: Paper, svg: str, words: str) -> None:
        self._renderer = diagram(svg, LIGHT)
        size = self._renderer.defaultSize()
        scale = min(_PICTURE_SCALE, paper.width / size.width())
        self._width, self._drawn = size.width() * scale, size.height() * scale
        self._words = Words(paper.device, words, NOTE, paper.width)
        self.height = self._drawn + 5 + self._words.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self._renderer.render(painter, QRectF(x, y, self._width, self._drawn))
        self._words.paint(painter, x, y + self._drawn + 5)


class _Row:
    """An act with its verdict; never split."""

    def __init__(self, paper: Paper, rule: Rule) -> None:
        width = paper.width - _VERDICTS - 12
        self._left = [Words(paper.device, rule.act, BODY, width)]
        self._left += [Words(paper.device, words, SMALL, width) for words in caution_words(rule)]
        self._chip = Chip(paper, rule.verdict, 9)
        self._right = paper.width - _VERDICTS
        self._across = paper.width
        self.height = 10 + max(sum(words.height for words in self._left), self._chip.height)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        hairline(painter, x, y, self._across)
        top = y + 5
        self._chip.paint(painter, x + self._right, top)
        for words in self._left:
            words.paint(painter, x, top)
            top += words.height


class _Head:
    """The names of a table's columns."""

    def __init__(self, paper: Paper) -> None:
        self._names = [(0.0, Words(paper.device, "Tindakan", LABEL, 200))]
        self._names.append((paper.width - _VERDICTS, Words(paper.device, "Ketentuan", LABEL, _VERDICTS)))
        self.height = LABEL.line + 4

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for left, words in self._names:
            words.paint(painter, x + left, y)


def _table(paper: Paper, rules: list[Rule]) -> None:
    paper.space(10)
    head, rows = _Head(paper), [_Row(paper, rule) for rule in rules]
    headed = False
    for row in rows:
        if row.height + (0 if headed else head.height) > paper.room and not paper.fresh:
            paper.turn()
            headed = False
        if not headed:
            paper.put(head)
            headed = True
        paper.put(row)
    paper.space(4)


def _law(paper: Paper, view: LessonView) -> None:
    heading(paper, "Dasar hukum")
    for title, detail in citations_words(view.citations, view.pack):
        noted(paper, title, detail)


def _questions(paper: Paper, items: list[Item]) -> None:
    words = "Jawab dahulu di kertas, lalu kerjakan di program untuk melihat jawaban dan alasannya."
    told = Words(paper.device, words, QUIET, paper.width)
    asked = [_Question(paper, number, item) for number, item in enumerate(items, start=1)]
    heading(paper, "Cek pemahaman", follows=told.height + _APART + asked[0].height)
    paper.flow(told)
    for question in asked:
        paper.space(_APART)
        question.put()


class _Question:
    """A question with what can be answered, on one page where they fit on one."""

    def __init__(self, paper: Paper, number: int, item: Item) -> None:
        width = paper.width - _MARKER
        self._paper = paper
        self._number = Words(paper.device, f"{number}.", STRONG, _MARKER)
        self._stem = Words(paper.device, item.stem, STRONG, width)
        self._shown = photo_of(paper, item, width)
        self._answers = [Words(paper.device, words, BODY, width) for words in _answers(item)]
        self.height = self._stem.height + sum(words.height + _LIST_GAP for words in self._answers)
        self.height += self._shown.height if self._shown else 0

    def put(self) -> None:
        self._paper.keep(self.height)
        beside(self._paper, self._number, self._stem, _MARKER)
        if self._shown:
            self._paper.put(self._shown, _MARKER)
        for words in self._answers:
            self._paper.space(_LIST_GAP)
            self._paper.flow(words, _MARKER)


def _answers(item: Item) -> list[str]:
    """What can be answered; steps to be put in order stand by the alphabet, since they are written in their order."""
    match item.type:
        case ItemType.VERDICT:
            return _lettered(VERDICT[verdict] for verdict in VERDICT_CHOICES)
        case ItemType.ORDERING:
            return [f"{_BLANK} {option.text}" for option in sorted(item.options, key=lambda option: option.text)]
        case ItemType.MATCHING:
            return [f"{_BLANK} {pair.left} ({' / '.join(PHASE.values())})" for pair in item.pairs]
        case _:
            return _lettered(option.text for option in item.options)


def _lettered(answers: Iterable[str]) -> list[str]:
    return [f"{letter}.  {words}" for letter, words in zip(ascii_uppercase, answers, strict=False)]
