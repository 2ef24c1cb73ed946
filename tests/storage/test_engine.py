"""Every connection is set as agreed, files are private, and processes share the database."""

import logging
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import IntegrityError

from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import make_engine, reading, write_anew, writing
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.proven import write_setting
from tests import builders

SETTINGS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": 2,
    "busy_timeout": 5000,
    "secure_delete": 1,
}


def settings_of(connection: Connection) -> dict[str, object]:
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}


@contextmanager
def second_process(command: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-m", "tests.storage.second_process", command, str(path)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        yield child


def say(child: subprocess.Popen[str], words: str) -> None:
    assert child.stdin is not None
    child.stdin.write(words + "\n")
    child.stdin.flush()


def hear(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_every_connection_handed_out_is_set_as_agreed(path: Path) -> None:
    engine = make_engine(path)
    for transaction in (reading, writing, writing, reading):
        with transaction(engine) as connection:
            assert settings_of(connection) == SETTINGS
    engine.dispose()


def test_connections_of_several_threads_at_once_are_set_as_agreed(path: Path) -> None:
    engine = make_engine(path)
    together = Barrier(4)

    def look() -> tuple[dict[str, object], int]:
        with reading(engine) as connection:
            together.wait(10)
            return settings_of(connection), id(connection.connection.driver_connection)

    with ThreadPoolExecutor(4) as threads:
        seen = [future.result() for future in [threads.submit(look) for _ in range(4)]]
    engine.dispose()
    assert [found for found, _ in seen] == [SETTINGS] * 4
    assert len({connection for _, connection in seen}) == 4


@pytest.mark.parametrize("pragma", ["synchronous=NORMAL", "foreign_keys=OFF", "busy_timeout=0", "secure_delete=OFF"])
def test_a_connection_whose_settings_went_wrong_is_not_handed_out(path: Path, pragma: str) -> None:
    engine = make_engine(path)
    tamper(engine.connect(), pragma)
    with pytest.raises(RuntimeError, match=pragma.partition("=")[0]), reading(engine):
        pass
    engine.dispose()


def test_a_storage_without_write_ahead_log_is_refused(path: Path) -> None:
    engine = make_engine(path)
    tamper(engine.connect(), "journal_mode=DELETE")
    with pytest.raises(Refusal, match="Pindahkan folder data"), reading(engine):
        pass
    engine.dispose()


def tamper(connection: Connection, pragma: str) -> None:
    """Changes a setting outside any transaction, where alone SQLite takes it, and gives the connection back."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"PRAGMA {pragma}")
    connection.close()


def test_a_write_that_fails_leaves_nothing(path: Path) -> None:
    engine = make_engine(path)

    def write_half() -> None:
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE half (done)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
    engine.dispose()


def test_no_name_and_no_number_of_a_person_reaches_a_log(
    store: LearnerDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    profile = builders.profile(person=Person("Siti Aminah", "198609262015051001"))
    store.add_profile(profile)
    try:
        store.add_profile(profile)
    except IntegrityError:
        logging.getLogger("asnquiz").exception("a fault")
    assert "profiles.id" in caplog.text
    assert "Siti" not in caplog.text
    assert "198609262015051001" not in caplog.text


def test_a_reader_sees_one_state_while_another_connection_writes(path: Path, store: LearnerDatabase) -> None:
    engine = make_engine(path)
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM settings").scalar() == 0
        store.keep_setting("tema", "gelap")
        assert connection.exec_driver_sql("SELECT count(*) FROM settings").scalar() == 0
    engine.dispose()


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_only_the_owner_may_read_the_files(path: Path, store: LearnerDatabase) -> None:
    store.keep_setting("tema", "gelap")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"belajar.db": 0o600, "belajar.db-wal": 0o600, "belajar.db-shm": 0o600}


def test_a_file_is_not_written_anew_over_what_somebody_else_wrote_meanwhile(path: Path) -> None:
    ours, theirs = make_engine(path), make_engine(path)
    with writing(ours) as connection:
        for number in range(40):
            connection.exec_driver_sql(f"CREATE TABLE t{number} (a TEXT)")

    once = iter([True])

    def write_meanwhile(statement: str) -> None:
        if statement.startswith("VACUUM INTO") and next(once, False):
            with writing(theirs) as connection:
                connection.exec_driver_sql("INSERT INTO t0 VALUES ('lain')")

    def watch(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(write_meanwhile)

    write_anew(ours)
    event.listen(ours, "checkout", watch)
    with pytest.raises(Refusal, match="sedang dipakai program lain"):
        write_anew(ours)
    event.remove(ours, "checkout", watch)
    with reading(ours) as connection:
        assert connection.exec_driver_sql("SELECT a FROM t0").all() == [("lain",)]
    write_anew(ours)
    with reading(theirs) as connection:
        assert settings_of(connection) == SETTINGS
        assert connection.exec_driver_sql("SELECT a FROM t0").all() == [("lain",)]
    ours.dispose()
    theirs.dispose()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_another_process_opens_and_reads_while_this_one_writes(path: Path, store: LearnerDatabase) -> None:
    store.keep_setting("tema", "terang")
    engine = make_engine(path)
    with writing(engine) as connection:
        write_setting(connection, "tema", "gelap")
        with second_process("read", path) as child:
            assert hear(child) == "terang"
    engine.dispose()
    assert store.setting("tema") == "gelap"


def test_a_write_waits_until_another_process_has_written(path: Path, store: LearnerDatabase) -> None:
    with second_process("hold", path) as child, ThreadPoolExecutor(1) as worker:
        assert hear(child) == "held"
        written = worker.submit(store.keep_setting, "tema", "gelap")
        assert not wait([written], timeout=0.2).done
        say(child, "go on")
        written.result(timeout=10)
    assert store.setting("tema") == "gelap"


def test_a_write_is_refused_after_five_seconds_and_can_be_repeated(path: Path, store: LearnerDatabase) -> None:
    with second_process("hold", path) as child:
        assert hear(child) == "held"
        begun = time.monotonic()
        with pytest.raises(Refusal, match="sedang dipakai program lain"):
            store.keep_setting("tema", "gelap")
        assert 4.5 < time.monotonic() - begun < 20
        assert store.setting("tema") is None
        say(child, "go on")
    store.keep_setting("tema", "gelap")
    assert store.setting("tema") == "gelap"


def test_a_new_database_waits_for_another_program_that_makes_it_too(path: Path) -> None:
    # Outside of the write-ahead log SQLite refuses the switch to it at once, whatever the busy timeout is.
    with closing(sqlite3.connect(path, isolation_level=None)) as other, ThreadPoolExecutor(1) as worker:
        other.execute("BEGIN IMMEDIATE")
        opened = worker.submit(open_learner_database, path)
        assert not wait([opened], timeout=0.2).done
        other.execute("COMMIT")
        opened.result(timeout=10).close()


def test_threads_share_what_the_main_thread_opened(store: LearnerDatabase) -> None:
    def write(thread: int) -> None:
        for number in range(10):
            store.keep_setting(f"{thread}-{number}", str(number))

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(write, thread) for thread in range(4)]:
            done.result()
    kept = {store.setting(f"{thread}-{number}") == str(number) for thread in range(4) for number in range(10)}
    assert kept == {True}


def test_opening_after_a_clean_close_loads_nothing_that_it_does_not_need(path: Path, store: LearnerDatabase) -> None:
    store.close()
    program = (
        "import sys; from pathlib import Path; from asnquiz.storage.learner import open_learner_database;"
        "store = open_learner_database(Path(sys.argv[1])); store.keep_setting('a', 'b');"
        "late = ('alembic', 'sqlalchemy.orm', 'asnquiz.storage.salvage', 'asnquiz.storage.backups');"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_folder_name_with_signs_of_addresses_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "Dinas A & B 100% #1?mode=ro"
    folder.mkdir()
    open_learner_database(folder / "belajar.db").close()
    assert sorted(file.name for file in folder.iterdir()) == ["belajar.db", "belajar.db.sha256"]
