"""The invitation list of a briefing: from a table of cells, or from lines that were typed or pasted.

People are invited by name, position and unit; a NIP may be missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from asnquiz.domain.roster import INVITATION, RosterReading, columns_of, read_roster
from asnquiz.domain.sheet import Cell, CellFault, Sheet

_HEAD = ("Nama", "Jabatan", "Unit kerja", "NIP")
_ONE_LINE = "Tulis satu orang per baris: Nama; Jabatan; Unit kerja. NIP boleh ditambahkan di akhir."


@dataclass(frozen=True)
class Invited:
    """Somebody who is invited, before there is a code for them; `position` may be empty."""

    name: str
    position: str
    unit: str
    nip: str | None


@dataclass(frozen=True)
class InvitationReading:
    """Who is invited by the rows or lines without a fault, and the faults; only whole lists are to be taken."""

    people: tuple[Invited, ...]
    faults: tuple[CellFault, ...]


class _Lines(Sheet):
    """Lines as people wrote them, under a row that says what their parts are."""

    def place(self, row: int, column: int) -> str:
        return f"Baris {row}, bagian {column + 1}"


def read_invitation(sheets: Iterable[Sheet]) -> InvitationReading:
    """Who is invited by all sheets with a header that has at least name, position and where they work.

    Raises Refusal where no sheet has one.
    """
    return _people(read_roster(sheets, INVITATION))


def read_lines(text: str) -> InvitationReading:
    """Who is invited by lines of name, position, unit and, where it is known, NIP, with semicolons between.

    Lines that are pasted from a spreadsheet have tabs between. The first one may be a header; Refusal where that lacks
    something.
    """
    written = text.splitlines()
    between = "\t" if "\t" in text else ";"
    rows: list[list[Cell]] = [list(line.split(between)) if line.strip() else [] for line in written]
    first = next((row for row in rows if row), [])
    headed = "name" in columns_of(first)
    strange = [] if headed else [number for number, row in enumerate(rows) if any(map(_said, row[len(_HEAD) :]))]
    for number in strange:
        rows[number] = []
    found = _people(read_roster([_Lines("", [() if headed else _HEAD, *rows])], INVITATION))
    faults = [*found.faults, *(CellFault(f"Baris {number + 1}", _ONE_LINE) for number in strange)]
    return InvitationReading(found.people, tuple(sorted(faults, key=_line)))


def _line(fault: CellFault) -> int:
    return int(fault.cell.removeprefix("Baris ").partition(",")[0])


def _said(cell: Cell) -> bool:
    return bool(str(cell).strip())


def _people(reading: RosterReading) -> InvitationReading:
    people = tuple(Invited(entry.name, entry.position, entry.unit, entry.nip or None) for entry in reading.entries)
    return InvitationReading(people, reading.faults)
