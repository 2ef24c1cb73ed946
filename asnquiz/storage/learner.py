"""The learner's database behind usecases.ports.LearnerStore: every method one transaction."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, func, select, union_all

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import Attempt, AttemptState, AttemptSummary, Pause, Response, Score, chain_link
from asnquiz.domain.backup import Backup
from asnquiz.domain.holdings import Holdings
from asnquiz.domain.learned import CaseStep, PledgeTaken, Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.pin import Guard
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TakenTask, TaskAttempt
from asnquiz.domain.task import SignedTask
from asnquiz.storage import rows, trust
from asnquiz.storage.engine import file_of, make_engine, reading, writing
from asnquiz.storage.proven import (
    insert_rows,
    next_number,
    of_pack,
    proven_row,
    proven_rows,
    read_setting,
    rewrite,
    write_setting,
)
from asnquiz.storage.record import Record
from asnquiz.storage.schema import Claim, bring_up_to_date
from asnquiz.storage.tables import (
    KEPT,
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
    task_attempts,
    tasks,
)
from asnquiz.storage.whole_attempt import UNKNOWN_ATTEMPT, whole_attempt

_NO_PROFILE = "Profil ini tidak ada lagi di komputer ini. Pilih atau buat profil lain."
_NO_TASK = "Tugas itu tidak ada lagi di komputer ini. Buka sekali lagi berkas tugas dari kantor Anda."
_NO_PACK = "Soal untuk kuis ini tidak ada lagi di komputer ini. Mulai kuis baru dari Beranda."


def open_learner_database(path: Path, claim: Claim = nullcontext, *, keeps_nip: bool = True) -> "LearnerDatabase":
    """The database in the file `path`, made new where there is none, made whole where it is damaged or was lost, and
    migrated where it is older.

    Without `keeps_nip` it never takes a NIP, and one that is found in it, or in a copy of it, is removed. Raises
    Refusal when the file cannot be used, belongs to a newer program or another one, or `claim` is not given.
    """
    if not trust.is_trusted(path):
        # Imported only here: a start after a clean close does not need it.
        from asnquiz.storage.salvage import make_whole

        make_whole(path, claim)
    engine = make_engine(path)
    try:
        bring_up_to_date(engine, claim)
        if not keeps_nip:
            # Imported only here: only portable media need it.
            from asnquiz.storage.nips import forget_nips

            forget_nips(engine, claim)
    except BaseException:
        engine.dispose()
        raise
    return LearnerDatabase(engine, claim, keeps_nip=keeps_nip)


class LearnerDatabase:
    """See usecases.ports.LearnerStore. May be used from any thread: every call takes a connection of its own."""

    def __init__(self, engine: Engine, claim: Claim = nullcontext, *, keeps_nip: bool = True) -> None:
        self._engine = engine
        self._claim = claim
        self.keeps_nip = keeps_nip

    def profiles(self) -> tuple[Profile, ...]:
        with self._record() as record:
            return record.profiles()

    def add_profile(self, profile: Profile) -> None:
        values = rows.profile_values(profile.id, self._kept_of(profile.person), profile.created)
        with writing(self._engine) as connection:
            insert_rows(connection, profiles, [values])

    def keep_person(self, profile: UUID, person: Person) -> None:
        with writing(self._engine) as connection:
            rewrite(connection, profiles, _profile_row(connection, profile), rows.person_values(self._kept_of(person)))

    def _kept_of(self, person: Person) -> Person:
        return person if self.keeps_nip else replace(person, nip=None)

    def keep_pin(self, profile: UUID, pin: str | None) -> None:
        from asnquiz.storage.pins import hash_pin, write_pin

        kept = None if pin is None else hash_pin(pin)
        with writing(self._engine) as connection:
            _profile_row(connection, profile)
            write_pin(connection, profile, kept)

    def try_pin(self, profile: UUID, pin: str, now_ms: int) -> tuple[bool, Guard]:
        from asnquiz.storage.pins import try_pin

        return try_pin(self._engine, profile, pin, now_ms)

    def change_guard(self, profile: UUID, change: Callable[[Guard], Guard]) -> Guard:
        from asnquiz.storage.pins import change_guard

        with writing(self._engine) as connection:
            return change_guard(connection, profile, change)

    def keep_job(self, profile: UUID, job: str | None) -> None:
        with writing(self._engine) as connection:
            _profile_row(connection, profile)
            write_setting(connection, rows.path_setting(profile), job or "")

    def begin(
        self, attempt: Attempt, compiled: bytes, instead_of: UUID | None = None, task: TaskAttempt | None = None
    ) -> None:
        """Raises ValueError for an attempt that has been answered or ended: it is not new."""
        if attempt.state is not AttemptState.ACTIVE or attempt.responses or attempt.pauses:
            raise ValueError("only a new attempt begins")
        items = [rows.item_values(attempt.id, number, item) for number, item in enumerate(attempt.items)]
        with writing(self._engine) as connection:
            if instead_of is not None:
                _end(connection, instead_of, AttemptState.ABANDONED, attempt.started, None)
            insert_rows(connection, packs, [rows.pack_values(attempt.pack, compiled)], new_only=True)
            insert_rows(connection, attempts, [rows.attempt_values(attempt)])
            insert_rows(connection, attempt_items, items)
            if task is not None:
                insert_rows(connection, task_attempts, [rows.task_attempt_values(attempt.id, task)])

    def add_response(self, attempt: UUID, response: Response, recalled: Sequence[Recall] = ()) -> Response:
        """Also keeps the exam clock that the response carries, and that the attempt was on screen then."""
        with writing(self._engine) as connection:
            row = proven_row(connection, attempts, attempts.c.id == str(attempt))
            if row is None:
                raise Refusal(UNKNOWN_ATTEMPT)
            if row["state"] != AttemptState.ACTIVE.value:
                raise Refusal(
                    "Kuis ini sudah berakhir, sehingga jawaban tidak dapat ditambahkan. Mulai kuis baru dari Beranda."
                )
            number = next_number(connection, responses, responses.c.attempt == str(attempt))
            saved = replace(response, h=chain_link(row["tip"], response))
            insert_rows(connection, responses, [rows.response_values(attempt, number, saved)])
            clock = rows.clock_values(row, response.remaining_ms, response.at)
            rewrite(connection, attempts, row, {**clock, "tip": saved.h})
            _add_recalls(connection, row, recalled)
        return saved

    def keep_remaining(self, attempt: UUID, remaining_ms: int, at: Moment) -> None:
        """Changes nothing when the attempt is over."""
        with writing(self._engine) as connection:
            row = proven_row(connection, attempts, _is_active(attempt))
            if row is not None:
                rewrite(connection, attempts, row, rows.clock_values(row, remaining_ms, at))

    def add_pause(self, attempt: UUID, pause: Pause) -> None:
        with writing(self._engine) as connection:
            number = next_number(connection, pauses, pauses.c.attempt == str(attempt))
            insert_rows(connection, pauses, [rows.pause_values(attempt, number, pause)])
            row = proven_row(connection, attempts, _is_active(attempt))
            if row is not None:
                rewrite(connection, attempts, row, rows.clock_values(row, None, pause.ended))

    def end(
        self, attempt: UUID, state: AttemptState, at: Moment, score: Score | None, recalled: Sequence[Recall] = ()
    ) -> None:
        with writing(self._engine) as connection:
            row = _end(connection, attempt, state, at, score)
            if row is not None:
                _add_recalls(connection, row, recalled)

    def attempt(self, attempt: UUID) -> Attempt:
        with reading(self._engine) as connection:
            return whole_attempt(connection, attempt)

    def summaries(self, profile: UUID) -> tuple[AttemptSummary, ...]:
        with self._record() as record:
            return record.summaries(profile)

    def answers(self, profile: UUID) -> Mapping[UUID, Mapping[str, Answer]]:
        with self._record() as record:
            return record.answers(profile)

    def compiled_pack(self, sha256: str) -> bytes:
        with reading(self._engine) as connection:
            row = proven_row(connection, packs, packs.c.sha256 == sha256)
        if row is None:
            raise Refusal(_NO_PACK)
        compiled: bytes = row["compiled"]
        return compiled

    def mark_read(self, profile: UUID, pack_id: str, lesson: str, at: Moment) -> None:
        """The first time counts."""
        with writing(self._engine) as connection:
            values = rows.lesson_read_values(profile, pack_id, lesson, at)
            insert_rows(connection, lessons_read, [values], new_only=True)

    def lessons_read(self, profile: UUID, pack_id: str) -> frozenset[str]:
        with self._record() as record:
            return record.lessons_read(profile, pack_id)

    def latest_recalls(self, profile: UUID, pack_id: str) -> tuple[Recall, ...]:
        with self._record() as record:
            return record.latest_recalls(profile, pack_id)

    def last_asked(self, profile: UUID, pack_id: str) -> Mapping[str, int]:
        with self._record() as record:
            return record.last_asked(profile, pack_id)

    def recalls(self, profile: UUID, pack_id: str) -> tuple[Recall, ...]:
        with reading(self._engine) as connection:
            found = proven_rows(connection, recalls, of_pack(recalls, profile, pack_id), "number")
        return tuple(map(rows.recall_of, found))

    def case_steps(self, profile: UUID, pack_id: str) -> tuple[CaseStep, ...]:
        with reading(self._engine) as connection:
            found = proven_rows(connection, case_steps, of_pack(case_steps, profile, pack_id), "number")
        return tuple(map(rows.case_step_of, found))

    def add_case_step(self, profile: UUID, pack_id: str, step: CaseStep) -> None:
        with writing(self._engine) as connection:
            number = next_number(connection, case_steps, of_pack(case_steps, profile, pack_id))
            insert_rows(connection, case_steps, [rows.case_step_values(profile, pack_id, number, step)])

    def pledges(self, profile: UUID) -> tuple[PledgeTaken, ...]:
        with reading(self._engine) as connection:
            return tuple(
                map(rows.pledge_of, proven_rows(connection, pledges, pledges.c.profile == str(profile), "number"))
            )

    def add_pledge(self, profile: UUID, pledge: PledgeTaken) -> None:
        with writing(self._engine) as connection:
            number = next_number(connection, pledges, pledges.c.profile == str(profile))
            insert_rows(connection, pledges, [rows.pledge_values(profile, number, pledge)])

    def tasks(self, profile: UUID) -> tuple[TakenTask, ...]:
        with reading(self._engine) as connection:
            found = proven_rows(connection, tasks, tasks.c.profile == str(profile), "taken_counter")
        return tuple(map(rows.taken_task_of, reversed(found)))

    def take_task(self, profile: UUID, signed: SignedTask, at: Moment) -> None:
        values = rows.task_values(profile, TakenTask(signed, at, None))
        with writing(self._engine) as connection:
            _profile_row(connection, profile)
            insert_rows(connection, tasks, [values], new_only=True)

    def task_of(self, attempt: UUID) -> TaskAttempt | None:
        with reading(self._engine) as connection:
            row = proven_row(connection, task_attempts, task_attempts.c.attempt == str(attempt))
        return None if row is None else rows.task_attempt_of(row)

    def keep_handed_in(self, profile: UUID, task: UUID, file_id: UUID, at: Moment) -> None:
        this = (tasks.c.profile == str(profile)) & (tasks.c.id == str(task))
        with writing(self._engine) as connection:
            row = proven_row(connection, tasks, this)
            if row is None:
                raise Refusal(_NO_TASK)
            rewrite(connection, tasks, row, rows.handed_in_values(at, file_id))

    def setting(self, name: str) -> str | None:
        with reading(self._engine) as connection:
            return read_setting(connection, name)

    def keep_setting(self, name: str, value: str) -> None:
        with writing(self._engine) as connection:
            write_setting(connection, name, value)

    def holdings(self, profile: UUID) -> Holdings:
        from asnquiz.storage.holdings import held

        with reading(self._engine) as connection:
            found = held(connection, profile)
        if found is None:
            raise Refusal(_NO_PROFILE)
        return found

    def take_in(self, coming: Holdings, compiled: Mapping[str, bytes]) -> None:
        from asnquiz.storage.erasure import finish_erasure
        from asnquiz.storage.holdings import take_in

        # Somebody whose copies are still to be removed would be erased again with them.
        finish_erasure(self._engine, self._claim)
        owner = replace(coming.owner, person=self._kept_of(coming.owner.person))
        with writing(self._engine) as connection:
            take_in(connection, replace(coming, owner=owner), compiled)

    def erase(self, profile: UUID) -> None:
        from asnquiz.storage.erasure import erase_copies, erase_rows

        with self._claim():
            erase_rows(self._engine, profile)
            erase_copies(self._engine)

    def back_up(self, day: dt.date) -> None:
        from asnquiz.storage.backups import keep_daily
        from asnquiz.storage.erasure import finish_erasure

        finish_erasure(self._engine, self._claim)
        keep_daily(self._engine, day)

    def backups(self) -> tuple[Backup, ...]:
        from asnquiz.storage.backups import listed_backups

        return listed_backups(file_of(self._engine))

    def restore(self, backup: str, at: Moment) -> None:
        from asnquiz.storage.restoring import restore

        with self._claim():
            restore(self._engine, backup, at.local)

    def highest_counter(self) -> int:
        counters = [column for table in KEPT for column in table.c if column.name.endswith("_counter")]
        each = union_all(*[select(func.max(column).label("counter")) for column in counters]).subquery()
        with reading(self._engine) as connection:
            return connection.execute(select(func.max(each.c.counter))).scalar() or 0

    def close(self) -> None:
        self._engine.dispose()
        trust.remember(file_of(self._engine))

    @contextmanager
    def _record(self) -> Iterator[Record]:
        with reading(self._engine) as connection:
            yield Record(lambda statement, values: connection.exec_driver_sql(statement, values).mappings())


def _is_active(attempt: UUID) -> ColumnElement[bool]:
    return (attempts.c.id == str(attempt)) & (attempts.c.state == AttemptState.ACTIVE.value)


def _profile_row(connection: Connection, profile: UUID) -> RowMapping:
    row = proven_row(connection, profiles, profiles.c.id == str(profile))
    if row is None:
        raise Refusal(_NO_PROFILE)
    return row


def _end(
    connection: Connection, attempt: UUID, state: AttemptState, at: Moment, score: Score | None
) -> RowMapping | None:
    """Ends an active attempt and gives its row as it was; None where it is over."""
    row = proven_row(connection, attempts, _is_active(attempt))
    if row is None:
        return None
    values = {"state": state.value, **rows.moment_values("ended", at), **rows.score_values(score)}
    rewrite(connection, attempts, row, values)
    return row


def _add_recalls(connection: Connection, attempt: RowMapping, given: Sequence[Recall]) -> None:
    """What was recalled in an attempt belongs to its person and its pack."""
    if not given:
        return
    pack = proven_row(connection, packs, packs.c.sha256 == attempt["pack"])
    if pack is None:
        raise Refusal(_NO_PACK)
    profile, pack_id = UUID(attempt["profile"]), pack["id"]
    first = next_number(connection, recalls, of_pack(recalls, profile, pack_id))
    insert_rows(connection, recalls, (rows.recall_values(profile, pack_id, *one) for one in enumerate(given, first)))
