"""The learner's database behind usecases.ports.LearnerStore: every method one transaction."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, Table, func, insert, select, union_all, update
from sqlalchemy.dialects import sqlite

from asnquiz.domain.answering import UNMATCHED
from asnquiz.domain.attempt import (
    Attempt,
    AttemptState,
    AttemptSummary,
    Pause,
    Response,
    Score,
    chain_holds,
    chain_link,
    chain_start,
)
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import rows
from asnquiz.storage.engine import make_engine, reading, writing
from asnquiz.storage.schema import bring_up_to_date
from asnquiz.storage.tables import (
    attempt_items,
    attempts,
    lessons_read,
    metadata,
    packs,
    pauses,
    profiles,
    responses,
    settings,
)

_UNKNOWN_ATTEMPT = "Kuis ini tidak ada lagi di komputer ini. Kembali ke Beranda, lalu mulai kuis baru."
_PACK_COLUMNS = (packs.c.id.label("pack_id"), packs.c.version.label("pack_version"))


def open_learner_database(path: Path) -> "LearnerDatabase":
    """The database in the file `path`, made new where there is none and migrated where it is older.

    Raises Refusal when the file cannot be used, or belongs to a newer program or another one.
    """
    engine = make_engine(path)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return LearnerDatabase(engine)


class LearnerDatabase:
    """See usecases.ports.LearnerStore. May be used from any thread: every call takes a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def profiles(self) -> tuple[Profile, ...]:
        with reading(self._engine) as connection:
            found = connection.execute(select(profiles).order_by(profiles.c.created_counter)).mappings()
            return tuple(rows.profile_of(row) for row in found)

    def add_profile(self, profile: Profile) -> None:
        values = {
            "id": str(profile.id),
            **rows.person_values(profile.person),
            **rows.moment_values("created", profile.created),
        }
        with writing(self._engine) as connection:
            connection.execute(insert(profiles).values(values))

    def keep_person(self, profile: UUID, person: Person) -> None:
        change = update(profiles).where(profiles.c.id == str(profile)).values(rows.person_values(person))
        with writing(self._engine) as connection:
            if not connection.execute(change).rowcount:
                raise Refusal("Profil ini tidak ada lagi di komputer ini. Pilih atau buat profil lain.")

    def begin(self, attempt: Attempt, compiled: bytes, instead_of: UUID | None = None) -> None:
        """Raises ValueError for an attempt that has been answered or ended: it is not new."""
        if attempt.state is not AttemptState.ACTIVE or attempt.responses or attempt.pauses:
            raise ValueError("only a new attempt begins")
        pack = {
            "sha256": attempt.pack.sha256,
            "id": attempt.pack.id,
            "version": attempt.pack.version,
            "compiled": compiled,
        }
        items = [rows.item_values(attempt.id, number, item) for number, item in enumerate(attempt.items)]
        with writing(self._engine) as connection:
            if instead_of is not None:
                _end(connection, instead_of, AttemptState.ABANDONED, attempt.started, None)
            connection.execute(sqlite.insert(packs).values(pack).on_conflict_do_nothing(index_elements=["sha256"]))
            connection.execute(insert(attempts).values(rows.attempt_values(attempt)))
            connection.execute(insert(attempt_items), items)

    def add_response(self, attempt: UUID, response: Response) -> Response:
        """Also keeps the exam clock that the response carries, and that the attempt was on screen then."""
        with writing(self._engine) as connection:
            _refuse_unless_active(connection, attempt)
            number = _next_number(connection, responses, attempt)
            if number == 0:
                previous = chain_start(_load(connection, attempt))
            else:
                last = (responses.c.attempt == str(attempt)) & (responses.c.number == number - 1)
                previous = connection.execute(select(responses.c.h).where(last)).scalar_one()
            saved = replace(response, h=chain_link(previous, response))
            connection.execute(insert(responses).values(rows.response_values(attempt, number, saved)))
            _keep_clock(connection, attempt, response.remaining_ms, response.at)
        return saved

    def keep_remaining(self, attempt: UUID, remaining_ms: int, at: Moment) -> None:
        """Changes nothing when the attempt is over."""
        with writing(self._engine) as connection:
            _keep_clock(connection, attempt, remaining_ms, at)

    def add_pause(self, attempt: UUID, pause: Pause) -> None:
        with writing(self._engine) as connection:
            number = _next_number(connection, pauses, attempt)
            connection.execute(insert(pauses).values(rows.pause_values(attempt, number, pause)))
            _keep_clock(connection, attempt, None, pause.ended)

    def end(self, attempt: UUID, state: AttemptState, at: Moment, score: Score | None) -> None:
        with writing(self._engine) as connection:
            _end(connection, attempt, state, at, score)

    def attempt(self, attempt: UUID) -> Attempt:
        with reading(self._engine) as connection:
            found = _load(connection, attempt)
        if not _is_unchanged(found):
            raise _changed(found.title)
        return found

    def summaries(self, profile: UUID) -> tuple[AttemptSummary, ...]:
        # SQLite takes a group's bare columns from the row of its maximum: https://www.sqlite.org/lang_select.html, 2.5
        last = (
            select(responses.c.attempt, responses.c.answer, func.max(responses.c.number))
            .join(attempts, attempts.c.id == responses.c.attempt)
            .where(attempts.c.profile == str(profile))
            .group_by(responses.c.attempt, responses.c.item)
            .subquery()
        )
        whole = (last.c.answer != "[]") & ~last.c.answer.contains(str(UNMATCHED))
        answered = select(func.count()).where(last.c.attempt == attempts.c.id, whole)
        total = select(func.count()).where(attempt_items.c.attempt == attempts.c.id)
        query = (
            select(
                attempts,
                *_PACK_COLUMNS,
                answered.scalar_subquery().label("answered"),
                total.scalar_subquery().label("total"),
            )
            .join(packs)
            .where(attempts.c.profile == str(profile))
            .order_by(attempts.c.started_counter.desc())
        )
        with reading(self._engine) as connection:
            return tuple(rows.summary_of(row) for row in connection.execute(query).mappings())

    def compiled_pack(self, sha256: str) -> bytes:
        with reading(self._engine) as connection:
            found = connection.execute(select(packs.c.compiled).where(packs.c.sha256 == sha256)).scalar()
        if found is None:
            raise Refusal("Soal untuk kuis ini tidak ada lagi di komputer ini. Mulai kuis baru dari Beranda.")
        compiled: bytes = found
        return compiled

    def mark_read(self, profile: UUID, pack_id: str, lesson: str, at: Moment) -> None:
        """The first time counts."""
        key = {"profile": str(profile), "pack_id": pack_id, "lesson": lesson}
        once = sqlite.insert(lessons_read).values(key | rows.moment_values("read", at))
        with writing(self._engine) as connection:
            connection.execute(once.on_conflict_do_nothing(index_elements=list(key)))

    def lessons_read(self, profile: UUID, pack_id: str) -> frozenset[str]:
        of_person = (lessons_read.c.profile == str(profile)) & (lessons_read.c.pack_id == pack_id)
        with reading(self._engine) as connection:
            return frozenset(connection.execute(select(lessons_read.c.lesson).where(of_person)).scalars())

    def setting(self, name: str) -> str | None:
        with reading(self._engine) as connection:
            return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar()

    def keep_setting(self, name: str, value: str) -> None:
        kept = sqlite.insert(settings).values(name=name, value=value)
        with writing(self._engine) as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

    def highest_counter(self) -> int:
        counters = [
            column for table in metadata.sorted_tables for column in table.c if column.name.endswith("_counter")
        ]
        each = union_all(*[select(func.max(column).label("counter")) for column in counters]).subquery()
        with reading(self._engine) as connection:
            return connection.execute(select(func.max(each.c.counter))).scalar() or 0

    def close(self) -> None:
        self._engine.dispose()


def _load(connection: Connection, attempt: UUID) -> Attempt:
    """One attempt, whole; its chain is not looked at."""
    query = select(attempts, *_PACK_COLUMNS).join(packs).where(attempts.c.id == str(attempt))
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise Refusal(_UNKNOWN_ATTEMPT)

    def parts(table: Table) -> list[RowMapping]:
        ordered = select(table).where(table.c.attempt == str(attempt)).order_by(table.c.number)
        return list(connection.execute(ordered).mappings())

    try:
        return rows.attempt_of(
            row,
            tuple(rows.item_of(part) for part in parts(attempt_items)),
            tuple(rows.response_of(part) for part in parts(responses)),
            tuple(rows.pause_of(part) for part in parts(pauses)),
        )
    except (TypeError, ValueError) as error:
        raise _changed(row["title"]) from error


def _is_unchanged(attempt: Attempt) -> bool:
    try:
        return chain_holds(attempt)
    except (TypeError, ValueError):  # a value that has no canonical form, which this program never kept
        return False


def _changed(title: str) -> Refusal:
    return Refusal(
        f"Catatan kuis “{title}” berubah di luar program sejak disimpan, sehingga tidak dapat dipakai. "
        "Mulai kuis baru dari Beranda; catatan lama tetap disimpan."
    )


def _is_active(attempt: UUID) -> ColumnElement[bool]:
    return (attempts.c.id == str(attempt)) & (attempts.c.state == AttemptState.ACTIVE.value)


def _refuse_unless_active(connection: Connection, attempt: UUID) -> None:
    state = connection.execute(select(attempts.c.state).where(attempts.c.id == str(attempt))).scalar()
    if state is None:
        raise Refusal(_UNKNOWN_ATTEMPT)
    if state != AttemptState.ACTIVE.value:
        raise Refusal(
            "Kuis ini sudah berakhir, sehingga jawaban tidak dapat ditambahkan. Mulai kuis baru dari Beranda."
        )


def _end(connection: Connection, attempt: UUID, state: AttemptState, at: Moment, score: Score | None) -> None:
    values = {
        "state": state.value,
        **rows.moment_values("ended", at),
        "score_right": score and score.right,
        "score_total": score and score.total,
    }
    connection.execute(update(attempts).where(_is_active(attempt)).values(values))


def _next_number(connection: Connection, table: Table, attempt: UUID) -> int:
    highest = connection.execute(select(func.max(table.c.number)).where(table.c.attempt == str(attempt))).scalar()
    return 0 if highest is None else highest + 1


def _keep_clock(connection: Connection, attempt: UUID, remaining_ms: int | None, at: Moment) -> None:
    values = rows.moment_values("seen", at)
    if remaining_ms is not None:
        values["remaining_ms"] = func.min(attempts.c.remaining_ms, remaining_ms)
    connection.execute(update(attempts).where(_is_active(attempt)).values(values))
