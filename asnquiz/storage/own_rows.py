"""Rows of a database: sealed when written, proven when read, inside the caller's transaction."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from asnquiz.storage.checksum import is_proven, row_checksum
from asnquiz.storage.engine import file_of
from asnquiz.storage.refusals import Altered, is_damage

KeptRow = tuple[Any, ...]

_ALTERED = (
    "Sebagian data di {path} berubah di luar program sejak disimpan, sehingga tidak dapat dipakai. "
    "Kembalikan berkas itu dari cadangan komputer ini, atau pindahkan ke tempat lain tanpa menghapusnya, "
    "lalu buka kembali program."
)


def altered(connection: Connection, sentence: str = _ALTERED) -> Altered:
    return Altered(sentence.format(path=file_of(connection.engine)))


@contextmanager
def telling_damage(connection: Connection) -> Iterator[None]:
    """Turns what SQLite finds wrong with the content of the file into Altered."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and is_damage(error.orig):
            raise altered(connection) from error
        raise


def sealed(table: Table, *values: Any) -> KeptRow:
    """A whole row of these values, in the order of the columns."""
    return (*values, row_checksum(table.name, values))


def insert_rows(connection: Connection, table: Table, rows: Sequence[KeptRow], *, otherwise: str = "ABORT") -> None:
    """Inserts whole rows; `otherwise` is SQLite's word for what happens where the key of one is there already."""
    places = ", ".join("?" for _ in table.c)
    statement = f"INSERT OR {otherwise} INTO {table.name} VALUES ({places})"  # noqa: S608 - our names
    connection.exec_driver_sql(statement, list(rows))


def raw_rows(connection: Connection, table: Table, key: str | None = None) -> list[KeptRow]:
    """The rows of a table by primary key, or those whose first column is `key`.

    Past SQLAlchemy's types, which stumble over values that damage made of another type.
    """
    first, *_ = table.c
    order = ", ".join(column.name for column in table.primary_key)
    which = "" if key is None else f"WHERE {first.name} = ?"
    statement = f"SELECT * FROM {table.name} {which} ORDER BY {order}"  # noqa: S608 - our names
    found = connection.exec_driver_sql(statement, () if key is None else (key,))
    return [tuple(row) for row in found]


def proven_rows(connection: Connection, table: Table, key: str | None = None) -> list[KeptRow]:
    """The same, each as it was written. Raises Altered."""
    found = raw_rows(connection, table, key)
    if not all(is_proven(table.name, row) for row in found):
        raise altered(connection)
    return found


def proven_row(connection: Connection, table: Table, key: str) -> KeptRow | None:
    """The row of a key of one column, None where there is none. Raises Altered."""
    return next(iter(proven_rows(connection, table, key)), None)
