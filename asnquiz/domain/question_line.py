"""One row of a table of questions, cell by cell: what a spreadsheet may have made of it, and what is wrong with it."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from asnquiz.domain.pack import Phase, Verdict
from asnquiz.domain.question import Loss, Question
from asnquiz.domain.question_table import LETTERS, Choices, Part, Place, quoted
from asnquiz.domain.sheet import Cell, CellFault, Sheet
from asnquiz.domain.wording import date_words, harmless, time_words

_LONGEST_LIST = 120
_EXACT = 10**15  # whole numbers below it are as they were typed
# What a row may hold before anybody wrote a question into it.
_PREPARED = {Part.TYPE, Part.PHASE, Part.TOPIC, Part.DIFFICULTY, Part.JOB, Part.CONFIDENCE}


@dataclass
class Found:
    """What was read so far; `ids` says where each was first written."""

    choices: Mapping[Part, Choices[Any]]
    questions: list[Question] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)


class Line:
    """One row below a header. Whatever is wrong in a cell is noted, and the cell is then as if it were empty."""

    def __init__(self, found: Found, sheet: Sheet, number: int, columns: Mapping[Place, int]) -> None:
        self._found, self._sheet, self._number, self._columns = found, sheet, number, columns
        row = sheet.rows[number]
        self._cells = {
            place: row[column] for place, column in columns.items() if column < len(row) and is_filled(row[column])
        }
        computed = (place for place, column in columns.items() if (number, column) in sheet.computed)
        self._computed = {place for place in computed if not isinstance(self._cells.get(place), str)}

    def at(self, place: Place) -> str:
        """Where a place is in the file; that of the question where the table has no such column."""
        return harmless(self._sheet.place(self._number, self._columns.get(place, self._columns[Place(Part.STEM)])))

    def has(self, part: Part) -> bool:
        """Whether the table has such a column."""
        return Place(part) in self._columns

    def fault(self, place: Place, message: str) -> None:
        self._found.faults.append(CellFault(self.at(place), message))

    def is_empty(self, place: Place) -> bool:
        return place not in self._cells and place not in self._computed

    def is_question(self) -> bool:
        """Whether somebody wrote a question here; a single cell of other words is told as a note."""
        filled = self._cells.keys() | self._computed
        if all(place.part in _PREPARED and self._is_choice(place) for place in filled):
            return False
        if len(filled) > 1 or self._computed or Place(Part.STEM) in filled:
            return True
        ((place, cell),) = self._cells.items()
        told = f"Baris ini hanya berisi {quoted(_words(cell))}, jadi dilewati sebagai catatan."
        self._found.losses.append(Loss(self.at(place), told))
        return False

    def _is_choice(self, place: Place) -> bool:
        return place in self._cells and self._found.choices[place.part].read(_words(self._cells[place])) is not None

    def cell(self, place: Place) -> Cell:
        """A cell as it stands; None where it is empty or what it shows was worked out."""
        if place in self._computed:
            self.fault(place, "Sel ini berisi rumus atau galat. Ganti dengan hasilnya sebagai teks.")
            return None
        return self._cells.get(place)

    def text(self, place: Place) -> str:
        """The words in a cell; of what a spreadsheet turned into something else, it is told how it was read."""
        cell = self.cell(place)
        words = _words(cell)
        if not (cell is None or isinstance(cell, str) or words.isdecimal()):
            told = f"Sel ini bukan teks lagi, melainkan {_kind(cell)}; dibaca sebagai {quoted(words)}. Periksa artinya."
            self._found.losses.append(Loss(self.at(place), told))
        return words

    def choice(self, part: Part) -> Any:
        """What was chosen in a column; None where nothing was."""
        place = Place(part)
        words = self.text(place)
        value = self._found.choices[part].read(words) if words else None
        if words and value is None:
            self.fault(place, self.unknown(part, words))
        return value

    def choices(self, part: Part) -> tuple[Any, ...]:
        """What was chosen in the columns of one kind, or by several lines or semicolons in one of them."""
        chosen: list[Any] = []
        for place in sorted((place for place in self._columns if place.part is part), key=lambda place: place.number):
            words = self.text(place)
            whole = self._read(part, words)
            values = [whole] if whole else [self._read(part, one) for one in re.split(r"[;\n]", words) if one.strip()]
            if None in values:
                self.fault(place, self.unknown(part, words))
            chosen += values
        return tuple(chosen)

    def _read(self, part: Part, words: str) -> Any:
        """One value of a list; of a citation with the numbers of its facts behind it."""
        value = self._found.choices[part].read(words)
        if part is Part.LAW and value is None and (cited := re.fullmatch(r"(.*\S)\s*\[([^\[\]]*)\]", words, re.DOTALL)):
            base = self._found.choices[part].read(cited[1])
            facts = tuple(fact for one in cited[2].split(";") if (fact := one.strip()))
            return replace(base, facts=facts) if base else None
        return value

    def unknown(self, part: Part, words: str) -> str:
        """That nothing is called like this, and what there is where that is little."""
        listed = ", ".join(self._found.choices[part].shown.values())
        there = "Pilih dari daftar di templat Excel." if len(listed) > _LONGEST_LIST else f"Yang ada: {listed}."
        return f"{quoted(words)} tidak ada dalam daftar {part.value}. {there}"

    def verdict(self, words: str) -> Verdict | None:
        return self._found.choices[Part.KEY].read(words)

    def phase(self, words: str) -> Phase | None:
        return self._found.choices[Part.PHASE].read(words)

    def rows(self) -> list[tuple[str, str]]:
        """The text and the feedback of every option up to the last one with either."""
        rows = [
            (self.text(Place(Part.OPTION, number)), self.text(Place(Part.FEEDBACK, number)))
            for number in range(len(LETTERS))
        ]
        while rows and not any(rows[-1]):
            rows.pop()
        return rows

    def full_rows(self) -> list[tuple[str, str]]:
        """The same, where none may lack its text."""
        rows = self.rows()
        for number, (text, _) in enumerate(rows):
            if not text and Place(Part.OPTION, number) not in self._computed:
                place = Place(Part.OPTION, number)
                self.fault(place, f"{place.title} masih kosong, padahal umpan baliknya atau pilihan sesudahnya terisi.")
        return rows


def is_filled(cell: Cell) -> bool:
    return cell is not None and bool(str(cell).strip())


def _words(cell: Cell) -> str:
    """What a cell shows, as an Indonesian would write it."""
    match cell:
        case None:
            return ""
        case str():
            return cell.strip()
        case bool():
            return "Benar" if cell else "Salah"
        case int() | float():
            return (
                str(int(cell)) if float(cell).is_integer() and abs(cell) < _EXACT else f"{cell:.15g}".replace(".", ",")
            )
        case dt.datetime():
            return time_words(cell) if cell.time() != dt.time() else date_words(cell)
        case dt.date():
            return date_words(cell)
        case dt.time():
            return f"{cell:%H.%M}"
        case _:
            return str(cell)


def _kind(cell: Cell) -> str:
    match cell:
        case bool():
            return "nilai benar atau salah"
        case int() | float():
            return "angka"
        case _:
            return "tanggal atau waktu"
