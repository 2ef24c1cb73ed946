"""Recalls, steps through case studies and pledges; attempts may also be recalls, pretests and posttests."""

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    """
    CREATE TABLE recalls (
        profile TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        rule TEXT NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        at_counter INTEGER NOT NULL,
        due_utc TEXT NOT NULL,
        card TEXT NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (profile, pack_id, number),
        FOREIGN KEY(profile) REFERENCES profiles (id)
    )
    """,
    """
    CREATE TABLE case_steps (
        profile TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        scene TEXT NOT NULL,
        choice INTEGER NOT NULL CHECK (choice >= 0),
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        at_counter INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (profile, pack_id, number),
        FOREIGN KEY(profile) REFERENCES profiles (id)
    )
    """,
    """
    CREATE TABLE pledges (
        profile TEXT NOT NULL,
        number INTEGER NOT NULL,
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        at_counter INTEGER NOT NULL,
        text TEXT NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (profile, number),
        FOREIGN KEY(profile) REFERENCES profiles (id)
    )
    """,
)

_KINDS = "CHECK (kind IN ('practice', 'exam', 'check'"
_MORE_KINDS = f"{_KINDS}, 'review', 'pretest', 'posttest'"


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    _widen_kinds()


def _widen_kinds() -> None:
    """Rewrites a CHECK in the table's own text, which leaves its rows as they are.

    SQLite documents this for changes that do not touch what is stored: https://www.sqlite.org/lang_altertable.html, 7.
    """
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar() or 0
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    rewritten = text("UPDATE sqlite_master SET sql = replace(sql, :before, :after) WHERE name = 'attempts'")
    connection.execute(rewritten, {"before": _KINDS, "after": _MORE_KINDS})
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=OFF")
