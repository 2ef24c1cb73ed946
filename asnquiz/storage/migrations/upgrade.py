"""Runs the revisions that a database lacks."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, revisions: str = "asnquiz.storage:migrations") -> None:
    """Brings tables to the newest of `revisions` inside the transaction of `connection`, which the caller commits."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", revisions)
    command.upgrade(config, "head")
