"""The cells of a spreadsheet or a text table that somebody chose, whatever their computer made of it."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import Cell, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_BYTES: Final = 32 * 1024 * 1024
_MAX_UNPACKED: Final = 512 * 1024 * 1024
_MAX_CELLS: Final = 5_000_000
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 30

_OTHERWISE = "Simpan daftar itu sebagai buku kerja Excel (.xlsx) atau CSV, lalu pilih lagi."


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a file: XLSX by its bytes, or else text with any usual delimiter and encoding.

    The name's ending means nothing. Raises Refusal for anything else, and for what is too large.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Refusal(f"“{path.name}” terlalu besar untuk daftar pegawai (lebih dari {MAX_BYTES >> 20} MB).")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(f"“{path}” tidak ditemukan. Periksa letak dan nama berkasnya, lalu ulangi.") from error
    except (OSError, ValueError) as error:
        raise Refusal(f"“{path}” tidak dapat dibuka. Periksa letak dan izin berkasnya, lalu ulangi.") from error
    if data.startswith(b"PK"):
        return _workbook(data, path.name)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")) or data.lstrip()[:1] == b"<":
        raise Refusal(f"“{path.name}” bukan buku kerja .xlsx atau CSV. {_OTHERWISE}")
    return (Sheet("", _text_rows(data, path.name)),)


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    # Imported only here: most people never open a spreadsheet.
    import python_calamine as calamine

    _refuse_bombs(data, name)
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return tuple(Sheet(title, _rows(book.get_sheet_by_name(title))) for title in book.sheet_names)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refusal(f"“{name}” rusak atau terkunci kata sandi. {_OTHERWISE}") from error


def _rows(sheet: "CalamineSheet") -> list[list[Cell]]:
    return [[None if cell == "" else cell for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _refuse_bombs(data: bytes, name: str) -> None:
    """A sheet is laid out in memory as wide and as long as its furthest cell says, so that is looked at first."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _MAX_UNPACKED:
                raise Refusal(f"“{name}” terlalu besar setelah dibuka. {_OTHERWISE}")
            for part in parts:
                if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part.filename) and _cells(archive, part) > _MAX_CELLS:
                    raise Refusal(
                        f"“{name}” memuat lembar yang terlalu luas. Hapus baris dan kolom kosong, lalu pilih lagi."
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise Refusal(f"“{name}” rusak atau terkunci kata sandi. {_OTHERWISE}") from error


def _cells(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many cells the smallest rectangle from A1 has that holds all of a sheet."""
    rows = columns = 0
    rest = b""
    with archive.open(part) as file:
        while chunk := file.read(1 << 20):
            text = rest + chunk
            for letters, number in _REFERENCE.findall(text):
                rows = max(rows, int(number))
                column = 0
                for letter in letters:
                    column = column * 26 + letter - 64
                columns = max(columns, column)
            rest = text[-16:]
    return rows * columns


def _text_rows(data: bytes, name: str) -> list[list[Cell]]:
    text = _decoded(data)
    if "\0" in text:
        raise Refusal(f"“{name}” bukan buku kerja .xlsx atau CSV. {_OTHERWISE}")
    lines = text.splitlines()
    declared = re.fullmatch(r"sep=(.)", lines[0].strip()) if lines else None
    delimiter = declared[1] if declared else _delimiter(lines)
    body = "\n".join(("", *lines[1:])) if declared else text
    try:
        return [[*map(_without_guard, row)] for row in csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise Refusal(f"“{name}” tidak dapat dibaca sebagai CSV. {_OTHERWISE}") from error


def _without_guard(cell: str) -> str:
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


def _delimiter(lines: list[str]) -> str:
    """The delimiter that most of the first lines have equally often outside quotes, and often."""

    def fields(delimiter: str) -> Iterator[int]:
        for row in csv.reader(lines[:_SNIFFED_LINES], delimiter=delimiter):
            if len(row) > 1:
                yield len(row)

    def fits(delimiter: str) -> tuple[int, int]:
        counted = Counter(fields(delimiter)).most_common(1)
        return (counted[0][1], counted[0][0]) if counted else (0, 0)

    try:
        return max(_DELIMITERS, key=fits)
    except csv.Error:  # a quoted cell without end, which reading names
        return ";"
