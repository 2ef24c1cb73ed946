"""Two offices import into one server at once, one is killed and started again: nothing is lost, nothing doubled."""

import os
import signal
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.collection import Question
from asnquiz.domain.task import Counting
from asnquiz.usecases.collect import Import
from benchmarks.score_files import TASK
from tests.conftest import IN_CI
from tests.programs.importing import AT, opened
from tests.programs.killing import kill_somewhere, started
from tests.servers import Server
from tests.usecases.sendings import LooksHere, cut, edited, good, retold, sealed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills by signal")

MEETINGS = 5 if IN_CI else 2
STEPS = 12
QUESTION = Question(TASK, supervised=False, counting=Counting.FIRST)
EACH = 80
BOTH = range(50, EACH)  # of whose files both offices have one
# What must be there once, and by what.
DOUBLED = {
    "reports": "sha256",
    "attempts": "uuid, content",
    "choices": "item, revision, answer",
    "items": "item",
    "files": "name, sha256",
    "standings": "task, supervised, counting, person",
}


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What each office was sent: many of the same people, some of whom tell both otherwise, and files that are none."""
    folders = [tmp_path_factory.mktemp(name) for name in ("dinas", "kecamatan")]
    numbers = (range(EACH), range(BOTH.start, BOTH.start + EACH))
    others = ([retold(number) for number in range(60, 65)], [sealed(number) for number in range(60, 65)])
    for folder, own, other in zip(folders, numbers, others, strict=True):
        made = [*(good(number) for number in own), *other]
        made += [edited(own[0]), cut(own[1])]
        for place, sent in enumerate(made):
            (folder / f"{folder.name} {place}.asnskor").write_bytes(sent.data)
    return folders


def kept(database: str) -> tuple[object, ...]:
    """All that was made of the files, but numbers that only say which came first."""
    with closing(opened(database)) as store:
        refused = Counter((one.name, one.verdict, one.reason) for one in store.refused())
        overview = replace(store.overview(QUESTION), last_import=None)
        return overview, store.people(QUESTION, limit=1_000), refused, list(store.answers(QUESTION))


def to_its_end(database: str, folder: Path) -> int:
    with closing(opened(database)) as store:
        with closing(Import([folder], store=store, looker=LooksHere(), now=lambda: AT)) as importing:
            while not (progress := importing.step()).finished:
                pass
        assert progress.tally is not None
        return progress.tally.files


@pytest.fixture(scope="module")
def undisturbed(sticks: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """What one office alone comes to, in a file, taking in one folder after the other."""
    database = str(tmp_path_factory.mktemp("tenang") / "rekap.db")
    for folder in sticks:
        assert to_its_end(database, folder) == len(list(folder.iterdir()))
    return kept(database)


@pytest.mark.parametrize("seed", range(MEETINGS))
def test_nothing_is_lost_or_doubled_where_two_import_and_one_is_killed(
    sticks: list[Path], undisturbed: tuple[object, ...], postgres: Server, seed: int
) -> None:
    random = Random(seed)
    name = postgres.new_database()
    database = postgres.address(name)
    other_stick, killed_stick = random.sample(sticks, 2)
    with started(database, other_stick) as other, started(database, killed_stick) as killed:
        kill_somewhere(killed, random, STEPS)
        with started(database, killed_stick) as again:
            # Their ends of the pipes are held by those who look at files as well: these end when they are gone.
            for process in (killed, other, again):
                process.communicate(timeout=120)
    assert killed.returncode in (0, -signal.SIGKILL)
    assert (other.returncode, again.returncode) == (0, 0)
    assert kept(database) == undisturbed
    for table, once in DOUBLED.items():
        twice = f"SELECT {once} FROM {table} GROUP BY {once} HAVING count(*) > 1"  # noqa: S608 - our own names
        assert postgres.run(twice, name) == []
    untold = "SELECT id FROM attempts WHERE (SELECT count(*) FROM answers WHERE attempt = id) != 30"
    assert postgres.run(untold, name) == []
    assert postgres.run("SELECT id FROM reports WHERE id NOT IN (SELECT report FROM evidence)", name) == []
