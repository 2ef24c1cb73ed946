"""A table as CSV, for spreadsheets of Indonesian offices or for programs anywhere."""

import codecs
import csv
import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from typing import Any, BinaryIO

from asnquiz.domain.data_table import Column, DataTable, Kind
from asnquiz.domain.person import NIP_LENGTH, grouped_nip

# What spreadsheets take for the beginning of a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What they take for a number, a date or a time: digits, and signs as those have them.
_NUMBER = re.compile(r"[\s.,:/()%eE-]*\d[\d\s.,:/()%eE-]*")


class Profile(Enum):
    """Whom a CSV is for.

    `excel-indonesia`: whoever opens it by a double click where Windows speaks Indonesian: semicolons, 86,7, 27/11/2024,
    UTF-8 that says so by a BOM; no `sep=` line, for which Excel forgets the encoding. A spreadsheet would read a NIP as
    a number there and lose its last three digits, so it stands in groups (`19850312 201001 1 004`), which are text
    everywhere and a NIP to `roster_file`. Other text that looks like a number ("007") begins with an apostrophe, which
    shows; a formula (`="007"`) would hide that, and be one. A day in words ("12 Mei") is left to Excel.

    `international`: RFC 4180 in UTF-8: commas, 86.7, ISO 8601 with the offset, and NIPs as they are.

    In both, text that would be a formula begins with an apostrophe; numbers never do. None of this is needed in XLSX.
    """

    EXCEL_INDONESIA = "excel-indonesia"
    INTERNATIONAL = "international"


def write_csv(out: BinaryIO, table: DataTable, profile: Profile) -> None:
    """Writes the titles of the columns and all rows, one at a time."""
    for_excel = profile is Profile.EXCEL_INDONESIA
    text = codecs.getwriter("utf-8-sig" if for_excel else "utf-8")(out)
    writer = csv.writer(text, delimiter=";" if for_excel else ",")
    forms = [_indonesian(column) if for_excel else _international(column) for column in table.columns]
    writer.writerow(_text(column.title) for column in table.columns)
    for row in table.rows:
        writer.writerow(["" if cell is None else form(cell) for form, cell in zip(forms, row, strict=True)])


def _indonesian(column: Column) -> Callable[[Any], str]:
    forms: dict[Kind, Callable[[Any], str]] = {
        Kind.TEXT: _kept_text,
        Kind.WHOLE: str,
        Kind.DECIMAL: lambda cell: f"{column.rounded(cell):.{column.places}f}".replace(".", ","),
        Kind.DAY: _day,
        Kind.TIME: lambda cell: f"{_day(cell)} {cell:%H:%M:%S}",
    }
    return forms[column.kind]


def _international(column: Column) -> Callable[[Any], str]:
    forms: dict[Kind, Callable[[Any], str]] = {
        Kind.TEXT: _text,
        Kind.WHOLE: str,
        Kind.DECIMAL: lambda cell: f"{column.rounded(cell):.{column.places}f}",
        Kind.DAY: lambda cell: cell.isoformat(),
        Kind.TIME: lambda cell: cell.isoformat(timespec="seconds"),
    }
    return forms[column.kind]


def _day(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _kept_text(text: str) -> str:
    if len(text) == NIP_LENGTH and text.isascii() and text.isdigit():
        return grouped_nip(text)
    return f"'{text}" if _NUMBER.fullmatch(text) else _text(text)
