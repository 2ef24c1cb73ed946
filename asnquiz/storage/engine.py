"""Connections to one SQLite file that are always set the same way, and the two kinds of transaction over them."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.refusals import translated

# https://www.sqlite.org/pragma.html; in this order, so that the switch to WAL already waits for others.
_PRAGMAS = {
    "busy_timeout": ("5000", 5000),
    "journal_mode": ("WAL", "wal"),
    "foreign_keys": ("ON", 1),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),  # what is sorted has names in it, and a file for it would lie outside the data folder
}
_BEGIN = "begin"
_CHANGES = "PRAGMA data_version"  # another number once somebody else has written
_PAGES_AT_ONCE = 16
_PATIENCE_S = 5
_BETWEEN_S = 0.01


def make_engine(path: Path) -> Engine:
    """An engine over the database file `path`, made empty and private to its owner where there is none.

    Its pool gives every thread a connection of its own, so it may be shared between threads. Raises Refusal when the
    file cannot be made.
    """
    with translated(path), suppress(FileExistsError):
        create_private(path)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"isolation_level": None},
        hide_parameters=True,  # the text of an error goes into the log, where no name or NIP belongs
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "checkout", _assert_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def create_private(path: Path) -> None:
    """Makes an empty file that only its owner may read and write (0600); SQLite gives -wal and -shm the same mode.

    Raises FileExistsError for a file that is there. It is not even opened: closing it again would drop every POSIX
    lock this process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database throughout, and waits for no writer."""
    with translated(file_of(engine)), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the write lock from its start; committed and durable at the end of the block."""
    with translated(file_of(engine)), engine.connect() as connection:
        connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        with connection.begin():
            yield connection


def write_anew(engine: Engine) -> None:
    """Writes all that stays into a file beside this one and from there over it: pages that were split keep copies of
    rows that `secure_delete` does not reach. VACUUM alone would do so in memory or in a folder of others.

    Raises Refusal where somebody else writes meanwhile; what stays is then as it was.
    """
    path = file_of(engine)
    with (
        translated(path),
        _passing_file(path.with_name(f"{path.name}-anew")) as anew,
        engine.connect() as one,
        engine.connect() as other,
    ):
        driver: Any = one.connection.driver_connection
        watching: Any = other.connection.driver_connection  # outside of any transaction, in which nothing changes
        seen = watching.execute(_CHANGES).fetchone()

        def unchanged(_status: int, left: int, _all: int) -> None:
            if left and watching.execute(_CHANGES).fetchone() != seen:
                raise _in_use()

        driver.execute("VACUUM INTO ?", (str(anew),))
        with closing(sqlite3.connect(anew)) as copy:
            # From the first pages on nobody else can write, and these are never all: so it is asked in time.
            copy.backup(driver, pages=_PAGES_AT_ONCE, progress=unchanged)


@contextmanager
def _passing_file(path: Path) -> Iterator[Path]:
    path.unlink(missing_ok=True)  # of one that was killed
    create_private(path)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def empty_log(engine: Engine, *statements: str) -> None:
    """Runs statements outside of any transaction, and leaves nothing in the log.

    Raises Refusal while somebody else reads; what the statements did stays done.
    """
    with translated(file_of(engine)), engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        for statement in statements:
            driver.execute(statement)
        busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise _in_use()


def _in_use() -> Refusal:
    return Refusal(
        "Data belum terhapus seluruhnya karena sedang dipakai program lain. "
        "Tutup program lain itu, lalu hapus sekali lagi."
    )


def file_of(engine: Engine) -> Path:
    """The database file of an engine made here."""
    return Path(engine.url.database or "")


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for name, (value, _) in _PRAGMAS.items():
        _patiently(connection, f"PRAGMA {name}={value}")


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Runs a statement again while the database is busy: of several programs that make a new one at the same time, all
    but one are refused the switch to WAL at once, without the busy timeout.
    """
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_BETWEEN_S)
        else:
            return


def _assert_pragmas(connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
    found: dict[str, Any] = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _PRAGMAS}
    wrong = {name: value for name, value in found.items() if value != _PRAGMAS[name][1]}
    if "journal_mode" in wrong:
        raise Refusal(
            "Penyimpanan tempat folder data berada tidak menjamin keamanan data. "
            "Pindahkan folder data ke penyimpanan di komputer ini sendiri, lalu buka kembali program."
        )
    if wrong:
        raise RuntimeError(f"a connection with wrong settings: {wrong}")


def _begin(connection: Connection) -> None:
    # The driver's own BEGIN would come only before the first write, leaving the reads before it outside.
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
