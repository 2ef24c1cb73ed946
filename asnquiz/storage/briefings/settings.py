"""Settings of the trainer's database, by their names."""

from sqlalchemy import Connection

from asnquiz.storage.briefings.tables import settings
from asnquiz.storage.own_rows import insert_rows, proven_row, sealed


def read_setting(connection: Connection, name: str) -> str | None:
    row = proven_row(connection, settings, name)
    return None if row is None else str(row[1])


def write_setting(connection: Connection, name: str, value: str) -> None:
    insert_rows(connection, settings, [sealed(settings, name, value)], otherwise="REPLACE")
