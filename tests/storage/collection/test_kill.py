"""An import that is killed anywhere has taken whole batches, and a copy nothing; run again they come to the same."""

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
from tests.storage.collection.conftest import PLACES, opening
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
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an import that nobody stops leaves."""
    path = tmp_path_factory.mktemp("whole") / "rekap.db"
    with closing(open_collection(path)) as store:
        import_all(store)
    return path


@pytest.fixture(scope="module")
def expected(whole: Path) -> tuple[Overview, People]:
    with closing(open_collection(whole)) as store:
        return answers(store)


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


@pytest.mark.parametrize("place", PLACES)
def test_a_copy_that_is_killed_leaves_nothing_and_is_made_up_for(
    children: Children,
    whole: Path,
    expected: tuple[Overview, People],
    path: Path,
    request: pytest.FixtureRequest,
    place: str,
) -> None:
    open_target = opening(place, path, request)
    (to,) = open_target.args
    for parts in (8, 15):  # half of them, and all
        children.start("copy", whole, to=str(to), parts=parts)
        assert children.hear_to_the_end() == ([], -signal.SIGKILL)
        with closing(open_target(None)) as target:
            assert (target.overview(PICKED).files, target.people(PICKED).total, target.log()) == (0, 0, ())
    told: list[tuple[int, int]] = []
    with closing(open_collection(whole)) as source, closing(open_target(None)) as target:
        source.copy_to(target, BEGUN, lambda *rows: told.append(rows))
        assert answers(target) == expected
    assert len(told) == 15
