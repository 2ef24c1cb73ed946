"""Runs the revisions that a database lacks."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Brings the tables to the newest revision inside the transaction of `connection`, which the caller commits."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "asnquiz.storage:migrations")
    command.upgrade(config, "head")
