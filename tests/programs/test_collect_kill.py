"""An import that is killed at any point and run again loses nothing and doubles nothing."""

import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.collection import Question
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import open_collection
from asnquiz.usecases.collect import Import
from benchmarks.score_files import TASK
from tests.conftest import IN_CI
from tests.programs.importing import AT
from tests.programs.killing import kill_somewhere, started
from tests.usecases.archives import zipped
from tests.usecases.sendings import LooksHere, cut, edited, good, retold, sealed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills by signal")

IMPORTS = 12 if IN_CI else 3
KILLS = 2  # of each: what was killed goes on and is killed once more
QUESTION = Question(TASK, supervised=False, counting=Counting.FIRST)
TABLES = ("reports", "attempts", "conflicts", "sendings", "answers", "items", "packs", "standings", "people")
MEMBERS = 15


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stik")
    made = [*(good(number) for number in range(60)), *(sealed(number) for number in range(50, 65))]
    made += [retold(5), edited(6), cut(7), good(8), good(9)]
    for place, sent in enumerate(made):
        (folder / f"bukti ({place}).asnskor").write_bytes(sent.data)
    (folder / "kiriman.zip").write_bytes(zipped({f"{number}": good(number).data for number in range(55, 55 + MEMBERS)}))
    return folder


def to_its_end(database: Path, folder: Path) -> None:
    """Here, where nothing must be loaded for it; every file is told."""
    with (
        closing(open_collection(database)) as store,
        closing(Import([folder], store=store, looker=LooksHere(), now=lambda: AT)) as importing,
    ):
        while not importing.step().finished:
            pass
        assert importing.tally is not None
        assert importing.tally.files == len(list(folder.iterdir())) - 1 + MEMBERS


def kept(database: Path) -> tuple[object, ...]:
    """All that was made of the files, but numbers that only say which came first."""
    with closing(sqlite3.connect(database)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        counts = {table: plain.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES}  # noqa: S608
        evidence = sorted(plain.execute("SELECT sha256, jws FROM reports JOIN evidence ON report = id"))
    with closing(open_collection(database)) as store:
        overview = replace(store.overview(QUESTION), files=0)
        refused = sorted((one.name, one.verdict.value, one.reason) for one in store.refused())
        return counts, evidence, overview, store.people(QUESTION, limit=1_000), refused


@pytest.fixture(scope="module")
def undisturbed(stick: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    database = tmp_path_factory.mktemp("tenang") / "rekap.db"
    to_its_end(database, stick)
    return kept(database)


@pytest.fixture(scope="module")
def steps(stick: Path, undisturbed: tuple[object, ...], tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many an import takes in processes of its own, which comes to the same as one here."""
    database = tmp_path_factory.mktemp("sendiri") / "rekap.db"
    with started(str(database), stick) as process:
        told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert kept(database) == undisturbed
    return len(told.splitlines())


@pytest.mark.parametrize("seed", range(IMPORTS))
def test_an_import_that_was_killed_is_made_up_for(
    stick: Path, undisturbed: tuple[object, ...], steps: int, tmp_path: Path, seed: int
) -> None:
    assert steps > 5
    random = Random(seed)
    database = tmp_path / "rekap.db"
    for _ in range(KILLS):
        with started(str(database), stick) as process:
            kill_somewhere(process, random, steps)
            # Its end of the pipe is held by those who look at files as well: this ends when they are gone.
            process.communicate(timeout=120)
        assert process.returncode in (0, -signal.SIGKILL)
    to_its_end(database, stick)
    assert kept(database) == undisturbed
