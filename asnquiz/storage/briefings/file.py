"""The trainer's file before and when it is opened: told from others' files and from later ones, whole, and made new."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.tables import VERSION, briefing_version, make_tables
from asnquiz.storage.checking import form_made_by, form_of, is_log_whole
from asnquiz.storage.engine import reading, writing
from asnquiz.storage.refusals import is_damage, translated
from asnquiz.storage.trust import checked, has_log, is_trusted

_NOT_OURS = (
    "Berkas {path} bukan data sosialisasi ASN Netral. Pindahkan berkas itu ke tempat lain, lalu buka kembali program."
)
_NEWER = (
    "Data sosialisasi {path} dibuat oleh ASN Netral versi yang lebih baru. "
    "Pasang versi terbaru program ini, lalu buka kembali; data itu tidak diubah."
)
_DAMAGED = (
    "Data sosialisasi {path} rusak dan tidak dapat dipakai. Kembalikan berkas itu dari cadangan komputer ini, atau "
    "pindahkan ke tempat lain tanpa menghapusnya, lalu buka kembali program untuk memulai sosialisasi baru."
)


def refuse_unusable(path: Path) -> None:
    """Looks before anything is set on a file, which would change another program's.

    One that was not closed by the program, or has changed since, is checked whole. Raises Refusal for a file that
    cannot be read, is none of ours, belongs to a newer program, or is damaged; it is not changed.
    """
    with translated(path):
        if path.is_dir():
            raise IsADirectoryError(path)
        if not path.exists() or not path.stat().st_size:
            if has_log(path):  # SQLite would delete it
                raise Refusal(_DAMAGED.format(path=path))
            return
        try:
            _look(path)
        except (sqlite3.Error, OverflowError, ValueError) as error:
            if isinstance(error, sqlite3.Error) and not is_damage(error):
                raise
            foreign = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
            raise Refusal((_NOT_OURS if foreign else _DAMAGED).format(path=path)) from error


def _look(path: Path) -> None:
    # A rollback journal is only there when a file was being made: SQLite takes it back, which needs writing.
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    trusted = is_trusted(path)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and briefing_version.name not in tables:
            raise Refusal(_NOT_OURS.format(path=path))
        if tables:
            _refuse_version(connection, path)
        if not trusted and not (_is_whole(connection) and _is_log_whole(path)):
            raise Refusal(_DAMAGED.format(path=path))
    if not trusted:
        checked(path)


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds no fault, and the tables are ours or not made yet; what is in their rows is proven later."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return found == "ok" and form_of(connection) in (frozenset(), form_made_by(make_tables))


def _is_log_whole(path: Path) -> bool:
    """SQLite drops the rest of a damaged log without a word."""
    return not has_log(path) or is_log_whole(path.with_name(f"{path.name}-wal"))


def _refuse_version(connection: sqlite3.Connection, path: Path) -> None:
    (in_header,) = connection.execute("PRAGMA user_version").fetchone()
    in_table = connection.execute("SELECT version_num FROM briefing_version").fetchall()
    if in_table != [(f"{in_header:04}",)]:
        raise Refusal(_DAMAGED.format(path=path))
    if in_header > int(VERSION):
        raise Refusal(_NEWER.format(path=path))


def make_new(engine: Engine) -> None:
    """Makes the tables in a file that has none."""
    with reading(engine) as connection:
        made = _has_tables(connection)
    if not made:
        with writing(engine) as connection:
            # Looked at again: another program may have made them while this one waited for the lock.
            if not _has_tables(connection):
                make_tables(connection)


def _has_tables(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is not None
