"""An editor that is killed between two keeps, or within one, has everything that it was told is kept."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from asnquiz.storage.drafts.database import open_drafts
from tests.conftest import IN_CI
from tests.storage.briefings.test_kill import kill_soon
from tests.storage.children import Children, forking

DRAFTS = 100

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with forking() as started:
        yield started


@pytest.mark.parametrize("seed", range(40 if IN_CI else 5))
def test_what_was_said_to_be_kept_is_there(children: Children, path: Path, seed: int) -> None:
    random = Random(seed)
    child = children.start("write", path, seed=seed)
    said = [children.hear() for _ in range(random.randrange(1, 30))]
    kill_soon(child, random) if seed % 2 else os.kill(child, signal.SIGKILL)
    more, ended = children.hear_to_the_end()
    assert ended == -signal.SIGKILL

    said += more
    with closing(open_drafts(path)) as store:
        kept = {draft.id: draft.content["change"] for draft in store.drafts()}
    acknowledged: dict[str, int] = dict(said)
    assert kept.keys() >= acknowledged.keys()
    changes = [change for _, change in said]
    for id_, change in acknowledged.items():
        # The last change that was not reported any more may have been kept as well.
        assert kept[id_] in (change, changes[-1] + 1)


@pytest.mark.parametrize("seed", range(40 if IN_CI else 5))
def test_a_file_that_was_being_taken_in_is_there_whole_or_not_at_all(children: Children, path: Path, seed: int) -> None:
    random = Random(seed)
    child = children.start("take_questions", path, drafts=DRAFTS)
    for _ in range(random.randrange(1, 8)):
        children.hear()
    kill_soon(child, random)
    _, ended = children.hear_to_the_end()
    assert ended == -signal.SIGKILL

    with closing(open_drafts(path)) as store:
        workshop, kept = store.workshop(), store.drafts()
    assert workshop is not None
    files = int(workshop.title.removeprefix("Berkas "))
    assert len(kept) == files * DRAFTS
