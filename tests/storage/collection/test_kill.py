"""An import that is killed anywhere has taken whole batches, and run again comes to what it would have come to."""

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.collection import Overview, People
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from tests.conftest import IN_CI
from tests.storage.children import Children, forking
from tests.storage.collection.given import BEGUN, PICKED, row_of_files

BATCHES = 12
SIZE = 20
MOST_NANOSECONDS = 5_000_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with forking() as started:
        yield started


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Overview, People]:
    """What an import that nobody stops comes to."""
    store = open_collection(tmp_path_factory.mktemp("whole") / "rekap.db")
    import_all(store)
    found = answers(store)
    store.close()
    return found


def import_all(store: CollectionDatabase) -> None:
    number = store.begin_import("stik USB", BEGUN)
    for batch in row_of_files(BATCHES):
        store.take(number, batch)
    store.end_import(number, BEGUN)


def answers(store: CollectionDatabase) -> tuple[Overview, People]:
    return replace(store.overview(PICKED), last_import=None), store.people(PICKED)


@pytest.mark.parametrize("seed", range(10 if IN_CI else 4))
def test_nothing_is_lost_or_doubled_wherever_an_import_is_killed(
    children: Children, path: Path, expected: tuple[Overview, People], seed: int
) -> None:
    random = Random(seed)
    open_collection(path).close()
    child = children.start("take", path, batches=BATCHES)
    said = [children.hear() for _ in range(random.randrange(BATCHES))]
    until = time.perf_counter_ns() + random.randrange(MOST_NANOSECONDS)
    while time.perf_counter_ns() < until:
        pass
    os.kill(child, signal.SIGKILL)
    more, _ = children.hear_to_the_end()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    store = open_collection(path)
    overview = store.overview(PICKED)
    assert overview.files % SIZE == 0
    assert overview.files >= SIZE * len([*said, *more])
    assert overview.unknown == overview.files * 9 // 10
    import_all(store)
    assert answers(store) == expected
    import_all(store)
    assert answers(store) == expected
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        whole = "SELECT count(*) FROM (SELECT attempt FROM answers GROUP BY attempt HAVING count(*) = 2)"
        assert connection.execute(whole).fetchone() == (BATCHES * SIZE * 9 // 10,)
