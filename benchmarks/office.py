"""A copy of the program, and the data folder of somebody who has finished 50 exams."""

import shutil
import uuid
from pathlib import Path

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.person import Person, Profile
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.take_quiz import ExamPlan, answer, finish, start

ATTEMPTS = 50
_TRAVELS = ("main.py", "asnquiz", "assets", "questions", "requirements.txt")


def copy_program(program: Path, target: Path) -> None:
    """The program as it stands, in the same environment."""
    target.mkdir()
    for name in _TRAVELS:
        copy = shutil.copytree if (program / name).is_dir() else shutil.copy2
        copy(program / name, target / name)
    (target / ".venv").symlink_to(program / ".venv")


def learn(paths: Paths) -> None:
    """Fills a data folder with what the use cases themselves keep."""
    paths.data.mkdir(mode=0o700)
    with open_learning(paths) as learning:
        store, packs, clock = learning.store, learning.packs, learning.clock
        profile = Profile(uuid.uuid4(), Person("Siti Aminah"), clock.now())
        store.add_profile(profile)
        for seed in range(ATTEMPTS):
            sitting = start(
                ExamPlan(), profile.id, store=store, packs=packs, clock=clock, attempt_id=uuid.uuid4(), seed=seed
            )
            for place in range(len(sitting.attempt.items)):
                picked = right_answer(sitting.item(place))
                sitting = answer(sitting, place, picked, flagged=False, at=clock.now(), remaining_ms=60_000)
                store.add_response(sitting.attempt.id, sitting.attempt.responses[-1])
            finish(sitting, AttemptState.FINISHED, store=store, clock=clock)
