"""Whatever happens to the files, the program starts, and every row that is intact somewhere is there afterwards."""

import os
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.checking import State, examine
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from tests.storage import history
from tests.storage.damages import DAMAGES, Files, Kept, Key, Row, read_rows

TRIES = 500 if os.environ.get("CI") == "1" else 50
DATABASE = "belajar.db"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, ...]:
    """A data folder as it is after the window was closed, and one as a kill leaves it."""
    return tuple(history.kept(tmp_path_factory.mktemp("kept"), killed=killed) for killed in (False, True))


@pytest.mark.parametrize("seed", range(TRIES))
def test_no_row_that_is_intact_anywhere_is_missing_afterwards(
    kept: tuple[Kept, ...], tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    before = kept[seed % 2]
    files = damaged(before, seed // 2, random)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    own, in_backups = before.survivors(files)
    returned = {key for key, row in read_by_sql(files, tmp_path).items() if row == before.latest.get(key)}

    store = open_learner_database(tmp_path / DATABASE)
    use(store, random)
    store.close()

    after = read_rows(tmp_path / DATABASE)
    assert {key for key in own | returned if after.get(key) != before.latest[key]} == set()
    for name, keys in in_backups.items():
        assert {key for key in keys if not at_least(after.get(key), before.backups[name][key], key)} == set()
    assert examine(tmp_path / DATABASE) is State.WHOLE


def damaged(before: Kept, number: int, random: Random) -> Files:
    """The files after one kind of damage to the database, and on some tries also to its log or a backup."""
    files = dict(before.files)
    victims = [DATABASE]
    others = sorted(files.keys() - {DATABASE})
    if number // len(DAMAGES) % 2:
        victims = random.choice(([random.choice(others)], [DATABASE, random.choice(others)], [DATABASE, *others]))
    damage = DAMAGES[number % len(DAMAGES)]
    for victim in victims:
        content = damage(files.pop(victim), random)
        if content is not None:
            files[victim] = content
    return files


def read_by_sql(files: Files, folder: Path) -> dict[Key, Row]:
    """What SQLite alone still reads of the damaged files, on copies of them."""
    copies = folder / "sql"
    copies.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal"):
        if name in files:
            (copies / name).write_bytes(files[name])
    return read_rows(copies / DATABASE)


def use(store: LearnerDatabase, random: Random) -> None:
    """What a start does: everybody's quizzes are listed, one is opened if it is complete, and something is kept."""
    listed = [summary.id for profile in store.profiles() for summary in store.summaries(profile.id)]
    if listed:
        with suppress(Refusal):
            store.attempt(random.choice(listed))
    store.keep_setting("dipakai", "ya")


def at_least(found: Row | None, wanted: Row, key: Key) -> bool:
    """Whether a row is there, in the version wanted or in a later one."""
    if found is None or found == wanted:
        return found is not None
    return key[0] in ("profiles", "attempts", "settings") and int(str(found[-2])) > int(str(wanted[-2]))


def test_both_folders_are_whole_before_anything_happens_to_them(kept: tuple[Kept, ...], tmp_path: Path) -> None:
    closed, killed = kept
    assert closed.files.keys() == {DATABASE, *closed.backups}
    assert killed.files.keys() == {DATABASE, f"{DATABASE}-wal", *killed.backups}
    for before in kept:
        own, in_backups = before.survivors(before.files)
        assert own == before.latest.keys()
        assert in_backups == {name: rows.keys() for name, rows in before.backups.items()}
        assert [len(rows) > 50 for rows in (before.latest, *before.backups.values())] == [True, True, False]
