"""Nobody computes what was left out: found by trying every table that fits what was told."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.suppression import suppressed

TABLES = st.lists(st.lists(st.integers(0, 40), min_size=2, max_size=3), min_size=1, max_size=3).filter(
    lambda rows: len({len(row) for row in rows}) == 1
)


def test_cells_under_ten_go_with_what_would_tell_them() -> None:
    assert suppressed([[4, 30], [20, 40]]) == [[None, None, 34], [None, None, 60], [24, 70, 94]]
    assert suppressed([[10, 30], [20, 0]]) == [[10, 30, 40], [20, 0, 20], [30, 30, 60]]


def test_of_one_row_its_sums_go_as_well() -> None:
    assert suppressed([[3, 50, 20]]) == [[None, 50, None, 73], [None, 50, None, 73]]


@given(TABLES)
def test_no_cell_left_out_has_one_value_only(rows: list[list[int]]) -> None:
    told = suppressed(rows)
    table = [[*row, sum(row)] for row in rows]
    table.append([sum(column) for column in zip(*table, strict=True)])
    for real, line in zip(table, told, strict=True):
        for value, shown in zip(real, line, strict=True):
            assert shown in (None, value)
            assert shown is None or not 0 < value < 10
    hidden = {(row, column) for row, line in enumerate(told) for column, value in enumerate(line) if value is None}
    assert not hidden or all(_moves(table, place, hidden) for place in hidden)


def _moves(table: list[list[int]], place: tuple[int, int], hidden: set[tuple[int, int]]) -> bool:
    """Whether some table with the same told cells and sums has another value there.

    Tables differ by sums of circles of +1 and -1; those over cells left out alone are tried, negative values included.
    """
    cells = sorted(hidden)
    others = [cell for cell in cells if cell != place]
    if len(others) > 9:
        return True  # too many to try one by one
    rows, columns = len(table), len(table[0])
    for steps in product((-1, 0, 1), repeat=len(others)):
        change = dict(zip(others, steps, strict=True)) | {place: 1}
        # The sums stand at the end of their lines and count against them.
        by_row = [sum(_signed(cell, change, rows, columns) for cell in change if cell[0] == row) for row in range(rows)]
        by_column = [
            sum(_signed(cell, change, rows, columns) for cell in change if cell[1] == column)
            for column in range(columns)
        ]
        if not any(by_row) and not any(by_column):
            return True
    return False


def _signed(cell: tuple[int, int], change: dict[tuple[int, int], int], rows: int, columns: int) -> int:
    """A change as the sum of its row, and of its column, feels it: a sum takes away what its cells add."""
    ends = (cell[0] == rows - 1) + (cell[1] == columns - 1)
    return change[cell] * (-1 if ends == 1 else 1)
