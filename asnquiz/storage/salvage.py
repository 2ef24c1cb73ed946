"""Makes a damaged or lost database whole again, from its own bytes and from its backups.

The new database is built and checked aside. Its rename to a name of its own is the point of no return: from there on
every start finishes the swap, whenever a kill interrupts it.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, select, union

from asnquiz.domain.attempt import AttemptState, chain_link
from asnquiz.domain.recovery import Recovery
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import trust
from asnquiz.storage.backups import backups_of
from asnquiz.storage.carving import Row, carve
from asnquiz.storage.checking import State, examine
from asnquiz.storage.engine import file_of, make_engine, writing
from asnquiz.storage.erasure import erase_pending
from asnquiz.storage.files import bytes_of, set_aside_folder, sync_folder
from asnquiz.storage.proven import sealed, write_setting
from asnquiz.storage.refusals import translated
from asnquiz.storage.rows import Values, clock_values, response_of
from asnquiz.storage.schema import Claim
from asnquiz.storage.tables import (
    KEPT,
    attempt_items,
    attempts,
    case_steps,
    lessons_read,
    make_tables,
    pauses,
    pledges,
    profiles,
    recalls,
    responses,
    task_attempts,
    tasks,
)
from asnquiz.storage.whole_attempt import whole_attempt
from asnquiz.usecases.tell_recovery import SETTING, kept_form

# The tables of what belongs to a person, and the moment in each that the person was there at the latest.
_OWNED = {
    attempts: "started",
    lessons_read: "read",
    recalls: "at",
    case_steps: "at",
    pledges: "at",
    tasks: "taken",
}

_BESIDE = ("-wal", "-journal")  # what SQLite would apply to whatever file has the database's name


_Key = tuple[object, ...]
_RowKey = tuple[Table, _Key]


def make_whole(path: Path, claim: Claim) -> None:
    """Leaves a whole database in the file `path`, or none where nothing was kept yet.

    What it took is kept in the new database, to be told. Raises Refusal, and changes nothing, when the file is another
    program's, `claim` is not given, or the new one cannot be written.
    """
    if _ready(path).exists():
        with claim(), translated(path):
            _swap(path)
    if _is_lost(path):
        with claim():
            if _is_lost(path):  # still, now that no other program can have restored it
                _recover(path)
    trust.checked(path)


def _is_lost(path: Path) -> bool:
    state = examine(path)
    return state is State.DAMAGED or (state is State.ABSENT and bool(backups_of(path)))


def _recover(path: Path) -> None:
    partial = path.with_name(f"{path.name}.sementara")
    with translated(path):
        try:
            _build(partial, path)
            if examine(partial) is not State.WHOLE:
                raise OSError(f"what was written to {partial} is not what is read from it")
            partial.replace(_ready(path))
        finally:
            _remove(partial)
        _swap(path)


def _build(partial: Path, path: Path) -> None:
    """Makes a database of every row that stands anywhere in the files of `path`."""
    found = _Found()
    damaged, log = bytes_of(path), bytes_of(path.with_name(f"{path.name}-wal"))
    found.take(carve(damaged, log))
    own = found.keys()
    # Every backup: rows are only ever removed for good together with all backups that held them.
    gave = [day for day, backup in backups_of(path).items() if found.take(carve(bytes_of(backup), b""))]
    found.mend()
    _remove(partial)
    engine = make_engine(partial)
    try:
        _write(engine, found)
        with writing(engine) as connection:
            aside = str(set_aside_folder(path)) if damaged or log else None
            recovery = _outcome(connection, found, own, max(gave, default=None), aside)
            write_setting(connection, SETTING, kept_form(recovery))
    finally:
        engine.dispose()
    with closing(sqlite3.connect(partial)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # one file, that leaves nothing behind when it is renamed


@dataclass
class _Found:
    """Proven rows, the latest version of each, by table and primary key."""

    rows: dict[Table, dict[_Key, Values]] = field(default_factory=lambda: {table: {} for table in KEPT})
    placeholders: bool = False

    def keys(self) -> set[_RowKey]:
        return {(table, key) for table, of_table in self.rows.items() for key in of_table}

    def take(self, carved: Iterable[tuple[Table, Row]]) -> bool:
        """Adds rows that are not there yet, and replaces those of which a later version comes; whether one did."""
        gave = False
        for table, row in carved:
            values = dict(zip(table.c.keys(), row, strict=True))
            key = tuple(values[column.name] for column in table.primary_key)
            old = self.rows[table].get(key)
            if old is None or values.get("changes", 0) > old.get("changes", 0):
                self.rows[table][key] = values
                gave = True
        return gave

    def mend(self) -> None:
        """Gives lost owners a nameless profile, and catches attempts up with their responses."""
        for table, since in _OWNED.items():
            for row in self.rows[table].values():
                self._own(row, since)
        answered: dict[str, list[Values]] = {}
        for (attempt, _), response in sorted(self.rows[responses].items()):
            answered.setdefault(str(attempt), []).append(response)
        for key, row in self.rows[attempts].items():
            self.rows[attempts][key] = _caught_up(row, answered.get(row["id"], []))

    def _own(self, row: Values, since: str) -> None:
        if (row["profile"],) not in self.rows[profiles]:
            created = {f"created_{part}": row[f"{since}_{part}"] for part in ("utc", "offset", "counter")}
            self.rows[profiles][row["profile"],] = sealed(profiles, {"id": row["profile"], **created})
            self.placeholders = True


def _caught_up(attempt: Values, answered: list[Values]) -> Values:
    """An older version of an attempt, brought to the responses that were linked to it later."""
    steps = 0
    values = attempt
    for row in answered:
        response = response_of(row)
        if attempt["state"] == AttemptState.ACTIVE.value and chain_link(values["tip"], response) == response.h:
            values = {**values, **clock_values(values, response.remaining_ms, response.at), "tip": response.h}
            steps += 1
    return sealed(attempts, values, changes=attempt["changes"] + steps) if steps else attempt


def _write(engine: Engine, found: _Found) -> None:
    """Fills an empty database; rows whose parent is lost are kept, which foreign keys would not allow."""
    with writing(engine) as connection:
        make_tables(connection)
    with closing(sqlite3.connect(file_of(engine), isolation_level=None)) as plain:
        plain.execute("BEGIN")
        for table in KEPT:
            marks = ", ".join("?" * len(table.c))
            of_table = [tuple(row.values()) for row in found.rows[table].values()]
            plain.executemany(f"INSERT INTO {table.name} VALUES ({marks})", of_table)  # noqa: S608
        plain.execute("COMMIT")
    with writing(engine) as connection:
        erase_pending(connection)


def _outcome(
    connection: Connection, found: _Found, own: set[_RowKey], backup: dt.date | None, damaged: str | None
) -> Recovery:
    """What the new database holds, and how much of it was not among what was found outside of backups."""
    listed = set(connection.execute(select(attempts.c.id)).scalars())
    given = [attempt for attempt in connection.execute(select(responses.c.attempt)).scalars() if attempt in listed]
    new = [(table, key[0]) for table, key in found.keys() - own if key[0] in listed]
    return Recovery(
        damaged=damaged,
        attempts=len(listed),
        responses=len(given),
        attempts_from_backup=sum(table is attempts for table, _ in new),
        responses_from_backup=sum(table is responses for table, _ in new),
        backup=backup,
        complete=not found.placeholders and _is_complete(connection, listed),
    )


def _is_complete(connection: Connection, listed: set[str]) -> bool:
    """Whether every attempt can be opened, and nothing belongs to one that is lost."""
    owners = union(*[select(table.c.attempt) for table in (attempt_items, responses, pauses, task_attempts)])
    if not listed.issuperset(connection.execute(owners).scalars()):
        return False
    try:
        for attempt in listed:
            whole_attempt(connection, UUID(attempt))
    except Refusal:
        return False
    return True


def _swap(path: Path) -> None:
    """Sets the damaged file aside with its log, and puts the new one in its place; may be repeated at any point."""
    ready = _ready(path)
    sync_folder(path.parent)
    made = dt.datetime.fromtimestamp(ready.stat().st_mtime).astimezone()
    folder = set_aside_folder(path) / f"{made:%Y-%m-%d-%H%M%S}"
    for file in (path, *(path.with_name(path.name + ending) for ending in _BESIDE)):
        if file.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.replace(folder / file.name)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    sync_folder(path.parent)
    ready.replace(path)
    sync_folder(path.parent)


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.name}.pulih")


def _remove(path: Path) -> None:
    for ending in ("", *_BESIDE, "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
