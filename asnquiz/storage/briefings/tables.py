"""The tables of the trainer's database, as Core metadata."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from asnquiz.storage.own_file import file_kind
from asnquiz.storage.tables import checksum_column, moment_columns

metadata = MetaData()

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

FILE = file_kind("sosialisasi", metadata, "briefing_version", "0001")
