"""Which version of the tables a database file has, and bringing it to this program's."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Engine, inspect, select

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import file_of, reading, writing
from asnquiz.storage.tables import VERSION, make_tables, schema_version, stamp

# Entered while a database is migrated, restored or rid of a person; raises Refusal when a window is open on it.
Claim = Callable[[], AbstractContextManager[Any]]


def bring_up_to_date(engine: Engine, claim: Claim) -> None:
    """Leaves a whole database in this program's version: made new, as it is, or migrated after a verified copy of it.

    Raises Refusal for a file of a newer program, which stays untouched.
    """
    with reading(engine) as connection:
        stored = _stored_version(connection)
    if stored is None:
        with writing(engine) as connection:
            # Read again: another program may have made it while this one waited for the lock.
            if _stored_version(connection) is None:
                make_tables(connection)
    elif stored != VERSION:
        with claim(), writing(engine) as connection:
            if _stored_version(connection) != VERSION:
                _migrate(engine, connection)


def upgrade_copy(engine: Engine) -> None:
    """Brings a copy of a database, which nobody else uses, to this program's version. Raises Refusal as above."""
    with writing(engine) as connection:
        if _stored_version(connection) != VERSION:
            _upgrade(connection)


def _stored_version(connection: Connection) -> str | None:
    """The stamp in the file: None for a file without tables, empty before the first revision."""
    if not inspect(connection).get_table_names():
        return None
    stored: str = connection.execute(select(schema_version.c.version_num)).scalar() or ""
    if stored > VERSION:
        raise Refusal(
            f"Berkas data {file_of(connection.engine)} dibuat oleh ASN Netral versi yang lebih baru. "
            "Pasang versi terbaru program ini, lalu buka kembali; data Anda tidak diubah."
        )
    return stored


def _migrate(engine: Engine, connection: Connection) -> None:
    from asnquiz.storage.backups import backup_folder, keep_copy

    path = file_of(engine)
    keep_copy(engine, backup_folder(path) / f"{path.stem}-sebelum-versi-{VERSION}{path.suffix}")
    _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # Alembic is imported only here: most starts need no migration and should not pay for it.
    from asnquiz.storage.migrations.upgrade import upgrade

    upgrade(connection)
    stamp(connection)
