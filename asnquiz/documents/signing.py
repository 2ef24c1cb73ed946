"""Places to sign: names under lines, and a list of people with their boxes by turns at the left and at the right."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from asnquiz.documents.paper import Paper, hairline
from asnquiz.documents.text import BODY, LABEL, NOTE, QUIET, SMALL, Words
from asnquiz.domain.briefing import Guest
from asnquiz.domain.person import grouped_nip
from asnquiz.domain.wording import harmless
from asnquiz.painting.tokens import LIGHT

_GAP = 40.0
_ROOM_TO_SIGN = 58.0
_STAMP_WIDTH, _STAMP_HEIGHT = 80.0, 50.0

_PADDING = 5.0
_LOWEST = 26.0  # of a row: a box reaches over two of them
_LINE = 0.75
_SHARES = (11.0, 32.0, 23.0, 25.0, 17.0, 17.0)  # number, name, position, unit, and two halves to sign in
_HALF = len(_SHARES) - 2


class Signatures:
    """Side by side: what somebody is, room to sign, and the name under the line.

    `stamp` is what stands in the place for one, at the last of them.
    """

    def __init__(self, paper: Paper, people: Sequence[tuple[str, str]], stamp: str = "") -> None:
        self._width = (paper.width - _GAP * (len(people) - 1)) / len(people)
        self._people = [
            (Words(paper.device, role, QUIET, self._width), Words(paper.device, name, BODY, self._width))
            for role, name in people
        ]
        self._stamp = Words(paper.device, stamp, NOTE, _STAMP_WIDTH - 2 * _PADDING) if stamp else None
        self._above = max(role.height for role, _ in self._people) + _ROOM_TO_SIGN
        self.height = self._above + 3 + max(name.height for _, name in self._people)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        line = y + self._above
        for place, (role, name) in enumerate(self._people):
            left = x + place * (self._width + _GAP)
            role.paint(painter, left, y)
            hairline(painter, left, line, self._width, LIGHT.control)
            name.paint(painter, left, line + 3)
        if self._stamp:
            edge = QRectF(x + (len(self._people) - 1) * (self._width + _GAP), line - 4, _STAMP_WIDTH, -_STAMP_HEIGHT)
            dashed(painter, edge.normalized())
            self._stamp.paint(painter, edge.left() + _PADDING, edge.center().y() - self._stamp.height / 2)


def dashed(painter: QPainter, edge: QRectF) -> None:
    """The edge of what is stuck on, folded or cut by hand; without height it is one line."""
    painter.save()
    painter.setPen(QPen(QColor(LIGHT.control), _LINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if edge.height():
        painter.drawRect(edge)
    else:
        painter.drawLine(edge.topLeft(), edge.topRight())
    painter.restore()


def sign_here(paper: Paper, guests: Sequence[Guest], *, nips: bool, spare: int, follows: float) -> None:
    """Puts the list of the guests down the column, with `spare` more rows to be filled in by hand.

    The head stands again on every page. An odd row is on one page with the even one after it, and the last of them
    with what `follows`, of so many points, so that nobody's name stands under an empty page.
    """
    grid = _Grid(paper)
    head = grid.row(("Nomor", "Nama dan NIP" if nips else "Nama", "Jabatan", "Unit kerja"), None)
    known = [(_name(one, nips=nips), harmless(one.position), harmless(one.unit)) for one in guests]
    everybody = enumerate([*known, *[("", "", "")] * spare], start=1)
    rows = [grid.row((f"{number}.", *cells), number) for number, cells in everybody]
    paper.put(head)
    for place in range(0, len(rows), 2):
        pair = rows[place : place + 2]
        last = place + 2 >= len(rows)
        if sum(row.height for row in pair) + (follows if last else 0) > paper.room and not paper.fresh:
            grid.close()
            paper.turn()
            paper.put(head)
        for row in pair:
            paper.put(row)
    grid.close()


def _name(guest: Guest, *, nips: bool) -> str:
    name = harmless(guest.name)
    return f"{name}\n{grouped_nip(guest.nip)}" if nips and guest.nip else name


class _Grid:
    """The columns of such a list on one paper."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        ends = list(accumulate(_SHARES, initial=0.0))
        self.edges = [paper.width * end / ends[-1] for end in ends]

    def row(self, cells: Sequence[str], number: int | None) -> "_Row":
        """One row; without a number it is the head."""
        signed = "Tanda tangan" if number is None else cells[0]
        half = _HALF + (number is not None and number % 2 == 0)
        places = [*enumerate(cells), (half, signed)]
        return _Row(self.edges, [(place, self._words(place, words, number)) for place, words in places], number)

    def _words(self, place: int, words: str, number: int | None) -> Words:
        end = self.edges[-1] if number is None and place == _HALF else self.edges[place + 1]
        width = end - self.edges[place] - 2 * _PADDING
        return Words(self._paper.device, words, LABEL if number is None else SMALL, width)

    def close(self) -> None:
        """The line under the last row of a page."""
        x, y, width = self._paper.left, self._paper.y, self._paper.width
        self._paper.draw(lambda painter: hairline(painter, x, y, width, LIGHT.control))


class _Row:
    """One row with the lines above and beside its cells.

    A box to sign in is open below, so that it takes the empty half of the next row along.
    """

    def __init__(self, edges: Sequence[float], cells: Sequence[tuple[int, Words]], number: int | None) -> None:
        self._edges = edges
        self._cells = cells
        self._number = number
        tallest = max(words.height for _, words in cells) + 2 * _PADDING
        self.height = tallest if number is None else max(tallest, _LOWEST)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for place, words in self._cells:
            words.paint(painter, x + self._edges[place] + _PADDING, y + _PADDING)
        for edge in self._edges:
            if self._number is not None or edge != self._edges[-2]:
                painter.fillRect(QRectF(x + edge, y, _LINE, self.height), QColor(LIGHT.control))
        for left, right in self._lines_above():
            hairline(painter, x + left, y, right - left, LIGHT.control)

    def _lines_above(self) -> Sequence[tuple[float, float]]:
        *_, halves, middle, end = self._edges
        if self._number is None or self._number == 1:
            return ((0.0, end),)
        return ((0.0, halves), (halves, middle) if self._number % 2 else (middle, end))
