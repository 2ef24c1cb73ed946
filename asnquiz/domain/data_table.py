"""Tables of typed columns, as they go into spreadsheets, CSV and JSON: what a cell is never depends on how it looks."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

Cell = str | int | float | dt.date | dt.datetime | None


class Kind(Enum):
    """What the cells of a column are; any of them may be empty (None).

    `text` is never read as anything else, neither as a number (a NIP) nor as a formula. `decimal` is a float, `day` a
    date, `time` an aware datetime, which is written as the clock of its offset shows it.
    """

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    TIME = "time"


@dataclass(frozen=True)
class Column:
    """A column: its name for other programs, its title for people with the unit in it, and what its cells are.

    `places` is how many decimals are written and shown.
    """

    name: str
    title: str
    kind: Kind = Kind.TEXT
    places: int = 1

    def rounded(self, cell: float) -> float:
        """A decimal as it is written everywhere; nothing is ever minus nought."""
        return round(cell, self.places) + 0.0


@dataclass(frozen=True)
class DataTable:
    """Rows of as many cells as there are columns; they may be read once only where they are many.

    Attributes:
        name: for other programs, in lower case.
        title: for people; at most 31 characters, which is what a sheet's name may have.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]


@dataclass(frozen=True)
class DataFile:
    """What one file holds.

    Attributes:
        title: what it is.
        facts: label and value of what is printed with any figure: policy, period, content, and what it is no proof of.
        created: of the newest exam in it, so that the same data make the same file; None where there is none.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    created: dt.datetime | None
    tables: tuple[DataTable, ...]
