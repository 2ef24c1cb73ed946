"""Whether a database file is still the one that was closed whole, so that opening it need not check every row.

Beside the file stands the SHA-256 it had when the last program on it closed, or a word that asks for a check. Only the
standard library is used: a normal start goes through here.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

_CHECK = "periksa\n"


def is_trusted(database: Path) -> bool:
    """Whether the file was closed by the program and has not changed since."""
    try:
        return not has_log(database) and _beside(database).read_text() == _digest(database)
    except (OSError, ValueError):
        return False


def has_log(database: Path) -> bool:
    """Whether a write-ahead log is left beside the database: it is open, or was not closed."""
    log = database.with_name(f"{database.name}-wal")
    return log.exists() and log.stat().st_size > 0


def remember(database: Path) -> None:
    """Notes the file as it is, once the last connection to it is closed, unless a check was asked for."""
    beside = _beside(database)
    with suppress(OSError):  # without the note the next start checks, which costs time and loses nothing
        if has_log(database) or (beside.exists() and beside.read_text() == _CHECK):
            return
        partial = beside.with_name(f"{beside.name}.sementara")
        partial.write_text(_digest(database))
        partial.replace(beside)


def ask_for_check(database: Path) -> None:
    """Lets the next start check every row, however the database is closed."""
    with suppress(OSError):
        _beside(database).write_text(_CHECK)


def asks_for_check(database: Path) -> bool:
    """Whether damage was met in use since the last check."""
    try:
        return _beside(database).read_text() == _CHECK
    except (OSError, ValueError):
        return False


def checked(database: Path) -> None:
    """Takes back what asked for a check, after one."""
    with suppress(OSError):
        _beside(database).unlink(missing_ok=True)


def _beside(database: Path) -> Path:
    return database.with_name(f"{database.name}.sha256")


def _digest(database: Path) -> str:
    with database.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}\n"
