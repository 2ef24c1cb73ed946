"""A database is made, recognised, migrated after a copy, or refused."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

import asnquiz.storage
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import make_engine, writing
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.migrations.upgrade import upgrade
from tests import builders

COPY = "backups/belajar-sebelum-versi-0003.db"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as plain:
        return plain.execute(query).fetchall()


def schema(path: Path) -> set[tuple[object, ...]]:
    found = rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(*entry[:3], "".join(str(entry[3]).split())) for entry in found}


def version_zero(path: Path, *statements: str) -> None:
    """A database from before the first revision: Alembic's table without a stamp, and what `statements` make."""
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        for statement in statements:
            plain.execute(statement)
        plain.commit()


def test_migrating_from_nothing_gives_the_same_database_as_making_it_new(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    open_learner_database(made).close()
    engine = make_engine(migrated)
    with writing(engine) as connection:
        upgrade(connection)
    engine.dispose()
    assert schema(migrated) == schema(made)
    assert {entry[0] for entry in schema(made)} == {"table", "index", "trigger"}
    stamp = "SELECT version_num FROM alembic_version"
    assert rows(migrated, stamp) == rows(made, stamp) == [("0003",)]


def test_opening_again_keeps_what_is_there(path: Path, store: LearnerDatabase) -> None:
    profile = builders.profile()
    store.add_profile(profile)
    store.close()
    again = open_learner_database(path)
    assert again.profiles() == (profile,)
    again.close()
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, f"{path.name}.sha256"]


def test_an_older_database_is_migrated_after_a_copy_of_it(path: Path) -> None:
    version_zero(path, "CREATE TABLE notes (text)", "INSERT INTO notes VALUES ('catatan lama')")
    store = open_learner_database(path)
    store.add_profile(builders.profile())
    store.close()

    copy = path.parent / COPY
    assert rows(path, "SELECT text FROM notes") == rows(copy, "SELECT text FROM notes") == [("catatan lama",)]
    assert rows(path, "SELECT version_num FROM alembic_version") == [("0003",)]
    assert rows(copy, "SELECT name FROM sqlite_master ORDER BY name") == [("alembic_version",), ("notes",)]
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_of_an_earlier_try_is_replaced(path: Path) -> None:
    version_zero(path)
    copy = path.parent / COPY
    copy.parent.mkdir()
    copy.write_bytes(b"older")
    copy.with_name(f"{copy.name}.sementara").write_bytes(b"half")
    open_learner_database(path).close()
    assert rows(copy, "SELECT name FROM sqlite_master") == [("alembic_version",)]
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    version_zero(path, "CREATE TABLE settings (name)", "INSERT INTO settings VALUES ('tema')")
    before = schema(path)
    with pytest.raises(OperationalError, match="settings already exists"):
        open_learner_database(path)
    assert schema(path) == schema(path.parent / COPY) == before
    assert rows(path, "SELECT name FROM settings") == [("tema",)]


def test_a_damaged_database_is_set_aside_and_not_migrated(path: Path) -> None:
    version_zero(path, "CREATE TABLE notes (text UNIQUE)", "INSERT INTO notes VALUES ('catatan lama')")
    with closing(sqlite3.connect(path)) as plain:
        root = plain.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index'").fetchone()[0]
    content = bytearray(path.read_bytes())
    entry = content.index(b"catatan lama", (root - 1) * 4096)
    content[entry : entry + 7] = b"CATATAN"
    path.write_bytes(content)
    open_learner_database(path).close()
    assert rows(path, "SELECT version_num FROM alembic_version") == [("0003",)]
    assert [file.read_bytes() for file in path.parent.glob("rusak/*/belajar.db")] == [content]


def test_a_database_of_a_newer_program_is_refused_and_left_alone(path: Path, store: LearnerDatabase) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '0004'")
        plain.execute("PRAGMA user_version = 4")
        plain.commit()
    before = path.read_bytes()
    with pytest.raises(Refusal, match="Pasang versi terbaru"):
        open_learner_database(path)
    assert path.read_bytes() == before


def test_one_damaged_stamp_is_not_taken_for_a_newer_program(path: Path, store: LearnerDatabase) -> None:
    profile = builders.profile()
    store.add_profile(profile)
    store.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '0004'")
        plain.commit()
    again = open_learner_database(path)
    assert again.profiles() == (profile,)
    again.close()
    assert rows(path, "SELECT version_num FROM alembic_version") == [("0003",)]


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE moz_places (id)")
    before = path.read_bytes()
    with pytest.raises(Refusal, match="bukan data belajar"):
        open_learner_database(path)
    assert path.read_bytes() == before


def test_every_folder_of_the_room_is_a_package_that_a_wheel_takes_along() -> None:
    room = Path(asnquiz.storage.__path__[0])
    revisions = [file for file in room.rglob("0*.py") if file.parent.name == "versions"]
    assert revisions
    assert all((file.parent / "__init__.py").exists() for file in room.rglob("*.py"))
