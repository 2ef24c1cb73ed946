"""The tables of the trainer's database, as Core metadata."""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from asnquiz.storage.tables import checksum_column, moment_columns

metadata = MetaData()

# Versions are numbered, so that a later one compares as greater.
VERSION = "0001"

# In the form in which Alembic keeps its stamp.
briefing_version = Table(
    "briefing_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="briefing_version_pkc"),
)

packs = Table(
    "packs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("compiled", LargeBinary, nullable=False),
    checksum_column(),
)

# `content` is the Briefing as JSON.
briefings = Table(
    "briefings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("pack", Text, ForeignKey("packs.sha256"), nullable=False),
    Column("content", Text, nullable=False),
    checksum_column(),
)

# How far each briefing is: what a list shows of it, and how many events there must be, so that a missing end shows as
# well. `participants` are those who ever came in; `last` is the latest moment kept, at first when it was made.
heads = Table(
    "heads",
    metadata,
    Column("briefing", Text, ForeignKey("briefings.id"), primary_key=True),
    Column("events", Integer, nullable=False),
    Column("participants", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    *moment_columns("last"),
    checksum_column(),
    sqlite_with_rowid=False,
)

# `kind` is a name of asnquiz.domain.briefing_course.KINDS, `body` what happened as JSON.
events = Table(
    "events",
    metadata,
    Column("briefing", Text, ForeignKey("briefings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *moment_columns("at"),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    checksum_column(),
    sqlite_with_rowid=False,
)

# `content` is the Plan as JSON.
plans = Table(
    "plans",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", Text, nullable=False),
    checksum_column(),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    checksum_column(),
)


def make_tables(connection: Connection) -> None:
    """Makes all tables in an empty database and stamps it twice, so that a damaged stamp is no newer program's."""
    metadata.create_all(connection)
    connection.execute(briefing_version.insert().values(version_num=VERSION))
    connection.exec_driver_sql(f"PRAGMA user_version={int(VERSION)}")
