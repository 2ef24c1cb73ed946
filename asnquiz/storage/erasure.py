"""Erasing for good: from the rows, the free pages, the log, the backups and what was set aside.

Rows go first, in one transaction that also notes whose copies are left to remove. Until these are gone the note stays,
so that whoever comes next finishes the work, and a recovery between does not bring the person back.
"""

import shutil
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, select

from asnquiz.storage.backups import backup_folder, backups_of, keep_copy
from asnquiz.storage.engine import empty_log, file_of, reading, writing
from asnquiz.storage.files import set_aside_folder
from asnquiz.storage.proven import read_setting, write_setting
from asnquiz.storage.refusals import translated
from asnquiz.storage.rows import path_setting, pin_setting
from asnquiz.storage.schema import Claim
from asnquiz.storage.tables import (
    attempt_items,
    attempts,
    case_steps,
    lessons_read,
    packs,
    pauses,
    pledges,
    profiles,
    recalls,
    responses,
    settings,
    task_attempts,
    tasks,
)
from asnquiz.usecases.keep_preferences import SETTING as LAST_LOOK
from asnquiz.usecases.keep_preferences import own_setting

# The setting with the ids of profiles whose rows are gone and whose copies may not be, with spaces between.
PENDING = "erasing"
# The setting that is not empty while a NIP is gone from the rows and may not be from their copies.
PENDING_NIPS = "erasing nips"


def erase_rows(engine: Engine, profile: UUID) -> None:
    """Deletes everything kept under a profile, and what damage left without an owner: it may have been theirs."""
    with translated(file_of(engine)):
        empty_log(engine)  # refused while somebody reads, who would keep copies alive: then nothing is gone yet
    with writing(engine) as connection:
        pending = (read_setting(connection, PENDING) or "").split()
        write_setting(connection, PENDING, " ".join(dict.fromkeys([*pending, str(profile)])))
        erase_pending(connection)


def erase_pending(connection: Connection) -> None:
    """Deletes the rows of everybody whose copies are not all gone, wherever rows came back from a copy."""
    for profile in (read_setting(connection, PENDING) or "").split():
        _delete_rows(connection, profile)


def finish_erasure(engine: Engine, claim: Claim) -> bool:
    """Removes the copies of what was erased, where that was interrupted; whether it was. Raises Refusal."""
    with reading(engine) as connection:
        pending = any(read_setting(connection, name) for name in (PENDING, PENDING_NIPS))
    if pending:
        with claim():
            erase_copies(engine)
    return pending


def erase_copies(engine: Engine) -> None:
    """Removes what is left of what was erased from the rows; may be repeated at any point.

    Raises Refusal when a file is in use or cannot be written; what was done until then stays done.
    """
    database = file_of(engine)
    with translated(database):
        empty_log(engine, "VACUUM")
        newest = next(iter(backups_of(database).values()), None)
        if newest is not None:
            keep_copy(engine, newest)
        for file in backup_folder(database).glob("*"):
            if file != newest:
                file.unlink()
        _remove_folder(set_aside_folder(database))
    with writing(engine) as connection:
        for name in (PENDING, PENDING_NIPS):
            if read_setting(connection, name):
                write_setting(connection, name, "")


def _delete_rows(connection: Connection, profile: str) -> None:
    for table in (lessons_read, recalls, case_steps, pledges, tasks):
        connection.execute(delete(table).where(table.c.profile == profile))
    others = select(attempts.c.id).where(attempts.c.profile != profile)
    for table in (responses, pauses, task_attempts, attempt_items):
        connection.execute(delete(table).where(table.c.attempt.not_in(others)))
    connection.execute(delete(attempts).where(attempts.c.profile == profile))
    connection.execute(delete(profiles).where(profiles.c.id == profile))
    own = (path_setting(profile), pin_setting(profile), own_setting(profile), LAST_LOOK)
    connection.execute(delete(settings).where(settings.c.name.in_(own)))
    connection.execute(delete(packs).where(packs.c.sha256.not_in(select(attempts.c.pack))))


def _remove_folder(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
