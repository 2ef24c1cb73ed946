"""Tables down a paper's column: rows are never split, and the head stands again at the top of every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from asnquiz.documents.paper import Paper, hairline
from asnquiz.documents.text import LABEL, SMALL, Words
from asnquiz.painting.tokens import LIGHT

_GAP = 10.0  # between columns
_PADDING = 4.0  # above and below the words of a row


@dataclass(frozen=True)
class Column:
    """A column: its title, its share of the width, and whether it holds numbers, which stand at the right."""

    title: str
    share: float
    number: bool = False


class _Row:
    """One row at its full height, with a line under it."""

    def __init__(self, cells: Sequence[tuple[Words, Column]], widths: Sequence[float], edge: str) -> None:
        self._cells = cells
        self._widths = widths
        self._edge = edge
        self.height = max(words.height for words, _ in cells) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        left = x
        for (words, column), width in zip(self._cells, self._widths, strict=True):
            words.paint(painter, left + (width - words.width if column.number else 0), y + _PADDING)
            left += width + _GAP
        hairline(painter, x, y + self.height - 0.75, left - _GAP - x, self._edge)


def table(paper: Paper, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Puts a table into the column, over as many pages as it needs."""
    room = paper.width - _GAP * (len(columns) - 1)
    whole = sum(column.share for column in columns)
    widths = [room * column.share / whole for column in columns]
    titles = [column.title for column in columns]
    head = _Row([*_set(paper, titles, columns, widths, head=True)], widths, LIGHT.control)
    below = 0.0
    for cells in rows:
        row = _Row([*_set(paper, cells, columns, widths, head=False)], widths, LIGHT.line)
        if not below or row.height > paper.room:
            if row.height + head.height > paper.room and not paper.fresh:
                paper.turn()
            paper.put(head)
        paper.put(row)
        below += row.height


def _set(
    paper: Paper, cells: Sequence[str], columns: Sequence[Column], widths: Sequence[float], *, head: bool
) -> Iterable[tuple[Words, Column]]:
    style = LABEL if head else SMALL
    for cell, column, width in zip(cells, columns, widths, strict=True):
        yield Words(paper.device, cell, style, width), column
