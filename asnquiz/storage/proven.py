"""Rows that carry a checksum: sealed when written, proven when read, inside the caller's transaction."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, func, select, update
from sqlalchemy.dialects import sqlite

from asnquiz.storage.checksum import is_proven, row_checksum
from asnquiz.storage.refusals import Altered
from asnquiz.storage.rows import Values
from asnquiz.storage.tables import settings


def sealed(table: Table, values: Values, changes: int = 0) -> Values:
    """A whole row of a table: what `values` leaves out is null, and the checksum stands over all of it."""
    row = {column.name: values.get(column.name) for column in table.c}
    if "changes" in row:
        row["changes"] = changes
    del row["checksum"]
    return {**row, "checksum": row_checksum(table.name, row.values())}


def is_sealed(table: Table, row: RowMapping) -> bool:
    """Whether a row, which may have other columns beside its own, is as it was written."""
    return is_proven(table.name, tuple(row[column.name] for column in table.c))


def refuse_altered(table: Table, row: RowMapping, quiz: str | None = None) -> None:
    """Raises Altered unless a row, of the quiz of that title where it is of one, is as it was written."""
    if is_sealed(table, row):
        return
    what = "Sebagian data belajar" if quiz is None else f"Catatan kuis “{quiz}”"
    raise Altered(
        f"{what} berubah di luar program sejak disimpan, sehingga tidak dapat dipakai. "
        "Tutup program, lalu buka kembali: data akan diperiksa dan dipulihkan."
    )


def proven_row(connection: Connection, table: Table, key: ColumnElement[bool]) -> RowMapping | None:
    """The row of a key, None where there is none. Raises Altered."""
    row = connection.execute(select(table).where(key)).mappings().one_or_none()
    if row is not None:
        refuse_altered(table, row, row.get("title"))
    return row


def proven_rows(connection: Connection, table: Table, owner: ColumnElement[bool], *order: str) -> list[RowMapping]:
    """The rows of an owner in the order of these columns. Raises Altered."""
    ordered = [table.c[name] for name in order]
    found = list(connection.execute(select(table).where(owner).order_by(*ordered)).mappings())
    for row in found:
        refuse_altered(table, row, row.get("title"))
    return found


def insert_rows(connection: Connection, table: Table, rows: Iterable[Values], *, new_only: bool = False) -> None:
    """Inserts rows, each sealed; with `new_only` those whose keys are not there."""
    statement = sqlite.insert(table)
    if new_only:
        statement = statement.on_conflict_do_nothing(index_elements=table.primary_key)
    if new := [sealed(table, row) for row in rows]:
        connection.execute(statement, new)


def rewrite(connection: Connection, table: Table, row: RowMapping, values: Values) -> None:
    """Changes what `values` names in a row that was read in this transaction."""
    new = sealed(table, {**row, **values}, changes=row["changes"] + 1)
    changed = {name: new[name] for name in (*values, "changes", "checksum")}
    this = [column == row[column.name] for column in table.primary_key]
    connection.execute(update(table).where(*this).values(changed))


def next_number(connection: Connection, table: Table, owner: ColumnElement[bool]) -> int:
    """The number of the next row that an owner gets in a table."""
    highest = connection.execute(select(func.max(table.c.number)).where(owner)).scalar()
    return 0 if highest is None else highest + 1


def of_pack(table: Table, profile: UUID, pack_id: str) -> ColumnElement[bool]:
    """What a person has in a table for a pack."""
    return (table.c.profile == str(profile)) & (table.c.pack_id == pack_id)


def read_setting(connection: Connection, name: str) -> str | None:
    row = proven_row(connection, settings, settings.c.name == name)
    return None if row is None else str(row["value"])


def write_setting(connection: Connection, name: str, value: str) -> None:
    row = proven_row(connection, settings, settings.c.name == name)
    if row is None:
        insert_rows(connection, settings, [{"name": name, "value": value}])
    else:
        rewrite(connection, settings, row, {"value": value})
