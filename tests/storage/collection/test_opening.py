"""A collection opens as it was closed; whatever else stands in its place is refused and left as it was."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from asnquiz.domain.collection import Office
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.storage.learner import open_learner_database
from tests.storage.collection.conftest import Open
from tests.storage.collection.given import BEGUN, PICKED, ROSTER, SITI, attempt, file, report, task, took


@pytest.fixture
def open_store(path: Path) -> Open:
    """In a file only."""
    return partial(open_collection, path)


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_what_was_kept_is_there_when_it_is_opened_again(path: Path, store: CollectionDatabase) -> None:
    office = Office("BKPSDM Kabupaten Contoh", ("Pemerintah", "Jalan"), "t", (("office", "k", "x"),), BEGUN)
    store.keep_office(office)
    store.keep_roster(ROSTER, BEGUN)
    took(store, file("a.asnskor", report("a", SITI, attempt("u1"))))
    before = (store.overview(PICKED), store.people(PICKED), store.log())
    store.close()
    again = open_collection(path)
    assert again.office() == office
    assert (again.overview(PICKED), again.people(PICKED), again.log()) == before
    assert set(again.roster()) == set(ROSTER)
    again.close()


def test_a_new_collection_knows_nobody(store: CollectionDatabase) -> None:
    assert store.office() is None
    assert (store.tasks(), store.roster(), store.log(), tuple(store.refused())) == ((), (), (), ())
    assert store.overview(PICKED).last_import is None
    assert store.people(PICKED).total == 0


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX files")
def test_only_its_owner_may_read_it(path: Path, store: CollectionDatabase) -> None:
    took(store, file("a.asnskor", report("a", SITI, attempt("u1"))))
    assert {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()} == {0o600}


def test_the_database_of_another_program_is_refused_and_not_changed(path: Path) -> None:
    open_learner_database(path).close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="bukan data rekap nilai"):
        open_collection(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_and_not_changed(path: Path) -> None:
    path.write_bytes(b"Daftar hadir\n" * 500)
    with pytest.raises(Refusal, match="bukan data rekap nilai"):
        open_collection(path)
    assert path.read_bytes() == b"Daftar hadir\n" * 500


def test_that_of_a_newer_program_is_refused_and_not_changed(path: Path) -> None:
    open_collection(path).close()
    changed(path, "UPDATE collection_version SET version_num = '0009'")
    before = path.read_bytes()
    with pytest.raises(Refusal, match="versi yang lebih baru"):
        open_collection(path)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Periksa apakah folder itu ada"):
        open_collection(tmp_path / "tidak-ada" / "rekap.db")


def look(path: Path) -> None:
    opened = open_collection(path)
    try:
        opened.people(PICKED)
    finally:
        opened.close()


def test_damage_that_is_met_is_told_at_the_next_start_with_what_to_do(path: Path, store: CollectionDatabase) -> None:
    took(store, *(file(f"{n}.asnskor", report(str(n), SITI, attempt(f"u{n}"))) for n in range(200)))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    with pytest.raises(Refusal, match="rusak"):
        look(path)
    with pytest.raises(Refusal, match="rekap sekali lagi semua berkas nilai"):
        open_collection(path)
    path.write_bytes(whole)
    open_collection(path).close()


def test_a_log_whose_database_is_gone_is_refused_and_not_lost(path: Path, store: CollectionDatabase) -> None:
    took(store, file("a.asnskor", report("a", SITI, attempt("u1"))))
    log = path.with_name(f"{path.name}-wal")
    kept = log.read_bytes()
    store.close()
    path.unlink()
    for emptied in (False, True):
        log.write_bytes(kept)
        if emptied:
            path.touch()
        with pytest.raises(Refusal, match="rekap sekali lagi semua berkas nilai"):
            open_collection(path)
        assert log.read_bytes() == kept


def test_one_that_was_being_made_when_the_program_was_killed_is_made_anew(path: Path, tmp_path: Path) -> None:
    half = tmp_path / "setengah.db"
    with closing(sqlite3.connect(half, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")  # so that pages are written before anything is committed
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE reports (id)")
        connection.executemany("INSERT INTO reports VALUES (?)", [(500 * "x",)] * 200)
        shutil.copy(half, path)
        shutil.copy(half.with_name("setengah.db-journal"), path.with_name(f"{path.name}-journal"))
    assert path.stat().st_size > 0
    with closing(open_collection(path)) as store:
        assert store.people(PICKED).total == 0


def test_one_without_its_version_is_told_as_damaged(path: Path) -> None:
    open_collection(path).close()
    changed(path, "DELETE FROM collection_version")
    with pytest.raises(Refusal, match="rusak"):
        open_collection(path)


def test_processes_that_open_a_new_one_together_agree(path: Path) -> None:
    program = "import sys; from pathlib import Path; from asnquiz.storage.collection.database import open_collection;"
    program += "open_collection(Path(sys.argv[1])).close()"
    started = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    open_collection(path).close()


def test_tasks_are_kept_whole_and_told_newest_first(store: CollectionDatabase) -> None:
    first, second = task(2, minute=1), task(1, minute=2)
    for one in (second, first, first):
        store.add_task(one)
    assert store.tasks() == (second, first)
