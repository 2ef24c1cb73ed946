"""What one database does otherwise than another, in one place: bulk rows, how many values fit, numbers of rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Dialect, Row, Select, Table, bindparam, func, insert, select, tuple_

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
    """https://www.postgresql.org/docs/current/sql-copy.html; three times as fast there as statements are."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {_target(table, connection.dialect)} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _insert_new(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """COPY cannot leave a row out: one parameter for each column, in one statement."""
    types = [column.type.compile(connection.dialect).partition(" COLLATE ")[0] for column in table.c]
    columns = ", ".join(f"%s::{type_}[]" for type_ in types)
    target = _target(table, connection.dialect)
    statement = f"INSERT INTO {target} SELECT * FROM unnest({columns}) ON CONFLICT DO NOTHING"  # noqa: S608 - our names
    connection.exec_driver_sql(statement, tuple(map(list, zip(*rows, strict=True))))


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
    # One parameter for all of them: given the values themselves, SQLAlchemy would look at each of them.
    these = query.where(column.in_(bindparam("these", expanding=True)))
    return [row for part in parts(values) for row in connection.execute(these, {"these": part}).all()]


def numbers_of(
    connection: Connection, columns: Sequence[Column[Any]], keys: Iterable[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """The numbers of the rows of a table in which these columns, which are unique together, have these values."""
    (table,) = {column.table for column in columns}
    if on_server(connection):
        query = select(*columns, table.c.id).where(tuple_(*columns).in_(bindparam("keys", expanding=True)))
        rows = (row for part in parts(keys) for row in connection.execute(query, {"keys": part}))
        return {tuple(key): number for *key, number in rows}
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
