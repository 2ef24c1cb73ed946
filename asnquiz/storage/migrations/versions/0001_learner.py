"""The first tables: profiles, packs, attempts with their items, responses and pauses, lessons read, settings."""

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    """
    CREATE TABLE profiles (
        id TEXT NOT NULL,
        name TEXT,
        nip TEXT,
        position TEXT,
        unit TEXT,
        employment TEXT,
        created_utc TEXT NOT NULL,
        created_offset INTEGER NOT NULL,
        created_counter INTEGER NOT NULL,
        changes INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (id),
        CHECK (employment IN ('pns', 'cpns', 'pppk', 'non-asn', 'desa'))
    )
    """,
    """
    CREATE TABLE packs (
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        id TEXT NOT NULL,
        version TEXT NOT NULL,
        compiled BLOB NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE settings (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        changes INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE attempts (
        id TEXT NOT NULL,
        profile TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        pack TEXT NOT NULL,
        seed INTEGER NOT NULL,
        limit_ms INTEGER,
        pass_mark INTEGER,
        started_utc TEXT NOT NULL,
        started_offset INTEGER NOT NULL,
        started_counter INTEGER NOT NULL,
        state TEXT NOT NULL,
        ended_utc TEXT,
        ended_offset INTEGER,
        ended_counter INTEGER,
        remaining_ms INTEGER CHECK (remaining_ms >= 0),
        seen_utc TEXT,
        seen_offset INTEGER,
        seen_counter INTEGER,
        score_right INTEGER,
        score_total INTEGER,
        tip TEXT NOT NULL CHECK (length(tip) = 64),
        changes INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (id),
        CHECK (kind IN ('practice', 'exam', 'check')),
        CHECK (state IN ('active', 'finished', 'expired', 'abandoned')),
        CHECK ((state = 'active') = (ended_utc IS NULL)),
        CHECK ((score_right IS NULL) = (score_total IS NULL)),
        CHECK (score_right BETWEEN 0 AND score_total),
        CHECK (score_total IS NULL OR state IN ('finished', 'expired')),
        FOREIGN KEY(profile) REFERENCES profiles (id),
        FOREIGN KEY(pack) REFERENCES packs (sha256)
    )
    """,
    """
    CREATE TABLE lessons_read (
        profile TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        lesson TEXT NOT NULL,
        read_utc TEXT NOT NULL,
        read_offset INTEGER NOT NULL,
        read_counter INTEGER NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (profile, pack_id, lesson),
        FOREIGN KEY(profile) REFERENCES profiles (id)
    )
    """,
    """
    CREATE TABLE attempt_items (
        attempt TEXT NOT NULL,
        number INTEGER NOT NULL,
        item TEXT NOT NULL,
        revision INTEGER NOT NULL,
        row_order TEXT NOT NULL,
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (attempt, number),
        UNIQUE (attempt, item),
        FOREIGN KEY(attempt) REFERENCES attempts (id)
    )
    """,
    """
    CREATE TABLE pauses (
        attempt TEXT NOT NULL,
        number INTEGER NOT NULL,
        cause TEXT NOT NULL,
        ended_utc TEXT NOT NULL,
        ended_offset INTEGER NOT NULL,
        ended_counter INTEGER NOT NULL,
        wall_ms INTEGER NOT NULL CHECK (wall_ms >= 0),
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (attempt, number),
        CHECK (cause IN ('closed', 'slept')),
        FOREIGN KEY(attempt) REFERENCES attempts (id)
    )
    """,
    """
    CREATE TABLE responses (
        attempt TEXT NOT NULL,
        number INTEGER NOT NULL,
        item TEXT NOT NULL,
        answer TEXT NOT NULL,
        flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
        certainty TEXT,
        at_utc TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        at_counter INTEGER NOT NULL,
        remaining_ms INTEGER CHECK (remaining_ms >= 0),
        h TEXT NOT NULL CHECK (length(h) = 64),
        checksum TEXT NOT NULL CHECK (length(checksum) = 32),
        PRIMARY KEY (attempt, number),
        FOREIGN KEY(attempt, item) REFERENCES attempt_items (attempt, item)
    )
    """,
    """
    CREATE TRIGGER responses_never_change BEFORE UPDATE ON responses
        BEGIN SELECT RAISE(ABORT, 'responses are append-only'); END
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
