"""What one database does otherwise than another, in one place: bulk rows, how many values fit, numbers of rows."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Dialect, Row, Select, Table, func, insert, select

_AT_ONCE = 500  # values in one statement; every database allows more

T = TypeVar("T")


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


def among(
    connection: Connection, query: Select[Any], column: Column[Any], values: Collection[Any]
) -> Iterator[Row[Any]]:
    """The rows of a query in which a column has one of any number of values."""
    for part in parts(values):
        yield from connection.execute(query.where(column.in_(part)))


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Any number of values, as many at a time as one statement takes."""
    left = iter(values)
    while part := list(islice(left, _AT_ONCE)):
        yield part
