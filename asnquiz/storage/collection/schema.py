"""Which version of the tables a collection has, and bringing it to this program's."""

from sqlalchemy import Connection, select

from asnquiz.storage.collection.dialect import insert_rows
from asnquiz.storage.collection.site import Site
from asnquiz.storage.collection.tables import VERSION, collection_version, metadata


def bring_up_to_date(site: Site) -> None:
    """Leaves a collection in this program's version: made new, as it is, or migrated."""
    with site.reading() as connection:
        stored = _stored_version(connection)
    if stored != VERSION:
        with site.writing() as connection:
            _make_or_upgrade(connection)


def _make_or_upgrade(connection: Connection) -> None:
    """In one transaction; another program may have done it while this one waited for its turn."""
    stored = _stored_version(connection)
    if stored is None:
        metadata.create_all(connection)
        insert_rows(connection, collection_version, [(VERSION,)])
    elif stored != VERSION:
        # Alembic is imported only here: most starts need no migration and should not pay for it.
        from asnquiz.storage.migrations.upgrade import upgrade

        upgrade(connection, "asnquiz.storage.collection:migrations")


def _stored_version(connection: Connection) -> str | None:
    """None where there are no tables yet."""
    if not connection.dialect.has_table(connection, collection_version.name):
        return None
    stored: str = connection.execute(select(collection_version.c.version_num)).scalar_one()
    return stored
