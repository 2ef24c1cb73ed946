"""Copies of the whole database beside it: one a day, each verified row by row before it takes its name."""

import datetime as dt
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from asnquiz.domain.backup import Backup
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import trust
from asnquiz.storage.checking import State, examine
from asnquiz.storage.engine import create_private, file_of
from asnquiz.storage.files import sync_folder
from asnquiz.storage.refusals import translated

_KEPT = 7
_KEPT_BEFORE = 3
_BEFORE = "-sebelum-dipulihkan-"
_STAMP = "%Y-%m-%d-%H%M%S"
_COUNTS = "SELECT (SELECT count(*) FROM profiles), (SELECT count(*) FROM attempts)"


def backup_folder(database: Path) -> Path:
    return database.parent / "backups"


def backups_of(database: Path) -> dict[dt.date, Path]:
    """The daily backups of a database by their day, newest first."""
    found: dict[dt.date, Path] = {}
    for file in backup_folder(database).glob(f"{database.stem}-????-??-??{database.suffix}"):
        try:
            found[dt.date.fromisoformat(file.stem[-10:])] = file
        except ValueError:
            continue  # a name that no backup was given
    return dict(sorted(found.items(), reverse=True))


def listed_backups(database: Path) -> tuple[Backup, ...]:
    """The copies that can be restored, newest first: daily ones, and what was there before one was restored.

    Every row of each is looked at. Raises Refusal where one cannot even be seen.
    """
    found: list[tuple[dt.date, dt.time | None, Path]] = []
    found += [(day, None, file) for day, file in backups_of(database).items()]
    found += [(made.date(), made.time(), file) for made, file in _before_restoring(database).items()]
    found.sort(key=lambda one: (one[0], one[1] or dt.time.min), reverse=True)
    with translated(database):
        return tuple(_listed(day, time, file) for day, time, file in found)


def keep_before_restoring(engine: Engine, now: dt.datetime) -> None:
    """Keeps what is committed as a copy beside the daily ones; the newest few of its kind stay. Raises Refusal."""
    database = file_of(engine)
    keep_copy(engine, backup_folder(database) / f"{database.stem}{_BEFORE}{now:{_STAMP}}{database.suffix}")


def drop_old_of_before(database: Path) -> None:
    with translated(database):
        for file in list(_before_restoring(database).values())[_KEPT_BEFORE:]:
            file.unlink()


def _before_restoring(database: Path) -> dict[dt.datetime, Path]:
    """Newest first."""
    found: dict[dt.datetime, Path] = {}
    for file in backup_folder(database).glob(f"{database.stem}{_BEFORE}*{database.suffix}"):
        try:
            found[dt.datetime.strptime(file.stem.removeprefix(f"{database.stem}{_BEFORE}"), _STAMP)] = file  # noqa: DTZ007
        except ValueError:
            continue
    return dict(sorted(found.items(), reverse=True))


def _listed(day: dt.date, time: dt.time | None, file: Path) -> Backup:
    people = attempts = None
    try:
        if examine(file) is State.WHOLE:
            people, attempts = _counts(file)
    except (Refusal, sqlite3.Error):
        pass  # listed as one that cannot be read
    return Backup(file.name, day, time, file.stat().st_size, people, attempts)


def _counts(file: Path) -> tuple[int, int]:
    """How many people and attempts a copy holds; raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        people, attempts = connection.execute(_COUNTS).fetchone()
    return people, attempts


def _holds_somebody(file: Path) -> bool:
    try:
        people, _ = _counts(file)
    except sqlite3.Error:
        return False
    return people > 0


def keep_daily(engine: Engine, day: dt.date) -> None:
    """Makes the backup of `day` unless it is there; then all but the newest seven go. Raises Refusal.

    One that holds nobody yet is from before the first start, and does not count.
    """
    database = file_of(engine)
    target = backup_folder(database) / f"{database.stem}-{day}{database.suffix}"
    if target.exists() and _holds_somebody(target):
        return
    keep_copy(engine, target)
    with translated(target):
        # The new one stays also where a wrong clock makes it seem the oldest.
        others = [file for file in backups_of(database).values() if file != target]
        for file in others[_KEPT - 1 :]:
            file.unlink()


def keep_copy(engine: Engine, target: Path) -> None:
    """Makes `target` a copy of what is committed, readable on its own; an older `target` is replaced at the end.

    Raises Refusal when the copy cannot be written or does not pass the full check; the next start then checks the
    database itself.
    """
    partial = target.with_name(f"{target.name}.sementara")
    with translated(partial):
        target.parent.mkdir(mode=0o700, exist_ok=True)
        partial.unlink(missing_ok=True)
        create_private(partial)
        try:
            _copy(engine, partial)
            if examine(partial) is not State.WHOLE:
                trust.ask_for_check(file_of(engine))
                raise Refusal(
                    f"Salinan data untuk {target} tidak lolos pemeriksaan, jadi salinan lama tetap dipakai. "
                    "Tutup program, lalu buka kembali: data akan diperiksa dan dipulihkan."
                )
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            partial.unlink(missing_ok=True)


def _copy(engine: Engine, partial: Path) -> None:
    with closing(sqlite3.connect(partial)) as copy, engine.connect() as source:
        driver: Any = source.connection.driver_connection
        driver.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    with partial.open("r+b") as written:
        os.fsync(written.fileno())
