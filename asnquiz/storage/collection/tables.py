"""The tables of the collection database, as Core metadata that fits SQLite and PostgreSQL alike.

Times are whole milliseconds since 1970 in UTC (`_ms`), so that they compare and sort as numbers on any database.
Numbers that files tell may be as long as theirs are there, 53 bits, whatever they would mean.
`marks`, `people` and `standings` are made of the other tables by asnquiz.storage.collection.deriving, and of nothing
else.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# A server sorts text as the language of its operating system does; by code points it is the same everywhere.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

# The newest revision under migrations/versions; revisions are numbered, so that a later one compares as greater.
VERSION = "0004"

# In the form in which Alembic keeps its stamp.
collection_version = Table(
    "collection_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="collection_version_pkc"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", _TEXT, primary_key=True),
    Column("value", _TEXT, nullable=False),
)

# `plain` is the task as JSON, `text` the bytes of its file; `closes_ms` is the end of its last day.
tasks = Table(
    "tasks",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("made_ms", BigInteger, nullable=False),
    Column("closes_ms", BigInteger, nullable=False),
    Column("signer", _TEXT, nullable=False),
    Column("plain", _TEXT, nullable=False),
    Column("text", LargeBinary, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("source", _TEXT, nullable=False),
    Column("begun_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
)

# `own_key` says who a report is of by itself, `person` by the links as well; `folded` is the name as it is looked for;
# `received_ms` is when the earliest import that brought it began.
reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", LargeBinary, nullable=False, unique=True),
    Column("file_id", _TEXT, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("made_offset", Integer, nullable=False),
    Column("received_ms", BigInteger, nullable=False),
    Column("device", _TEXT, nullable=False, index=True),
    Column("program", _TEXT, nullable=False),
    Column("task", _TEXT),
    Column("signer", _TEXT),
    Column("nip", _TEXT),
    Column("name", _TEXT),
    Column("position", _TEXT),
    Column("unit", _TEXT),
    Column("employment", _TEXT),
    Column("folded", _TEXT, nullable=False),
    Column("own_key", _TEXT, nullable=False),
    Column("person", _TEXT, nullable=False, index=True),
)

# Apart from their reports, which are read through often.
evidence = Table(
    "evidence",
    metadata,
    Column("report", Integer, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("jws", LargeBinary, nullable=False),
)

packs = Table(
    "packs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", _TEXT, nullable=False),
    Column("pack_id", _TEXT, nullable=False),
    Column("version", _TEXT, nullable=False),
    UniqueConstraint("sha256", "pack_id", "version"),
)

# One row for each content that is told of an attempt; with several, it is in `conflicts`.
attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("uuid", _TEXT, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("title", _TEXT, nullable=False),
    Column("pack", Integer, ForeignKey("packs.id"), nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("started_offset", Integer, nullable=False),
    Column("ended_ms", BigInteger, nullable=False),
    Column("ended_offset", Integer, nullable=False),
    Column("state", _TEXT, nullable=False),
    Column("limit_ms", BigInteger),
    Column("pass_mark", BigInteger),
    Column("score_right", BigInteger, nullable=False),
    Column("score_total", BigInteger, nullable=False),
    Column("supervisor", _TEXT),
    Column("place", _TEXT),
    Column("code", _TEXT),
    Column("chain_holds", Integer, nullable=False),
    Column("odd_times", Integer, nullable=False),
    UniqueConstraint("uuid", "content"),
)

conflicts = Table("conflicts", metadata, Column("uuid", _TEXT, primary_key=True))

# Which reports tell which attempts, as the `number`-th of `made`.
sendings = Table(
    "sendings",
    metadata,
    Column("report", Integer, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("attempt", Integer, ForeignKey("attempts.id"), primary_key=True, autoincrement=False, index=True),
    Column("number", BigInteger, nullable=False),
    Column("made", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# One row for each content that is told of a briefing; with several of one, none of them counts. `redacted` is 1 where
# somebody who was there was purged: then no file that tells it is kept as evidence.
briefings = Table(
    "briefings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("uuid", _TEXT, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("title", _TEXT, nullable=False),
    Column("office", _TEXT, nullable=False),
    Column("place", _TEXT, nullable=False),
    Column("day", _TEXT, nullable=False),
    Column("redacted", Integer, nullable=False),
    UniqueConstraint("uuid", "content"),
)

# Which reports tell which briefings.
tellings = Table(
    "tellings",
    metadata,
    Column("report", Integer, ForeignKey("reports.id"), primary_key=True, autoincrement=False),
    Column("briefing", Integer, ForeignKey("briefings.id"), nullable=False, index=True),
)

# Whoever was at a briefing, by its `number` there; `folded` is the name as it is sorted and looked for.
attendances = Table(
    "attendances",
    metadata,
    Column("briefing", Integer, ForeignKey("briefings.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("invited", Integer, nullable=False),
    Column("name", _TEXT, nullable=False),
    Column("folded", _TEXT, nullable=False),
    Column("nip", _TEXT, index=True),
    Column("position", _TEXT),
    Column("unit", _TEXT, nullable=False),
    Column("people", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("votes_right", Integer, nullable=False),
    Column("votes_total", Integer, nullable=False),
    Column("pretest_right", Integer),
    Column("pretest_total", Integer),
    Column("posttest_right", Integer),
    Column("posttest_total", Integer),
    Column("pledged", Integer, nullable=False),
    sqlite_with_rowid=False,
)

items = Table(
    "items",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("item", _TEXT, nullable=False, unique=True),
)

# What was answered to a question, and its marks by the content it was asked from and by the version in force. There are
# none as long as no version in `contents` tells what was asked.
choices = Table(
    "choices",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("item", Integer, ForeignKey("items.id"), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("answer", _TEXT, nullable=False),
    Column("own_mark", _TEXT),
    Column("mark", _TEXT),
    UniqueConstraint("item", "revision", "answer"),
)

# By far the most rows: no foreign keys, which would be looked up for each.
answers = Table(
    "answers",
    metadata,
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("choice", Integer, nullable=False),
    Column("certainty", _TEXT),
    sqlite_with_rowid=False,
)

# Every version of the content that is known here, in the order in which it became known; `compiled` by zlib.
contents = Table(
    "contents",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", _TEXT, nullable=False, unique=True),
    Column("pack_id", _TEXT, nullable=False),
    Column("version", _TEXT, nullable=False),
    Column("compiled", LargeBinary, nullable=False),
)

# Files by their name, which a purge takes, and their bytes, empty where none could be read: the report each led to, or
# what it was when an import looked at it last.
files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", _TEXT, index=True),
    Column("sha256", LargeBinary, nullable=False),
    Column("verdict", _TEXT, nullable=False, index=True),
    Column("reason", _TEXT, nullable=False),
    Column("report", Integer, ForeignKey("reports.id"), index=True),
    Column("last_import", Integer, ForeignKey("imports.id"), nullable=False),
    Index("ix_files_sha256_report", "sha256", "report"),
)

# Which files came with which import, and what they were by themselves then.
arrivals = Table(
    "arrivals",
    metadata,
    Column("import", Integer, ForeignKey("imports.id"), primary_key=True, autoincrement=False),
    Column("file", Integer, ForeignKey("files.id"), primary_key=True, autoincrement=False),
    Column("verdict", _TEXT, nullable=False),
    sqlite_with_rowid=False,
)

# SHA-256 of what was removed for good, as the files it came in and as what was signed.
purged = Table("purged", metadata, Column("sha256", LargeBinary, primary_key=True))

# `sought` is the folded name and the NIP, in which words are looked for.
roster = Table(
    "roster",
    metadata,
    Column("nip", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("agency", _TEXT, nullable=False),
    Column("unit", _TEXT, nullable=False),
    Column("position", _TEXT, nullable=False),
    Column("sought", _TEXT, nullable=False),
    Index("ix_roster_agency_unit", "agency", "unit"),
)

links = Table(
    "links",
    metadata,
    Column("key", _TEXT, primary_key=True),
    Column("nip", _TEXT, nullable=False),
)

# `account` is that of a server by which it was done.
log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("act", _TEXT, nullable=False),
    Column("words", _TEXT, nullable=False),
    Column("account", _TEXT),
)

# Keys of computers of which something came in, or was linked, since people and standings were made.
changed = Table("changed", metadata, Column("device", _TEXT, primary_key=True))

# What the answers of each attempt come to, by the marks in force and by its own content; nothing as long as one of them
# is not marked.
marks = Table(
    "marks",
    metadata,
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("score_right", Integer),
    Column("score_total", Integer),
    Column("own_right", Integer),
    Column("own_total", Integer),
)

# Everybody of whom there are results, as their latest report names them.
people = Table(
    "people",
    metadata,
    Column("person", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("unit", _TEXT, nullable=False),
    Column("position", _TEXT, nullable=False),
    Column("sought", _TEXT, nullable=False),
)

# For each question that can be asked, which attempt of a person counts; `task` is empty for exams that people picked.
# The score is that of `marks`, and where there is none there, as the attempt tells it.
standings = Table(
    "standings",
    metadata,
    Column("task", _TEXT, primary_key=True),
    Column("supervised", Integer, primary_key=True, autoincrement=False),
    Column("counting", _TEXT, primary_key=True),
    Column("person", _TEXT, primary_key=True),
    Column("attempt", Integer, nullable=False),
    Column("score_right", BigInteger, nullable=False),
    Column("score_total", BigInteger, nullable=False),
    Column("passed", Integer),
    Column("received_ms", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("other_device", Integer, nullable=False),
    Column("shared_device", Integer, nullable=False),
    Column("odd_times", Integer, nullable=False),
    Column("broken_chain", Integer, nullable=False),
    Column("other_score", Integer, nullable=False),
    sqlite_with_rowid=False,
)
