"""The tables of the learner's database, as Core metadata; the frozen form of each version stands in migrations."""

from enum import Enum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from asnquiz.domain.attempt import AttemptKind, AttemptState, PauseCause
from asnquiz.domain.person import Employment

metadata = MetaData()

# The newest revision under migrations/versions; revisions are numbered, so that a later one compares as greater.
VERSION = "0003"


def moment_columns(name: str, *, nullable: bool = False) -> tuple[Column[str], Column[int], Column[int]]:
    """A domain Moment: ISO 8601 in UTC with milliseconds and Z, offset in minutes, counter."""
    return (
        Column(f"{name}_utc", Text, nullable=nullable),
        Column(f"{name}_offset", Integer, nullable=nullable),
        Column(f"{name}_counter", Integer, nullable=nullable),
    )


def checksum_column() -> Column[str]:
    """The last column of every table that keeps something: see asnquiz.storage.checksum."""
    return Column("checksum", Text, CheckConstraint("length(checksum) = 32"), nullable=False)


def _changes() -> Column[int]:
    """How often a row was rewritten: of two versions of one row, the one with more is the later."""
    return Column("changes", Integer, nullable=False)


def _one_of(column: str, kind: type[Enum]) -> CheckConstraint:
    values = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({values})")


# The table that Alembic keeps its stamp in, in Alembic's own form.
schema_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

profiles = Table(
    "profiles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text),
    Column("nip", Text),
    Column("position", Text),
    Column("unit", Text),
    Column("employment", Text),
    *moment_columns("created"),
    _changes(),
    checksum_column(),
    _one_of("employment", Employment),
)

packs = Table(
    "packs",
    metadata,
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("compiled", LargeBinary, nullable=False),
    checksum_column(),
)

# `tip` is the last link of the attempt's chain: what the next response is linked to.
attempts = Table(
    "attempts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("profile", Text, ForeignKey("profiles.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("pack", Text, ForeignKey("packs.sha256"), nullable=False),
    Column("seed", Integer, nullable=False),
    Column("limit_ms", Integer),
    Column("pass_mark", Integer),
    *moment_columns("started"),
    Column("state", Text, nullable=False),
    *moment_columns("ended", nullable=True),
    Column("remaining_ms", Integer, CheckConstraint("remaining_ms >= 0")),
    *moment_columns("seen", nullable=True),
    Column("score_right", Integer),
    Column("score_total", Integer),
    Column("tip", Text, CheckConstraint("length(tip) = 64"), nullable=False),
    _changes(),
    checksum_column(),
    _one_of("kind", AttemptKind),
    _one_of("state", AttemptState),
    CheckConstraint("(state = 'active') = (ended_utc IS NULL)"),
    CheckConstraint("(score_right IS NULL) = (score_total IS NULL)"),
    CheckConstraint("score_right BETWEEN 0 AND score_total"),
    CheckConstraint("score_total IS NULL OR state IN ('finished', 'expired')"),
)

# `row_order` and `answer` are JSON arrays of whole numbers; '[]' is no answer.
attempt_items = Table(
    "attempt_items",
    metadata,
    Column("attempt", Text, ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("row_order", Text, nullable=False),
    checksum_column(),
    UniqueConstraint("attempt", "item"),
)

responses = Table(
    "responses",
    metadata,
    Column("attempt", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("flagged", Integer, CheckConstraint("flagged IN (0, 1)"), nullable=False),
    Column("certainty", Text),
    *moment_columns("at"),
    Column("remaining_ms", Integer, CheckConstraint("remaining_ms >= 0")),
    Column("h", Text, CheckConstraint("length(h) = 64"), nullable=False),
    checksum_column(),
    ForeignKeyConstraint(["attempt", "item"], ["attempt_items.attempt", "attempt_items.item"]),
)


@event.listens_for(responses, "after_create")
def _make_append_only(_table: Table, connection: Connection, **_options: object) -> None:
    connection.exec_driver_sql(
        "CREATE TRIGGER responses_never_change BEFORE UPDATE ON responses "
        "BEGIN SELECT RAISE(ABORT, 'responses are append-only'); END"
    )


pauses = Table(
    "pauses",
    metadata,
    Column("attempt", Text, ForeignKey("attempts.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("cause", Text, nullable=False),
    *moment_columns("ended"),
    Column("wall_ms", Integer, CheckConstraint("wall_ms >= 0"), nullable=False),
    checksum_column(),
    _one_of("cause", PauseCause),
)

lessons_read = Table(
    "lessons_read",
    metadata,
    Column("profile", Text, ForeignKey("profiles.id"), primary_key=True),
    Column("pack_id", Text, primary_key=True),
    Column("lesson", Text, primary_key=True),
    *moment_columns("read"),
    checksum_column(),
)

# Rules recalled, oldest first by `number`; `card` is what FSRS knows after it, as JSON.
recalls = Table(
    "recalls",
    metadata,
    Column("profile", Text, ForeignKey("profiles.id"), primary_key=True),
    Column("pack_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("rating", Integer, CheckConstraint("rating BETWEEN 1 AND 4"), nullable=False),
    *moment_columns("at"),
    Column("due_utc", Text, nullable=False),
    Column("card", Text, nullable=False),
    checksum_column(),
)

# Choices made in case studies, oldest first by `number`.
case_steps = Table(
    "case_steps",
    metadata,
    Column("profile", Text, ForeignKey("profiles.id"), primary_key=True),
    Column("pack_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("scenario", Text, nullable=False),
    Column("scene", Text, nullable=False),
    Column("choice", Integer, CheckConstraint("choice >= 0"), nullable=False),
    *moment_columns("at"),
    checksum_column(),
)

pledges = Table(
    "pledges",
    metadata,
    Column("profile", Text, ForeignKey("profiles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *moment_columns("at"),
    Column("text", Text, nullable=False),
    checksum_column(),
)

# `text` is the task's file as it came, `content` the task in it as JSON; `file_id` is of the proof saved last.
tasks = Table(
    "tasks",
    metadata,
    Column("profile", Text, ForeignKey("profiles.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("signer", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),
    *moment_columns("taken"),
    *moment_columns("handed_in", nullable=True),
    Column("file_id", Text),
    _changes(),
    checksum_column(),
    CheckConstraint("(handed_in_utc IS NULL) = (file_id IS NULL)"),
)

# Which attempts were made for a task, and where and under whose eyes, if it is supervised.
task_attempts = Table(
    "task_attempts",
    metadata,
    Column("attempt", Text, ForeignKey("attempts.id"), primary_key=True),
    Column("task", Text, nullable=False),
    Column("supervisor", Text),
    Column("place", Text),
    Column("code", Text),
    checksum_column(),
    CheckConstraint("(supervisor IS NULL) = (place IS NULL) AND (place IS NULL) = (code IS NULL)"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    _changes(),
    checksum_column(),
)

# The tables whose rows are kept and proven; all but the stamp.
KEPT = tuple(table for table in metadata.sorted_tables if table is not schema_version)


def make_tables(connection: Connection) -> None:
    """Makes all tables in an empty database and stamps it with this program's version."""
    metadata.create_all(connection)
    connection.execute(schema_version.insert().values(version_num=VERSION))
    stamp(connection)


def stamp(connection: Connection) -> None:
    """Says the version a second time, in the file's header: a single damaged stamp is then no newer program's."""
    connection.exec_driver_sql(f"PRAGMA user_version={int(VERSION)}")
