"""The full check of a database file: what SQLite finds, the stamps, the form of the tables, the proof of each row."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.checksum import is_proven
from asnquiz.storage.log_frames import unfinished
from asnquiz.storage.refusals import NOT_OURS, is_damage, translated
from asnquiz.storage.tables import KEPT, VERSION, make_tables, schema_version

_PATIENCE_S = 5
_NEWEST_FORMAT = 2  # with a write-ahead log
Form = frozenset[tuple[str, str, str, str]]


class State(Enum):
    """What a database file is: whole also when it is an older or newer program's; absent when nothing was kept yet."""

    WHOLE = "whole"
    ABSENT = "absent"
    DAMAGED = "damaged"


def examine(path: Path) -> State:
    """Looks at every row of the file `path` and of the log beside it, and changes neither.

    Raises Refusal when it cannot be read, or is the whole database of another program.
    """
    with translated(path):
        if path.is_dir():
            raise IsADirectoryError(path)
        log = path.with_name(f"{path.name}-wal")
        if not path.exists() or not path.stat().st_size:
            # SQLite would delete a log beside an empty file.
            return State.DAMAGED if log.exists() and log.stat().st_size else State.ABSENT
        if log.exists() and not is_log_whole(log):
            return State.DAMAGED
        if max(_format_versions(path)) > _NEWEST_FORMAT:
            return State.DAMAGED
        try:
            with closing(opened_to_look(path)) as connection:
                return examined(connection, path)
        except (sqlite3.Error, OverflowError, ValueError) as error:
            if isinstance(error, sqlite3.Error) and not is_damage(error):
                raise
            return State.DAMAGED


def opened_to_look(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, but where a file was being made when the program was killed.

    Only there is a rollback journal, which SQLite takes back first; it could not without writing.
    """
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_PATIENCE_S)


def _format_versions(path: Path) -> bytes:
    """The versions for writing and for reading; a file of a higher one SQLite does not write (file format, 1.3.2)."""
    with path.open("rb") as file:
        return file.read(20)[18:].ljust(2, b"\0")


def is_log_whole(log: Path) -> bool:
    """Whether all that was committed still verifies in the log of a database, which another program may write to."""
    content = log.read_bytes()
    while unfinished(content) is None:
        before, content = content, log.read_bytes()
        if content == before:
            return False  # and not only read while another program wrote to it
    return True


def examined(connection: sqlite3.Connection, path: Path) -> State:
    """What an open database is, read whole; `path` is what it is called. Raises sqlite3.Error, and Refusal as above."""
    connection.execute("BEGIN")  # one state of it throughout, whoever writes meanwhile
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return State.DAMAGED
    form = form_of(connection)
    tables = {name for kind, name, _, _ in form if kind == "table"}
    if not tables:
        return State.ABSENT
    if not tables & {table.name for table in (*KEPT, schema_version)}:
        raise Refusal(NOT_OURS.format(path=path))
    version = _version(connection, tables)
    if version is None or (version == int(VERSION) and form != form_made_by(make_tables)):
        return State.DAMAGED
    return State.WHOLE if all(_is_proven(connection, table) for table in tables) else State.DAMAGED


def form_of(connection: sqlite3.Connection) -> Form:
    """Tables, indexes and triggers, each with its SQL, in which spaces do not count."""
    found = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return frozenset((kind, name, table, "".join(sql.split())) for kind, name, table, sql in found)


@cache
def form_made_by(make: Callable[[Connection], None]) -> Form:
    """The form of what a function makes in an empty database."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        make(connection)
        driver: Any = connection.connection.driver_connection
        form = form_of(driver)
    engine.dispose()
    return form


def _version(connection: sqlite3.Connection, tables: Iterable[str]) -> int | None:
    """The version that both stamps name; None when they differ, so that damage is not taken for a newer program."""
    if schema_version.name not in tables:
        return None
    stamps = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    in_header: int = connection.execute("PRAGMA user_version").fetchone()[0]
    in_table = int(stamps[0][0]) if stamps else 0
    return in_table if in_table == in_header else None


def _is_proven(connection: sqlite3.Connection, table: str) -> bool:
    """Whether every row of a table is as it was written; also of an older or newer form that has checksums."""
    name = table.replace('"', '""')
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
    if columns[-1] != "checksum":
        return True
    return all(is_proven(table, row) for row in connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608
