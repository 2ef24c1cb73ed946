"""Briefings are kept beside exams: what a class record tells, and who was there. In files and on servers alike."""

from alembic import op

revision = "0004"
down_revision = "0003"

_STATEMENTS = (
    """
    CREATE TABLE briefings (
        id INTEGER NOT NULL,
        uuid {text} NOT NULL,
        content {bytes} NOT NULL,
        title {text} NOT NULL,
        office {text} NOT NULL,
        place {text} NOT NULL,
        day {text} NOT NULL,
        redacted INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (uuid, content)
    )
    """,
    """
    CREATE TABLE tellings (
        report INTEGER NOT NULL,
        briefing INTEGER NOT NULL,
        PRIMARY KEY (report),
        FOREIGN KEY(report) REFERENCES reports (id),
        FOREIGN KEY(briefing) REFERENCES briefings (id)
    )
    """,
    "CREATE INDEX ix_tellings_briefing ON tellings (briefing)",
    """
    CREATE TABLE attendances (
        briefing INTEGER NOT NULL,
        number INTEGER NOT NULL,
        invited INTEGER NOT NULL,
        name {text} NOT NULL,
        folded {text} NOT NULL,
        nip {text},
        position {text},
        unit {text} NOT NULL,
        people INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        votes_right INTEGER NOT NULL,
        votes_total INTEGER NOT NULL,
        pretest_right INTEGER,
        pretest_total INTEGER,
        posttest_right INTEGER,
        posttest_total INTEGER,
        pledged INTEGER NOT NULL,
        PRIMARY KEY (briefing, number),
        FOREIGN KEY(briefing) REFERENCES briefings (id)
    ){end}
    """,
    "CREATE INDEX ix_attendances_nip ON attendances (nip)",
)

_IN_A_FILE = {"text": "TEXT", "bytes": "BLOB", "end": " WITHOUT ROWID"}
_ON_A_SERVER = {"text": 'TEXT COLLATE "C"', "bytes": "BYTEA", "end": ""}


def upgrade() -> None:
    words = _ON_A_SERVER if op.get_bind().dialect.name == "postgresql" else _IN_A_FILE
    for statement in _STATEMENTS:
        op.execute(statement.format(**words))
