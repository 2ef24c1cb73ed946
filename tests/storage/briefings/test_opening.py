"""A trainer's database opens as it was closed; whatever else stands in its place is refused and left as it was."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings
from asnquiz.storage.collection.database import open_collection
from asnquiz.storage.engine import make_engine
from asnquiz.storage.learner import open_learner_database
from tests import briefings


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def opened_with(path: Path, pragma: str) -> BriefingDatabase:
    """The database over connections that SQLite itself limits."""
    engine = make_engine(path)
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}").close())
    return BriefingDatabase(engine, keeps_nip=True)


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_only_its_owner_may_read_it(path: Path, store: BriefingDatabase) -> None:
    store.begin(briefings.briefing(), b"paket")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"sosialisasi.db": 0o600, "sosialisasi.db-wal": 0o600, "sosialisasi.db-shm": 0o600}


@pytest.mark.parametrize("open_other", [open_learner_database, open_collection])
def test_the_database_of_another_program_is_refused_and_not_changed(path: Path, open_other: object) -> None:
    assert callable(open_other)
    open_other(path).close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="bukan data sosialisasi"):
        open_briefings(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_and_not_changed(path: Path) -> None:
    path.write_bytes(b"Daftar hadir\n" * 500)
    with pytest.raises(Refusal, match="bukan data sosialisasi"):
        open_briefings(path)
    assert path.read_bytes() == b"Daftar hadir\n" * 500


def test_that_of_a_newer_program_is_refused_and_not_changed(path: Path) -> None:
    open_briefings(path).close()
    changed(path, "UPDATE briefing_version SET version_num = '0009'", "PRAGMA user_version=9")
    before = path.read_bytes()
    with pytest.raises(Refusal, match="versi yang lebih baru"):
        open_briefings(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    ["UPDATE briefing_version SET version_num = '0009'", "PRAGMA user_version=9", "DELETE FROM briefing_version"],
)
def test_one_stamp_alone_is_damage_and_no_newer_program(path: Path, statement: str) -> None:
    open_briefings(path).close()
    changed(path, statement)
    with pytest.raises(Refusal, match="rusak"):
        open_briefings(path)


def test_an_empty_file_is_made_new(path: Path) -> None:
    path.touch()
    with closing(open_briefings(path)) as store:
        assert store.summaries() == ()


def test_a_log_without_its_database_is_kept_and_told(path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"jawaban peserta")
    with pytest.raises(Refusal, match="rusak"):
        open_briefings(path)
    assert log.read_bytes() == b"jawaban peserta"
    assert not path.exists()


def test_a_folder_that_is_not_there_or_in_the_place_of_the_file_is_refused(tmp_path: Path, path: Path) -> None:
    path.mkdir()
    for place in (path, tmp_path / "tidak-ada" / "sosialisasi.db"):
        with pytest.raises(Refusal, match="Periksa apakah folder itu ada"):
            open_briefings(place)


def test_processes_that_open_a_new_one_together_agree(path: Path) -> None:
    program = "import sys; from pathlib import Path; from asnquiz.storage.briefings.database import open_briefings;"
    program += "open_briefings(Path(sys.argv[1])).close()"
    started = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    open_briefings(path).close()


def test_a_full_disk_is_told_and_loses_nothing_kept_before(path: Path, store: BriefingDatabase) -> None:
    briefing, (first, *more) = briefings.briefing(), briefings.events(*map(briefings.joined, range(1, 1000)))
    store.begin(briefing, b"paket")
    store.append(briefing.id, [first])
    full = opened_with(path, "max_page_count=1")  # SQLite takes the present size instead, and grows no more
    with pytest.raises(Refusal, match="Ruang penyimpanan penuh"):
        full.append(briefing.id, more)
    full.close()
    assert store.events(briefing.id) == (first,)
    assert [one.briefing for one in store.summaries()] == [briefing]
    store.append(briefing.id, more)
    assert store.events(briefing.id) == (first, *more)


def test_a_file_that_may_not_be_written_is_named(path: Path, store: BriefingDatabase) -> None:
    briefing = briefings.briefing()
    store.begin(briefing, b"paket")
    read_only = opened_with(path, "query_only=ON")
    with pytest.raises(Refusal, match="tidak dapat ditulisi") as refused:
        read_only.append(briefing.id, briefings.events(briefings.joined(1)))
    read_only.close()
    assert str(path) in str(refused.value)
    assert store.events(briefing.id) == ()
