"""A data folder with a past: made by the real store, with backups of two days that are older than the database."""

import datetime as dt
import shutil
from pathlib import Path
from random import Random
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptState, PackRef, Pause, PauseCause, Score
from asnquiz.domain.learned import CaseStep, PledgeTaken
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Employment, Person
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import Session
from asnquiz.storage.engine import make_engine
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from tests import builders
from tests.recalled import add_recalls
from tests.storage.damages import Kept, read_rows

DAYS = (dt.date(2026, 11, 19), dt.date(2026, 11, 20))
PACK_BYTES = 9_000


class Past:
    """Several people who learn, as a fixed chance has it."""

    def __init__(self, store: LearnerDatabase, seed: int) -> None:
        self._store = store
        self._random = Random(seed)
        self._counter = 0

    def _moment(self) -> int:
        self._counter += 1
        return self._counter

    def person(self, name: str | None) -> UUID:
        profile = builders.profile(person=Person(), created=builders.moment(self._moment()))
        self._store.add_profile(profile)
        if name:
            nip = f"19850101201001{self._random.randrange(1000, 10_000)}"
            self._store.keep_person(profile.id, Person(name, nip, "Analis", "Dinas Arsip", Employment.PNS))
        return profile.id

    def sit(self, person: UUID, sha256: str, state: AttemptState = AttemptState.ACTIVE) -> UUID:
        """An attempt with some responses, pauses and ticks of the clock, then ended unless it stays active."""
        random, store = self._random, self._store
        pack = _pack()
        kind = random.choice([AttemptKind.EXAM, AttemptKind.PRACTICE])
        attempt = builders.attempt(
            pack, person, kind, pack=PackRef(pack.id, pack.version, sha256), started=builders.moment(self._moment())
        )
        session = Session("Budi", "Aula", "K7") if random.randrange(2) else None
        made_for = TaskAttempt(UUID(int=1), session) if kind is AttemptKind.EXAM else None
        store.begin(attempt, Random(sha256).randbytes(PACK_BYTES), task=made_for)
        for _ in range(random.randrange(1, 8)):
            item = random.choice(attempt.items).item
            clock = 290_000 - 1_000 * self._counter
            store.add_response(
                attempt.id, builders.response(item, (random.randrange(4),), self._moment(), remaining_ms=clock)
            )
            if not random.randrange(4):
                store.add_pause(attempt.id, Pause(PauseCause.SLEPT, builders.moment(self._moment()), 3_600_000))
            if not random.randrange(3):
                store.keep_remaining(attempt.id, clock - 500, builders.moment(self._moment()))
        if state is not AttemptState.ACTIVE:
            score = Score(3, 8) if state.scored else None
            store.end(attempt.id, state, builders.moment(self._moment()), score)
        return attempt.id

    def read(self, person: UUID, lesson: str) -> None:
        self._store.mark_read(person, "contoh", lesson, builders.moment(self._moment()))

    def learn(self, person: UUID) -> None:
        """Some rules recalled, a choice in a case study, the pledge, and two tasks, one of them handed in."""
        given = [builders.recall(f"aturan-{number}", self._moment()) for number in range(self._random.randrange(1, 4))]
        add_recalls(self._store, person, "contoh", given)
        step = CaseStep("kasus-1", "pagi", self._random.randrange(3), builders.moment(self._moment()))
        self._store.add_case_step(person, "contoh", step)
        self._store.add_pledge(person, PledgeTaken(builders.moment(self._moment()), "Kami berikrar: netral."))
        for place in range(2):
            task = builders.task(id=UUID(int=self._random.getrandbits(64)))
            signed = builders.signed_task(task, text=self._random.randbytes(2_000 + 4_000 * place))
            self._store.take_task(person, signed, builders.moment(self._moment()))
            if place:
                self._store.keep_handed_in(person, task.id, UUID(int=2), builders.moment(self._moment()))


def _pack() -> Pack:
    return builders.pack(tuple(builders.item(id=f"soal-{number}") for number in range(8)))


def live(store: LearnerDatabase, path: Path) -> None:
    """Three days: after each of the first two a backup is made, and the third is in the database alone."""
    past = Past(store, 11)
    first, second = past.person("Siti Aminah"), past.person(None)
    past.sit(first, "ab" * 32, AttemptState.FINISHED)
    store.keep_setting("preferences", '{"theme": "dark"}')
    past.read(first, "materi-1")
    past.learn(first)
    store.back_up(DAYS[0])
    checkpoint(path, "TRUNCATE")
    past.sit(first, "ab" * 32, AttemptState.ABANDONED)
    past.sit(second, "ab" * 32)
    past.read(second, "materi-1")
    past.learn(second)
    store.back_up(DAYS[1])
    checkpoint(path, "RESTART")
    third = past.person("Budi Santoso")
    past.sit(third, "cd" * 32, AttemptState.EXPIRED)
    past.sit(second, "ab" * 32, AttemptState.FINISHED)
    store.keep_person(second, Person("Dewi Lestari", None, None, "Sekretariat"))
    store.keep_setting("preferences", '{"theme": "light"}')
    past.sit(third, "cd" * 32)
    past.read(third, "materi-2")
    past.learn(third)


def checkpoint(path: Path, mode: str) -> None:
    """Moves the log into the database; after RESTART the log begins anew over what it held before."""
    engine = make_engine(path)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        assert driver.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()[0] == 0
    engine.dispose()


def kept(folder: Path, *, killed: bool) -> Kept:
    """The files of such a past, as the program left them when it was closed, or while it still ran."""
    path = folder / "work" / "belajar.db"
    path.parent.mkdir()
    store = open_learner_database(path)
    live(store, path)
    if not killed:
        store.close()
    left = folder / "left"
    shutil.copytree(path.parent, left, ignore=shutil.ignore_patterns("*.sha256", "*-shm"))
    store.close()
    files = {str(file.relative_to(left)): file.read_bytes() for file in left.rglob("*") if file.is_file()}
    backups = {name: read_rows(path.parent / name) for name in files if name.startswith("backups")}
    return Kept(files, read_rows(path), backups)
