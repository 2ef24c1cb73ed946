"""Rows found in the raw bytes of a database and its log, wherever they stand; SQLite is not asked.

A record is recognised by its header: the serial types of one table's columns, ending in the checksum's
(https://www.sqlite.org/fileformat2.html, 2.1). Its checksum then proves it. So a row is found as long as its own bytes
are whole, whatever happened to the pages, pointers and indexes around it.
"""

import re
import struct
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, Integer, Table

from asnquiz.storage.checksum import is_proven
from asnquiz.storage.tables import KEPT

Row = tuple[object, ...]

PAGE = 4096  # SQLite's default, and no database of ours is made with another
_ON_PAGE = PAGE - 35  # the largest record that stands whole on its page (1.6)
_LEAST_ON_PAGE = (PAGE - 12) * 32 // 255 - 23
_ON_OVERFLOW_PAGE = PAGE - 4
_LOG_HEADER = 32
_FRAME_HEADER = 24
_FRAME = _FRAME_HEADER + PAGE
_GENERATIONS = 1 << 20

# Serial types as varints of at most four bytes.
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
    logged = {frame.page: base + frame.start + _FRAME_HEADER for frame in _frames(log)}
    unfinished = _unfinished(log)
    whole = database + log
    views: list[_Pages] = [stored] if not logged else [ChainMap(logged, stored), stored]
    for table in KEPT:
        for found in _signature(table).finditer(whole):
            if found.start() - base in unfinished:
                continue
            row = next(
                (row for view in views if (row := _row_at(whole, found, view)) and is_proven(table.name, row)), None
            )
            if row is not None:
                yield table, row


def _signature(table: Table) -> re.Pattern[bytes]:
    """Where a record of a table may begin: a lookahead, so that a false hit hides no true one behind it."""
    types = b"".join(map(_type, table.columns.values()[:-1]))
    least, most = 1 + len(table.c), 0x7F
    return re.compile(
        b"(?=([" + re.escape(bytes([least])) + b"-" + bytes([most]) + b"]" + types + _CHECKSUM + b"))", re.DOTALL
    )


def _type(column: Column[object]) -> bytes:
    kind = _WHOLE_NUMBER if isinstance(column.type, Integer) else _TEXT_OR_BYTES
    return b"(?:\x00|" + kind + b")" if column.nullable else kind


def _row_at(whole: bytes, found: re.Match[bytes], pages: _Pages) -> Row | None:
    """The record whose header was found; None when it is none."""
    header = found[1]
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


@dataclass(frozen=True)
class _Frame:
    """One page in the log (4.1)."""

    start: int
    page: int
    commits: bool
    generation: int
    salt: bytes
    checksum: bytes


def _frames(log: bytes) -> Iterator[_Frame]:
    for start in range(_LOG_HEADER, len(log) - _FRAME + 1, _FRAME):
        head = log[start : start + _FRAME_HEADER]
        yield _Frame(
            start=start,
            page=int.from_bytes(head[:4], "big"),
            commits=head[4:8] != bytes(4),
            generation=int.from_bytes(head[8:12], "big"),
            salt=head[8:16],
            checksum=head[16:],
        )


def _unfinished(log: bytes) -> range:
    """Where in the log a transaction stands that was never committed, because the program was killed in it.

    Only what SQLite wrote undamaged to the very end counts as such: behind it stands nothing, or what an earlier
    generation of the log left. Otherwise the missing commit may itself be the damage.
    """
    nothing = range(0)
    if len(log) < _LOG_HEADER:
        return nothing
    order = "big" if log[3] & 1 else "little"
    sums = _checksum(log[:24], order, (0, 0))
    if _bytes_of(sums) != log[24:32]:
        return nothing
    generation = int.from_bytes(log[16:20], "big")
    committed = end = _LOG_HEADER
    for frame in _frames(log):
        if end == frame.start and frame.salt == log[16:24]:
            page = log[frame.start + _FRAME_HEADER : frame.start + _FRAME]
            sums = _checksum(log[frame.start : frame.start + 8] + page, order, sums)
            if _bytes_of(sums) == frame.checksum:
                end = frame.start + _FRAME
                committed = end if frame.commits else committed
                continue
        if not 0 < (generation - frame.generation) % (1 << 32) < _GENERATIONS:
            return nothing
    return range(committed, end)


def _checksum(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """The running checksum of a log (4.2)."""
    code = ">" if order == "big" else "<"
    first, second = sums
    for one, two in struct.iter_unpack(f"{code}II", content):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _bytes_of(sums: tuple[int, int]) -> bytes:
    return struct.pack(">II", *sums)
