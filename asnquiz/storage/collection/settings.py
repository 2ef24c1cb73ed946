"""What the collection knows of itself by name, and whether what is made of its tables is behind them."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from asnquiz.storage.collection.dialect import insert_rows
from asnquiz.storage.collection.tables import changed, settings

_STALE = "stale"


def read_setting(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar()
    return value


def write_setting(connection: Connection, name: str, value: str | None) -> None:
    """None takes it away."""
    connection.execute(delete(settings).where(settings.c.name == name))
    if value is not None:
        # Not by COPY, which a server refuses to whoever may change some of them only.
        connection.execute(insert(settings).values(name=name, value=value))


def mark_changed(connection: Connection, devices: Iterable[str]) -> None:
    """Says that something came of these keys, so that standings must be made anew before they are looked at."""
    insert_rows(connection, changed, [(device,) for device in set(devices)], new_only=True)


def mark_stale(connection: Connection) -> None:
    """Says the same of everything."""
    write_setting(connection, _STALE, "1")


def is_stale(connection: Connection) -> bool:
    """Whether anything must be made anew."""
    return is_all_stale(connection) or connection.execute(select(changed).limit(1)).first() is not None


def is_all_stale(connection: Connection) -> bool:
    return read_setting(connection, _STALE) is not None


def mark_derived(connection: Connection) -> None:
    write_setting(connection, _STALE, None)
    connection.execute(delete(changed))
