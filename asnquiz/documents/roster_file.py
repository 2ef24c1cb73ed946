"""The cells of a spreadsheet or a text table that somebody chose, whatever their computer made of it."""

import csv
import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Cell, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_BYTES: Final = 32 * 1024 * 1024
_MAX_UNPACKED: Final = 512 * 1024 * 1024
# What a workbook may unpack to beside so many times its own size; what people write packs to a tenth or twentieth.
_UNPACKED, _TIMES = 32 * 1024 * 1024, 30
_MAX_BOOK = 1024 * 1024  # the list of sheets, which is read as a tree
_MAX_CELLS: Final = 5_000_000
_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 30

_OTHERWISE = "Simpan sebagai buku kerja Excel (.xlsx) atau CSV, lalu pilih lagi."
_BEYOND_CELLS = {
    "vbaproject.bin": "makro",
    "externallinks/": "tautan ke buku kerja lain",
    "embeddings/": "berkas yang ditanam",
}


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a file: XLSX by its bytes, or else text with any usual delimiter and encoding.

    The name's ending means nothing. Raises Refusal for anything else, and for what is too large.
    """
    name = f"“{path.name}”"
    if path.name.startswith("~$"):
        raise Refusal(f"{name} adalah penanda bahwa berkasnya sedang dibuka di Excel. Pilih berkas aslinya.")
    try:
        _refuse_large(path.stat().st_size, name)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(f"“{path}” tidak ditemukan. Periksa letak dan nama berkasnya, lalu ulangi.") from error
    except (OSError, ValueError) as error:
        raise Refusal(f"“{path}” tidak dapat dibuka. Periksa letak dan izin berkasnya, lalu ulangi.") from error
    if is_workbook(content):
        return read_workbook(content, name)
    return (read_text(content, name, lambda _: True),)


def is_workbook(content: bytes) -> bool:
    """Whether a file is to be read as XLSX, by how it begins."""
    return content.startswith(b"PK")


def read_workbook(content: bytes, name: str, *, only_cells: bool = False) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, whose file is called `name` in what is said.

    Formulas are never worked out: what was saved as their value stands in their cells. With `only_cells`, macros, links
    to other workbooks and files inside are refused; otherwise they are passed over. Raises Refusal.
    """
    # Imported only here: most people never open a spreadsheet.
    import python_calamine as calamine

    _refuse_large(len(content), name)
    try:
        copy, computed = _looked_through(content, name, only_cells=only_cells)
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(copy)) as book:
            return tuple(
                Sheet(title, _rows(book.get_sheet_by_name(title)), computed.get(title, frozenset()))
                for title in book.sheet_names
            )
    except (
        *(calamine.CalamineError, zipfile.BadZipFile, expat.ExpatError, ET.ParseError),
        *(NotImplementedError, RuntimeError, OSError, ValueError, EOFError, KeyError),
    ) as error:
        raise Refusal(f"{name} rusak atau terkunci kata sandi. {_OTHERWISE}") from error


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise Refusal(f"{name} terlalu besar (lebih dari {MAX_BYTES >> 20} MB). Bagi isinya menjadi beberapa berkas.")


def _rows(sheet: "CalamineSheet") -> list[list[Cell]]:
    return [[None if cell == "" else cell for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _looked_through(
    content: bytes, name: str, *, only_cells: bool
) -> tuple[bytes, dict[str, frozenset[tuple[int, int]]]]:
    """A workbook with nothing but the texts that were looked at here, and the computed cells of each sheet by title.

    Whoever reads the copy can meet nothing that an archive hides, and no sheet that would fill the memory: one is laid
    out as wide and as long as its furthest cell says.
    """
    copied = io.BytesIO()
    computed = {}
    room = _MAX_CELLS
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(copied, "w") as copy:
        names = [part.filename.lower() for part in archive.infolist()]
        if "xl/workbook.xml" not in names or len(set(names)) < len(names):
            raise Refusal(f"{name} bukan buku kerja .xlsx. {_OTHERWISE}")
        for beyond, called in _BEYOND_CELLS.items():
            if only_cells and any(beyond in one for one in names):
                raise Refusal(f"{name} memuat {called}. Simpan isi selnya saja sebagai .xlsx baru, lalu pilih lagi.")
        parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
        if sum(part.file_size for part in parts) > min(_MAX_UNPACKED, _UNPACKED + _TIMES * len(content)):
            raise Refusal(f"{name} terlalu besar setelah dibuka. {_OTHERWISE}")
        for part in parts:
            text = archive.read(part)
            if b"sheetData" in text:
                survey = _Survey(text, name, room)
                room -= survey.cells
                computed[part.filename.lower()] = frozenset(survey.computed)
            copy.writestr(part.filename, text)
        titles = _titles(archive)
    return copied.getvalue(), {titles[part]: cells for part, cells in computed.items() if part in titles}


class _Survey:
    """How many cells a sheet takes when laid out, and which of them hold a formula or an error.

    Raises Refusal where they are more than there is room for.
    """

    def __init__(self, text: bytes, name: str, room: int) -> None:
        self.cells = 0
        self.computed: set[tuple[int, int]] = set()
        self._name, self._room = name, room
        self._row = self._column = self._rows = self._columns = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.Parse(text, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "row":
                self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            case "c":
                self._move(attributes.get("r"))
                if attributes.get("t") == "e":
                    self._note()
            case "f":
                self._note()

    def _move(self, reference: str | None) -> None:
        self._column += 1
        if reference:
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                raise ValueError(reference)
            self._row, self._column = int(found[2]), 0
            for letter in found[1].upper():
                self._column = self._column * 26 + ord(letter) - 64
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        self.cells = self._rows * self._columns
        if self.cells > self._room:
            raise Refusal(
                f"{self._name} memuat lembar yang terlalu luas. Hapus baris dan kolom kosong, lalu pilih lagi."
            )

    def _note(self) -> None:
        self.computed.add((self._row - 1, self._column - 1))


def _titles(archive: zipfile.ZipFile) -> dict[str, str]:
    """The title of each sheet by its part, in small letters. Raises ValueError where several stand in one."""
    texts = [archive.read(f"xl/{part}") for part in ("workbook.xml", "_rels/workbook.xml.rels")]
    if max(map(len, texts)) > _MAX_BOOK:
        raise ValueError("too many sheets")
    # Of the interpreter's expat, which gives up on entities that grow.
    book, targets = map(ET.fromstring, texts)
    part_of = {one.get("Id"): one.get("Target", "") for one in targets}
    found = {}
    for sheet in book.iterfind(".//{*}sheet"):
        target = part_of.get(next((value for key, value in sheet.items() if key.endswith("}id")), ""), "")
        part = posixpath.normpath(posixpath.join("/xl", target))[1:].lower()
        if part in found:
            raise ValueError(part)
        found[part] = sheet.get("name", "")
    return found


def read_text(content: bytes, name: str, is_table: Callable[[Sheet], bool]) -> Sheet:
    """A text table by the likeliest delimiter for which its first rows pass for one, or else by the likeliest of all.

    The file is called `name` in what is said. Raises Refusal for what is no text, and for quotes that do not end.
    """
    _refuse_large(len(content), name)
    foreign = content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")) or content.lstrip()[:1] == b"<"
    text = "" if foreign else _decoded(content)
    if foreign or "\0" in text:
        raise Refusal(f"{name} bukan buku kerja .xlsx atau CSV. {_OTHERWISE}")
    delimiters: Sequence[str] = _delimiters(text.splitlines())
    if declared := re.match(r"sep=(.)\s*?(?=[\r\n]|$)", text):
        text, delimiters = text[declared.end() :], declared[1]
    delimiter = next((one for one in delimiters if is_table(_first_rows(text, one))), delimiters[0])
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return Sheet("", [[*map(without_guard, row)] for row in rows])
    except csv.Error as error:
        raise Refusal(
            f"{name} tidak dapat dibaca sebagai CSV; periksa tanda kutip sampai baris {rows.line_num}. {_OTHERWISE}"
        ) from error


def _first_rows(text: str, delimiter: str) -> Sheet:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[list[Cell]] = []
    with suppress(csv.Error):
        found.extend([*row] for row in islice(rows, _SNIFFED_LINES))
    return Sheet("", found)


def without_guard(cell: str) -> str:
    """A cell without what keeps spreadsheets from taking it for a number: `="198…"`, `'198…`."""
    guarded = re.fullmatch(r'="(.*)"', cell.strip())
    return guarded[1] if guarded else cell.removeprefix("'")


def _decoded(data: bytes) -> str:
    """Text in the encodings that Excel writes; what is no UTF is taken for Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiters(lines: list[str]) -> list[str]:
    """First what most of the first lines have equally often outside quotes, and often."""

    def fields(delimiter: str) -> Iterator[int]:
        for row in csv.reader(lines[:_SNIFFED_LINES], delimiter=delimiter):
            if len(row) > 1:
                yield len(row)

    def fits(delimiter: str) -> tuple[int, int]:
        try:
            counted = Counter(fields(delimiter)).most_common(1)
        except csv.Error:  # what reading names
            counted = []
        return (counted[0][1], counted[0][0]) if counted else (0, 0)

    return sorted(_DELIMITERS, key=fits, reverse=True)
