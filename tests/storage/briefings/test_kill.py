"""A program that is killed has kept every batch that it reported, and no part of one; an erasure, all or nothing."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate, count, islice
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.briefing import Briefing
from asnquiz.storage.briefings.database import open_briefings
from tests import briefings
from tests.conftest import IN_CI
from tests.storage.briefings.batches import batches
from tests.storage.children import Children, forking

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

MOST_BATCHES = 40
MOST_NANOSECONDS = 3_000_000


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with forking() as started:
        yield started


def kill_soon(child: int, random: Random) -> None:
    until = time.perf_counter_ns() + random.randrange(MOST_NANOSECONDS)
    while time.perf_counter_ns() < until:
        pass
    os.kill(child, signal.SIGKILL)


@pytest.mark.parametrize("seed", range(60 if IN_CI else 6))
def test_every_batch_that_was_reported_is_there_and_only_whole_ones(children: Children, path: Path, seed: int) -> None:
    briefing, random = briefings.briefing(), Random(seed)
    with closing(open_briefings(path)) as store:
        store.begin(briefing, b"paket")
    child = children.start("lead", path, briefing=str(briefing.id), seed=seed)
    said = [children.hear() for _ in range(random.randrange(1, MOST_BATCHES))]
    kill_soon(child, random)
    more, ended = children.hear_to_the_end()
    assert ended == -signal.SIGKILL

    happened = list(islice(batches(seed), len(said) + len(more) + 1))
    ends = list(accumulate(map(len, happened)))
    with closing(open_briefings(path)) as store:
        kept = store.events(briefing.id)
        assert len(kept) in (ends[-2], ends[-1])
        assert kept == tuple(event for batch in happened for event in batch)[: len(kept)]
        assert store.summaries()[0].last == kept[-1].at


def test_an_erasure_that_is_killed_anywhere_is_finished_or_changes_nothing(children: Children, path: Path) -> None:
    gone, other = briefings.briefing(), briefings.briefing()
    happened = tuple(event for batch in islice(batches(3), 30) for event in batch)
    with closing(open_briefings(path)) as store:
        for one in (gone, other):
            store.begin(one, b"paket")
            store.append(one.id, happened)
    whole = path.read_bytes()
    seen = set()
    for step in count(0, 1 if IN_CI else 4):
        path.write_bytes(whole)
        children.start("erase_briefing", path, briefing=str(gone.id), step=step)
        _, ended = children.hear_to_the_end()
        left_behind = is_in_files(gone, path.parent)
        with closing(open_briefings(path)) as store:
            left = {summary.briefing.id for summary in store.summaries()}
            assert store.events(other.id) == happened
            assert left in ({gone.id, other.id}, {other.id})
            if gone.id in left:
                assert store.events(gone.id) == happened
            else:
                assert not is_in_files(gone, path.parent), "also while it is open"
        seen.add((gone.id in left, left_behind))
        if not ended:
            break
    assert seen == {(True, True), (False, True), (False, False)}


def is_in_files(briefing: Briefing, folder: Path) -> bool:
    return any(str(briefing.id).encode() in file.read_bytes() for file in folder.iterdir())
