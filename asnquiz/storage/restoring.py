"""Going back to a backup: made ready and checked aside, then put in place of everything in one transaction of SQLite.

Until that transaction is committed the database is as it was, wherever a kill falls.
"""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select

from asnquiz.domain.holdings import STAYING
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.backups import backup_folder, drop_old_of_before, keep_before_restoring, listed_backups
from asnquiz.storage.checking import State, examine
from asnquiz.storage.engine import create_private, file_of, make_engine, reading, writing
from asnquiz.storage.erasure import PENDING, finish_erasure
from asnquiz.storage.proven import refuse_altered
from asnquiz.storage.refusals import translated
from asnquiz.storage.rows import Values
from asnquiz.storage.schema import upgrade_copy
from asnquiz.storage.tables import settings
from asnquiz.usecases.tell_recovery import SETTING as RECOVERY

# The settings that stay what they are today, by what their names begin with: who may open a profile, who is
# being erased, and what is still to be told.
_OF_TODAY = (STAYING, PENDING, RECOVERY)

_GONE = "Cadangan itu tidak ada lagi. Buka daftar cadangan sekali lagi, lalu pilih yang lain."
_ERASED = (
    "Penghapusan data seseorang baru saja diselesaikan, dan cadangan yang memuatnya ikut dihapus. Tidak ada yang "
    "dipulihkan. Buka daftar cadangan sekali lagi."
)
_UNREADABLE = "Cadangan itu rusak dan tidak dapat dipulihkan, jadi tidak ada yang diubah. Pilih cadangan lain."


def restore(engine: Engine, backup: str, now: dt.datetime) -> None:
    """Makes everything as it was in a backup of that name, but for what `_OF_TODAY` says; what was there until now is
    kept as another backup, named by `now`.

    The caller has the claim. Raises Refusal, and has changed nothing, when the backup cannot be read or space is
    lacking.
    """
    database = file_of(engine)
    if finish_erasure(engine, nullcontext):
        raise Refusal(_ERASED)
    if backup not in {one.name for one in listed_backups(database)}:
        raise Refusal(_GONE)
    source = backup_folder(database) / backup
    ready = source.with_name(f"{database.name}.sementara")
    with translated(database):
        try:
            _prepare(ready, source, engine)
            keep_before_restoring(engine, now)
            _put_in_place(engine, ready)
        finally:
            _clear(source.parent)
    drop_old_of_before(database)


def _prepare(ready: Path, source: Path, live: Engine) -> None:
    """A copy of the backup in this program's version and with the settings of today, proven row by row."""
    if examine(source) is not State.WHOLE:
        raise Refusal(_UNREADABLE)
    _clear(source.parent)
    create_private(ready)
    shutil.copyfile(source, ready)
    engine = make_engine(ready)
    try:
        upgrade_copy(engine)
        with reading(live) as today, writing(engine) as connection:
            _keep_settings_of_today(connection, today)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(ready)) as connection_of_one_file:
        connection_of_one_file.execute("PRAGMA journal_mode=DELETE")
    if examine(ready) is not State.WHOLE:
        raise Refusal(_UNREADABLE)


def _keep_settings_of_today(connection: Connection, today: Connection) -> None:
    for name in connection.execute(select(settings.c.name)).scalars().all():
        if _is_of_today(name):
            connection.execute(delete(settings).where(settings.c.name == name))
    kept: list[Values] = []
    for row in today.execute(select(settings)).mappings():
        refuse_altered(settings, row)
        if _is_of_today(row["name"]):
            kept.append(dict(row))
    if kept:
        connection.execute(insert(settings), kept)


def _is_of_today(name: str) -> bool:
    return name.startswith(_OF_TODAY)


def _put_in_place(engine: Engine, ready: Path) -> None:
    """SQLite writes all pages in one transaction, in the log as any other: https://www.sqlite.org/backup.html."""
    with closing(sqlite3.connect(f"{ready.as_uri()}?mode=ro", uri=True)) as source, engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        source.backup(driver)


def _clear(folder: Path) -> None:
    """Removes what was being made when a program was killed, too: with the claim, nobody else makes anything there."""
    for file in folder.glob("*.sementara*"):
        file.unlink()
