"""The editor's database behind usecases.local_ports.DraftStore: every method one transaction."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, delete

from asnquiz.domain.draft import Draft, Workshop
from asnquiz.storage import trust
from asnquiz.storage.drafts import tables
from asnquiz.storage.drafts.rows import (
    draft_of,
    draft_row,
    image_of,
    image_row,
    removed_row,
    workshop_of,
    workshop_row,
)
from asnquiz.storage.engine import file_of, make_engine, reading, writing
from asnquiz.storage.own_file import make_new, refuse_unusable
from asnquiz.storage.own_rows import insert_rows, proven_row, proven_rows, telling_damage


def open_drafts(path: Path) -> "DraftDatabase":
    """What is written in the file `path`, made new where there is none.

    Raises Refusal when the file cannot be used, is damaged, is none of ours, or belongs to a newer program; it is not
    changed then.
    """
    refuse_unusable(path, tables.FILE)
    engine = make_engine(path)
    try:
        make_new(engine, tables.FILE)
    except BaseException:
        engine.dispose()
        raise
    return DraftDatabase(engine)


class DraftDatabase:
    """See usecases.local_ports.DraftStore. May be used from any thread: every call takes a connection of its own.

    What damage changed is refused (Altered), never left out.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def workshop(self) -> Workshop | None:
        with self._reading() as connection:
            row = next(iter(proven_rows(connection, tables.workshop)), None)
            pictures = tuple(map(image_of, proven_rows(connection, tables.images)))
        return None if row is None else workshop_of(row, pictures)

    def keep_workshop(self, workshop: Workshop, drafts: Iterable[Draft] = ()) -> None:
        with self._writing() as connection:
            insert_rows(connection, tables.workshop, [workshop_row(workshop)], otherwise="REPLACE")
            before = set(map(image_of, proven_rows(connection, tables.images)))
            gone = {image.name for image in before} - {image.name for image in workshop.images}
            connection.execute(delete(tables.images).where(tables.images.c.name.in_(gone)))
            if added := [image_row(image) for image in workshop.images if image not in before]:
                insert_rows(connection, tables.images, added, otherwise="REPLACE")
            for draft in drafts:
                _keep(connection, draft)

    def drafts(self) -> tuple[Draft, ...]:
        with self._reading() as connection:
            rows = proven_rows(connection, tables.drafts)
        return tuple(draft_of(row) for row in sorted(rows, key=lambda row: row[1]) if row[2] is not None)

    def keep(self, draft: Draft) -> None:
        """Raises ValueError for an id that was removed."""
        with self._writing() as connection:
            _keep(connection, draft)

    def remove(self, id_: str) -> None:
        with self._writing() as connection:
            if before := proven_row(connection, tables.drafts, id_):
                insert_rows(connection, tables.drafts, [removed_row(before[1], id_)], otherwise="REPLACE")

    def used_ids(self) -> frozenset[str]:
        with self._reading() as connection:
            return frozenset(row[0] for row in proven_rows(connection, tables.drafts))

    def close(self) -> None:
        self._engine.dispose()
        trust.remember(file_of(self._engine))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine) as connection, telling_damage(connection):
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with writing(self._engine) as connection, telling_damage(connection):
            yield connection


def _keep(connection: Connection, draft: Draft) -> None:
    before = proven_row(connection, tables.drafts, draft.id)
    if before is not None and before[2] is None:
        raise ValueError(f"{draft.id} was removed")
    place = _next_place(connection) if before is None else before[1]
    insert_rows(connection, tables.drafts, [draft_row(place, draft)], otherwise="REPLACE")


def _next_place(connection: Connection) -> int:
    last: int | None = connection.exec_driver_sql("SELECT max(place) FROM drafts").scalar()
    return (last or 0) + 1
