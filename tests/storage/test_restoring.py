"""Going back to a backup: all as it was that day, what was there until now kept, and nobody back who was erased."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from asnquiz.domain.backup import Backup
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.backups import backup_folder
from asnquiz.storage.checking import State, examine
from asnquiz.storage.engine import writing
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.proven import write_setting
from asnquiz.storage.tables import VERSION
from tests import builders
from tests.storage.damages import Key, Row, read_rows

DAY = dt.date(2026, 11, 20)


def at(minute: int) -> Moment:
    return builders.moment(900 + minute, minute)


def daily(day: dt.date = DAY) -> str:
    return f"belajar-{day}.db"


def first_version(path: Path) -> None:
    """A database as the first version of the program left it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "asnquiz.storage:migrations")
        command.upgrade(config, "0001")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()


def lived(store: LearnerDatabase, path: Path) -> tuple[dict[Key, Row], dict[Key, Row]]:
    """Somebody, a backup, and more after it: the rows at the backup, and those now."""
    somebody = builders.profile()
    store.add_profile(somebody)
    attempt = builders.attempt(builders.pack(), somebody.id)
    store.begin(attempt, b"compiled")
    store.back_up(DAY)
    then = read_rows(path)
    store.add_response(attempt.id, builders.response("soal-single", (1,)))
    store.add_profile(builders.profile(person=Person("Budi Santoso")))
    store.keep_setting("preferences", "dark")
    return then, read_rows(path)


def test_everything_is_as_it_was_that_day(store: LearnerDatabase, path: Path) -> None:
    then, _ = lived(store, path)
    store.restore(daily(), at(0))
    assert read_rows(path) == then
    assert [one.person.name for one in store.profiles()] == ["Siti Aminah"]
    store.close()
    assert examine(path) is State.WHOLE


def test_what_was_there_until_now_is_listed_and_can_be_brought_back(store: LearnerDatabase, path: Path) -> None:
    _, now = lived(store, path)
    store.restore(daily(), at(0))
    kept, of_the_day = store.backups()
    assert (kept.day, kept.time, kept.people, kept.attempts) == (dt.date(2026, 11, 21), dt.time(8, 0), 2, 1)
    assert of_the_day == Backup(daily(), DAY, None, (backup_folder(path) / daily()).stat().st_size, 1, 1)
    store.restore(kept.name, at(1))
    assert read_rows(path) == now


def test_only_the_newest_three_of_what_was_there_before_stay(store: LearnerDatabase, path: Path) -> None:
    lived(store, path)
    for minute in range(5):
        store.restore(daily(), at(minute))
    times = [one.time.minute for one in store.backups() if one.time]
    assert times == [4, 3, 2]


def test_going_on_after_it_keeps_what_is_new(store: LearnerDatabase, path: Path) -> None:
    lived(store, path)
    store.restore(daily(), at(0))
    store.add_profile(builders.profile(person=Person("Dewi"), created=at(3)))
    store.close()
    again = open_learner_database(path)
    assert [one.person.name for one in again.profiles()] == ["Siti Aminah", "Dewi"]
    again.close()


def test_the_settings_of_who_may_open_a_profile_stay_those_of_today(store: LearnerDatabase, path: Path) -> None:
    store.keep_setting("pin a", "old")
    store.keep_setting("pin b", "taken off since")
    lived(store, path)
    store.keep_setting("pin a", "new")
    store.keep_setting("pin c", "put on since")
    with writing(store._engine) as connection:
        connection.exec_driver_sql("DELETE FROM settings WHERE name = 'pin b'")
    store.restore(daily(), at(0))
    assert [store.setting(f"pin {who}") for who in "abc"] == ["new", None, "put on since"]
    assert store.setting("preferences") is None


def test_somebody_whose_erasing_was_interrupted_does_not_come_back(store: LearnerDatabase, path: Path) -> None:
    erased = builders.profile()
    store.add_profile(erased)
    store.back_up(DAY)
    with writing(store._engine) as connection:
        connection.exec_driver_sql("DELETE FROM profiles")
        write_setting(connection, "erasing", str(erased.id))
    with pytest.raises(Refusal, match="cadangan yang memuatnya ikut dihapus"):
        store.restore(daily(), at(0))
    store.restore(daily(), at(1))
    assert store.profiles() == ()
    assert [str(file) for file in path.parent.rglob("*.db*") if b"Siti" in file.read_bytes()] == []


def test_an_older_version_is_migrated_on_the_way(store: LearnerDatabase, path: Path) -> None:
    store.back_up(DAY)
    old = backup_folder(path) / daily(DAY - dt.timedelta(days=1))
    first_version(old)
    store.restore(old.name, at(0))
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == (VERSION,)
    store.close()
    assert examine(path) is State.WHOLE


def test_a_backup_that_cannot_be_read_is_listed_as_such_and_changes_nothing(store: LearnerDatabase, path: Path) -> None:
    _, now = lived(store, path)
    broken = backup_folder(path) / daily(DAY - dt.timedelta(days=1))
    broken.write_bytes(b"no database" * 500)
    assert [one.readable for one in store.backups()] == [True, False]
    with pytest.raises(Refusal, match="rusak dan tidak dapat dipulihkan, jadi tidak ada yang diubah"):
        store.restore(broken.name, at(0))
    assert read_rows(path) == now
    assert len(store.backups()) == 2


@pytest.mark.parametrize("name", ["belajar-2026-01-01.db", "../belajar.db", "", "belajar-2026-11-20.db/.."])
def test_what_is_not_listed_cannot_be_restored(store: LearnerDatabase, path: Path, name: str) -> None:
    _, now = lived(store, path)
    with pytest.raises(Refusal, match="Cadangan itu tidak ada lagi"):
        store.restore(name, at(0))
    assert read_rows(path) == now


def test_erasing_somebody_removes_what_was_there_before_a_restore_too(store: LearnerDatabase, path: Path) -> None:
    lived(store, path)
    store.restore(daily(), at(0))
    store.erase(store.profiles()[0].id)
    assert len(store.backups()) == 1
    assert [str(file) for file in path.parent.rglob("*") if file.is_file() and b"Siti" in file.read_bytes()] == []
