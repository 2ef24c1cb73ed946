"""Looks at a database file that may be damaged or in use, and leaves every byte of its folder as it is.

SQLite itself would make files beside one that it only reads. So the file and what its log adds to it are put together
in memory, and SQLite is given that.
"""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

from asnquiz.domain.condition import Backups, Integrity
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.backups import backups_of
from asnquiz.storage.checking import State, examined
from asnquiz.storage.files import bytes_of
from asnquiz.storage.log_frames import FRAME_HEADER, PAGE, frames, unfinished
from asnquiz.storage.tables import VERSION

_TRIES = 5
_LOG_HEADER = 32
_VERSION_AT = slice(60, 64)  # file format, 1.3: the user version
_FORMAT_AT = slice(18, 20)
_WITHOUT_LOG, _WITH_LOG = b"\x01\x01", b"\x02\x02"


class DatabaseFile:
    """See usecases.ports.KeptData."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def integrity(self) -> Integrity:
        path = self._path
        try:
            if path.with_name(f"{path.name}-journal").exists():
                return Integrity.UNFINISHED
            database, log = _read(path)
        except OSError:
            return Integrity.UNREADABLE
        if not database:
            return Integrity.DAMAGED if log else Integrity.ABSENT
        try:
            return _integrity(_put_together(database, log), path)
        except Refusal:
            return Integrity.FOREIGN
        except (sqlite3.Error, OverflowError, ValueError):
            return Integrity.DAMAGED

    def backups(self) -> Backups:
        path = self._path
        log = path.with_name(f"{path.name}-wal")
        try:
            times = [file.stat().st_mtime for file in (path, log) if file.exists() and file.stat().st_size]
            newest = next(iter(backups_of(path)), None)
        except OSError:
            return Backups(None, None)
        changed = dt.datetime.fromtimestamp(max(times)).astimezone().date() if times else None
        return Backups(newest, changed)


def _integrity(image: bytes, path: Path) -> Integrity:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(image)
        state = examined(connection, path)
    if state is not State.WHOLE:
        return Integrity[state.name]
    newer = int.from_bytes(image[_VERSION_AT], "big") > int(VERSION)
    return Integrity.NEWER if newer else Integrity.WHOLE


def _read(path: Path) -> tuple[bytes, bytes]:
    """The file and its log at one moment, as far as a program that writes to them lets it be read."""
    log_file = path.with_name(f"{path.name}-wal")
    for _ in range(_TRIES):
        before = bytes_of(log_file)[:_LOG_HEADER]
        database, log = bytes_of(path), bytes_of(log_file)
        # In one generation of the log, what was carried over to the file meanwhile stands in the log as well.
        if before == log[:_LOG_HEADER] and unfinished(log) is not None:
            break
    return database, log


def _put_together(database: bytes, log: bytes) -> bytes:
    """The database as of its last commit, in the form of one without a log. Raises ValueError for a damaged log."""
    left_out = unfinished(log)
    if left_out is None:
        raise ValueError("what the log holds does not verify")
    image = bytearray(database)
    for frame in frames(log):
        if frame.start >= left_out.start:
            break
        end = frame.page * PAGE
        image.extend(bytes(max(0, end - len(image))))
        image[end - PAGE : end] = log[frame.start + FRAME_HEADER : frame.end]
        if frame.commits:
            del image[int.from_bytes(log[frame.start + 4 : frame.start + 8], "big") * PAGE :]
    if image[_FORMAT_AT] == _WITH_LOG:
        image[_FORMAT_AT] = _WITHOUT_LOG
    return bytes(image)
