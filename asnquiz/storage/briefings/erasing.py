"""Removing for good: a briefing with everybody in it, and every NIP from a data folder that is carried about.

Rows go first, in one transaction that also notes that their bytes are left in the file and its log; until these are
gone the note stays, so that the next opening finishes the work.
"""

from uuid import UUID

from sqlalchemy import Engine, delete, select

from asnquiz.storage.briefings.rows import briefing_of, briefing_row, without_nips
from asnquiz.storage.briefings.settings import read_setting, write_setting
from asnquiz.storage.briefings.tables import briefings, events, heads, packs, settings
from asnquiz.storage.engine import empty_log, reading, writing
from asnquiz.storage.own_rows import insert_rows, proven_rows, telling_damage

_PENDING = "erasing"


def erase(engine: Engine, briefing: UUID) -> None:
    """May be repeated. Raises Refusal while somebody else reads, who would keep the bytes alive."""
    empty_log(engine)  # refused before anything is gone
    with writing(engine) as connection:
        for table in (events, heads):
            connection.execute(delete(table).where(table.c.briefing == str(briefing)))
        connection.execute(delete(briefings).where(briefings.c.id == str(briefing)))
        connection.execute(delete(packs).where(packs.c.sha256.not_in(select(briefings.c.pack))))
        write_setting(connection, _PENDING, "1")
    finish_erasing(engine)


def forget_nips(engine: Engine) -> None:
    """Leaves no NIP of anybody invited; changes nothing where there is none. Raises Altered for a damaged briefing."""
    with writing(engine) as connection, telling_damage(connection):
        kept = [briefing_of(row) for row in proven_rows(connection, briefings)]
        found = [one for one in kept if any(guest.nip is not None for guest in one.guests)]
        if found:
            rows = [briefing_row(without_nips(one)) for one in found]
            insert_rows(connection, briefings, rows, otherwise="REPLACE")
            write_setting(connection, _PENDING, "1")


def finish_erasing(engine: Engine) -> None:
    """Removes the bytes of what was erased, where any are left; may be repeated at any point."""
    with reading(engine) as connection, telling_damage(connection):
        pending = read_setting(connection, _PENDING) is not None
    if pending:
        # Free pages hold zeros already, but pages that were split keep a copy of what moved.
        empty_log(engine, "VACUUM")
        with writing(engine) as connection:
            connection.execute(delete(settings).where(settings.c.name == _PENDING))
