"""The trainer's database behind usecases.briefing_ports.BriefingStore: every method one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, select

from asnquiz.domain.briefing import Briefing, Plan
from asnquiz.domain.briefing_course import Event
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import trust
from asnquiz.storage.briefings import tables
from asnquiz.storage.briefings.erasing import erase, finish_erasing, forget_nips
from asnquiz.storage.briefings.rows import (
    Head,
    briefing_of,
    briefing_row,
    event_of,
    event_row,
    head_of,
    head_row,
    plan_of,
    plan_row,
    without_nips,
)
from asnquiz.storage.briefings.settings import read_setting, write_setting
from asnquiz.storage.checksum import is_proven
from asnquiz.storage.engine import file_of, make_engine, reading, writing
from asnquiz.storage.own_file import make_new, refuse_unusable
from asnquiz.storage.own_rows import altered, insert_rows, proven_row, proven_rows, raw_rows, sealed, telling_damage
from asnquiz.usecases.briefing_ports import BriefingSummary

_UNKNOWN = "Sosialisasi itu tidak ada lagi di komputer ini. Pilih sosialisasi lain di daftar, atau siapkan yang baru."
_LED_ELSEWHERE = (
    "Sosialisasi ini sedang dipimpin dari program lain, sehingga yang terjadi di sini tidak disimpan. "
    "Tutup salah satunya, lalu buka kembali sosialisasi ini."
)
_INCOMPLETE = (
    "Catatan sosialisasi ini tidak utuh lagi: sebagian hilang atau berubah di luar program, sehingga tidak dapat "
    "dipakai. Sosialisasi lain tidak terganggu. Kembalikan berkas {path} dari cadangan komputer ini, atau siapkan "
    "sosialisasi baru."
)


def open_briefings(path: Path, *, keeps_nip: bool = True) -> "BriefingDatabase":
    """The briefings in the file `path`, made new where there is none; an erasure that was interrupted is finished.

    Without `keeps_nip` no NIP of an invited person is taken, and those that are found are removed. Raises Refusal when
    the file cannot be used, is damaged, is none of ours, or belongs to a newer program; it is not changed then.
    """
    refuse_unusable(path, tables.FILE)
    engine = make_engine(path)
    try:
        make_new(engine, tables.FILE)
        if not keeps_nip:
            forget_nips(engine)
        finish_erasing(engine)
    except BaseException:
        engine.dispose()
        raise
    return BriefingDatabase(engine, keeps_nip=keeps_nip)


class BriefingDatabase:
    """See usecases.briefing_ports.BriefingStore. May be used from any thread: every call takes a connection of its own.

    What damage changed is refused (Altered), never left out.
    """

    def __init__(self, engine: Engine, *, keeps_nip: bool) -> None:
        self._engine = engine
        self._keeps_nip = keeps_nip

    def begin(self, briefing: Briefing, compiled: bytes) -> None:
        kept = briefing if self._keeps_nip else without_nips(briefing)
        head = Head(0, 0, False, briefing.made)
        with writing(self._engine) as connection:
            pack = sealed(tables.packs, briefing.pack.sha256, compiled)
            insert_rows(connection, tables.packs, [pack], otherwise="IGNORE")
            insert_rows(connection, tables.briefings, [briefing_row(kept)])
            insert_rows(connection, tables.heads, [head_row(briefing.id, head)])

    def summaries(self) -> tuple[BriefingSummary, ...]:
        with self._reading() as connection:
            heads = {row[0]: head_of(row) for row in proven_rows(connection, tables.heads)}
            briefings = {row[0]: briefing_of(row) for row in proven_rows(connection, tables.briefings)}
            if heads.keys() != briefings.keys():
                raise altered(connection)
        newest_first = sorted(briefings.items(), key=lambda item: item[1].made.counter, reverse=True)
        return tuple(_summary(briefing, heads[key]) for key, briefing in newest_first)

    def briefing(self, briefing: UUID) -> Briefing:
        with self._reading() as connection:
            row = proven_row(connection, tables.briefings, str(briefing))
            if row is None:
                raise _missing(connection, briefing)
        return briefing_of(row)

    def compiled_pack(self, sha256: str) -> bytes:
        with self._reading() as connection:
            row = proven_row(connection, tables.packs, sha256)
            if row is None:
                asked = select(tables.briefings.c.id).where(tables.briefings.c.pack == sha256)
                raise altered(connection) if connection.execute(asked).first() else Refusal(_UNKNOWN)
        compiled: bytes = row[1]
        return compiled

    def append(self, briefing: UUID, events: Sequence[Event]) -> None:
        """Raises ValueError for events that do not follow one another."""
        if not events:
            return
        first = events[0].number
        if [event.number for event in events] != list(range(first, first + len(events))):
            raise ValueError("events that do not follow one another")
        rows = [event_row(briefing, event) for event in events]
        with writing(self._engine) as connection, telling_damage(connection):
            head = _head(connection, briefing)
            if head.events + 1 != first:
                raise Refusal(_LED_ELSEWHERE)
            insert_rows(connection, tables.events, rows)
            insert_rows(connection, tables.heads, [head_row(briefing, head.after(events))], otherwise="REPLACE")

    def events(self, briefing: UUID) -> tuple[Event, ...]:
        with self._reading() as connection:
            head = _head(connection, briefing)
            rows = raw_rows(connection, tables.events, str(briefing))
            numbers = [row[1] for row in rows]
            whole = all(is_proven(tables.events.name, row) for row in rows)
            if not whole or numbers != list(range(1, head.events + 1)):
                raise altered(connection, _INCOMPLETE)
        return tuple(map(event_of, rows))

    def erase(self, briefing: UUID) -> None:
        erase(self._engine, briefing)

    def plans(self) -> tuple[Plan, ...]:
        with self._reading() as connection:
            kept = [plan_of(row) for row in proven_rows(connection, tables.plans)]
        return tuple(sorted(kept, key=lambda plan: (plan.name.casefold(), plan.id)))

    def keep_plan(self, plan: Plan) -> None:
        with writing(self._engine) as connection:
            insert_rows(connection, tables.plans, [plan_row(plan)], otherwise="REPLACE")

    def remove_plan(self, plan: str) -> None:
        with writing(self._engine) as connection:
            connection.execute(delete(tables.plans).where(tables.plans.c.id == plan))

    def setting(self, name: str) -> str | None:
        with self._reading() as connection:
            return read_setting(connection, name)

    def keep_setting(self, name: str, value: str) -> None:
        with writing(self._engine) as connection:
            write_setting(connection, name, value)

    def highest_counter(self) -> int:
        """Damage to one briefing is told when it is read, and holds up none of the others here."""
        with self._reading() as connection:
            rows = raw_rows(connection, tables.heads)
        return max((head_of(row).last.counter for row in rows if is_proven(tables.heads.name, row)), default=0)

    def close(self) -> None:
        self._engine.dispose()
        trust.remember(file_of(self._engine))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine) as connection, telling_damage(connection):
            yield connection


def _head(connection: Connection, briefing: UUID) -> Head:
    row = proven_row(connection, tables.heads, str(briefing))
    if row is None:
        raise _missing(connection, briefing)
    return head_of(row)


def _missing(connection: Connection, briefing: UUID) -> Refusal:
    """Why a row of a briefing is not there: it was erased, or damage took one row and left the other."""
    left = any(raw_rows(connection, table, str(briefing)) for table in (tables.briefings, tables.heads))
    return altered(connection) if left else Refusal(_UNKNOWN)


def _summary(briefing: Briefing, head: Head) -> BriefingSummary:
    return BriefingSummary(briefing, head.participants, head.ended, head.last if head.events else None)
