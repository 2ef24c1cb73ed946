"""Removing results for good: from the rows, the free pages and the log. Only hashes stay.

Rows go first, in one transaction that also notes that copies are left in the file; until these are gone the note stays,
so that whoever opens the database next finishes the work.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, insert, or_, select, union, update

from asnquiz.storage.collection.rows import ms_of
from asnquiz.storage.collection.settings import read_setting, write_setting
from asnquiz.storage.collection.tables import (
    answers,
    arrivals,
    attempts,
    choices,
    conflicts,
    evidence,
    files,
    imports,
    items,
    links,
    purged,
    reports,
    sendings,
)
from asnquiz.storage.engine import empty_log, reading, writing

_PENDING = "purging"


def remove(connection: Connection, before: datetime | None, key: str | None) -> int:
    """Removes the rows of what was received before a time, or of one person; gives how many reports.

    The names of all files that came before that time go as well, since they may name people.
    """
    if before is not None and key is None:
        begun_before = imports.c.begun_ms < ms_of(before)
        old = select(arrivals.c.file).join(imports, imports.c.id == arrivals.c["import"]).where(begun_before)
        connection.execute(update(files).where(files.c.id.in_(old)).values(name=None, reason=""))
        count = _remove_reports(connection, reports.c.received_ms < ms_of(before))
    elif key is not None and before is None:
        count = _remove_reports(connection, reports.c.person == key)
        connection.execute(delete(links).where(or_(links.c.key == key, links.c.nip == key)))
    else:
        raise ValueError("either a time or a person")
    connection.execute(delete(links).where(links.c.key.not_in(select(reports.c.own_key))))
    write_setting(connection, _PENDING, "1")
    return count


def _remove_reports(connection: Connection, which: ColumnElement[bool]) -> int:
    """Attempts go with the last report that tells them, and with them what nobody else answered."""
    removed = select(reports.c.id).where(which)
    led_here = files.c.report.in_(removed)
    hashes = union(select(reports.c.sha256).where(which), select(files.c.sha256).where(led_here, files.c.sha256 != b""))
    connection.execute(insert(purged).from_select(["sha256"], hashes))
    connection.execute(update(files).where(led_here).values(name=None, reason="", report=None))
    for table in (sendings, evidence):
        connection.execute(delete(table).where(table.c.report.in_(removed)))
    count: int = connection.execute(delete(reports).where(which)).rowcount
    told = select(sendings.c.attempt)
    connection.execute(delete(answers).where(answers.c.attempt.not_in(told)))
    connection.execute(delete(attempts).where(attempts.c.id.not_in(told)))
    connection.execute(delete(choices).where(choices.c.id.not_in(select(answers.c.choice))))
    connection.execute(delete(items).where(items.c.id.not_in(select(choices.c.item))))
    disputed = select(attempts.c.uuid).group_by(attempts.c.uuid).having(func.count() > 1)
    connection.execute(delete(conflicts).where(conflicts.c.uuid.not_in(disputed)))
    return count


def finish_purge(engine: Engine) -> None:
    """Removes what a purge that was interrupted left in the file."""
    with reading(engine) as connection:
        pending = read_setting(connection, _PENDING)
    if pending:
        remove_copies(engine)


def remove_copies(engine: Engine) -> None:
    """Leaves nothing of removed rows in the log; may be repeated at any point.

    Free pages hold zeros already (`secure_delete`). They stay in the file for later rows: to give them back SQLite
    would write all that stays once more, into memory or into a folder of others.
    """
    empty_log(engine)
    with writing(engine) as connection:
        write_setting(connection, _PENDING, None)
