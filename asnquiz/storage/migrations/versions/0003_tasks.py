"""Tasks that people took on, and which attempts were made for them."""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    """
    CREATE TABLE tasks (
        profile TEXT NOT NULL,
        id TEXT NOT NULL,
        signer TEXT NOT NULL,
        text BLOB NOT NULL,
        content TEXT NOT NULL,
        taken_utc TEXT NOT NULL,
        taken_offset INTEGER NOT NULL,
        taken_counter INTEGER NOT NULL,
        handed_in_utc TEXT,
        handed_in_offset INTEGER,
        handed_in_counter INTEGER,
        file_id TEXT,
        changes INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (profile, id),
        CHECK ((handed_in_utc IS NULL) = (file_id IS NULL)),
        FOREIGN KEY(profile) REFERENCES profiles (id)
    )
    """,
    """
    CREATE TABLE task_attempts (
        attempt TEXT NOT NULL,
        task TEXT NOT NULL,
        supervisor TEXT,
        place TEXT,
        code TEXT,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (attempt),
        CHECK ((supervisor IS NULL) = (place IS NULL) AND (place IS NULL) = (code IS NULL)),
        FOREIGN KEY(attempt) REFERENCES attempts (id)
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
