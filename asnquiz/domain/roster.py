"""The office's list of who is expected: reading it from a table of cells, and who may be meant by whom.

NIP: 18 digits (Perka BKN 22/2007), without a check digit; a spreadsheet keeps 15 significant digits of a number, so a
NIP that was ever a number is another NIP, and two people can become the same.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Final

from asnquiz.domain.collection import PersonRow, Proposal, RosterEntry
from asnquiz.domain.letters import bare_letters
from asnquiz.domain.person import NIP_LENGTH, nip_digits, parse_line
from asnquiz.domain.refusal import Refusal

Cell = str | float | date | time | timedelta | None
_HEAD_ROWS: Final = 30  # a header further down is none
_MOST_PROPOSALS: Final = 5

_NIP = (
    "nip",
    "nip nippppk",
    "nip ni pppk",
    "nip nipppk",
    "nip baru",
    "nip pegawai",
    "nippppk",
    "ni pppk",
    "nipppk",
    "nomor induk pegawai",
    "no induk pegawai",
)
_NAME = ("nama", "nama pegawai", "nama lengkap", "nama asn", "nama pns", "nama lengkap pegawai", "nama dan gelar")
_AGENCY = (
    "perangkat daerah",
    "nama perangkat daerah",
    "opd",
    "nama opd",
    "skpd",
    "nama skpd",
    "organisasi perangkat daerah",
    "instansi",
    "instansi kerja",
    "dinas",
    "dinas badan",
    "unor induk",
    "unit organisasi induk",
    "unit kerja induk",
    "satuan kerja",
    "satker",
)
_UNIT = (
    "unit kerja",
    "nama unit kerja",
    "unit",
    "unor",
    "nama unor",
    "unit organisasi",
    "sub unit",
    "subunit",
    "sub unit kerja",
    "bidang",
    "bidang bagian",
    "bagian",
    "sekolah",
    "puskesmas",
    "uptd",
)
_POSITION = ("jabatan", "nama jabatan", "jabatan terakhir", "jabatan saat ini", "posisi")
_COLUMNS: Final = {"nip": _NIP, "name": _NAME, "agency": _AGENCY, "unit": _UNIT, "position": _POSITION}
_LABEL: Final = {"name": "Nama", "agency": "Perangkat daerah", "unit": "Unit kerja", "position": "Jabatan"}
_TOTALS = ("jumlah", "total", "grand total", "subtotal", "sub total")
_TITLES = re.compile(r"\b(?:prof|drs|dra|dr|drg|ir|h|hj|kh|ustaz|apt)\.? ", re.IGNORECASE)

_EXCEL = (
    "NIP rusak oleh Excel (tersimpan sebagai angka). Minta berkas asli, atau jadikan kolom NIP teks lalu isi ulang."
)


@dataclass(frozen=True)
class Sheet:
    """Rows of cells as they stand in a file, from its first row and column on; the name is empty for plain text."""

    name: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class RosterFault:
    """What is wrong with one cell: where (`Pegawai!B7`, `B7`), and a sentence on what and what to do."""

    cell: str
    message: str


@dataclass(frozen=True)
class RosterReading:
    """What a table says: the people of rows without a fault, and the faults."""

    entries: tuple[RosterEntry, ...]
    faults: tuple[RosterFault, ...]


@dataclass(frozen=True)
class RosterChange:
    """How a roster differs from the one before; NIPs of those who are new, changed, gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass
class _Reading:
    entries: dict[str, RosterEntry] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    faults: list[RosterFault] = field(default_factory=list)


def read_roster(sheets: Iterable[Sheet]) -> RosterReading:
    """The people of all sheets that have a header with at least NIP, name and where they work.

    The header is looked for below titles. A table of one level says the agency only; its unit is then the agency. Rows
    without a name and a NIP, and rows of sums, are none. Raises Refusal where no sheet has a header.
    """
    reading = _Reading()
    found = False
    missing: set[str] = set()
    for sheet in sheets:
        head = _header(sheet)
        if head is None:
            continue
        at, columns = head
        if lacking := _lacking(columns):
            missing |= lacking
            continue
        found = True
        for number, row in enumerate(sheet.rows[at + 1 :], start=at + 1):
            _read_row(reading, sheet, number, row, columns)
    if not found:
        raise Refusal(_no_header(missing))
    return RosterReading(tuple(reading.entries.values()), tuple(reading.faults))


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the header and the column of each field; None where no row names NIP."""
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        titles = [_title(cell) for cell in row]
        columns = {}
        for name, words in _COLUMNS.items():
            place = next((titles.index(word) for word in words if word in titles), None)
            if place is not None:
                columns[name] = place
        if "nip" in columns:
            return number, columns
    return None


def _title(cell: Cell) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare_letters(str(cell)).lower()).split()) if cell is not None else ""


def _lacking(columns: Mapping[str, int]) -> set[str]:
    lacking = set() if "name" in columns else {"Nama"}
    return lacking if {"agency", "unit"} & columns.keys() else lacking | {"Perangkat daerah atau Unit kerja"}


def _no_header(missing: Iterable[str]) -> str:
    if lacking := " dan ".join(sorted(missing)):
        return f"Kolom {lacking} tidak ditemukan di sebelah kolom NIP. Beri judul kolom itu, lalu pilih berkasnya lagi."
    return (
        "Baris judul kolom tidak ditemukan. Daftar pegawai memerlukan kolom NIP, Nama, dan Perangkat daerah atau Unit "
        "kerja; Jabatan boleh ada. Periksa berkasnya, lalu pilih lagi."
    )


class _Faulty(Exception):
    """A cell, by the name of its column, that keeps its row out."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def _read_row(reading: _Reading, sheet: Sheet, number: int, row: Sequence[Cell], columns: Mapping[str, int]) -> None:
    cells = {name: row[place] if place < len(row) else None for name, place in columns.items()}
    if _is_no_person(cells["nip"], cells["name"], row):
        return
    try:
        entry = _entry(cells, reading.places)
    except _Faulty as fault:
        reading.faults.append(RosterFault(_place(sheet, number, columns[fault.column]), str(fault)))
        return
    reading.places[entry.nip] = _place(sheet, number, columns["nip"])
    reading.entries[entry.nip] = entry


def _entry(cells: Mapping[str, Cell], places: Mapping[str, str]) -> RosterEntry:
    nip = _nip_of(cells["nip"])
    if nip in places:
        raise _Faulty("nip", f"NIP ini sudah ada di {places[nip]}. Hapus salah satu barisnya.")
    texts = {name: _text_of(name, cells[name]) for name in _LABEL if name in cells}
    if not texts["name"]:
        raise _Faulty("name", "Nama masih kosong. Isi namanya.")
    unit = texts.get("unit", "")
    agency = texts.get("agency", unit)
    if not agency:
        raise _Faulty("agency" if "agency" in texts else "unit", "Tempat kerja masih kosong. Isi perangkat daerahnya.")
    return RosterEntry(nip, texts["name"], agency, unit or agency, texts.get("position", ""))


def _text_of(column: str, cell: Cell) -> str:
    try:
        return parse_line(_words(cell), _LABEL[column]) or ""
    except Refusal as refusal:
        raise _Faulty(column, str(refusal)) from refusal


def _nip_of(cell: Cell) -> str:
    if not isinstance(cell, str | None):  # a number of 18 digits has lost its last ones
        raise _Faulty("nip", _EXCEL)
    written = cell or ""
    if re.fullmatch(r"\s*\d[.,]?\d*[eE]\+?\d+\s*", written):
        raise _Faulty("nip", _EXCEL)
    digits, strange = nip_digits(written)
    if strange:
        raise _Faulty("nip", "NIP hanya berisi angka. Periksa selnya.")
    if not digits:
        raise _Faulty("nip", "NIP masih kosong. Tanpa NIP, orang ini tidak dapat dicocokkan dengan berkas nilai.")
    if len(digits) != NIP_LENGTH:
        message = f"NIP terdiri atas {NIP_LENGTH} angka; yang tertulis {len(digits)} angka. Periksa selnya."
        raise _Faulty("nip", message)
    if digits.endswith("000"):  # the last three digits count from 001
        raise _Faulty("nip", _EXCEL)
    return digits


def _words(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _is_no_person(nip: Cell, name: Cell, row: Sequence[Cell]) -> bool:
    """Whether a row is empty, the numbers of the columns under a header (1, 2, 3 …), or a sum under the last person."""
    filled = [cell for cell in row if cell is not None and str(cell).strip()]
    if nip is not None and str(nip).strip():
        counted = [_words(cell).strip().strip("()") for cell in filled]
        return len(counted) > 1 and counted == [str(place) for place in range(1, len(counted) + 1)]
    return (name is None or not str(name).strip()) or any(_title(cell) in _TOTALS for cell in filled)


def _place(sheet: Sheet, row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    at = f"{letters}{row + 1}"
    return f"{sheet.name}!{at}" if sheet.name else at


def change_of(before: Sequence[RosterEntry], after: Sequence[RosterEntry]) -> RosterChange:
    """What replacing one roster by another would change."""
    old, new = ({entry.nip: entry for entry in entries} for entries in (before, after))
    return RosterChange(
        new=tuple(nip for nip in new if nip not in old),
        changed=tuple(nip for nip in new if nip in old and new[nip] != old[nip]),
        gone=tuple(nip for nip in old if nip not in new),
    )


def proposals(unknown: Iterable[PersonRow], roster: Sequence[RosterEntry]) -> tuple[Proposal, ...]:
    """Whom of the roster each unknown person may be: one digit of the NIP differs, two neighbours of it are swapped, or
    the name is the same. For people to decide; nothing is taken by itself.
    """
    people = tuple(unknown)
    asked = {gap for person in people for gap in _gaps(person.nip or "")}
    by_nip = {entry.nip: entry for entry in roster}
    by_gap: defaultdict[tuple[int, str], list[RosterEntry]] = defaultdict(list)
    by_name: defaultdict[str, list[RosterEntry]] = defaultdict(list)
    for entry in roster:
        by_name[_name_key(entry.name)].append(entry)
        for gap in _gaps(entry.nip):
            if gap in asked:
                by_gap[gap].append(entry)
    return tuple(
        Proposal(person.key, person.nip, person.name, person.unit or None, entry, reason)
        for person in people
        for entry, reason in list(_near(person, by_nip, by_gap, by_name).values())[:_MOST_PROPOSALS]
    )


def _near(
    person: PersonRow,
    by_nip: Mapping[str, RosterEntry],
    by_gap: Mapping[tuple[int, str], Sequence[RosterEntry]],
    by_name: Mapping[str, Sequence[RosterEntry]],
) -> dict[str, tuple[RosterEntry, str]]:
    near: dict[str, tuple[RosterEntry, str]] = {}
    nip = person.nip or ""
    for gap in _gaps(nip):
        for entry in by_gap.get(gap, ()):
            near.setdefault(entry.nip, (entry, "NIP berbeda satu angka"))
    for swapped in _swaps(nip):
        if swapped in by_nip:
            near.setdefault(swapped, (by_nip[swapped], "Dua angka NIP bertukar tempat"))
    if key := _name_key(person.name):
        for entry in by_name.get(key, ()):
            near.setdefault(entry.nip, (entry, "Namanya sama"))
    return near


def _gaps(nip: str) -> Iterator[tuple[int, str]]:
    return ((place, nip[:place] + nip[place + 1 :]) for place in range(len(nip)))


def _swaps(nip: str) -> Iterator[str]:
    for place in range(len(nip) - 1):
        if nip[place] != nip[place + 1]:
            yield nip[:place] + nip[place + 1] + nip[place] + nip[place + 2 :]


def _name_key(name: str) -> str:
    """A name without titles and marks: `Dr. H. Siti Aminah, S.Kep.` as `siti aminah`."""
    plain = unicodedata.normalize("NFC", name).partition(",")[0]
    plain = _TITLES.sub(" ", f" {plain} ")
    return " ".join(re.sub(r"[^a-z]+", " ", bare_letters(plain).lower()).split())
