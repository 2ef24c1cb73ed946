"""What the collection knows of itself by name, and whether what is made of its tables is behind them."""

from sqlalchemy import Connection, delete, select

from asnquiz.storage.collection.dialect import insert_rows
from asnquiz.storage.collection.tables import settings

_STALE = "stale"


def read_setting(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar()
    return value


def write_setting(connection: Connection, name: str, value: str | None) -> None:
    """None takes it away."""
    connection.execute(delete(settings).where(settings.c.name == name))
    if value is not None:
        insert_rows(connection, settings, [(name, value)])


def mark_stale(connection: Connection) -> None:
    """Says that results changed, so that standings must be made anew before they are looked at."""
    write_setting(connection, _STALE, "1")


def is_stale(connection: Connection) -> bool:
    return read_setting(connection, _STALE) is not None


def mark_derived(connection: Connection) -> None:
    write_setting(connection, _STALE, None)
