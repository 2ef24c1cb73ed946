"""A whole collection into an empty one at another place: every row as it is, as of one moment, a part at a time."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, delete, func, select

from asnquiz.domain.collection import Copied
from asnquiz.storage.collection.dialect import insert_rows
from asnquiz.storage.collection.purging import PENDING
from asnquiz.storage.collection.site import Site
from asnquiz.storage.collection.tables import collection_version, contents, metadata, settings
from asnquiz.usecases.collection_ports import TellRows

_AT_ONCE = 1000

_TABLES = [table for table in metadata.sorted_tables if table is not collection_version]


class _Part(NamedTuple):
    """Some rows of a table; `counts` tells how many each table has."""

    counts: Mapping[Table, int]
    table: Table
    rows: Sequence[tuple[Any, ...]]


def is_empty(connection: Connection) -> bool:
    """Whether nothing was kept here; the content of a program that only looked is nothing."""
    kept = (table for table in _TABLES if table is not contents)
    return all(connection.execute(select(table).limit(1)).first() is None for table in kept)


def copy_rows(source: Site, target: Connection, tell: TellRows) -> Copied:
    """Into a collection that is empty; tells after each part."""
    target.execute(delete(contents))
    counts: Mapping[Table, int] = {}
    done = 0
    with closing(_parts(source)) as parts:
        for counts, table, rows in parts:
            insert_rows(target, table, rows)
            done += len(rows)
            tell(done, sum(counts.values()))
    found = _counts(target)
    if found != counts:
        wrong = {table.name: (counts[table], found[table]) for table in _TABLES if counts[table] != found[table]}
        raise RuntimeError(f"a copy has not as many rows: {wrong}")
    return Copied(**{name: found[metadata.tables[name]] for name in Copied._fields})


def _parts(source: Site) -> Generator[_Part, None, None]:
    """All rows of one moment. What goes wrong while they are read is told of this place, and not of where they go."""
    with source.reading() as connection:
        counts = _counts(connection)
        for table in _TABLES:
            with connection.execute(_rows_of(table).execution_options(yield_per=_AT_ONCE)) as rows:
                for part in rows.partitions():
                    yield _Part(counts, table, list(map(tuple, part)))


def _rows_of(table: Table) -> Select[Any]:
    """What a purge left to be removed beside the rows is not copied, and so neither is the note of it."""
    rows = select(table)
    return rows.where(settings.c.name != PENDING) if table is settings else rows


def _counts(connection: Connection) -> dict[Table, int]:
    counting = {table: select(func.count()).select_from(_rows_of(table).subquery()) for table in _TABLES}
    return {table: connection.execute(query).scalar_one() for table, query in counting.items()}
