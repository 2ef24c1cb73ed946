"""What was reported saved outlives the process, wherever it is killed: answering, copying, recovering, erasing."""

import datetime as dt
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from asnquiz.domain.attempt import chain_holds
from asnquiz.storage.backups import backups_of
from asnquiz.storage.checking import State, examine
from asnquiz.storage.learner import open_learner_database
from tests import builders
from tests.storage import history
from tests.storage.children import Children, forking
from tests.storage.damages import Kept, read_rows

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")

FULL = os.environ.get("CI") == "1"
KILLS = 200 if FULL else 20
MOST_LINES = 12
# Longer than one write takes, so that the kill falls on any part of it.
MOST_NANOSECONDS_MORE = 4_000_000
MOST_SWAP_NANOSECONDS = 50_000_000
# With CI set a kill falls before every file operation, otherwise before every tenth.
STRIDE = 1 if FULL else 10
DATABASE = "belajar.db"


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with forking() as forked:
        yield forked


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return history.kept(tmp_path_factory.mktemp("kept"), killed=True)


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_reported_saved_is_there_after_a_kill(children: Children, path: Path, seed: int) -> None:
    attempt, reported = _answer_until_killed(children, path, Random(seed))

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
    assert not (path.parent / "rusak").exists()


def _answer_until_killed(children: Children, path: Path, random: Random) -> tuple[UUID, list[list[object]]]:
    """The attempt, and the item, answer and link of every response that the child reported before it was killed."""
    child = children.start("answer", path, seed=random.randrange(2**32))
    attempt = UUID(children.hear())
    reported = [children.hear() for _ in range(random.randrange(MOST_LINES))]
    until = time.perf_counter_ns() + random.randrange(MOST_NANOSECONDS_MORE)
    while time.perf_counter_ns() < until:
        pass
    os.kill(child, signal.SIGKILL)
    more, code = children.hear_to_the_end()
    assert code == -signal.SIGKILL
    return attempt, reported + more


def steps(children: Children, do: str, folder: Path, kept: Kept, **order: object) -> Iterator[Path]:
    """The database after a kill before one file operation after the other, in folders of their own, to the last."""
    for step in range(0, 1_000, STRIDE):
        path = unpacked(kept, folder / str(step))
        children.start(do, path, step=step, **order)
        _, code = children.hear_to_the_end()
        assert code in (0, -signal.SIGKILL)
        yield path
        if code == 0:
            assert step > 0
            return


def unpacked(kept: Kept, folder: Path) -> Path:
    for name, content in kept.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / DATABASE


def test_a_kill_while_a_damaged_database_is_recovered_loses_nothing(
    children: Children, kept: Kept, tmp_path: Path
) -> None:
    log = f"{DATABASE}-wal"
    damaged = Kept({name: bytes(32) + kept.files[name][32:] for name in (DATABASE, log)}, {}, {})
    for path in steps(children, "recover", tmp_path, damaged):
        open_learner_database(path).close()
        after = read_rows(path)
        assert kept.latest.items() <= after.items()
        aside = {file.name: file.read_bytes() for file in path.parent.glob("rusak/*/*")}
        assert aside == damaged.files
        assert {file.name for file in path.parent.iterdir()} == {DATABASE, f"{DATABASE}.sha256", "rusak"}


def test_a_kill_while_a_backup_is_made_leaves_only_whole_ones(children: Children, kept: Kept, tmp_path: Path) -> None:
    day = dt.date(2026, 11, 21)
    for path in steps(children, "back_up", tmp_path, kept, day=str(day)):
        made = backups_of(path)
        assert set(history.DAYS) <= made.keys()
        assert {examine(file) for file in made.values()} == {State.WHOLE}
        store = open_learner_database(path)
        store.back_up(day)
        store.close()
        assert read_rows(backups_of(path)[day]) == read_rows(path) == kept.latest
        assert len(list((path.parent / "backups").iterdir())) == 3


def test_a_kill_while_a_backup_is_restored_leaves_all_of_one_day_or_of_the_other(
    children: Children, kept: Kept, tmp_path: Path
) -> None:
    name = f"backups/belajar-{history.DAYS[0]}.db"
    of_today = {key: row for key, row in kept.latest.items() if key == ("settings", "recovery")}
    wanted = kept.backups[name]
    outcomes = set()
    for path in steps(children, "restore", tmp_path, kept, backup=Path(name).name):
        store = open_learner_database(path)
        after = read_rows(path)
        assert after in (kept.latest, wanted | of_today)
        outcomes.add(after == kept.latest)
        assert {one.readable for one in store.backups()} == {True}
        store.restore(Path(name).name, builders.moment(100, minute=1))
        assert read_rows(path) == wanted | of_today
        store.close()
        assert examine(path) is State.WHOLE
        assert not (path.parent / "rusak").exists()
        assert not list(path.parent.rglob("*.sementara*"))
    assert outcomes == {True, False}


@pytest.mark.parametrize("seed", range(KILLS // 5))
def test_a_kill_while_sqlite_puts_a_copy_in_place_leaves_the_one_or_the_other(
    children: Children, kept: Kept, tmp_path: Path, seed: int
) -> None:
    path = unpacked(kept, tmp_path)
    copies = [path.parent / name for name in kept.backups]
    child = children.start("put_in_place", path, copies=[str(copy) for copy in copies])
    children.hear()
    until = time.perf_counter_ns() + Random(seed).randrange(MOST_SWAP_NANOSECONDS)
    while time.perf_counter_ns() < until:
        pass
    os.kill(child, signal.SIGKILL)
    children.hear_to_the_end()
    open_learner_database(path).close()
    assert read_rows(path) in (kept.latest, *kept.backups.values())
    assert examine(path) is State.WHOLE
    assert not (path.parent / "rusak").exists()


def test_a_kill_while_a_person_is_erased_is_made_up_for(children: Children, kept: Kept, tmp_path: Path) -> None:
    person = next(row for key, row in kept.latest.items() if key[0] == "profiles" and "Siti Aminah" in row)
    others = {key: row for key, row in kept.latest.items() if key[0] == "profiles" and row != person}
    for path in steps(children, "erase", tmp_path, kept, profile=person[0]):
        store = open_learner_database(path)
        if any(str(profile.id) == person[0] for profile in store.profiles()):
            store.erase(UUID(str(person[0])))
        store.back_up(history.DAYS[-1])
        store.close()
        after = read_rows(path)
        assert {key: row for key, row in after.items() if key[0] == "profiles"} == others
        assert [str(file) for file in path.parent.rglob("*") if file.is_file() and b"Siti" in file.read_bytes()] == []
