"""A database of one kind before and when it is opened: told from others' files and later ones, whole, and made new."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, PrimaryKeyConstraint, String, Table

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.checking import form_made_by, form_of, is_log_whole, opened_to_look
from asnquiz.storage.engine import reading, writing
from asnquiz.storage.refusals import is_damage, translated
from asnquiz.storage.trust import checked, has_log, is_trusted

_NOT_OURS = (
    "Berkas {path} bukan data {what} ASN Netral. Pindahkan berkas itu ke tempat lain, lalu buka kembali program."
)
_NEWER = (
    "Data {what} {path} dibuat oleh ASN Netral versi yang lebih baru. "
    "Pasang versi terbaru program ini, lalu buka kembali; data itu tidak diubah."
)
_DAMAGED = (
    "Data {what} {path} rusak dan tidak dapat dipakai. Kembalikan berkas itu dari cadangan komputer ini, atau "
    "pindahkan ke tempat lain tanpa menghapusnya, lalu buka kembali program untuk memulai yang baru."
)


@dataclass(frozen=True)
class FileKind:
    """What tells files of one kind from all others.

    Attributes:
        what: what is in them, as it is called in a sentence.
        stamp: the name of the table that holds the version, in the form in which Alembic keeps its stamp.
        version: of the tables; numbers, so that a later one compares as greater.
        make_tables: makes them all in an empty database, and stamps it in the table and in the header, so that a
            damaged stamp is no newer program's.
    """

    what: str
    stamp: str
    version: str
    make_tables: Callable[[Connection], None]

    def refusal(self, words: str, path: Path) -> Refusal:
        return Refusal(words.format(what=self.what, path=path))


def file_kind(what: str, metadata: MetaData, stamp: str, version: str) -> FileKind:
    """A kind of file with these tables, to which the stamp of the version is added."""
    table = Table(
        stamp,
        metadata,
        Column("version_num", String(32), nullable=False),
        PrimaryKeyConstraint("version_num", name=f"{stamp}_pkc"),
    )

    def make_tables(connection: Connection) -> None:
        metadata.create_all(connection)
        connection.execute(table.insert().values(version_num=version))
        connection.exec_driver_sql(f"PRAGMA user_version={int(version)}")

    return FileKind(what, stamp, version, make_tables)


def refuse_unusable(path: Path, kind: FileKind) -> None:
    """Looks before anything is set on a file, which would change another program's.

    One that was not closed by the program, or has changed since, is checked whole. Raises Refusal for a file that
    cannot be read, is none of ours, belongs to a newer program, or is damaged; it is not changed.
    """
    with translated(path):
        if path.is_dir():
            raise IsADirectoryError(path)
        if not path.exists() or not path.stat().st_size:
            if has_log(path):  # SQLite would delete it
                raise kind.refusal(_DAMAGED, path)
            return
        try:
            _look(path, kind)
        except (sqlite3.Error, OverflowError, ValueError) as error:
            if isinstance(error, sqlite3.Error) and not is_damage(error):
                raise
            foreign = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
            raise kind.refusal(_NOT_OURS if foreign else _DAMAGED, path) from error


def _look(path: Path, kind: FileKind) -> None:
    trusted = is_trusted(path)
    with closing(opened_to_look(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and kind.stamp not in tables:
            raise kind.refusal(_NOT_OURS, path)
        if tables:
            _refuse_version(connection, path, kind)
        if not trusted and not (_is_whole(connection, kind) and _is_log_whole(path)):
            raise kind.refusal(_DAMAGED, path)
    if not trusted:
        checked(path)


def _is_whole(connection: sqlite3.Connection, kind: FileKind) -> bool:
    """Whether SQLite finds no fault, and the tables are ours or not made yet; what is in their rows is proven later."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return found == "ok" and form_of(connection) in (frozenset(), form_made_by(kind.make_tables))


def _is_log_whole(path: Path) -> bool:
    """SQLite drops the rest of a damaged log without a word."""
    return not has_log(path) or is_log_whole(path.with_name(f"{path.name}-wal"))


def _refuse_version(connection: sqlite3.Connection, path: Path, kind: FileKind) -> None:
    (in_header,) = connection.execute("PRAGMA user_version").fetchone()
    in_table = connection.execute(f"SELECT version_num FROM {kind.stamp}").fetchall()  # noqa: S608 - our names
    if in_table != [(f"{in_header:04}",)]:
        raise kind.refusal(_DAMAGED, path)
    if in_header > int(kind.version):
        raise kind.refusal(_NEWER, path)


def make_new(engine: Engine, kind: FileKind) -> None:
    """Makes the tables in a file that has none."""
    with reading(engine) as connection:
        made = _has_tables(connection)
    if not made:
        with writing(engine) as connection:
            # Looked at again: another program may have made them while this one waited for the lock.
            if not _has_tables(connection):
                kind.make_tables(connection)


def _has_tables(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is not None
