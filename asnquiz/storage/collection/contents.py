"""Every version of the content that is known here, in the order in which it became known, and the marks by them."""

import zlib
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select, update

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.marking import Choice, KnownPack, Mark, Marking
from asnquiz.storage.collection.dialect import insert_rows, next_id
from asnquiz.storage.collection.settings import mark_stale, read_setting, write_setting
from asnquiz.storage.collection.tables import choices, contents, items, marks
from asnquiz.usecases.ports import PackSource

_IN_FORCE = "in force"

_CHOICES = select(
    choices.c.id, items.c.item, choices.c.revision, choices.c.answer, choices.c.own_mark, choices.c.mark
).join_from(choices, items)


def is_kept(connection: Connection, pack: PackRef) -> bool:
    return connection.execute(select(contents.c.id).where(contents.c.sha256 == pack.sha256)).first() is not None


def keep(connection: Connection, pack: PackRef, compiled: bytes) -> None:
    """A version that is kept already keeps its place."""
    if not is_kept(connection, pack):
        row = (next_id(connection, contents), pack.sha256, pack.id, pack.version, zlib.compress(compiled))
        insert_rows(connection, contents, [row])
        mark_stale(connection)  # it may tell what was asked where nobody knew


def marking_of(connection: Connection, packs: PackSource) -> Marking:
    """Raises Refusal where a version is damaged or of a later program."""
    kept = connection.execute(select(contents).order_by(contents.c.id))
    known = [
        KnownPack(PackRef(row.pack_id, row.version, row.sha256), packs.decode(zlib.decompress(row.compiled)))
        for row in kept
    ]
    return Marking(known, read_setting(connection, _IN_FORCE))


def put_in_force(connection: Connection, pack: PackRef | None, packs: PackSource) -> None:
    """Marks everything by a version that is kept; None by the content that each answer was given on. Raises Refusal."""
    write_setting(connection, _IN_FORCE, None if pack is None else pack.sha256)
    _mark(connection, marking_of(connection, packs), _CHOICES)
    mark_stale(connection)


def mark_new(connection: Connection, packs: PackSource) -> None:
    """Marks what was answered and is not marked yet, as far as it is known here what was asked. Raises Refusal."""
    unmarked = _CHOICES.where(choices.c.own_mark.is_(None))
    if connection.execute(unmarked.limit(1)).first() is None:
        return
    waiting = select(marks.c.attempt).where(or_(marks.c.score_total.is_(None), marks.c.own_total.is_(None))).limit(1)
    if _mark(connection, marking_of(connection, packs), unmarked) and connection.execute(waiting).first() is not None:
        mark_stale(connection)


def choices_by_number(connection: Connection) -> dict[int, tuple[Choice, Mark | None]]:
    """All that was answered, with the marks in force."""
    return {
        row.id: (Choice(row.item, row.revision, row.answer), None if row.mark is None else Mark(row.mark))
        for row in connection.execute(_CHOICES)
    }


def _mark(connection: Connection, marking: Marking, which: Select[Any]) -> bool:
    """Gives whether any mark is another one now."""
    changed = []
    for number, item, revision, answer, *before in connection.execute(which):
        choice = Choice(item, revision, answer)
        now = [mark and mark.value for mark in (marking.own(choice), marking.mark(choice))]
        if now != before:
            changed.append(dict(zip(("number", "own_mark", "mark"), (number, *now), strict=True)))
    if changed:
        connection.execute(update(choices).where(choices.c.id == bindparam("number")), changed)
    return bool(changed)
