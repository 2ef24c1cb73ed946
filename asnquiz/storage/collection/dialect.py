"""What one database does otherwise than another, in one place: bulk rows, how many values fit, numbers of rows."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Dialect, Engine, Row, Select, Table, bindparam, event, func, insert, select

_AT_ONCE = 500  # values in one statement; every database allows more

# https://www.sqlite.org/pragma.html: KiB of pages in memory, and pages after which the log is brought into the file.
# Hashes arrive in no order, so that each batch changes pages all over the file: written back less often, they meet.
_FOR_MANY_ROWS = ("PRAGMA cache_size=-8192", "PRAGMA wal_autocheckpoint=16384")

T = TypeVar("T")


def expect_many_rows(engine: Engine) -> None:
    """Sets connections that are still to be made on writing and sorting a great deal."""
    event.listen(engine, "connect", _set_for_many_rows)


def _set_for_many_rows(connection: sqlite3.Connection, _record: object) -> None:
    for statement in _FOR_MANY_ROWS:
        connection.execute(statement)


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, new_only: bool = False
) -> None:
    """Inserts whole rows, their values in the order of the columns; with `new_only` those whose keys are not there.

    Past SQLAlchemy's own handling of parameters, which takes longer than SQLite does.
    """
    if rows:
        statement = _insertion(table, connection.dialect)
        connection.exec_driver_sql(f"{statement} ON CONFLICT DO NOTHING" if new_only else statement, list(rows))


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


def next_id(connection: Connection, table: Table) -> int:
    """The number of the next row of a table, in a transaction that holds the write lock."""
    highest: int | None = connection.execute(select(func.max(table.c.id))).scalar()
    return (highest or 0) + 1


def among(connection: Connection, query: Select[Any], column: Column[Any], values: Collection[Any]) -> list[Row[Any]]:
    """The rows of a query in which a column has one of any number of values."""
    # One parameter for all of them: given the values themselves, SQLAlchemy would look at each of them.
    these = query.where(column.in_(bindparam("these", expanding=True)))
    return [row for part in parts(values) for row in connection.execute(these, {"these": part}).all()]


def numbers_of(
    connection: Connection, columns: Sequence[Column[Any]], keys: Iterable[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """The numbers of the rows of a table in which these columns, which are unique together, have these values.

    Asked one by one: in a statement for many of them, SQLite would go through the whole table.
    """
    (table,) = {column.table for column in columns}
    query = select(table.c.id).where(*[column == bindparam(None, type_=column.type) for column in columns])
    statement = str(query.compile(dialect=connection.dialect))
    cursor = connection.connection.cursor()
    found = ((key, cursor.execute(statement, key).fetchone()) for key in keys)
    return {key: row[0] for key, row in found if row is not None}


def raw_rows(connection: Connection, query: Select[Any]) -> Iterable[tuple[Any, ...]]:
    """The rows of a query as the driver gives them, one after the other: past SQLAlchemy's own, which take longer."""
    cursor: Any = connection.execute(query).cursor
    rows: Iterable[tuple[Any, ...]] = cursor
    return rows


def counted_rows(connection: Connection, query: Select[Any]) -> Mapping[tuple[Any, ...], int]:
    """How often each row of a query comes. Counted here: SQLite would sort all of them first, for twice as long."""
    return Counter(raw_rows(connection, query))


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Any number of values, as many at a time as one statement takes."""
    left = iter(values)
    while part := list(islice(left, _AT_ONCE)):
        yield part
