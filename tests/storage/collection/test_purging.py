"""What is purged leaves no readable byte, and is known when it comes again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.collection import Arrival, Looked, TakenAnswer, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from tests.storage.collection.conftest import Open
from tests.storage.collection.given import BEGUN, BUDI, PICKED, SITI, attempt, file, report, took

NAME = "Nurhayati Rahmawati"
LATER = BEGUN + timedelta(days=400)
_ANSWERS = (TakenAnswer("soal sembilan", 1, "[3,1,4,1,5]", "hampir yakin"),)
MARKS = [SITI.encode(), NAME.encode(), NAME.casefold().encode(), b"[3,1,4,1,5]", b"hampir yakin", b"evidence of milik"]
MARKS += [b"soal sembilan"]

OWN = file(f"bukti {NAME}.pdf", report("milik-1", SITI, attempt("u1", answers=_ANSWERS), name=NAME))
COPY = file(f"bukti {NAME} (1).pdf", OWN[1].report or Verdict.FOREIGN)
UNNUMBERED = file("bukti.pdf", report("milik-2", None, attempt("u2", start=60, answers=_ANSWERS), name=NAME))
OTHER = file("budi.pdf", report("lain", BUDI, attempt("u3", start=120), name="Budi Santoso"))


@pytest.fixture
def open_store(path: Path) -> Open:
    """In a file only."""
    return partial(open_collection, path)


@pytest.fixture
def filled(store: CollectionDatabase) -> CollectionDatabase:
    took(store, OWN, COPY, UNNUMBERED, file(f"rusak {NAME}.asnskor", Verdict.CHANGED))
    took(store, OTHER, at=BEGUN + timedelta(days=1))
    return store


def traces(path: Path) -> set[bytes]:
    content = b"".join(one.read_bytes() for one in path.parent.iterdir())
    return {mark for mark in MARKS if mark in content}


@contextmanager
def reader(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM reports").fetchone()
        yield


def test_what_was_received_before_a_time_leaves_no_byte(path: Path, filled: CollectionDatabase) -> None:
    assert traces(path) == set(MARKS)
    assert filled.purge(before=BEGUN + timedelta(hours=1), at=LATER) == 2
    assert traces(path) == set()
    assert [one.nip for one in filled.people(PICKED).rows] == [BUDI]
    overview = filled.overview(PICKED)
    assert (overview.files, overview.refused) == (5, {})
    filled.close()
    assert traces(path) == set()


def test_one_person_leaves_no_byte_and_nobody_else_loses_anything(path: Path, store: CollectionDatabase) -> None:
    took(store, OWN, UNNUMBERED, OTHER)
    budi = store.person(PICKED, BUDI)
    unnumbered = next(one.key for one in store.people(PICKED).rows if one.nip is None)
    store.link(unnumbered, SITI, BEGUN)
    assert store.purge(key=SITI, at=LATER) == 2
    assert traces(path) == set()
    assert store.people(PICKED).rows == (budi,)
    entry = store.log()[0]
    assert (entry.at, entry.act, entry.words) == (LATER, "Penghapusan", "2 hasil milik satu orang")


def test_an_attempt_that_another_report_tells_stays(store: CollectionDatabase) -> None:
    both = attempt("u1")
    took(store, file("a", report("a", SITI, both)), file("b", report("b", BUDI, both)))
    assert store.purge(key=SITI, at=LATER) == 1
    assert [(one.nip, one.right, one.flags) for one in store.people(PICKED).rows] == [(BUDI, 8, frozenset())]


def test_what_a_purge_would_remove_is_counted_first(store: CollectionDatabase) -> None:
    took(store, file("a", report("a", SITI, attempt("u1"))), at=BEGUN)
    took(store, file("b", report("b", BUDI, attempt("u2", start=60))), at=LATER)
    for before, count in ((BEGUN, 0), (LATER, 1), (LATER + timedelta(seconds=1), 1)):
        assert store.purgeable(before) == count
        assert store.purge(before=before, at=LATER) == count


def test_a_conflict_is_over_when_one_side_is_gone(store: CollectionDatabase) -> None:
    took(
        store,
        file("a", report("a", SITI, attempt("u1"))),
        file("b", report("b", BUDI, attempt("u1", right=9))),
    )
    store.purge(key=SITI, at=LATER)
    assert [(one.nip, one.right) for one in store.people(PICKED).rows] == [(BUDI, 9)]
    assert tuple(store.refused()) == ()


def test_what_was_purged_is_known_by_its_bytes_and_by_what_was_signed(filled: CollectionDatabase) -> None:
    filled.purge(key=SITI, at=LATER)
    hashes = [OWN[0].sha256, COPY[0].sha256, OTHER[0].sha256]
    assert filled.known(hashes) == {
        OWN[0].sha256: Verdict.DELETED,
        COPY[0].sha256: Verdict.DELETED,
        OTHER[0].sha256: Verdict.DUPLICATE,
    }
    sealed_anew = file("dikirim lagi.pdf", OWN[1].report or Verdict.FOREIGN)
    unlooked = (Arrival("bukti.pdf", OWN[0].sha256), Looked(Verdict.DELETED, "Sudah dihapus."))
    believed = (Arrival("salinan.pdf", COPY[0].sha256), Looked(Verdict.DUPLICATE, ""))  # asked before the purge
    number = filled.begin_import("surel", LATER)
    filled.take(number, [sealed_anew, unlooked, believed, OTHER])
    assert filled.end_import(number, LATER).verdicts == {Verdict.DELETED: 3, Verdict.DUPLICATE: 1}
    assert filled.person(PICKED, SITI) is None
    assert {one.name for one in filled.refused(number)} == {"dikirim lagi.pdf", "bukti.pdf", "salinan.pdf"}


def test_nothing_is_gone_while_somebody_else_reads(path: Path, filled: CollectionDatabase) -> None:
    before = filled.people(PICKED)
    with reader(path), pytest.raises(Refusal, match="sedang dipakai program lain"):
        filled.purge(key=SITI, at=LATER)
    assert filled.people(PICKED) == before
    assert filled.purge(key=SITI, at=LATER) == 1


def test_a_purge_that_was_interrupted_is_finished_when_it_is_opened_next(
    path: Path, filled: CollectionDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_engine: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("asnquiz.storage.collection.database.remove_copies", stop)
    with pytest.raises(KeyboardInterrupt):
        filled.purge(before=LATER, at=LATER)
    assert traces(path) == set(MARKS)  # in the log, at least
    open_collection(path).close()
    assert traces(path) == set()


def test_it_is_told_a_time_or_a_person(filled: CollectionDatabase) -> None:
    for asked in ({}, {"before": LATER, "key": SITI}):
        with pytest.raises(ValueError, match="either"):
            filled.purge(at=LATER, **asked)  # type: ignore[arg-type]


def test_pages_that_split_as_many_come_and_go_keep_no_copy(path: Path, store: CollectionDatabase) -> None:
    random, came = Random(1), []
    for day in range(6):
        files = []
        for number in range(40):
            nip = f"1970{random.randrange(10**14):014d}"
            name = f"Orang {nip} " + "x" * random.choice((0, 3, 60, 700))
            told = report(f"milik {nip}", nip, attempt(f"u{day} {number}", start=100 * number + day), name=name)
            files.append(file(f"{name}.pdf", told))
            came.append(nip)
        took(store, *files, at=BEGUN + timedelta(days=day))
        gone = came.pop(random.randrange(len(came)))
        store.purge(key=gone, at=LATER)
        assert not any(gone.encode() in one.read_bytes() for one in path.parent.iterdir())
    assert {one.nip for one in store.people(PICKED).rows} <= set(came)
