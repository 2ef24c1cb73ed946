"""One person's data folder, opened: store, content, clock and seal, joined once for window, commands and tour."""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from asnquiz.content.library import PackLibrary
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore, ScoreReport
from asnquiz.programs.clock import SystemClock
from asnquiz.programs.paths import Paths, content_folder
from asnquiz.usecases.hand_over import ScoreSeal
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource

PACK = "netralitas-pilkada"


@dataclass(frozen=True)
class Learning:
    """What is open while the program runs."""

    store: LearnerStore
    packs: PackSource
    clock: Clock
    seal: ScoreSeal


@contextmanager
def open_learning(paths: Paths) -> Iterator[Learning]:
    """Opens the learner's database in a data folder that was made; closes it at the end."""
    from asnquiz.storage.learner import open_learner_database

    store = open_learner_database(paths.database)
    try:
        clock = SystemClock(store.highest_counter())
        packs = PackLibrary(content_folder() / PACK, paths.cache / f"{PACK}.json")
        yield Learning(store, packs, clock, LateSeal(paths, clock))
    finally:
        store.close()


def content_of(learning: Learning) -> Pack | Refusal:
    """The pack in use, or why there is none: results and quizzes begun before have content of their own."""
    try:
        return learning.packs.current()[0]
    except Refusal as refusal:
        logging.getLogger("asnquiz").warning("no content: %s", refusal)
        return refusal


def read_score_file(path: Path) -> ReadScore:
    """What a score file of anyone says; cryptography is loaded only then. Raises Refusal when it cannot be opened."""
    from asnquiz.scorefiles.score_file import read_file

    return read_file(path)


def first_profile(learning: Learning) -> Profile:
    """The person who learns here: the oldest profile, or a new guest."""
    profiles = learning.store.profiles()
    if profiles:
        return profiles[0]
    guest = Profile(uuid.uuid4(), Person(), learning.clock.now())
    learning.store.add_profile(guest)
    return guest


class LateSeal:
    """The seal, loaded when something is sealed: cryptography costs start-up time that most runs never need."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock

    @cached_property
    def _seal(self) -> ScoreSeal:
        from asnquiz.scorefiles.seal import Seal

        return Seal(self._paths.device_key, self._clock)

    def device(self) -> tuple[str, str | None]:
        return self._seal.device()

    def write(self, report: ScoreReport, path: Path) -> None:
        self._seal.write(report, path)
