"""Which version of the tables a database file has, and bringing it to this program's."""

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.dialects.sqlite import insert

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import file_of, reading, writing
from asnquiz.storage.refusals import NOT_OURS
from asnquiz.storage.safety_copy import keep_copy
from asnquiz.storage.tables import metadata, schema_version

# The newest revision under migrations/versions; revisions are numbered, so that a later one compares as greater.
VERSION = "0001"


def bring_up_to_date(engine: Engine) -> None:
    """Leaves the database in this program's version: made new, as it is, or migrated after a verified copy of it.

    Raises Refusal for a file of a newer program or of another one, which stays untouched.
    """
    with reading(engine) as connection:
        if _stored_version(connection) == VERSION:
            return
    with writing(engine) as connection:
        # Read again: another program may have made or migrated it while this one waited for the lock.
        stored = _stored_version(connection)
        if stored is None:
            metadata.create_all(connection)
            connection.execute(insert(schema_version).values(version_num=VERSION))
        elif stored != VERSION:
            _migrate(engine, connection)


def _stored_version(connection: Connection) -> str | None:
    """The stamp in the file: None for a file without tables, empty before the first revision."""
    path = file_of(connection.engine)
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if schema_version.name not in tables:
        raise Refusal(NOT_OURS.format(path=path))
    stored: str = connection.execute(select(schema_version.c.version_num)).scalar() or ""
    if stored > VERSION:
        raise Refusal(
            f"Berkas data {path} dibuat oleh ASN Netral versi yang lebih baru. "
            "Pasang versi terbaru program ini, lalu buka kembali; data Anda tidak diubah."
        )
    return stored


def _migrate(engine: Engine, connection: Connection) -> None:
    # Alembic is imported only here: most starts need no migration and should not pay for it.
    from asnquiz.storage.migrations.upgrade import upgrade

    path = file_of(engine)
    keep_copy(engine, path.with_name(f"{path.stem}-sebelum-versi-{VERSION}{path.suffix}"))
    upgrade(connection)
