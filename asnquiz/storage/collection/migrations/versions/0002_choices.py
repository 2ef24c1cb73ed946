"""What was answered is kept once, with its marks; every version of the content stays; standings name their attempt."""

from alembic import op

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    """
    CREATE TABLE choices (
        id INTEGER NOT NULL,
        item INTEGER NOT NULL,
        revision BIGINT NOT NULL,
        answer TEXT NOT NULL,
        own_mark TEXT,
        mark TEXT,
        PRIMARY KEY (id),
        UNIQUE (item, revision, answer),
        FOREIGN KEY(item) REFERENCES items (id)
    )
    """,
    """
    CREATE TABLE contents (
        id INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        version TEXT NOT NULL,
        compiled BLOB NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (sha256)
    )
    """,
    """
    CREATE TABLE marks (
        attempt INTEGER NOT NULL,
        score_right INTEGER,
        score_total INTEGER,
        own_right INTEGER,
        own_total INTEGER,
        PRIMARY KEY (attempt)
    )
    """,
    "ALTER TABLE answers RENAME TO answers_before",
    """
    CREATE TABLE answers (
        attempt INTEGER NOT NULL,
        place INTEGER NOT NULL,
        choice INTEGER NOT NULL,
        certainty TEXT,
        PRIMARY KEY (attempt, place)
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO choices (item, revision, answer)
    SELECT DISTINCT item, revision, answer FROM answers_before
    """,
    """
    INSERT INTO answers
    SELECT answers_before.attempt, answers_before.place, choices.id, answers_before.certainty
    FROM answers_before JOIN choices USING (item, revision, answer)
    ORDER BY answers_before.attempt, answers_before.place
    """,
    "DROP TABLE answers_before",
    "DROP TABLE standings",
    """
    CREATE TABLE standings (
        task TEXT NOT NULL,
        supervised INTEGER NOT NULL,
        counting TEXT NOT NULL,
        person TEXT NOT NULL,
        attempt INTEGER NOT NULL,
        score_right BIGINT NOT NULL,
        score_total BIGINT NOT NULL,
        passed INTEGER,
        received_ms BIGINT NOT NULL,
        attempts INTEGER NOT NULL,
        other_device INTEGER NOT NULL,
        shared_device INTEGER NOT NULL,
        odd_times INTEGER NOT NULL,
        broken_chain INTEGER NOT NULL,
        other_score INTEGER NOT NULL,
        PRIMARY KEY (task, supervised, counting, person)
    ) WITHOUT ROWID
    """,
    "INSERT INTO settings VALUES ('stale', '1') ON CONFLICT DO NOTHING",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
