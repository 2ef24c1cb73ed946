"""Removing results for good: from the rows, and from wherever the database keeps copies of them. Only hashes stay.

Rows go first, in one transaction that also notes that copies are left; until these are gone the note stays, so that
whoever opens the database next and may do so finishes the work.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, except_, exists, func, insert, or_, select, union, update

from asnquiz.storage.collection.briefings import remove_attendances, remove_untold
from asnquiz.storage.collection.rows import ms_of
from asnquiz.storage.collection.settings import mark_stale, read_setting, write_setting
from asnquiz.storage.collection.site import Site
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
    tellings,
)

PENDING = "purging"


def remove(connection: Connection, before: datetime | None, key: str | None) -> int:
    """Removes the rows of what was received before a time, or of one person; gives how many results these are: reports,
    and the briefings that the person was at.

    The names of all files that came before that time go as well, since they may name people.
    """
    if before is not None and key is None:
        begun_before = imports.c.begun_ms < ms_of(before)
        old = select(arrivals.c.file).join(imports, imports.c.id == arrivals.c["import"]).where(begun_before)
        connection.execute(update(files).where(files.c.id.in_(old)).values(name=None, reason=""))
        count = _remove_reports(connection, reports.c.received_ms < ms_of(before))
    elif key is not None and before is None:
        count = _remove_reports(connection, reports.c.person == key) + remove_attendances(connection, key)
        connection.execute(delete(links).where(or_(links.c.key == key, links.c.nip == key)))
    else:
        raise ValueError("either a time or a person")
    unknown = except_(select(links.c.key), select(reports.c.own_key))
    connection.execute(delete(links).where(links.c.key.in_(unknown)))
    mark_stale(connection)
    write_setting(connection, PENDING, "1")
    return count


def _remove_reports(connection: Connection, which: ColumnElement[bool]) -> int:
    """Attempts go with the last report that tells them, and with them what nobody else answered."""
    removed = select(reports.c.id).where(which)
    led_here = files.c.report.in_(removed)
    hashes = union(select(reports.c.sha256).where(which), select(files.c.sha256).where(led_here, files.c.sha256 != b""))
    connection.execute(insert(purged).from_select(["sha256"], hashes))
    connection.execute(update(files).where(led_here).values(name=None, reason="", report=None))
    for table in (sendings, tellings, evidence):
        connection.execute(delete(table).where(table.c.report.in_(removed)))
    count: int = connection.execute(delete(reports).where(which)).rowcount
    # Not `NOT IN`, for which a server would go through millions of values once for each row.
    untold = select(attempts.c.id).where(~exists().where(sendings.c.attempt == attempts.c.id))
    remove_untold(connection)
    connection.execute(delete(answers).where(answers.c.attempt.in_(untold)))
    connection.execute(delete(attempts).where(attempts.c.id.in_(untold)))
    unused = except_(select(choices.c.id), select(answers.c.choice))
    connection.execute(delete(choices).where(choices.c.id.in_(unused)))
    connection.execute(delete(items).where(items.c.id.not_in(select(choices.c.item))))
    disputed = select(attempts.c.uuid).group_by(attempts.c.uuid).having(func.count() > 1)
    connection.execute(delete(conflicts).where(conflicts.c.uuid.not_in(disputed)))
    return count


def finish_purge(site: Site) -> None:
    """Removes what a purge that was interrupted left, where this account may."""
    with site.reading() as connection:
        pending = read_setting(connection, PENDING)
    if pending and site.may_purge:
        remove_copies(site)


def remove_copies(site: Site) -> None:
    """May be repeated at any point."""
    site.remove_copies()
    with site.writing() as connection:
        write_setting(connection, PENDING, None)
