"""The log says who did it; standings are made anew of what changed. Only files have a collection from before."""

from alembic import op

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    "ALTER TABLE log RENAME TO log_before",
    """
    CREATE TABLE log (
        id INTEGER NOT NULL,
        at_ms BIGINT NOT NULL,
        act TEXT NOT NULL,
        words TEXT NOT NULL,
        account TEXT,
        PRIMARY KEY (id)
    )
    """,
    "INSERT INTO log (id, at_ms, act, words) SELECT id, at_ms, act, words FROM log_before",
    "DROP TABLE log_before",
    "CREATE TABLE changed (device TEXT NOT NULL, PRIMARY KEY (device))",
    "CREATE INDEX ix_reports_device ON reports (device)",
    "CREATE INDEX ix_reports_person ON reports (person)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
