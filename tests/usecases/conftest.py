"""One person's desk: a real database in a folder of its own, a real compiled pack, a clock set by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Person
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.usecases import take_quiz
from asnquiz.usecases.take_quiz import Plan, Sitting
from tests import builders
from tests.fakes import FakeClock, FixedPack


@dataclass
class Desk:
    """Where quizzes are taken; `packs` may be replaced, as when a newer pack is installed."""

    store: LearnerDatabase
    packs: FixedPack
    clock: FakeClock = field(default_factory=FakeClock)
    profile: UUID = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        self.add_profile(self.profile)

    def add_profile(self, profile: UUID) -> UUID:
        self.store.add_profile(builders.profile(id=profile, person=Person(), created=self.clock.now()))
        return profile

    def start(self, plan: Plan, *, seed: int = 7, profile: UUID | None = None) -> Sitting:
        return take_quiz.start(
            plan,
            profile or self.profile,
            store=self.store,
            packs=self.packs,
            clock=self.clock,
            attempt_id=uuid4(),
            seed=seed,
        )

    def answer(self, sitting: Sitting, index: int, picked: Answer, *, flagged: bool = False) -> Sitting:
        """Answers and keeps the response, with the exam clock as the attempt has it."""
        remaining = sitting.attempt.remaining_ms
        answered = take_quiz.answer(
            sitting, index, picked, flagged=flagged, at=self.clock.now(), remaining_ms=remaining
        )
        self.store.add_response(sitting.attempt.id, answered.attempt.responses[-1])
        return answered

    def finish(self, sitting: Sitting, state: AttemptState = AttemptState.FINISHED) -> Score:
        return take_quiz.finish(sitting, state, store=self.store, clock=self.clock)

    def open(self, attempt: UUID) -> Sitting:
        return take_quiz.open_sitting(attempt, store=self.store, packs=self.packs)

    def resume(self, attempt: UUID) -> Sitting:
        return take_quiz.resume(attempt, store=self.store, packs=self.packs, clock=self.clock)

    def abandon(self, attempt: UUID) -> None:
        self.store.end(attempt, AttemptState.ABANDONED, self.clock.now(), None)


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens a desk with the pack given, or with the builder's."""
    opened: list[Desk] = []

    def open_it(pack: Pack | None = None) -> Desk:
        store = open_learner_database(tmp_path / f"belajar-{len(opened)}.db")
        opened.append(Desk(store, FixedPack(pack or builders.pack())))
        return opened[-1]

    yield open_it
    for desk in opened:
        desk.store.close()
