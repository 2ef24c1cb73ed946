"""One setting read before SQLAlchemy is loaded, so that the first picture already has the person's own look."""

import sqlite3
from contextlib import closing
from pathlib import Path


def setting_at_a_glance(database: Path, name: str) -> str | None:
    """A setting of the database file; None where there is no file, table or setting yet. Nothing is written or made."""
    try:
        if not database.stat().st_size:
            return None  # SQLite would delete a write-ahead log left beside an empty file, and answers may be in it
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    except (sqlite3.Error, OSError):
        # Whatever is wrong with the file is told when it is opened in earnest, a moment later.
        return None
    return None if row is None else str(row[0])
