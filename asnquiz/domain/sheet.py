"""The cells of a table that somebody made elsewhere, and what is wrong with one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from asnquiz.domain.letters import bare_letters

Cell = str | float | date | time | timedelta | None


@dataclass(frozen=True)
class Sheet:
    """Rows of cells as they stand in a file, from its first row and column on.

    Attributes:
        name: empty for plain text.
        computed: row and column, both from 0, of the cells that hold an error or what a formula gave when it was saved.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    computed: frozenset[tuple[int, int]] = frozenset()

    def place(self, row: int, column: int) -> str:
        """Where a cell is, both from 0: `Pegawai!B7`, `B7`."""
        letters = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        at = f"{letters}{row + 1}"
        return f"{self.name}!{at}" if self.name else at


@dataclass(frozen=True)
class CellFault:
    """What is wrong with one cell: where, as `Sheet.place` says, and a sentence on what and what to do."""

    cell: str
    message: str


def bare_title(cell: Cell) -> str:
    """A column's title as it is compared: small letters and digits with single spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare_letters(str(cell)).lower()).split()) if cell is not None else ""
