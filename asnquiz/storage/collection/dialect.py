"""What one database does otherwise than another, in one place: bulk rows, how many values fit, numbers of rows."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ARRAY, Column, Connection, Dialect, Row, Select, Table, any_, bindparam, func, insert, select

_AT_ONCE = 500  # values in one statement; every database allows more

T = TypeVar("T")


def on_server(connection: Connection) -> bool:
    """Whether this is PostgreSQL, and not SQLite."""
    return connection.dialect.name == "postgresql"


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, new_only: bool = False
) -> None:
    """Inserts whole rows, their values in the order of the columns; with `new_only` those whose keys are not there.

    Past SQLAlchemy's own handling of parameters, which takes longer than the databases do.
    """
    if not rows:
        return
    if on_server(connection):
        (_insert_new if new_only else _copy)(connection, table, rows)
    else:
        statement = _insertion(table, connection.dialect)
        connection.exec_driver_sql(f"{statement} ON CONFLICT DO NOTHING" if new_only else statement, list(rows))


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


def _copy(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """https://www.postgresql.org/docs/current/sql-copy.html; three times as fast there as statements are.

    As text, evidence would be twice as long on its way.
    """
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {_target(table, connection.dialect)} FROM STDIN (FORMAT BINARY)"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(_types(table.c, connection.dialect))
        for row in rows:
            copy.write_row(row)


def _insert_new(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """COPY cannot leave a row out."""
    target = _target(table, connection.dialect)
    given = _unnested(table.c, connection.dialect)
    statement = f"INSERT INTO {target} {given} ON CONFLICT DO NOTHING"
    connection.exec_driver_sql(statement, _by_column(rows))


def _unnested(columns: Iterable[Column[Any]], dialect: Dialect) -> str:
    """Any number of rows as one parameter for each column: psycopg would look at each of many parameters each time."""
    arrays = ", ".join(f"%s::{type_}[]" for type_ in _types(columns, dialect))
    return f"SELECT * FROM unnest({arrays})"  # noqa: S608 - our names


def _types(columns: Iterable[Column[Any]], dialect: Dialect) -> list[str]:
    """Their names alone, without length or collation."""
    return [re.split(r"\W", column.type.compile(dialect))[0].lower() for column in columns]


def _by_column(rows: Iterable[tuple[Any, ...]]) -> tuple[list[Any], ...]:
    return tuple(map(list, zip(*rows, strict=True)))


@cache
def _target(table: Table, dialect: Dialect) -> str:
    prepare = dialect.identifier_preparer
    return f"{prepare.format_table(table)} ({', '.join(map(prepare.format_column, table.c))})"


def account_of(connection: Connection) -> str | None:
    """Who is at work, as the server knows them; nobody is told apart in a file."""
    account: str | None = connection.exec_driver_sql("SELECT session_user").scalar() if on_server(connection) else None
    return account


def next_id(connection: Connection, table: Table) -> int:
    """The number of the next row of a table, in a transaction that is the only one that writes."""
    highest: int | None = connection.execute(select(func.max(table.c.id))).scalar()
    return (highest or 0) + 1


def among(connection: Connection, query: Select[Any], column: Column[Any], values: Collection[Any]) -> list[Row[Any]]:
    """The rows of a query in which a column has one of any number of values."""
    if on_server(connection):
        these = query.where(column == any_(bindparam("these", type_=ARRAY(column.type))))
        return list(connection.execute(these, {"these": list(values)}).all()) if values else []
    # One parameter for all of them: given the values themselves, SQLAlchemy would look at each of them.
    these = query.where(column.in_(bindparam("these", expanding=True)))
    return [row for part in parts(values) for row in connection.execute(these, {"these": part}).all()]


def numbers_of(
    connection: Connection, columns: Sequence[Column[Any]], keys: Iterable[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """The numbers of the rows of a table in which these columns, which are unique together, have these values."""
    (table,) = {column.table for column in columns}
    if on_server(connection):
        dialect = connection.dialect
        names = ", ".join(map(dialect.identifier_preparer.format_column, columns))
        given = _unnested(columns, dialect)
        statement = f"SELECT {names}, id FROM {table.name} WHERE ({names}) IN ({given})"  # noqa: S608 - our names
        return {tuple(key): number for *key, number in connection.exec_driver_sql(statement, _by_column(keys))}
    # One by one: in a statement for many of them, SQLite would go through the whole table.
    one = select(table.c.id).where(*[column == bindparam(None, type_=column.type) for column in columns])
    statement = str(one.compile(dialect=connection.dialect))
    cursor = connection.connection.cursor()
    found = ((key, cursor.execute(statement, key).fetchone()) for key in keys)
    return {key: row[0] for key, row in found if row is not None}


def raw_rows(connection: Connection, query: Select[Any]) -> Iterable[tuple[Any, ...]]:
    """The rows of a query as the driver gives them, one after the other: past SQLAlchemy's own, which take longer."""
    cursor: Any = connection.execute(query).cursor
    rows: Iterable[tuple[Any, ...]] = cursor
    return rows


def counted_rows(connection: Connection, query: Select[Any]) -> Mapping[tuple[Any, ...], int]:
    """How often each row of a query comes."""
    if on_server(connection):
        each = query.subquery()
        rows = raw_rows(connection, select(func.count(), *each.c).group_by(*each.c))
        return {tuple(row): times for times, *row in rows}
    # Counted here: SQLite would sort all of them first, for twice as long.
    return Counter(raw_rows(connection, query))


def parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Any number of values, as many at a time as one statement takes."""
    left = iter(values)
    while part := list(islice(left, _AT_ONCE)):
        yield part
