"""A response that was reported saved outlives the process, wherever it is killed."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from asnquiz.domain.attempt import chain_holds
from asnquiz.storage.learner import open_learner_database

KILLS = 50 if os.environ.get("CI") == "1" else 5
MOST_LINES = 60
# Longer than one write takes, so that the kill falls on any part of it.
MOST_NANOSECONDS_MORE = 4_000_000


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_reported_saved_is_there_after_a_kill(path: Path, seed: int) -> None:
    attempt, reported = _answer_until_killed(path, Random(seed))

    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    store = open_learner_database(path)
    found = store.attempt(attempt)
    store.close()
    assert chain_holds(found)
    kept = [[response.item, list(response.answer), response.h] for response in found.responses]
    assert kept[: len(reported)] == reported
    # One more may have been saved and not yet reported.
    assert len(kept) - len(reported) in (0, 1)


def _answer_until_killed(path: Path, random: Random) -> tuple[UUID, list[list[object]]]:
    """The attempt, and the item, answer and link of every response that the child reported before it was killed."""
    command = [sys.executable, "-m", "tests.storage.answering_child", str(path), str(random.randrange(2**32))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        attempt = UUID(child.stdout.readline().strip())
        lines = [child.stdout.readline() for _ in range(random.randrange(MOST_LINES))]
        until = time.perf_counter_ns() + random.randrange(MOST_NANOSECONDS_MORE)
        while time.perf_counter_ns() < until:
            pass
        child.kill()
        lines += child.stdout.readlines()
    return attempt, [json.loads(line) for line in lines if line.endswith("\n")]
