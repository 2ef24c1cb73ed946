"""Taking a quiz: start, answer, resume, end. An answer is a new value first; keeping it is the store's work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from uuid import UUID

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import (
    Attempt,
    AttemptKind,
    AttemptState,
    PackRef,
    Pause,
    PauseCause,
    Response,
    Score,
    score_of,
)
from asnquiz.domain.drawing import draw_exam, fixed_exam, freeze
from asnquiz.domain.exam_clock import left_after
from asnquiz.domain.layer import national_version, version_parts
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import Session, Task, TaskPack
from asnquiz.domain.wording import PHASE, nothing_due_words
from asnquiz.usecases.pair_tests import choose_posttest, choose_pretest
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource
from asnquiz.usecases.remember import recalled_at_end
from asnquiz.usecases.see_repetition import REVIEW_ITEMS, Repetition, see_repetition
from asnquiz.usecases.see_tasks import NOT_TAKEN_ON


@dataclass(frozen=True)
class PracticePlan:
    """`count` items of one phase, or of all phases; with a `job`, those that are about it come first."""

    phase: Phase | None
    count: int
    job: str | None = None


@dataclass(frozen=True)
class ExamPlan:
    """As the pack's blueprint says."""


@dataclass(frozen=True)
class CheckPlan:
    """The check questions of one lesson, in their order."""

    lesson: str


@dataclass(frozen=True)
class PretestPlan:
    """Tes awal, before the lessons are read; it begins a new pair of tests."""


@dataclass(frozen=True)
class PosttestPlan:
    """Tes akhir, after the lessons: other items, drawn as those of the tes awal that was finished last."""


@dataclass(frozen=True)
class ReviewPlan:
    """What is due of the rules that were missed or unsure."""


@dataclass(frozen=True)
class TaskPlan:
    """The exam of an office's task that the person took on; `session` where it is supervised."""

    task: UUID
    session: Session | None = None


OwnPlan = PracticePlan | ExamPlan | CheckPlan | PretestPlan | PosttestPlan | ReviewPlan
Plan = OwnPlan | TaskPlan


@dataclass(frozen=True)
class Sitting:
    """An attempt together with the pack it was frozen with.

    Attributes:
        task: the office's task that it is made for, if it is.
        session: of a supervised exam.
    """

    attempt: Attempt
    pack: Pack
    task: Task | None = None
    session: Session | None = None

    @property
    def pauses(self) -> bool:
        """Whether the exam clock may stand still."""
        return self.task is None or self.task.pauses

    @property
    def asks_certainty(self) -> bool:
        """Whether each answer of an exam says how sure somebody is."""
        return self.task is not None and self.task.certainty

    def item(self, index: int) -> Item:
        """The item at a place of the attempt."""
        return self.pack.item_by_id[self.attempt.items[index].item]


def title_of(plan: OwnPlan, pack: Pack) -> str:
    """What the attempt is called on screen and in a score file."""
    match plan:
        case PracticePlan(phase=phase, job=job):
            title = f"Latihan: {PHASE[phase] if phase else 'semua fase'}"
            return f"{title}, untuk {pack.jobs[job]}" if job else title
        case ExamPlan():
            return "Simulasi ujian"
        case CheckPlan(lesson=lesson):
            return f"Cek pemahaman: {pack.lesson_by_id[lesson].title}"
        case PretestPlan():
            return "Tes awal"
        case PosttestPlan():
            return "Tes akhir"
        case ReviewPlan():
            return "Latihan ulang"


def start(
    plan: Plan,
    profile: UUID,
    *,
    store: LearnerStore,
    packs: PackSource,
    clock: Clock,
    attempt_id: UUID,
    seed: int,
    instead_of: UUID | None = None,
) -> Sitting:
    """A new attempt, kept with the pack it is made of; an open one given in `instead_of` is kept as abandoned.

    Raises Refusal when the plan cannot be filled or kept; the open one then stays open.
    """
    pack, sha256, compiled = packs.current()
    random = Random(seed)
    now = clock.now()
    task, session = None, None
    exam = pack.exam if isinstance(plan, ExamPlan) else None
    if isinstance(plan, TaskPlan):
        task, session = _known_task(plan, profile, store), plan.session
        title, exam, items = task.title, task.exam, draw_for(task, pack, random)
    else:
        title, items = title_of(plan, pack), _choose(plan, pack, random, profile, store, now)
    limit_ms = exam.minutes * 60_000 if exam else None
    attempt = Attempt(
        id=attempt_id,
        profile=profile,
        kind=_kind(plan),
        title=title,
        pack=PackRef(pack.id, pack.version, sha256),
        seed=seed,
        items=freeze(items, random),
        limit_ms=limit_ms,
        pass_mark=exam.pass_ if exam else None,
        started=now,
        remaining_ms=limit_ms,
        seen=now,
    )
    store.begin(attempt, compiled, instead_of, TaskAttempt(task.id, session) if task else None)
    return Sitting(attempt, pack, task, session)


def _known_task(plan: TaskPlan, profile: UUID, store: LearnerStore) -> Task:
    task = _taken(plan.task, profile, store)
    if task is None:
        raise Refusal(NOT_TAKEN_ON)
    if task.supervised and plan.session is None:
        raise Refusal("Ujian ini diawasi. Isi nama pengawas, tempat, dan kode sesi lebih dahulu.")
    return task


def _taken(task: UUID, profile: UUID, store: LearnerStore) -> Task | None:
    return next((one.signed.task for one in store.tasks(profile) if one.signed.task.id == task), None)


def draw_for(task: Task, pack: Pack, random: Random) -> Sequence[Item]:
    """The questions of a task's exam. Raises Refusal where the pack in use is not one that it can be drawn from."""
    if pack.id != task.pack.id:
        raise Refusal("Tugas ini memakai paket soal yang tidak ada di program ini. Tanyakan kepada kantor Anda.")
    if version_parts(pack.version) < version_parts(task.pack.version):
        raise Refusal(
            f"Tugas ini memerlukan paket soal versi {task.pack.version} atau yang lebih baru; di program ini versi "
            f"{national_version(pack.version)}. Pasang versi terbaru ASN Netral, lalu buka lagi berkas tugasnya."
        )
    if task.layer is not None:
        _refuse_without_layer(task.layer, task.office, pack)
    fixed = task.items
    # Without a layer everybody is asked what is national, whatever else is known here.
    known = [item for item in pack.items if task.layer or pack.mark(item.id) is None]
    items = fixed_exam(pack.item_by_id, fixed, random) if fixed else draw_exam(known, task.exam, random)
    if not items:
        raise Refusal(
            "Paket soal di program ini tidak dapat memenuhi susunan ujian tugas ini. Sampaikan hal ini kepada kantor "
            "Anda; tugasnya perlu dibuat ulang."
        )
    return items


def _refuse_without_layer(needed: TaskPack, office: str, pack: Pack) -> None:
    local = pack.local
    if local is not None and local.id == needed.id and version_parts(local.version) >= version_parts(needed.version):
        return
    here = f"yang dipakai di sini “{local.id}” versi {local.version}" if local else "di sini tidak ada yang dipakai"
    raise Refusal(
        f"Tugas ini memerlukan paket setempat “{needed.id}” versi {needed.version} atau yang lebih baru; {here}. Minta "
        f"berkas .asnpack paket itu kepada {office}, buka berkasnya, lalu buka lagi berkas tugasnya."
    )


def _kind(plan: Plan) -> AttemptKind:
    match plan:
        case PracticePlan():
            return AttemptKind.PRACTICE
        case ExamPlan() | TaskPlan():
            return AttemptKind.EXAM
        case CheckPlan():
            return AttemptKind.CHECK
        case PretestPlan():
            return AttemptKind.PRETEST
        case PosttestPlan():
            return AttemptKind.POSTTEST
        case ReviewPlan():
            return AttemptKind.REVIEW


def _due(repetition: Repetition) -> Sequence[Item]:
    if not repetition.due:
        raise Refusal(nothing_due_words(repetition.following))
    return repetition.due[:REVIEW_ITEMS]


def _choose(
    plan: OwnPlan, pack: Pack, random: Random, profile: UUID, store: LearnerStore, now: Moment
) -> Sequence[Item]:
    match plan:
        case PracticePlan(phase, count, job):
            pool = [item for item in pack.scored_items if phase in (None, item.phase)]
            shuffled = random.sample(pool, len(pool))
            items: Sequence[Item] = sorted(shuffled, key=lambda item: bool(job) and job not in item.jobs)[:count]
        case ExamPlan():
            items = draw_exam(pack.items, pack.exam, random) or ()
        case CheckPlan(lesson):
            items = [pack.item_by_id[check] for check in pack.lesson_by_id[lesson].checks]
        case PretestPlan():
            items = choose_pretest(profile, pack, random, store)
        case PosttestPlan():
            items = choose_posttest(profile, pack, random, store)
        case ReviewPlan():
            items = _due(see_repetition(profile, pack, store, now.utc))
    if not items:
        raise Refusal("Paket soal ini tidak memuat cukup soal untuk kuis itu. Pilih kuis lain.")
    return items


def answer(
    sitting: Sitting,
    index: int,
    picked: Answer,
    *,
    flagged: bool,
    at: Moment,
    remaining_ms: int | None,
    certainty: str | None = None,
) -> Sitting:
    """The sitting with one more response, last in `attempt.responses`; nothing is kept yet."""
    item = sitting.item(index)
    response = Response(item.id, picked, flagged, certainty, at, remaining_ms)
    return replace(sitting, attempt=sitting.attempt.with_response(response, item))


def finish(
    sitting: Sitting, state: AttemptState, *, store: LearnerStore, clock: Clock, in_use: Pack | None = None
) -> Score:
    """Ends an attempt with what is saved: read back from the store, so that only durable responses score.

    `in_use` is the pack that says what may still be repeated, where it is another than the sitting's own.
    """
    saved, now = store.attempt(sitting.attempt.id), clock.now()
    score = score_of(saved, sitting.pack)
    recalled = recalled_at_end(saved, now, pack=sitting.pack, in_use=in_use or sitting.pack, store=store)
    store.end(saved.id, state, now, score, recalled)
    return score


def open_sitting(attempt_id: UUID, *, store: LearnerStore, packs: PackSource) -> Sitting:
    """An attempt with its own frozen pack, its chain checked."""
    attempt = store.attempt(attempt_id)
    pack = packs.decode(store.compiled_pack(attempt.pack.sha256))
    made_for = store.task_of(attempt_id)
    if made_for is None:
        return Sitting(attempt, pack)
    return Sitting(attempt, pack, _taken(made_for.task, attempt.profile, store), made_for.session)


def resume(attempt_id: UUID, *, store: LearnerStore, packs: PackSource, clock: Clock) -> Sitting:
    """Goes on with an active attempt; for an exam, the wall time since it was last on screen is kept as a pause.

    Where no pause is allowed it is taken off what is left as well; nothing may be left then.
    """
    sitting = open_sitting(attempt_id, store=store, packs=packs)
    attempt = sitting.attempt
    if attempt.state is not AttemptState.ACTIVE:
        raise Refusal("Kuis itu sudah berakhir. Lihat hasilnya di Hasil saya.")
    if attempt.remaining_ms is not None and attempt.seen is not None:
        now = clock.now()
        away = max(0, now.wall_ms - attempt.seen.wall_ms)
        if not sitting.pauses:
            store.keep_remaining(attempt.id, left_after(attempt.remaining_ms, away), now)
        store.add_pause(attempt.id, Pause(PauseCause.CLOSED, now, away))
        return replace(sitting, attempt=store.attempt(attempt_id))
    return sitting
