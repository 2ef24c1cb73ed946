"""Everything kept about one person: read whole, and taken in from another computer, inside the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, select

from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.holdings import (
    STAYING,
    HeldTask,
    Holdings,
    KeptAttempt,
    LessonRead,
    Owner,
    PackLearning,
    Surplus,
    surplus,
)
from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TakenTask, TaskAttempt
from asnquiz.domain.task import SignedTask
from asnquiz.domain.wording import number_words
from asnquiz.storage import rows
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
from asnquiz.storage.refusals import Altered
from asnquiz.storage.tables import (
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
    settings,
    task_attempts,
    tasks,
)
from asnquiz.storage.whole_attempt import tip_of, whole_attempt

_OF_SOMEBODY_ELSE = (
    "Berkas itu memuat kuis yang di komputer ini milik orang lain, jadi tidak ada yang diambil. "
    "Buat berkas pindah yang baru di komputer asal, lalu ulangi."
)


def held(connection: Connection, profile: UUID) -> Holdings | None:
    """Everything kept about a person, every row of it proven; None where there is no such profile. Raises Altered."""
    row = proven_row(connection, profiles, profiles.c.id == str(profile))
    if row is None:
        return None
    job = read_setting(connection, rows.path_setting(profile)) or None
    begun = _rows(connection, attempts, profile, "started_counter", "id")
    made_for = _made_for(connection, begun)
    whole = [kept for one in begun if (kept := _kept_attempt(connection, one, made_for.get(one["id"]))) is not None]
    return Holdings(
        owner=Owner(profile, rows.person_of(row), rows.moment_of(row, "created"), job),
        attempts=tuple(whole),
        incomplete=len(begun) - len(whole),
        learning=_learning(connection, profile),
        pledges=tuple(map(rows.pledge_of, _rows(connection, pledges, profile, "number"))),
        settings=_settings(connection, profile),
        tasks=tuple(map(_held_task, _rows(connection, tasks, profile, "taken_counter", "id"))),
    )


def take_in(connection: Connection, coming: Holdings, compiled: Mapping[str, bytes]) -> None:
    """Keeps what came from another computer beside, or in continuation of, what is here of the same person.

    Raises Refusal where something here would not be there any more.
    """
    here = held(connection, coming.owner.id)
    if here is not None and (more := surplus(here, coming)):
        raise Refusal(_diverged(coming.owner, more))
    known = {kept.attempt.id: kept for kept in here.attempts} if here else {}
    _refuse_others(connection, coming, known.keys())
    _take_packs(connection, coming, compiled)
    _take_profile(connection, coming)
    for kept in coming.attempts:
        _take_attempt(connection, kept, known.get(kept.attempt.id))
    learning = {learned.pack: learned for learned in here.learning} if here else {}
    for learned in coming.learning:
        _take_learning(connection, coming.owner.id, learned, learning.get(learned.pack))
    _take_pledges(connection, coming.owner.id, coming.pledges[len(here.pledges) if here else 0 :])
    for task in coming.tasks:
        _take_task(connection, coming.owner.id, task)


def _take_packs(connection: Connection, coming: Holdings, compiled: Mapping[str, bytes]) -> None:
    named = {kept.attempt.pack.sha256: kept.attempt.pack for kept in coming.attempts}
    values = (rows.pack_values(named[sha256], content) for sha256, content in compiled.items())
    insert_rows(connection, packs, values, new_only=True)


def _rows(connection: Connection, table: Table, profile: UUID, *order: str) -> list[RowMapping]:
    return proven_rows(connection, table, table.c.profile == str(profile), *order)


def _made_for(connection: Connection, begun: Iterable[RowMapping]) -> dict[str, TaskAttempt]:
    """What each attempt that was made for a task has beside itself."""
    found = proven_rows(connection, task_attempts, task_attempts.c.attempt.in_([row["id"] for row in begun]))
    return {row["attempt"]: rows.task_attempt_of(row) for row in found}


def _kept_attempt(connection: Connection, row: RowMapping, made_for: TaskAttempt | None) -> KeptAttempt | None:
    """None for an attempt of which a part is missing."""
    try:
        return KeptAttempt(whole_attempt(connection, UUID(row["id"])), rows.score_of_row(row), made_for)
    except Altered:
        raise
    except Refusal:
        return None


def _held_task(row: RowMapping) -> HeldTask:
    taken = rows.taken_task_of(row)
    signed = taken.signed
    return HeldTask(
        signed.task, signed.signer, signed.text.decode("ascii"), taken.taken, taken.handed_in, taken.file_id
    )


def _learning(connection: Connection, profile: UUID) -> tuple[PackLearning, ...]:
    lessons, recalled, steps = (
        _rows(connection, table, profile, "pack_id", order)
        for table, order in ((lessons_read, "read_counter"), (recalls, "number"), (case_steps, "number"))
    )
    names = sorted({row["pack_id"] for row in (*lessons, *recalled, *steps)})
    return tuple(
        PackLearning(
            pack=name,
            lessons=tuple(LessonRead(row["lesson"], rows.moment_of(row, "read")) for row in _of(lessons, name)),
            recalls=tuple(map(rows.recall_of, _of(recalled, name))),
            case_steps=tuple(map(rows.case_step_of, _of(steps, name))),
        )
        for name in names
    )


def _of(found: Iterable[RowMapping], pack_id: str) -> Iterable[RowMapping]:
    return (row for row in found if row["pack_id"] == pack_id)


def _settings(connection: Connection, profile: UUID) -> dict[str, str]:
    ending = f" {profile}"
    own: dict[str, str] = {}
    for row in proven_rows(connection, settings, settings.c.name.endswith(ending), "name"):
        name = str(row["name"]).removesuffix(ending)
        if not name.startswith(STAYING) and row["name"] != rows.path_setting(profile):
            own[name] = row["value"]
    return own


def _refuse_others(connection: Connection, coming: Holdings, known: Iterable[UUID]) -> None:
    """Raises Refusal for an attempt that is somebody else's here, or of which damage left only a part."""
    new = {str(kept.attempt.id) for kept in coming.attempts} - {str(attempt) for attempt in known}
    for attempt, title, owner in connection.execute(select(attempts.c.id, attempts.c.title, attempts.c.profile)):
        if attempt in new and owner != str(coming.owner.id):
            raise Refusal(_OF_SOMEBODY_ELSE)
        if attempt in new:
            raise Refusal(
                f"Catatan kuis “{title}” di komputer ini tidak lengkap, sehingga tidak dapat dibandingkan dengan "
                "berkas itu. Tidak ada yang diubah. Hapus data orang ini dari komputer ini, lalu ambil lagi berkasnya."
            )


def _take_profile(connection: Connection, coming: Holdings) -> None:
    owner = coming.owner
    row = proven_row(connection, profiles, profiles.c.id == str(owner.id))
    if row is None:
        insert_rows(connection, profiles, [rows.profile_values(owner.id, owner.person, owner.created)])
    else:
        rewrite(connection, profiles, row, rows.person_values(owner.person))
    write_setting(connection, rows.path_setting(owner.id), owner.job or "")
    for name, value in coming.settings.items():
        write_setting(connection, f"{name} {owner.id}", value)


def _take_attempt(connection: Connection, kept: KeptAttempt, here: KeptAttempt | None) -> None:
    attempt = kept.attempt
    values = {**rows.attempt_values(attempt), "tip": tip_of(attempt), **rows.score_values(kept.score)}
    if here is None:
        insert_rows(connection, attempts, [values])
        items = (rows.item_values(attempt.id, number, item) for number, item in enumerate(attempt.items))
        insert_rows(connection, attempt_items, items)
        if kept.task is not None:
            insert_rows(connection, task_attempts, [rows.task_attempt_values(attempt.id, kept.task)])
    elif here.attempt.state is AttemptState.ACTIVE:
        row = proven_row(connection, attempts, attempts.c.id == str(attempt.id))
        if row is not None:
            rewrite(connection, attempts, row, values)
    answered, paused = (len(here.attempt.responses), len(here.attempt.pauses)) if here else (0, 0)
    given = enumerate(attempt.responses[answered:], answered)
    insert_rows(connection, responses, (rows.response_values(attempt.id, *one) for one in given))
    stretches = enumerate(attempt.pauses[paused:], paused)
    insert_rows(connection, pauses, (rows.pause_values(attempt.id, *one) for one in stretches))


def _take_learning(connection: Connection, profile: UUID, learned: PackLearning, here: PackLearning | None) -> None:
    pack_id = learned.pack
    lessons = (rows.lesson_read_values(profile, pack_id, one.lesson, one.at) for one in learned.lessons)
    insert_rows(connection, lessons_read, lessons, new_only=True)
    recalled = learned.recalls[len(here.recalls) if here else 0 :]
    new = enumerate(recalled, next_number(connection, recalls, of_pack(recalls, profile, pack_id)))
    insert_rows(connection, recalls, (rows.recall_values(profile, pack_id, *one) for one in new))
    steps = learned.case_steps[len(here.case_steps) if here else 0 :]
    taken = enumerate(steps, next_number(connection, case_steps, of_pack(case_steps, profile, pack_id)))
    insert_rows(connection, case_steps, (rows.case_step_values(profile, pack_id, *one) for one in taken))


def _take_pledges(connection: Connection, profile: UUID, read: Sequence[PledgeTaken]) -> None:
    first = next_number(connection, pledges, pledges.c.profile == str(profile))
    insert_rows(connection, pledges, (rows.pledge_values(profile, *one) for one in enumerate(read, first)))


def _take_task(connection: Connection, profile: UUID, one: HeldTask) -> None:
    signed = SignedTask(one.task, one.signer, one.file.encode("ascii"))
    values = rows.task_values(profile, TakenTask(signed, one.taken, one.handed_in, one.file_id))
    row = proven_row(connection, tasks, (tasks.c.profile == str(profile)) & (tasks.c.id == values["id"]))
    if row is None:
        insert_rows(connection, tasks, [values])
    else:
        rewrite(connection, tasks, row, rows.handed_in_values(one.handed_in, one.file_id))


def _diverged(owner: Owner, more: Surplus) -> str:
    counts = (
        (more.attempts, "kuis"),
        (more.lessons, "materi yang sudah dibaca"),
        (more.recalls, "catatan latihan ulang"),
        (more.case_steps, "langkah studi kasus"),
        (more.pledges, "ikrar"),
        (more.tasks, "tugas dari kantor"),
    )
    listed = ", ".join(f"{number_words(count)} {words}" for count, words in counts if count)
    return (
        f"Data {owner.person.name or 'orang ini'} sudah ada di komputer ini, dan yang berikut tidak ada di berkas "
        f"atau berlanjut lain di sana: {listed}. Tidak ada yang diubah, supaya tidak ada yang hilang. Bila isi berkas "
        "itu yang ingin dipakai, buat dahulu berkas pindah dari komputer ini sebagai simpanan, hapus data orang ini "
        "dari komputer ini, lalu ambil lagi berkasnya."
    )
