"""One attempt read from the database, every row of it proven and nothing of it missing."""

from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, select

from asnquiz.domain.attempt import Attempt, chain_holds, chain_start
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import rows
from asnquiz.storage.proven import refuse_altered
from asnquiz.storage.tables import attempt_items, attempts, packs, pauses, responses

UNKNOWN_ATTEMPT = "Kuis ini tidak ada lagi di komputer ini. Kembali ke Beranda, lalu mulai kuis baru."


def whole_attempt(connection: Connection, attempt: UUID) -> Attempt:
    """Raises Altered when a row of it was changed, and Refusal when one is missing or its chain does not hold."""
    query = select(attempts, packs.c.id.label("pack_id"), packs.c.version.label("pack_version"))
    row = connection.execute(query.outerjoin(packs).where(attempts.c.id == str(attempt))).mappings().one_or_none()
    if row is None:
        raise Refusal(UNKNOWN_ATTEMPT)
    refuse_altered(attempts, row, row["title"])
    items, answered, paused = (_parts(connection, table, row) for table in (attempt_items, responses, pauses))
    found = rows.attempt_of(
        row,
        tuple(rows.item_of(part) for part in items),
        tuple(rows.response_of(part) for part in answered),
        tuple(rows.pause_of(part) for part in paused),
    )
    numbered = all(part["number"] == number for parts in (items, answered, paused) for number, part in enumerate(parts))
    if not (numbered and row["pack_id"] and chain_holds(found) and tip_of(found) == row["tip"]):
        raise Refusal(
            f"Catatan kuis “{found.title}” tidak lengkap: sebagian hilang atau berubah di luar program, sehingga kuis "
            "ini tidak dapat dibuka. Mulai kuis baru dari Beranda; catatan yang masih ada tetap disimpan."
        )
    return found


def _parts(connection: Connection, table: Table, attempt: RowMapping) -> list[RowMapping]:
    """The rows of an attempt in one table, in order."""
    ordered = select(table).where(table.c.attempt == attempt["id"]).order_by(table.c.number)
    found = list(connection.execute(ordered).mappings())
    for part in found:
        refuse_altered(table, part, attempt["title"])
    return found


def tip_of(attempt: Attempt) -> str:
    """The last link of an attempt's chain: what its next response is linked to."""
    return attempt.responses[-1].h if attempt.responses else chain_start(attempt)
