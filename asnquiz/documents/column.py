"""What several documents put into their column: letterheads, headings, fields, notes, text with something before it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from asnquiz.documents.paper import Paper, hairline
from asnquiz.documents.text import BODY, HEADING, NOTE, QUIET, STRONG, SUBHEADING, Style, Words
from asnquiz.painting.tokens import LIGHT

BAR_INDENT = 12.0  # how far text with a bar stands from the edge of the column
_BAR = 2.0
_LABELS = 118.0
_ROW_GAP = 2.5
_LABEL = Style(10, colour=LIGHT.ink_2, leading=1.4)
_VALUE = Style(10, QFont.Weight.DemiBold, leading=1.4)
_LARGE_LINES = 2  # of a letterhead: whose it is; addresses come below


def letterhead(paper: Paper, lines: Sequence[str]) -> None:
    """The head of an office's paper, as the office wrote it, with a line under it."""
    for place, words in enumerate(lines):
        style = SUBHEADING if place < _LARGE_LINES else NOTE
        paper.flow(Words(paper.device, words, style, paper.width))
    paper.space(6)
    x, y, width = paper.left, paper.y, paper.width
    paper.draw(lambda painter: hairline(painter, x, y, width, LIGHT.control))
    paper.space(12)


def field(paper: Paper, label: str, value: str) -> None:
    """One line as official letters have it: copied, it reads `Nilai: 86,6`."""
    name = Words(paper.device, label, _LABEL, _LABELS)
    words = Words(paper.device, f": {value}", _VALUE, paper.width - _LABELS)
    paper.keep(words.height)
    x, y = paper.left, paper.y
    paper.draw(lambda painter: name.paint(painter, x, y))
    paper.draw(lambda painter: words.paint(painter, x + _LABELS, y))
    paper.y += max(name.height, words.height) + _ROW_GAP


def heading(paper: Paper, words: str, style: Style = HEADING, follows: float = 3 * BODY.line) -> None:
    """A heading that stays on the page of what follows it, of which so many points are not parted from it."""
    paper.space(13)
    made = Words(paper.device, words, style, paper.width)
    paper.keep(made.height + follows)
    paper.flow(made)
    paper.space(2)


def said(paper: Paper, words: str, style: Style = QUIET) -> None:
    """A paragraph, set off from what stands above it."""
    paper.space(3)
    paper.flow(Words(paper.device, words, style, paper.width))
    paper.space(3)


def beside(paper: Paper, label: Words, words: Words, indent: float, at: float = 0) -> None:
    """Text with a number, a sign or a name at the left of its first line, `at` so far from the column's edge."""
    paper.keep(max(label.height, min(words.lines, 3) * words.style.line))
    x, y = paper.left + at, paper.y + (words.style.line - label.style.line) / 2
    paper.draw(lambda painter: label.paint(painter, x, y))
    paper.flow(words, indent)


def barred(paper: Paper, words: Words) -> None:
    """Text with a bar at its left, on every page that it reaches."""

    def bar(top: float, bottom: float) -> None:
        def draw(painter: QPainter) -> None:
            painter.fillRect(QRectF(paper.left, top, _BAR, bottom - top), QColor(LIGHT.teal))

        paper.draw(draw)

    paper.flow(words, BAR_INDENT, bar)


def noted(paper: Paper, title: str, detail: str) -> None:
    """A name with what belongs to it below, set apart: an instrument and its articles, somebody and what they hold."""
    name = Words(paper.device, title, STRONG, paper.width - BAR_INDENT)
    cited = Words(paper.device, detail, QUIET, paper.width - BAR_INDENT)
    paper.space(5)
    paper.keep(name.height + min(cited.lines, 3) * QUIET.line)
    barred(paper, name)
    barred(paper, cited)
