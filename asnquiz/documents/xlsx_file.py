"""Tables as an Excel workbook: what a cell is goes by its column, so that nothing is read as anything else."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import Any, BinaryIO, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from asnquiz.domain.data_table import Column, DataFile, DataTable, Kind
from asnquiz.domain.refusal import Refusal

# Of one sheet and of one cell, by Excel's specifications and limits; the head takes one row.
MOST_ROWS: Final = 1_048_576 - 1
_MOST_COLUMNS = 16_384
_LONGEST_TEXT = 32_767  # in UTF-16

_FIRST_SHEET = "Keterangan"
_FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
_LONGEST_NAME = 31
_OLDEST_YEAR = 1900  # no date is older in Excel
_NO_TIME = dt.datetime(1980, 1, 1)  # noqa: DTZ001  Zip knows none before

_HEAD = {"bold": True, "bottom": 1, "bg_color": "#EEF1F4", "text_wrap": True, "valign": "top"}
_LINE = 15  # points
_NARROWEST, _WIDEST, _WIDEST_NUMBER = 9, 60, 16
_FILTER = 4  # what the arrow in a head takes
_TIME_WIDTH = {Kind.DAY: 19, Kind.TIME: 25}
_LABEL_WIDTH, _VALUE_WIDTH = 24, 100
_A4 = 9
_WIDEST_PAGE = 240  # in characters: what is wider would be too small to read on one page
_CSV = "Simpan sebagai CSV, atau pilih data yang lebih sedikit."

_Write = Callable[[int, Any], object]


def write_xlsx(out: BinaryIO, file: DataFile, beside: Path) -> None:
    """Writes a sheet of facts and one for every table; rows wait in a folder that is made in `beside`, not in memory.

    Raises Refusal for what Excel cannot hold, and OSError.
    """
    with TemporaryDirectory(prefix=".asnquiz-", dir=beside) as folder, _opened(out, folder) as book:
        created = file.created.astimezone(dt.UTC) if file.created else _NO_TIME
        book.set_properties({"title": file.title, "created": created})
        _write_facts(book, file)
        for table in file.tables:
            _write_table(book, table)


@contextmanager
def _opened(out: BinaryIO, folder: str) -> Iterator[Any]:
    book = Workbook(out, {"constant_memory": True, "tmpdir": folder, "use_zip64": True})
    try:
        yield book
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None
    finally:
        # An error leaves the files of rows open, which no folder can be removed with on Windows.
        with ExitStack() as files:
            for sheet in book.worksheets():
                files.callback(sheet.row_data_fh.close)


def _write_facts(book: Any, file: DataFile) -> None:
    sheet = book.add_worksheet(_FIRST_SHEET)
    label_style = book.add_format({"bold": True, "valign": "top"})
    value_style = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    write_text(sheet, 0, 0, file.title, book.add_format({"bold": True, "font_size": 14}))
    for row, (label, value) in enumerate(file.facts, 2):
        write_text(sheet, row, 0, label, label_style)
        write_text(sheet, row, 1, value, value_style)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _VALUE_WIDTH)
    sheet.hide_gridlines(2)
    _set_page(sheet, _LABEL_WIDTH + _VALUE_WIDTH)


def _write_table(book: Any, table: DataTable) -> None:
    if len(table.columns) > _MOST_COLUMNS:
        raise Refusal(f"“{table.title}” lebih lebar daripada yang dimuat Excel (16.384 kolom). {_CSV}")
    sheet = book.add_worksheet(table.title.translate(_FORBIDDEN)[:_LONGEST_NAME].strip())
    heads = [book.add_format({**_HEAD, **_placing(column)}) for column in table.columns]
    styles = [book.add_format({"num_format": _number_format(column), **_placing(column)}) for column in table.columns]
    longest = [0] * len(table.columns)
    writers = []
    sheet.set_row(0, _LINE * max(map(_head_lines, table.columns)))
    for place, column in enumerate(table.columns):
        write_text(sheet, 0, place, column.title, heads[place])
        writers.append(_writer(sheet, place, column, styles[place], longest))
    number = 0
    for number, row in enumerate(table.rows, 1):
        if number > MOST_ROWS:
            raise Refusal(f"“{table.title}” lebih panjang daripada yang dimuat Excel (1.048.576 baris). {_CSV}")
        for write, cell in zip(writers, row, strict=True):
            if cell is not None:
                write(number, cell)
    widths = [_width(column, most) for column, most in zip(table.columns, longest, strict=True)]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, styles[place])
    sheet.autofilter(0, 0, number, len(table.columns) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _set_page(sheet, sum(widths))


def _set_page(sheet: Worksheet, width: int) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    if width <= _WIDEST_PAGE:
        sheet.fit_to_pages(1, 0)


def _placing(column: Column) -> dict[str, object]:
    return {"align": "left", "indent": 1} if column.kind is Kind.TEXT else {"align": "right"}


def _number_format(column: Column) -> str:
    formats = {
        Kind.TEXT: "@",
        Kind.WHOLE: "#,##0",
        Kind.DECIMAL: f"0.{'0' * column.places}".rstrip("."),
        Kind.DAY: "[$-421]d mmmm yyyy",
        Kind.TIME: '[$-421]d mmmm yyyy hh"."mm',
    }
    return formats[column.kind]


def _writer(sheet: Worksheet, place: int, column: Column, style: object, longest: list[int]) -> _Write:
    """What writes the cells of one column; the longest text is noted under its place."""

    def text(row: int, cell: str) -> None:
        longest[place] = max(longest[place], len(cell))
        write_text(sheet, row, place, cell, style)

    def time(row: int, cell: dt.date) -> None:
        plain = cell.replace(tzinfo=None, microsecond=0) if isinstance(cell, dt.datetime) else cell
        if plain.year < _OLDEST_YEAR:
            write_text(sheet, row, place, plain.isoformat(), style)
        else:
            sheet.write_datetime(row, place, plain, style)

    writers: dict[Kind, _Write] = {
        Kind.TEXT: text,
        Kind.WHOLE: lambda row, cell: sheet.write_number(row, place, cell, style),
        Kind.DECIMAL: lambda row, cell: sheet.write_number(row, place, column.rounded(cell), style),
        Kind.DAY: time,
        Kind.TIME: time,
    }
    return writers[column.kind]


def write_text(sheet: Worksheet, row: int, place: int, text: str, style: object) -> None:
    """Writes a text as nothing but text. Raises Refusal for one that is longer than a cell can be."""
    if 2 * len(text) > _LONGEST_TEXT and len(text.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
        raise Refusal(
            f"Baris {row + 1} lembar “{sheet.name}” memuat teks yang lebih panjang daripada yang dimuat satu sel Excel "
            f"(32.767 huruf). {_CSV}"
        )
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes this for markup of its own and writes it as it is, unless it is of several parts.
        sheet.write_rich_string(row, place, text[:1], text[1:2], text[2:], style)
    else:
        sheet.write_string(row, place, text, style)


def _width(column: Column, longest: int = 0) -> int:
    """In characters, of the title or the longest cell."""
    title = len(column.title) + _FILTER
    if column.kind is Kind.TEXT:
        return min(max(title, longest + 2, _NARROWEST), _WIDEST)
    return _TIME_WIDTH.get(column.kind) or min(max(title, _NARROWEST), _WIDEST_NUMBER)


def _head_lines(column: Column) -> int:
    """How many lines a title takes; spreadsheets do not all make room for it by themselves."""
    return max(len(wrap(column.title, _width(column) - _FILTER)), 1)
