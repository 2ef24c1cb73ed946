"""Tables down a paper's column: rows are never split, and the head stands again at the top of every page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.documents.column import heading, said
from asnquiz.documents.paper import Paper, hairline
from asnquiz.documents.text import LABEL, QUIET, SMALL, Style, Words
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.painting.charts import paint_tally
from asnquiz.painting.tokens import LIGHT

_GAP = 10.0  # between columns
_PADDING = 4.0  # above and below the words of a row
_AROUND = 8.0  # above and below the words before a table
_FIRST, _TOGETHER = 4, 85.0  # so many rows stay with the heading, where they are no higher
_PICTURE = 8.0  # the height of what is drawn in a cell

# What stands in a cell: words, or what draws itself in a place beside the first line of words.
Cell = str | Callable[[QPainter, QRectF], None]


@dataclass(frozen=True)
class Column:
    """A column: its title, its share of the width, and whether it holds numbers, which stand at the right."""

    title: str
    share: float
    number: bool = False


class _Picture:
    """What is drawn in a cell, as high as one line of words."""

    height = SMALL.line

    def __init__(self, draw: Callable[[QPainter, QRectF], None], width: float) -> None:
        self._draw = draw
        self._width = width

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self._draw(painter, QRectF(x, y + (self.height - _PICTURE) / 2, self._width, _PICTURE))


class _Row:
    """One row at its full height, with a line under it."""

    def __init__(self, cells: Sequence[Words | _Picture], widths: Sequence[float], edge: str) -> None:
        self._cells = cells
        self._widths = widths
        self._edge = edge
        self.height = max(cell.height for cell in cells) + 2 * _PADDING

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        left = x
        for cell, width in zip(self._cells, self._widths, strict=True):
            cell.paint(painter, left, y + _PADDING)
            left += width + _GAP
        hairline(painter, x, y + self.height - 0.75, left - _GAP - x, self._edge)


class _Setting:
    """The columns of one table on one paper."""

    def __init__(self, paper: Paper, columns: Sequence[Column]) -> None:
        self._paper = paper
        self._columns = columns
        room = paper.width - _GAP * (len(columns) - 1)
        whole = sum(column.share for column in columns)
        self._widths = [room * column.share / whole for column in columns]
        self.head = self._set([column.title for column in columns], LABEL, LIGHT.control)

    def row(self, cells: Sequence[Cell]) -> _Row:
        return self._set(cells, SMALL, LIGHT.line)

    def _set(self, cells: Sequence[Cell], style: Style, edge: str) -> _Row:
        made = [
            Words(self._paper.device, cell, style, width, right=column.number)
            if isinstance(cell, str)
            else _Picture(cell, width)
            for cell, column, width in zip(cells, self._columns, self._widths, strict=True)
        ]
        return _Row(made, self._widths, edge)


def table(paper: Paper, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """Puts a table into the column, over as many pages as it needs."""
    setting = _Setting(paper, columns)
    begun = False
    for cells in rows:
        row = setting.row(cells)
        if not begun or row.height > paper.room:
            if row.height + setting.head.height > paper.room and not paper.fresh:
                paper.turn()
            paper.put(setting.head)
        paper.put(row)
        begun = True


def section(
    paper: Paper,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    otherwise: str,
    before: str = "",
) -> None:
    """A heading with a table, and words `before` it; where there are no rows, what it says `otherwise`."""
    words = before if rows else otherwise
    opening = Words(paper.device, words, QUIET, paper.width).height + _AROUND if words else 0
    if rows:
        setting = _Setting(paper, columns)
        first, *more = (setting.row(cells).height for cells in rows[:_FIRST])
        opening += setting.head.height + max(first, min(_TOGETHER, first + sum(more)))
    heading(paper, title, follows=opening)
    if words:
        said(paper, words)
    if rows:
        table(paper, columns, rows)


def share_bar(part: int, whole: int) -> Cell:
    """A share as a bar; empty where it is of too few to be told."""
    return partial(paint_tally, right=part, total=whole, palette=LIGHT) if whole >= FEWEST else ""
