"""Counts of people for others to read: cells under ten are left out, and as many more as keep them from being computed.

Statistical offices call this primary and secondary suppression (Willenborg and de Waal 2001, Elements of Statistical
Disclosure Control). The table is told with its sums, so a cell that is left out is computable exactly where it is the
only way, along rows and columns of cells left out, between its row and its column: an edge whose loss parts the graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from asnquiz.domain.recap_wording import FEWEST

Place = tuple[int, int]
Suppressed = list[list[int | None]]


def suppressed(rows: Sequence[Sequence[int]]) -> Suppressed:
    """A table of counts with None for what must not be told; a column and a row of sums are added at their ends.

    Every count from 1 to 9 is left out, sums among them. Rows are of equal length.
    """
    table = [[*row, sum(row)] for row in rows]
    table.append([sum(column) for column in zip(*table, strict=True)])
    values = {(row, column): value for row, line in enumerate(table) for column, value in enumerate(line)}
    hidden = {place for place, value in values.items() if 0 < value < FEWEST}
    while computable := next((place for place in sorted(hidden) if _is_computable(place, hidden)), None):
        hidden |= min(_covers(computable, values), key=lambda cover: _loss(cover - hidden, values))
    return [
        [None if (row, column) in hidden else value for column, value in enumerate(line)]
        for row, line in enumerate(table)
    ]


def _covers(place: Place, values: Mapping[Place, int]) -> Iterator[set[Place]]:
    """Each rectangle of cells that has this one at a corner: left out together, none of the four is computable."""
    row, column = place
    for other_row, other_column in values:
        if other_row != row and other_column != column:
            yield {(row, other_column), (other_row, column), (other_row, other_column)}


def _loss(cells: Set[Place], values: Mapping[Place, int]) -> tuple[int, int, int, list[Place]]:
    """What leaving cells out costs: sums are wanted most, and a nought hides less than a number."""
    last = max(values)
    sums = sum((row == last[0]) + (column == last[1]) for row, column in cells)
    return sums, sum(not values[place] for place in cells), sum(values[place] for place in cells), sorted(cells)


def _is_computable(place: Place, hidden: Iterable[Place]) -> bool:
    """Whether no other way leads from the row of a cell to its column."""
    beside: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for row, column in hidden:
        if (row, column) != place:
            beside["row", row].append(("column", column))
            beside["column", column].append(("row", row))
    goal = ("column", place[1])
    waiting, seen = [("row", place[0])], {("row", place[0])}
    while waiting:
        for line in beside[waiting.pop()]:
            if line == goal:
                return False
            if line not in seen:
                seen.add(line)
                waiting.append(line)
    return True
