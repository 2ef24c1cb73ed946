"""People with a past that chance has made, for tests of what moves between computers."""

from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

from asnquiz.content.compiled import decode_proven
from asnquiz.domain.attempt import SURE, UNSURE, AttemptState, PackRef, Pause, PauseCause
from asnquiz.domain.learned import CaseStep, PledgeTaken
from asnquiz.domain.move import Move
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import Session, SignedTask
from asnquiz.scorefiles import task_file
from asnquiz.usecases import take_quiz
from asnquiz.usecases.move_person import move_in, pack_up
from asnquiz.usecases.take_quiz import CheckPlan, ExamPlan, PracticePlan
from tests import builders
from tests.fakes import FixedPack
from tests.scorefiles import offices
from tests.scorefiles.learning import Learning

SECRET = bytes(range(10))
READ_PACK = decode_proven
_ENDS = (AttemptState.FINISHED, AttemptState.ABANDONED, None)


def small_pack(version: str = "2026.11.1") -> Pack:
    items = tuple(builders.item(id=f"soal-{number}") for number in range(6))
    blueprint = Blueprint(4, 30, 75, {Phase.BEFORE: 0, Phase.DURING: 4, Phase.AFTER: 0}, 6, {})
    return builders.pack(items, version=version, exam=blueprint)


def somebody(folder: Path) -> Learning:
    folder.mkdir(parents=True, exist_ok=True)
    return Learning(folder, packs=FixedPack(small_pack()))


def live(learning: Learning, random: Random, days: int = 3) -> None:
    """Goes on learning as chance has it: quizzes of all ends, lessons, repetition, case studies, pledge, settings."""
    store, clock, profile = learning.store, learning.clock, learning.profile.id
    for _ in range(days):
        learning.packs = FixedPack(small_pack(f"2026.11.{random.randrange(1, 3)}"))
        plan = random.choice((ExamPlan(), PracticePlan(None, 3), CheckPlan("materi-1")))
        end = random.choice(_ENDS)
        attempt = learning.take(random.getrandbits(48), random.randrange(3), plan=plan, end=end)
        if end is None and random.random() < 0.5:
            store.add_pause(attempt, Pause(PauseCause.SLEPT, clock.now(), random.randrange(10**9)))
            store.keep_remaining(attempt, random.randrange(1_000_000), clock.now())
        if random.random() < 0.7:
            certainty = random.choice((SURE, UNSURE))
            sitting = take_quiz.open_sitting(
                learning.take(random.getrandbits(48), plan=PracticePlan(None, 2), end=None),
                store=store,
                packs=learning.packs,
            )
            answered = take_quiz.answer(
                sitting, 1, (1,), flagged=True, at=clock.now(), remaining_ms=None, certainty=certainty
            )
            store.add_response(sitting.attempt.id, answered.attempt.responses[-1])
        store.mark_read(profile, "contoh", f"materi-{random.randrange(3)}", clock.now())
        step = CaseStep("kasus-1", random.choice(("pagi", "aula")), random.randrange(3), clock.now())
        store.add_case_step(profile, random.choice(("contoh", "lain")), step)
        if random.random() < 0.5:
            store.add_pledge(profile, PledgeTaken(clock.now(), "Kami berikrar: “netral” \n ✓"))
        if random.random() < 0.5:
            take_task(learning, random)
        store.keep_job(profile, random.choice((None, "staf")))
        store.keep_setting(f"preferences {profile}", f'{{"theme": "dark", "text_percent": {random.randrange(200)}}}')
        store.keep_setting(f"pin {profile}", "rahasia")


def take_task(learning: Learning, random: Random) -> None:
    """A task that is taken on, an exam begun for it, and now and then proof that is saved."""
    store, clock, profile = learning.store, learning.clock, learning.profile.id
    task = offices.task(id=UUID(int=random.getrandbits(120)))
    signed = SignedTask(task, offices.SIGNING.thumbprint(), task_file.sign(task, offices.SIGNING))
    store.take_task(profile, signed, clock.now())
    session = Session("Budi Santoso", "Aula lantai 2", "K7M2") if random.random() < 0.5 else None
    pack, sha256, compiled = learning.packs.current()
    attempt = builders.attempt(pack, profile, pack=PackRef(pack.id, pack.version, sha256), started=clock.now())
    store.begin(attempt, compiled, task=TaskAttempt(task.id, session))
    if random.random() < 0.5:
        store.keep_handed_in(profile, task.id, UUID(int=random.getrandbits(120)), clock.now())


def packed(learning: Learning, profile: UUID | None = None) -> Move:
    return pack_up(profile or learning.profile.id, learning.clock.now(), store=learning.store, program="0.1.0")


def take(move: Move, learning: Learning) -> None:
    """Takes a person in on somebody else's computer."""
    move_in(move, store=learning.store, count_on=learning.clock.count_on)


def as_moved(move: Move) -> Move:
    """But for what must differ between two files of the same data."""
    return replace(move, made=builders.moment(), holdings=replace(move.holdings, incomplete=0))
