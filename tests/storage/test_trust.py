"""What was closed whole is opened without a check; everything else is looked at row by row."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.checking import State, examine
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.trust import is_trusted
from asnquiz.usecases.tell_recovery import untold_recovery
from tests import builders
from tests.storage.sitting import begun


def test_a_closed_database_is_trusted_and_an_open_one_is_not(path: Path, store: LearnerDatabase) -> None:
    begun(store)
    assert not is_trusted(path)
    store.close()
    assert is_trusted(path)


def test_any_change_of_the_file_ends_the_trust(path: Path, store: LearnerDatabase) -> None:
    store.close()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert not is_trusted(path)


def test_a_program_that_closes_beside_another_vouches_for_nothing(path: Path, store: LearnerDatabase) -> None:
    store.keep_setting("tema", "gelap")
    beside = open_learner_database(path)
    beside.close()
    assert not is_trusted(path)
    store.close()
    assert is_trusted(path)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(statement)
        plain.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attempts SET title = 'Ujian resmi'",
        "UPDATE profiles SET name = 'Orang lain'",
        "UPDATE packs SET compiled = x'00'",
        "UPDATE attempt_items SET revision = 2 WHERE number = 0",
        "UPDATE settings SET value = 'terang'",
        "UPDATE alembic_version SET version_num = '0009'",
        "UPDATE alembic_version SET version_num = 'x'",
        "DELETE FROM alembic_version",
        "DROP TRIGGER responses_never_change",
        "DROP TABLE lessons_read",
        "ALTER TABLE pauses RENAME COLUMN wall_ms TO wall",
        "PRAGMA user_version = 4",
    ],
)
def test_what_sqlite_finds_in_order_may_be_damaged_all_the_same(
    path: Path, store: LearnerDatabase, statement: str
) -> None:
    begun(store)
    store.keep_setting("tema", "gelap")
    assert examine(path) is State.WHOLE
    store.close()
    change(path, statement)
    assert examine(path) is State.DAMAGED


def test_a_header_that_forbids_writing_is_damage(path: Path, store: LearnerDatabase) -> None:
    begun(store)
    store.close()
    content = bytearray(path.read_bytes())
    content[18] = 66
    path.write_bytes(content)
    again = open_learner_database(path)
    again.keep_setting("tema", "gelap")
    assert untold_recovery(again) is not None
    again.close()


def read_altered(store: LearnerDatabase, path: Path) -> None:
    change(path, "UPDATE attempts SET title = 'Ujian resmi'")
    (summary,) = store.summaries(store.profiles()[0].id)
    store.attempt(summary.id)


def answer_altered(store: LearnerDatabase, path: Path) -> None:
    change(path, "UPDATE attempts SET remaining_ms = 1")
    (summary,) = store.summaries(store.profiles()[0].id)
    store.add_response(summary.id, builders.response("soal-single", (1,)))


def read_setting(store: LearnerDatabase, path: Path) -> None:
    change(path, "UPDATE settings SET value = 'terang'")
    store.setting("tema")


@pytest.mark.parametrize("use", [read_altered, answer_altered, read_setting])
def test_damage_that_is_met_is_looked_into_at_the_next_start(
    path: Path, store: LearnerDatabase, use: Callable[[LearnerDatabase, Path], None]
) -> None:
    begun(store)
    store.keep_setting("tema", "gelap")
    with pytest.raises(Refusal, match="Tutup program, lalu buka kembali"):
        use(store, path)
    store.close()
    assert not is_trusted(path)
    again = open_learner_database(path)
    assert untold_recovery(again) is not None
    again.close()
    assert is_trusted(path)


def test_a_database_that_is_only_killed_is_not_recovered(path: Path, store: LearnerDatabase, tmp_path: Path) -> None:
    begun(store)
    left = tmp_path / "left"
    left.mkdir()
    for name in ("belajar.db", "belajar.db-wal"):
        (left / name).write_bytes((tmp_path / name).read_bytes())
    again = open_learner_database(left / "belajar.db")
    assert untold_recovery(again) is None
    assert again.profiles() == store.profiles()
    again.close()
