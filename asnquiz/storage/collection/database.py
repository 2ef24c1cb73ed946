"""The collection database behind usecases.collection_ports.CollectionStore: every method one transaction."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, delete, func, select

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.class_results import Attended, Briefed, Held
from asnquiz.domain.collection import (
    Arrival,
    AskedCount,
    ChangedAnswer,
    ChoiceCount,
    Copied,
    Counted,
    Flag,
    GivenAnswer,
    LogEntry,
    Looked,
    Office,
    Overview,
    People,
    PersonRow,
    PersonState,
    Question,
    RefusedFile,
    RosterEntry,
    Standings,
    SureCount,
    Tally,
    UnitStanding,
    Verdict,
    Week,
)
from asnquiz.domain.marking import Marking
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import SignedTask, Task
from asnquiz.domain.wording import number_words, pack_version_words
from asnquiz.storage.collection import briefings, contents, given, report, results, taking
from asnquiz.storage.collection.copying import copy_rows, is_empty
from asnquiz.storage.collection.deriving import derive, name_person
from asnquiz.storage.collection.dialect import account_of, insert_rows, next_id
from asnquiz.storage.collection.file_site import FileSite
from asnquiz.storage.collection.purging import finish_purge, remove, remove_copies
from asnquiz.storage.collection.refused import refused_files
from asnquiz.storage.collection.rows import ms_of, sought, time_of
from asnquiz.storage.collection.schema import bring_up_to_date
from asnquiz.storage.collection.settings import is_stale, read_setting, write_setting
from asnquiz.storage.collection.site import Site
from asnquiz.storage.collection.tables import links, log, reports, roster, tasks
from asnquiz.usecases.collection_ports import TellRows
from asnquiz.usecases.ports import PackSource

_OFFICE = "office"
_IMPORT = "Rekap"
_COPYING = "Penyalinan"
_NOTHING_TO_COPY = "{place} masih kosong, jadi tidak ada yang dapat disalin. Periksa apakah itu rekap yang Anda maksud."
_NOT_EMPTY = (
    "{place} sudah berisi, jadi tidak ada yang disalin dan isinya tidak diubah. Salin ke tempat lain yang masih kosong."
)
_SERVER_DRIVER = "psycopg"
_NO_DRIVER = (
    "Rekap di server PostgreSQL memerlukan paket tambahan yang belum terpasang. "
    "Minta petugas TI memasang program ini dengan tambahannya: pip install asnquiz[postgres]"
)


def open_collection(path: Path, packs: PackSource | None = None) -> "CollectionDatabase":
    """The collection in the file `path`, made new where there is none; a purge that was interrupted is finished.

    One of an earlier program is migrated. `packs` tells what was asked: without it no answer is marked.
    Raises Refusal when the file cannot be used, is none of ours, or belongs to a newer program; it is not changed then.
    """
    return _opened(FileSite(path), packs)


def open_server_collection(address: str, packs: PackSource | None = None) -> "CollectionDatabase":
    """The same in a database of a PostgreSQL server, by libpq's address; its tables are made by who may make them."""
    try:
        # Only here: loading what speaks to a server takes as long as a start, and not everybody has it.
        from asnquiz.storage.collection.server_site import ServerSite
    except ImportError as error:
        if (error.name or _SERVER_DRIVER).partition(".")[0] != _SERVER_DRIVER:
            raise
        raise Refusal(_NO_DRIVER) from error

    return _opened(ServerSite(address), packs)


def _opened(site: Site, packs: PackSource | None) -> "CollectionDatabase":
    try:
        bring_up_to_date(site)
        finish_purge(site)
    except BaseException:
        site.close()
        raise
    return CollectionDatabase(site, packs)


class CollectionDatabase:
    """See usecases.collection_ports.CollectionStore. Each call takes a connection of its own, from any thread."""

    def __init__(self, site: Site, packs: PackSource | None) -> None:
        self._site = site
        self._packs = packs

    def office(self) -> Office | None:
        with self._site.reading() as connection:
            kept = read_setting(connection, _OFFICE)
        return None if kept is None else from_plain(Office, json.loads(kept))

    def keep_office(self, office: Office) -> None:
        with self._site.writing() as connection:
            write_setting(connection, _OFFICE, json.dumps(to_plain(office), ensure_ascii=False))

    def tasks(self) -> tuple[SignedTask, ...]:
        newest_first = select(tasks).order_by(tasks.c.made_ms.desc(), tasks.c.id)
        with self._site.reading() as connection:
            found = connection.execute(newest_first).all()
        return tuple(SignedTask(from_plain(Task, json.loads(row.plain)), row.signer, row.text) for row in found)

    def add_task(self, task: SignedTask) -> None:
        """A task that is kept already stays as it is."""
        made, deadline = task.task.made, task.task.deadline
        midnight = datetime.combine(deadline, time(), UTC) + timedelta(days=1)
        closes = midnight - timedelta(minutes=made.offset_minutes)
        plain = json.dumps(to_plain(task.task), ensure_ascii=False)
        row = (str(task.task.id), made.wall_ms, ms_of(closes), task.signer, plain, task.text)
        with self._site.writing() as connection:
            insert_rows(connection, tasks, [row], new_only=True)

    def begin_import(self, source: str, at: datetime) -> int:
        with self._site.writing() as connection:
            number = taking.begin(connection, source, at)
            _log(connection, _IMPORT, f"Mulai memeriksa berkas dari {source}", at)
        return number

    def known(self, hashes: Sequence[bytes]) -> dict[bytes, Verdict]:
        with self._site.reading() as connection:
            return taking.known(connection, hashes)

    def take(self, number: int, files: Sequence[tuple[Arrival, Looked]]) -> None:
        """What an import has already, under the same name and with the same bytes, is left out."""
        with self._site.writing() as connection:
            taking.take(connection, number, files)

    def end_import(self, number: int, at: datetime) -> Tally:
        with self._site.writing() as connection:
            tally = taking.end(connection, number, at)
            if is_stale(connection):
                self._derive(connection)
            accepted = tally.verdicts.get(Verdict.ACCEPTED, 0)
            _log(
                connection,
                _IMPORT,
                f"Selesai: {number_words(tally.files)} berkas diperiksa, {number_words(accepted)} hasil baru",
                at,
            )
        return tally

    def refused(self, number: int | None = None) -> Iterator[RefusedFile]:
        return refused_files(self._site, number)

    def keep_roster(self, entries: Sequence[RosterEntry], at: datetime) -> None:
        """Each NIP may stand in it once."""
        rows = [(one.nip, one.name, one.agency, one.unit, one.position, sought(one.name, one.nip)) for one in entries]
        with self._site.writing() as connection:
            connection.execute(delete(roster))
            insert_rows(connection, roster, rows)
            _log(connection, "Daftar pegawai", f"Diganti: {number_words(len(rows))} orang", at)

    def roster(self) -> tuple[RosterEntry, ...]:
        kept = select(roster.c.nip, roster.c.name, roster.c.agency, roster.c.unit, roster.c.position)
        in_order = kept.order_by(roster.c.agency, roster.c.unit, roster.c.sought)
        with self._site.reading() as connection:
            return tuple(RosterEntry(*row) for row in connection.execute(in_order))

    def link(self, key: str, nip: str | None, at: datetime) -> None:
        with self._site.writing() as connection:
            connection.execute(delete(links).where(links.c.key == key))
            if nip is not None:
                insert_rows(connection, links, [(key, nip)])
            name_person(connection, key, nip or key)
            _log(connection, "Penautan", "Hasil ditautkan ke pegawai" if nip else "Tautan hasil dilepas", at)

    def linked(self, nip: str) -> tuple[tuple[str, str], ...]:
        names = select(links.c.key, func.coalesce(func.max(reports.c.name), ""))
        by_key = names.outerjoin(reports, reports.c.own_key == links.c.key).where(links.c.nip == nip)
        with self._site.reading() as connection:
            found = connection.execute(by_key.group_by(links.c.key).order_by(links.c.key))
            return tuple((key, name) for key, name in found)

    def overview(self, question: Question) -> Overview:
        with self._derived() as connection:
            return results.overview(connection, question)

    def agencies(self, question: Question) -> tuple[UnitStanding, ...]:
        with self._derived() as connection:
            return results.agencies(connection, question)

    def units(self, question: Question, agency: str) -> tuple[UnitStanding, ...]:
        with self._derived() as connection:
            return results.units(connection, question, agency)

    def standings(self, question: Question) -> Standings:
        with self._derived() as connection:
            return results.standings_of(connection, question)

    def people(
        self,
        question: Question,
        *,
        agency: str | None = None,
        unit: str | None = None,
        state: PersonState | None = None,
        flag: Flag | None = None,
        words: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> People:
        """By agency, unit and name, and then whoever is unknown; each of `words` is somewhere in name or NIP."""
        with self._derived() as connection:
            return results.people_of(
                connection,
                question,
                agency=agency,
                unit=unit,
                state=state,
                flag=flag,
                words=words,
                limit=limit,
                offset=offset,
            )

    def person(self, question: Question, key: str) -> PersonRow | None:
        with self._derived() as connection:
            return results.person_of(connection, question, key)

    def counted(self, question: Question) -> Counted:
        with self._derived() as connection:
            return report.counted(connection, question)

    def weeks(self, question: Question) -> tuple[Week, ...]:
        with self._derived() as connection:
            return report.weeks(connection, question)

    def choices(self, question: Question) -> Sequence[ChoiceCount]:
        with self._derived() as connection:
            return report.choice_counts(connection, question)

    def sure(self, question: Question) -> Sequence[SureCount]:
        with self._derived() as connection:
            return report.sure_counts(connection, question)

    def matched(self, before: Question, after: Question) -> Sequence[tuple[int, int, int, int]]:
        with self._derived() as connection:
            return report.matched(connection, before, after)

    def answers(self, question: Question) -> Iterator[GivenAnswer]:
        """As they were when the first one is taken; read a part at a time."""
        with self._derived() as connection:
            yield from given.given_answers(connection, question)

    def briefed(self) -> Briefed:
        with self._site.reading() as connection:
            return briefings.briefed(connection)

    def held(self) -> tuple[Held, ...]:
        with self._site.reading() as connection:
            return tuple(briefings.held(connection))

    def attended(self) -> Iterator[Attended]:
        """As it was when the first one is taken; read a part at a time."""
        with self._site.reading() as connection:
            yield from briefings.attended(connection)

    def marking(self) -> Marking:
        """Raises Refusal where a version of the content is of a later program."""
        if self._packs is None:
            return Marking(())
        with self._derived() as connection:
            return contents.marking_of(connection, self._packs)

    def asked(self) -> Sequence[AskedCount]:
        with self._derived() as connection:
            return report.asked_counts(connection)

    def changed_answers(self, marking: Marking) -> Iterator[ChangedAnswer]:
        """As they were when the first one is taken; read a part at a time."""
        with self._derived() as connection:
            yield from given.changed_answers(connection, marking)

    def mark_by(self, pack: PackRef | None, compiled: bytes, at: datetime) -> None:
        """Raises Refusal where a version of the content cannot be read, and ValueError where none is ever read here."""
        if self._packs is None:
            raise ValueError("a collection without content")
        with self._site.writing() as connection:
            self._keep_current(connection)
            if pack is not None:
                contents.keep(connection, pack, compiled)
            contents.put_in_force(connection, pack, self._packs)
            derive(connection)
            by = "yang dikerjakan" if pack is None else f"{pack.id} versi {pack_version_words(pack.version)}"
            _log(connection, "Penilaian ulang", f"Jawaban dinilai menurut paket soal {by}", at)

    def purge(self, *, before: datetime | None = None, key: str | None = None, at: datetime) -> int:
        """Raises ValueError unless it is told either a time or a person, and Refusal while somebody else reads."""
        self._site.ready_to_purge()
        with self._site.writing() as connection:
            count = remove(connection, before, key)
            self._derive(connection)
            which = "diterima sebelum tanggal yang dipilih" if key is None else "milik satu orang"
            _log(connection, "Penghapusan", f"{number_words(count)} hasil {which}", at)
        remove_copies(self._site)
        return count

    def purgeable(self, before: datetime) -> int:
        older = select(func.count()).select_from(reports).where(reports.c.received_ms < ms_of(before))
        with self._site.reading() as connection:
            count: int = connection.execute(older).scalar_one()
        return count

    def write_log(self, act: str, words: str, at: datetime) -> None:
        with self._site.writing() as connection:
            _log(connection, act, words, at)

    def log(self, limit: int = 500) -> tuple[LogEntry, ...]:
        newest_first = select(log).order_by(log.c.id.desc()).limit(limit)
        with self._site.reading() as connection:
            return tuple(
                LogEntry(time_of(row.at_ms), row.act, row.words, row.account)
                for row in connection.execute(newest_first)
            )

    def copy_to(self, other: "CollectionDatabase", at: datetime, tell: TellRows) -> Copied:
        """Copies all there is at one moment into a collection at another place, in one transaction there.

        Raises Refusal where nothing is here, or anything is there.
        """
        here, there = self._site, other._site
        with here.reading() as connection:
            if is_empty(connection):
                raise Refusal(_NOTHING_TO_COPY.format(place=here.place))
        with there.writing() as connection:
            if not is_empty(connection):
                raise Refusal(_NOT_EMPTY.format(place=there.place))
            # Noted before anything leaves, as a part of what is copied.
            self.write_log(_COPYING, f"Mulai disalin ke tempat lain: {there.place}", at)
            copied = copy_rows(here, connection, tell)
            _log(connection, _COPYING, f"Disalin dari tempat lain: {here.place}", at)
        return copied

    def close(self) -> None:
        self._site.close()

    @contextmanager
    def _derived(self) -> Iterator[Connection]:
        """For looking at people and standings, which are made anew where results or the content changed since."""
        with self._site.reading() as connection:
            stale = self._is_stale(connection)
        if stale and self._site.may_write:
            with self._site.writing() as connection:
                if self._is_stale(connection):  # read again: another may have made them while this one waited
                    self._derive(connection)
        with self._site.reading() as connection:
            yield connection

    def _is_stale(self, connection: Connection) -> bool:
        new = self._current is not None and not contents.is_kept(connection, self._current[0])
        return new or is_stale(connection)

    def _derive(self, connection: Connection) -> None:
        self._keep_current(connection)
        if self._packs is not None:
            with suppress(Refusal):  # told scores stand where the content cannot be read
                contents.mark_new(connection, self._packs)
        derive(connection)

    def _keep_current(self, connection: Connection) -> None:
        if self._current is not None:
            contents.keep(connection, *self._current)

    @cached_property
    def _current(self) -> tuple[PackRef, bytes] | None:
        """The content of this program, compiled; None where it has faults."""
        if self._packs is not None:
            with suppress(Refusal):
                pack, sha256, compiled = self._packs.current()
                return PackRef(pack.id, pack.version, sha256), compiled
        return None


def _log(connection: Connection, act: str, words: str, at: datetime) -> None:
    insert_rows(connection, log, [(next_id(connection, log), ms_of(at), act, words, account_of(connection))])
