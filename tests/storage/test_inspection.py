"""What a database file is can be told without touching it: whole, in use, killed, damaged, or no data of ours."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from asnquiz.domain.condition import Integrity
from asnquiz.storage.inspection import DatabaseFile
from asnquiz.storage.learner import open_learner_database
from tests import builders
from tests.storage.sitting import begun


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time of change."""
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.rglob("*") if file.is_file()}


def looked_at(path: Path) -> Integrity:
    """What it is, told without a change to anything in its folder."""
    before = contents(path.parent)
    found = DatabaseFile(path).integrity()
    assert contents(path.parent) == before
    return found


@pytest.fixture
def closed(path: Path) -> Path:
    """The database of somebody who has answered, as the program leaves it."""
    store = open_learner_database(path)
    attempt = begun(store)
    store.add_response(attempt.id, builders.response("soal-single", (1,)))
    store.close()
    return path


def test_a_closed_database_is_whole(closed: Path) -> None:
    assert looked_at(closed) is Integrity.WHOLE


def test_one_that_is_in_use_is_whole_with_what_its_log_adds(path: Path) -> None:
    store = open_learner_database(path)
    attempt = begun(store)
    log = path.with_name(f"{path.name}-wal")
    assert log.stat().st_size
    assert DatabaseFile(path).integrity() is Integrity.WHOLE
    store.add_response(attempt.id, builders.response("soal-single", (1,)))
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        assert DatabaseFile(path).integrity() is Integrity.WHOLE
        store.add_response(attempt.id, builders.response("soal-single", (2,), 2))
        assert DatabaseFile(path).integrity() is Integrity.WHOLE
    store.close()


def test_one_that_a_kill_has_left_is_whole_and_its_log_stays(closed: Path, tmp_path: Path) -> None:
    store = open_learner_database(closed)
    begun(store)
    left = tmp_path / "ditinggalkan"
    left.mkdir()
    for ending in ("", "-wal"):
        (left / f"belajar.db{ending}").write_bytes(closed.with_name(f"{closed.name}{ending}").read_bytes())
    store.close()
    assert looked_at(left / "belajar.db") is Integrity.WHOLE
    log = left / "belajar.db-wal"
    log.write_bytes(log.read_bytes()[:-4200] + b"x" * 4200)
    assert looked_at(left / "belajar.db") is Integrity.DAMAGED


def change_a_name(path: Path) -> None:
    content = path.read_bytes()
    place = content.rindex(b"soal-single")
    path.write_bytes(content[:place] + b"soal-sangle" + content[place + 11 :])


def become_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA user_version = 9999")
        connection.commit()


def become_anothers(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE resep (nama TEXT)")


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARM: dict[str, tuple[Callable[[Path], object], Integrity]] = {
    "a changed row": (change_a_name, Integrity.DAMAGED),
    "noise": (lambda path: path.write_bytes(b"bukan basis data" * 500), Integrity.DAMAGED),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:5_000]), Integrity.DAMAGED),
    "empty": (lambda path: path.write_bytes(b""), Integrity.ABSENT),
    "gone": (lambda path: path.unlink(), Integrity.ABSENT),
    "a folder": (become_a_folder, Integrity.UNREADABLE),
    "newer": (become_newer, Integrity.NEWER),
    "another program's": (become_anothers, Integrity.FOREIGN),
    "half made": (lambda path: path.with_name(f"{path.name}-journal").write_bytes(b"x"), Integrity.UNFINISHED),
}


@pytest.mark.parametrize(("harm", "found"), HARM.values(), ids=HARM.keys())
def test_harm_is_told_and_left_as_it_is(closed: Path, harm: Callable[[Path], object], found: Integrity) -> None:
    harm(closed)
    assert looked_at(closed) is found


def test_it_knows_the_newest_backup_and_when_the_data_changed(closed: Path) -> None:
    store = open_learner_database(closed)
    for day in (dt.date(2026, 11, 3), dt.date(2026, 11, 12)):
        store.back_up(day)
    store.close()
    backups = DatabaseFile(closed).backups()
    assert backups.newest == dt.date(2026, 11, 12)
    assert backups.changed == dt.datetime.now().astimezone().date()
    assert DatabaseFile(closed.parent / "lain" / "x.db").backups().changed is None
