"""Rows found in the raw bytes of a database and its log, wherever they stand; SQLite is not asked.

A record is recognised by its header: the serial types of one table's columns, ending in the checksum's
(https://www.sqlite.org/fileformat2.html, 2.1). Its checksum then proves it. So a row is found as long as its own bytes
are whole, whatever happened to the pages, pointers and indexes around it.
"""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache

from sqlalchemy import Column, Integer, Table

from asnquiz.storage.checksum import is_proven
from asnquiz.storage.log_frames import FRAME_HEADER, PAGE, frames, unfinished
from asnquiz.storage.tables import KEPT

Row = tuple[object, ...]

_ON_PAGE = PAGE - 35  # the largest record that stands whole on its page (1.6)
_LEAST_ON_PAGE = (PAGE - 12) * 32 // 255 - 23
_ON_OVERFLOW_PAGE = PAGE - 4

# Serial types as varints.
_LONGEST_TYPE = 4
_WHOLE_NUMBER = rb"[\x01-\x06\x08\x09]"
_TEXT_OR_BYTES = rb"(?:[\x0c-\x7f]|[\x81-\xff][\x80-\xff]{0,2}[\x00-\x7f])"
_CHECKSUM = rb"\x4d"  # a text of 32 bytes
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}

_Pages = Mapping[int, int]


def carve(database: bytes, log: bytes) -> Iterator[tuple[Table, Row]]:
    """Every row of ours that stands whole in a database file or its write-ahead log, often in several versions.

    Left out is only what a log ends with uncommitted.
    """
    stored = {number: (number - 1) * PAGE for number in range(1, len(database) // PAGE + 1)}
    base = len(database)
    logged = [(frame.page, base + frame.start + FRAME_HEADER) for frame in frames(log)]
    # What an overflow page's number may lead to: the newest page of that number, the first in the log, the stored one.
    views: list[_Pages] = [ChainMap(dict(pages), stored) for pages in (logged, logged[::-1])] if logged else []
    views.append(stored)
    left_out = unfinished(log) or range(0)
    whole = database + log
    for table in KEPT:
        for found in _candidates(table, whole):
            if found.start() - base in left_out:
                continue
            row = next(
                (row for view in views if (row := _row_at(whole, found, view)) and is_proven(table.name, row)), None
            )
            if row is not None:
                yield table, row


def _candidates(table: Table, whole: bytes) -> Iterator[re.Match[bytes]]:
    """Where a record of a table may begin; also inside of another candidate, which may be a false one."""
    signature = _signature(table)
    found = signature.search(whole)
    while found is not None:
        yield found
        found = signature.search(whole, found.start() + 1)


@cache
def _signature(table: Table) -> re.Pattern[bytes]:
    """A record's header: its own size, and the type of each value."""
    longer = sum(not isinstance(column.type, Integer) for column in table.c)
    least, most = 1 + len(table.c), 1 + len(table.c) + longer * (_LONGEST_TYPE - 1)
    sizes = b"[" + re.escape(bytes([least])) + b"-" + re.escape(bytes([most])) + b"]"
    types = b"".join(map(_type, table.columns.values()[:-1]))
    return re.compile(sizes + types + _CHECKSUM, re.DOTALL)


def _type(column: Column[object]) -> bytes:
    kind = _WHOLE_NUMBER if isinstance(column.type, Integer) else _TEXT_OR_BYTES
    return b"(?:\x00|" + kind + b")" if column.nullable else kind


def _row_at(whole: bytes, found: re.Match[bytes], pages: _Pages) -> Row | None:
    """The record whose header was found; None when it is none."""
    header = found[0]
    if header[0] != len(header):
        return None
    types = list(_varints(header[1:]))
    sizes = [_SIZES[kind] if kind < 12 else (kind - 12) // 2 for kind in types]
    record = _record(whole, found.start(), len(header) + sum(sizes), pages)
    if record is None or len(record) < len(header) + sum(sizes):
        return None
    values: list[object] = []
    place = len(header)
    for kind, size in zip(types, sizes, strict=True):
        try:
            values.append(_value(kind, record[place : place + size]))
        except UnicodeDecodeError:
            return None
        place += size
    return tuple(values)


def _value(kind: int, content: bytes) -> object:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 12:
        return int.from_bytes(content, "big", signed=True)
    return content.decode() if kind % 2 else content


def _varints(content: bytes) -> Iterator[int]:
    number = 0
    for byte in content:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            yield number
            number = 0


def _record(whole: bytes, start: int, size: int, pages: _Pages) -> bytes | None:
    """The bytes of a record, followed over its overflow pages; None when they end before it does."""
    if size > len(whole):
        return None
    if size <= _ON_PAGE:
        return whole[start : start + size]
    on_page = _LEAST_ON_PAGE + (size - _LEAST_ON_PAGE) % _ON_OVERFLOW_PAGE
    if on_page > _ON_PAGE:
        on_page = _LEAST_ON_PAGE
    parts = [whole[start : start + on_page]]
    missing = size - on_page
    page = int.from_bytes(whole[start + on_page : start + on_page + 4], "big")
    while missing > 0:
        place = pages.get(page)
        if place is None:
            return None
        parts.append(whole[place + 4 : place + 4 + min(missing, _ON_OVERFLOW_PAGE)])
        missing -= _ON_OVERFLOW_PAGE
        page = int.from_bytes(whole[place : place + 4], "big")
    return b"".join(parts)
