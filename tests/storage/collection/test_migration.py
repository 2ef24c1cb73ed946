"""A collection of the first program with one becomes today's in one step, and loses nothing.

`version-0001.sql` is a dump of one that the code of that time made: five reports in seven files, two of them in
conflict, one more purged, and one of somebody without a NIP, linked by hand.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError

from asnquiz.domain.collection import Question, Verdict
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import open_collection
from tests.storage.collection.given import BEGUN, BUDI, CICI, PICKED, ROSTER, SITI, attempt, file, report, task, took

_ANSWERED = "SELECT attempt, place, items.item, revision, answer, certainty FROM answers JOIN {} ORDER BY 1, 2"
_MADE_ANEW = {"answers", "log", "standings", "settings", "collection_version"}


@pytest.fixture
def earlier(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(Path(__file__).with_name("version-0001.sql").read_text(encoding="utf-8"))
    return path


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def schema(path: Path) -> set[tuple[object, ...]]:
    found = rows(path, "SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(*entry[:3], "".join(str(entry[3]).split())) for entry in found}


def test_nothing_of_an_earlier_collection_is_lost(earlier: Path, tmp_path: Path) -> None:
    kept = {str(name) for (name,) in rows(earlier, "SELECT name FROM sqlite_master WHERE type = 'table'")} - _MADE_ANEW
    before = {name: rows(earlier, f"SELECT * FROM {name}") for name in kept}  # noqa: S608 - names of our own tables
    answered = rows(earlier, _ANSWERED.format("items ON items.id = answers.item"))
    standings = "SELECT task, counting, person, score_right, score_total, passed, received_ms, attempts FROM standings"
    told = rows(earlier, standings)
    done = rows(earlier, "SELECT * FROM log")
    assert (len(kept), len(answered), len(told), len(done)) == (15, 18, 9, 7)

    store = open_collection(earlier)
    assert {name: rows(earlier, f"SELECT * FROM {name}") for name in kept} == before  # noqa: S608
    assert rows(earlier, _ANSWERED.format("choices ON choices.id = choice JOIN items ON items.id = choices.item")) == (
        answered
    )
    assert rows(earlier, "SELECT count(*) FROM choices") == [(5,)]
    assert rows(earlier, "SELECT * FROM log") == [(*entry, None) for entry in done]
    assert [(row.nip, row.right, row.attempts) for row in store.people(PICKED).rows] == [
        (BUDI, None, 0),
        (SITI, 8, 1),
        (CICI, 8, 1),
    ]
    assert rows(earlier, standings) == told
    assert store.overview(PICKED).refused == {Verdict.CHANGED: 1, Verdict.CONFLICT: 2}
    assert store.tasks() == (task(7),)
    assert set(store.roster()) == set(ROSTER)
    office = store.office()
    assert office is not None
    assert office.name == "BKPSDM Kabupaten Contoh"
    of_task = Question(UUID(int=7), supervised=False, counting=Counting.LAST)
    assert took(store, file("lagi.asnskor", report("a", SITI, attempt("u1")))) == {Verdict.DUPLICATE: 1}
    took(store, file("baru.asnskor", report("g", SITI, attempt("u9", right=6), task=str(UUID(int=7)))))
    assert [(row.nip, row.right) for row in store.people(of_task).rows] == [(BUDI, 7), (SITI, 6), (CICI, None)]
    assert store.purge(key=CICI, at=BEGUN) == 3
    store.close()

    open_collection(tmp_path / "new.db").close()
    assert schema(earlier) == schema(tmp_path / "new.db")
    assert rows(earlier, "SELECT version_num FROM collection_version") == [("0004",)]


def test_a_migration_that_cannot_be_finished_leaves_everything_as_it_was(earlier: Path) -> None:
    with closing(sqlite3.connect(earlier)) as connection:
        connection.execute("DROP TABLE settings")  # into which the last step writes
        before = list(connection.iterdump())
    with pytest.raises(OperationalError, match="settings"):
        open_collection(earlier)
    with closing(sqlite3.connect(earlier)) as connection:
        assert list(connection.iterdump()) == before
