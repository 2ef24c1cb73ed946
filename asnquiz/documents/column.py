"""What several documents put into their column: headings, notes of law, and text with something before it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from asnquiz.documents.paper import Paper
from asnquiz.documents.text import BODY, HEADING, QUIET, STRONG, Style, Words
from asnquiz.painting.tokens import LIGHT

BAR_INDENT = 12.0  # how far text with a bar stands from the edge of the column
_BAR = 2.0


def heading(paper: Paper, words: str, style: Style = HEADING, follows: float = 3 * BODY.line) -> None:
    """A heading that stays on the page of what follows it, of which so many points are not parted from it."""
    paper.space(13)
    made = Words(paper.device, words, style, paper.width)
    paper.keep(made.height + follows)
    paper.flow(made)
    paper.space(2)


def beside(paper: Paper, label: Words, words: Words, indent: float) -> None:
    """Text with a number, a sign or a name at the left of its first line."""
    paper.keep(max(label.height, min(words.lines, 3) * words.style.line))
    x, y = paper.left, paper.y + (words.style.line - label.style.line) / 2
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
