"""Lists of people that an office keeps: reading them from a table of cells, and who may be meant by whom.

NIP: 18 digits (Perka BKN 22/2007), without a check digit; a spreadsheet keeps 15 significant digits of a number, so a
NIP that was ever a number is another NIP, and two people can become the same.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from asnquiz.domain.collection import PersonRow, Proposal, RosterEntry
from asnquiz.domain.letters import bare_letters
from asnquiz.domain.person import NIP_LENGTH, nip_digits, parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Cell, CellFault, Sheet, bare_title

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
_NAME = (
    "nama",
    "nama pegawai",
    "nama lengkap",
    "nama asn",
    "nama pns",
    "nama lengkap pegawai",
    "nama dan gelar",
    "nama peserta",
    "nama undangan",
)
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
class RosterReading:
    """What a table says: the people of rows without a fault, and the faults."""

    entries: tuple[RosterEntry, ...]
    faults: tuple[CellFault, ...]


@dataclass(frozen=True)
class ListKind:
    """What a list of people must say.

    Attributes:
        known_by: the column that its header is known by.
        needs: columns of which one must be there, with what they are called.
        people: columns of which one is filled in every row of a person.
        nip: whether everybody must have a NIP.
        no_header: what is told where no sheet has a header.
    """

    known_by: str
    needs: tuple[tuple[frozenset[str], str], ...]
    people: tuple[str, ...]
    nip: bool
    no_header: str


_NEEDS_NAME = (frozenset({"name"}), "Nama")
STAFF: Final = ListKind(
    known_by="nip",
    needs=(_NEEDS_NAME, (frozenset({"agency", "unit"}), "Perangkat daerah atau Unit kerja")),
    people=("nip", "name"),
    nip=True,
    no_header=(
        "Baris judul kolom tidak ditemukan. Daftar pegawai memerlukan kolom NIP, Nama, dan Perangkat daerah atau Unit "
        "kerja; Jabatan boleh ada. Periksa berkasnya, lalu pilih lagi."
    ),
)
INVITATION: Final = ListKind(
    known_by="name",
    needs=((frozenset({"position"}), "Jabatan"), (frozenset({"agency", "unit"}), "Unit kerja")),
    people=("nip", "name", "position", "agency", "unit"),
    nip=False,
    no_header=(
        "Baris judul kolom tidak ditemukan. Daftar undangan memerlukan kolom Nama, Jabatan, dan Unit kerja; NIP boleh "
        "ada. Periksa berkasnya, lalu pilih lagi."
    ),
)


@dataclass(frozen=True)
class RosterChange:
    """How a roster differs from the one before; NIPs of those who are new, changed, gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass
class _Reading:
    """`places` says where each person was first named: by NIP, or without one by all that is said of them."""

    kind: ListKind
    entries: list[RosterEntry] = field(default_factory=list)
    places: dict[str | RosterEntry, str] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)


def read_roster(sheets: Iterable[Sheet], kind: ListKind = STAFF) -> RosterReading:
    """The people of all sheets whose header has the columns that this kind of list needs.

    The header is looked for below titles. A table of one level says the agency only; its unit is then the agency. Rows
    where nothing names a person, and rows of sums, are none. A NIP that may be missing is then empty. Raises Refusal
    where no sheet has a header.
    """
    reading = _Reading(kind)
    found = False
    missing: set[str] = set()
    for sheet in sheets:
        head = _header(sheet, kind)
        if head is None:
            continue
        at, columns = head
        if lacking := _lacking(columns, kind):
            missing |= lacking
            continue
        found = True
        for number, row in enumerate(sheet.rows[at + 1 :], start=at + 1):
            _read_row(reading, sheet, number, row, columns)
    if not found:
        raise Refusal(_no_header(missing, kind))
    return RosterReading(tuple(reading.entries), tuple(reading.faults))


def _header(sheet: Sheet, kind: ListKind) -> tuple[int, dict[str, int]] | None:
    """The row of the header and the column of each field: the first row that has all columns that are needed, else the
    first with the one that tells a header; None where no row has that.
    """
    found = None
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        columns = columns_of(row)
        if kind.known_by in columns and (found is None or not _lacking(columns, kind)):
            found = number, columns
            if not _lacking(columns, kind):
                break
    return found


def columns_of(row: Sequence[Cell]) -> dict[str, int]:
    """The column of each field that a row names as a header does."""
    titles = [bare_title(cell) for cell in row]
    places = {name: [titles.index(word) for word in words if word in titles] for name, words in _COLUMNS.items()}
    return {name: found[0] for name, found in places.items() if found}


def _lacking(columns: Mapping[str, int], kind: ListKind) -> set[str]:
    return {called for any_of, called in kind.needs if not any_of & columns.keys()}


def _no_header(missing: Iterable[str], kind: ListKind) -> str:
    if lacking := " dan ".join(sorted(missing)):
        beside = "NIP" if kind.known_by == "nip" else "Nama"
        return (
            f"Kolom {lacking} tidak ditemukan di sebelah kolom {beside}. Beri judul kolom itu, lalu pilih berkasnya "
            "lagi."
        )
    return kind.no_header


class _Faulty(Exception):
    """A cell, by the name of its column, that keeps its row out."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def _read_row(reading: _Reading, sheet: Sheet, number: int, row: Sequence[Cell], columns: Mapping[str, int]) -> None:
    cells = {name: row[place] if place < len(row) else None for name, place in columns.items()}
    if _is_no_person(cells, row, reading.kind):
        return
    try:
        entry = _entry(cells, reading)
    except _Faulty as fault:
        reading.faults.append(CellFault(sheet.place(number, columns[fault.column]), str(fault)))
        return
    reading.places[entry.nip or entry] = sheet.place(number, columns["nip" if entry.nip else "name"])
    reading.entries.append(entry)


def _entry(cells: Mapping[str, Cell], reading: _Reading) -> RosterEntry:
    nip = _nip_of(cells.get("nip"), reading.kind)
    if nip in reading.places:
        raise _Faulty("nip", f"NIP ini sudah ada di {reading.places[nip]}. Hapus salah satu barisnya.")
    texts = {name: _text_of(name, cells[name]) for name in _LABEL if name in cells}
    if not texts["name"]:
        raise _Faulty("name", "Nama masih kosong. Isi namanya.")
    unit = texts.get("unit", "")
    agency = texts.get("agency", unit)
    if not agency:
        raise _Faulty("agency" if "agency" in texts else "unit", "Tempat kerja masih kosong. Isi perangkat daerahnya.")
    entry = RosterEntry(nip, texts["name"], agency, unit or agency, texts.get("position", ""))
    if entry in reading.places:
        raise _Faulty("name", f"Orang ini sudah ada di {reading.places[entry]}. Hapus salah satu barisnya.")
    return entry


def _text_of(column: str, cell: Cell) -> str:
    try:
        return parse_line(_words(cell), _LABEL[column]) or ""
    except Refusal as refusal:
        raise _Faulty(column, str(refusal)) from refusal


def _nip_of(cell: Cell, kind: ListKind) -> str:
    if not isinstance(cell, str | None):  # a number of 18 digits has lost its last ones
        raise _Faulty("nip", _EXCEL)
    written = cell or ""
    if re.fullmatch(r"\s*\d[.,]?\d*[eE]\+?\d+\s*", written):
        raise _Faulty("nip", _EXCEL)
    digits, strange = nip_digits(written)
    if strange:
        raise _Faulty("nip", "NIP hanya berisi angka. Periksa selnya.")
    if not digits and not kind.nip:
        return ""
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


def _is_no_person(cells: Mapping[str, Cell], row: Sequence[Cell], kind: ListKind) -> bool:
    """Whether a row is empty, the numbers of the columns under a header (1, 2, 3 …), or a sum under the last person."""
    filled = [_words(cell).strip() for cell in row if _is_filled(cell)]
    if len(filled) > 1 and [cell.strip("()") for cell in filled] == [str(at) for at in range(1, len(filled) + 1)]:
        return True
    if _is_filled(cells.get("nip")):
        return False
    named = any(_is_filled(cells.get(column)) for column in kind.people)
    return not named or any(bare_title(cell) in _TOTALS for cell in filled)


def _is_filled(cell: Cell) -> bool:
    return cell is not None and bool(str(cell).strip())


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
