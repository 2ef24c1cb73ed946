"""One data folder with real SQLite in which exams are taken, for tests of what leaves it."""

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.domain.person import Employment, Person, Profile
from asnquiz.domain.plain import from_plain
from asnquiz.domain.score_report import ScoreReport
from asnquiz.domain.search_index import SearchIndex, build_index
from asnquiz.domain.task import SignedTask, Task, TaskPack
from asnquiz.scorefiles import task_file
from asnquiz.scorefiles.device_key import DeviceKey, load_or_make
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.usecases import take_quiz
from asnquiz.usecases.hand_over import build_report, preview
from asnquiz.usecases.ports import PackSource
from asnquiz.usecases.take_quiz import ExamPlan, Plan
from tests import builders
from tests.scorefiles import offices

SITI = Person("Siti Aminah", "198609262015051001", "Analis", "Dinas Kesehatan", Employment.PNS)
FILE_ID = UUID("0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b")
TODAY = dt.date(2026, 11, 21)


@dataclass
class SteppingClock:
    """Every moment is one minute after the one before, from 21 November 2026 08.01 WIB on."""

    taken: int = 0

    def now(self) -> Moment:
        self.taken += 1
        return builders.moment(self.taken, self.taken)

    def monotonic_ms(self) -> int:
        return self.taken * 60_000

    def count_on(self, counter: int) -> None:
        self.taken = max(self.taken, counter)


@dataclass(frozen=True)
class OnePack:
    """A pack source that holds one pack of thirty items, all of which an exam asks."""

    pack: Pack = field(
        default_factory=lambda: builders.pack(
            tuple(builders.item(id=f"soal-{number}", rules=(f"aturan-{number}",)) for number in range(30)),
            exam=Blueprint(30, 30, 75, {Phase.BEFORE: 0, Phase.DURING: 30, Phase.AFTER: 0}, 1, {}),
        )
    )

    def current(self) -> tuple[Pack, str, bytes]:
        compiled = canonical_bytes(self.pack)
        return self.pack, sha256_hex(compiled), compiled

    def search_index(self) -> SearchIndex:
        return build_index(self.pack)

    def decode(self, compiled: bytes) -> Pack:
        return from_plain(Pack, json.loads(compiled))


def task_here(**changes: Any) -> Task:
    """A task whose exam `OnePack` fills."""
    pack = OnePack().pack
    return offices.task(exam=pack.exam, pack=TaskPack(pack.id, pack.version), **changes)


class Learning:
    """A person, a store, and the quizzes taken in it."""

    def __init__(self, folder: Path, person: Person = SITI, packs: PackSource | None = None) -> None:
        self.store: LearnerDatabase = open_learner_database(folder / "belajar.db")
        self.packs: PackSource = packs or OnePack()
        self.clock = SteppingClock()
        self.profile = self.add_profile(UUID(int=1), person)

    def add_profile(self, profile_id: UUID, person: Person) -> Profile:
        profile = Profile(profile_id, person, self.clock.now())
        self.store.add_profile(profile)
        return profile

    def take(
        self,
        number: int,
        right: int = 0,
        *,
        plan: Plan | None = None,
        profile: Profile | None = None,
        end: AttemptState | None = AttemptState.FINISHED,
    ) -> UUID:
        """Takes a quiz, the first `right` items of it rightly and the next one wrongly; without `end` it stays open."""
        attempt_id = UUID(int=Random(number).getrandbits(128), version=4)
        sitting = take_quiz.start(
            plan or ExamPlan(),
            (profile or self.profile).id,
            store=self.store,
            packs=self.packs,
            clock=self.clock,
            attempt_id=attempt_id,
            seed=number,
        )
        for index in range(min(right + 1, len(sitting.attempt.items))):
            picked = right_answer(sitting.item(index)) if index < right else (0,)
            sitting = take_quiz.answer(
                sitting, index, picked, flagged=False, at=self.clock.now(), remaining_ms=1_800_000 - index * 60_000
            )
            self.store.add_response(attempt_id, sitting.attempt.responses[-1])
        if end is AttemptState.ABANDONED:
            self.store.end(attempt_id, AttemptState.ABANDONED, self.clock.now(), None)
        elif end is not None:
            take_quiz.finish(sitting, end, store=self.store, clock=self.clock)
        return attempt_id

    def take_on(self, task: Task) -> SignedTask:
        """Takes on a task as its file says it."""
        signed = task_file.read(task_file.sign(task, offices.SIGNING))
        self.store.take_task(self.profile.id, signed, self.clock.now())
        return signed

    def report(self, *chosen: UUID, device: str) -> ScoreReport:
        shown = preview(self.profile, chosen, store=self.store, packs=self.packs)
        return build_report(shown, clock=self.clock, file_id=FILE_ID, device=device, program="0.1.0")


def new_key(folder: Path) -> DeviceKey:
    key, _ = load_or_make(folder / "device.key", TODAY)
    return key
