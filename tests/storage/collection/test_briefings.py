"""What class records tell: everybody who was there, once for each briefing, and never an exam of a task."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.attempt import Score
from asnquiz.domain.class_results import Attended, Briefed, Held
from asnquiz.domain.collection import Arrival, Looked, Question, TakenReport, Verdict
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from tests.conftest import IN_CI
from tests.servers import Server
from tests.storage.collection.given import (
    BEGUN,
    BUDI,
    PICKED,
    ROSTER,
    SITI,
    File,
    attempt,
    attendance,
    class_report,
    file,
    report,
    took,
)

ONE, OTHER = str(UUID(int=1)), str(UUID(int=2))
LATER = BEGUN + timedelta(days=1)
FIRST = class_report("satu", ONE, attendance(1, SITI), attendance(2, name="Tanpa Nomor"), attendance(4, BUDI))
AGAIN = FIRST._replace(sha256=b"another export".ljust(32), evidence=b"evidence of another export")
RETOLD = class_report("lain", ONE, attendance(1, SITI, votes=(2, 2)), attendance(4, BUDI))
SECOND = class_report("dua", OTHER, attendance(1, SITI, votes=(0, 1), pretest=None, people=4))


def rows(store: CollectionDatabase) -> list[tuple[int, str | None, str, str]]:
    return [(one.briefing.int, one.nip, one.name, one.agency) for one in store.attended()]


BOTH = [
    (1, BUDI, "Budi Santoso", "Dinas Kesehatan"),
    (1, SITI, "Siti Aminah", "Dinas Kesehatan"),
    (2, SITI, "Siti Aminah", "Dinas Kesehatan"),
    (1, None, "Tanpa Nomor", ""),
]


def test_everybody_is_told_by_the_roster_where_their_nip_is_on_it(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    files = [file("a.asnkelas", FIRST), file("b.asnkelas", SECOND)]
    assert took(store, *files) == {Verdict.ACCEPTED: 2}
    assert rows(store) == BOTH
    assert store.briefed() == Briefed(2, 4, 7)
    day = BEGUN.date().replace(day=2)
    assert store.held() == (
        Held("Apel netralitas", "BKPSDM", "Aula", day, 3, 3),
        Held("Apel netralitas", "BKPSDM", "Aula", day, 1, 4),
    )
    _, siti, *_ = store.attended()
    assert siti == Attended(
        UUID(int=1), "Apel netralitas", "BKPSDM", "Aula", BEGUN.date().replace(day=2), SITI, "Siti Aminah",
        "Dinas Kesehatan", "Puskesmas Satu", "Perawat", True, 1, 2, Score(1, 2), Score(1, 3), Score(3, 3), True,
    )  # fmt: skip


def test_what_comes_twice_is_there_once(store: CollectionDatabase) -> None:
    assert took(store, file("a.asnkelas", FIRST)) == {Verdict.ACCEPTED: 1}
    assert took(store, file("a.asnkelas", FIRST), file("salinan.asnkelas", FIRST)) == {Verdict.DUPLICATE: 2}
    assert store.briefed() == Briefed(1, 3, 3)
    # Another export of the same is another file and no other briefing.
    assert took(store, file("b.asnkelas", AGAIN)) == {Verdict.ACCEPTED: 1}
    assert store.briefed() == Briefed(1, 3, 3)
    assert store.known([file("b.asnkelas", AGAIN)[0].sha256]) == {
        file("b.asnkelas", AGAIN)[0].sha256: Verdict.DUPLICATE
    }


def test_two_contents_of_one_briefing_are_kept_and_neither_counts(store: CollectionDatabase) -> None:
    took(store, file("a.asnkelas", FIRST), file("c.asnkelas", SECOND))
    assert took(store, file("b.asnkelas", RETOLD)) == {Verdict.CONFLICT: 1}
    assert {(one.name, one.verdict) for one in store.refused()} == {
        ("a.asnkelas", Verdict.CONFLICT),
        ("b.asnkelas", Verdict.CONFLICT),
    }
    assert store.overview(PICKED).refused == {Verdict.CONFLICT: 2}
    assert [row[0] for row in rows(store)] == [2]
    assert store.briefed() == Briefed(1, 1, 4)
    assert [one.people for one in store.held()] == [4]


def test_briefings_are_listed_from_the_newest_day_on_and_those_that_nobody_came_to_as_well(
    store: CollectionDatabase,
) -> None:
    for place, day in enumerate(("2026-11-03", "2027-01-01", "2026-11-20"), 3):
        one = class_report(day, str(UUID(int=place)), attendance(1), attendance(2, people=5))
        assert one.briefing is not None
        took(store, file(day, one._replace(briefing=one.briefing._replace(day=day))))
    took(store, file("nol", class_report("nol", OTHER)))
    assert [(str(one.day), one.attendees, one.people) for one in store.held()] == [
        ("2027-01-01", 2, 6),
        ("2026-11-20", 2, 6),
        ("2026-11-03", 2, 6),
        ("2026-11-02", 0, 0),
    ]


def test_a_briefing_is_no_exam_of_anybody_though_it_was_held_for_a_task(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    task = UUID(int=7)
    exam = report("ujian", SITI, attempt("u1"), task=str(task), device="kunci-2")
    took(store, file("u.pdf", exam))
    of_task = [Question(task, supervised=supervised, counting=Counting.LAST) for supervised in (False, True)]
    before = [(store.people(asked), store.standings(asked).units) for asked in (*of_task, PICKED)]
    took(store, file("a.asnkelas", FIRST._replace(task=str(task), device="kunci-2")))
    assert [(store.people(asked), store.standings(asked).units) for asked in (*of_task, PICKED)] == before
    assert [one.nip for one in store.people(of_task[0]).rows if one.right is not None] == [SITI]


FILES = (file("a", FIRST), file("b", AGAIN), file("c", SECOND), file("d", report("e", SITI, attempt("u1"))))


def answers(store: CollectionDatabase) -> tuple[Any, ...]:
    refused = sorted((one.name, one.verdict.value) for one in store.refused())
    return list(store.attended()), store.briefed(), refused, store.people(PICKED)


@settings(max_examples=20 if IN_CI else 8)
@given(st.permutations([*FILES, file("e", RETOLD), file("a", FIRST)]), st.lists(st.integers(0, 6), max_size=3))
def test_neither_order_nor_repetition_nor_the_cut_changes_anything(
    tmp_path_factory: pytest.TempPathFactory, files: list[File], cuts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("rekap")
    with closing(open_collection(folder / "a.db")) as once, closing(open_collection(folder / "b.db")) as cut:
        took(once, *FILES, file("e", RETOLD))
        for begin, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(files)], strict=True):
            took(cut, *files[begin:end])
        assert answers(cut) == answers(once)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 3, 0, 2)])
def test_the_order_of_files_changes_nothing_at_either_place(store: CollectionDatabase, order: tuple[int, ...]) -> None:
    store.keep_roster(ROSTER, BEGUN)
    for number in order:
        took(store, FILES[number])
    assert (rows(store), store.briefed()) == (BOTH, Briefed(2, 4, 7))


def leaves_no_byte(path: Path, *marks: bytes) -> bool:
    return not any(mark in one.read_bytes() for one in path.parent.iterdir() for mark in marks)


def test_what_was_received_before_a_time_leaves_hashes_only(path: Path) -> None:
    with closing(open_collection(path)) as store:
        took(store, file("a.asnkelas", FIRST))
        took(store, file("b.asnkelas", SECOND), at=LATER)
        assert store.purgeable(LATER) == 1
        assert store.purge(before=LATER, at=LATER) == 1
        assert leaves_no_byte(path, b"Tanpa Nomor", b"evidence of satu")
        assert [row[0] for row in rows(store)] == [2]
        assert took(store, file("a.asnkelas", FIRST), at=LATER) == {Verdict.DELETED: 1}
        assert [row[0] for row in rows(store)] == [2]


def test_a_conflict_is_over_when_one_side_is_gone(store: CollectionDatabase) -> None:
    took(store, file("a.asnkelas", FIRST))
    took(store, file("b.asnkelas", RETOLD), at=LATER)
    assert rows(store) == []
    store.purge(before=LATER, at=LATER)
    assert [(one.nip, one.votes) for one in store.attended()] == [(SITI, Score(2, 2)), (BUDI, Score(1, 2))]
    assert tuple(store.refused()) == ()


def test_one_person_leaves_no_byte_and_the_others_stay(path: Path) -> None:
    evidence = b"evidence of " + SITI.encode()
    first = FIRST._replace(evidence=evidence)
    with closing(open_collection(path)) as store:
        took(store, file("a.asnkelas", first), file("b.asnkelas", SECOND))
        assert store.purge(key=SITI, at=LATER) == 2
        assert leaves_no_byte(path, SITI.encode())
        others = [(1, BUDI, "Peserta 4", ""), (1, None, "Tanpa Nomor", "")]
        assert rows(store) == others
        # Neither the same file nor another export of the same brings anything back.
        unlooked = (Arrival("a.asnkelas", file("a.asnkelas", first)[0].sha256), Looked(Verdict.DUPLICATE, ""))
        assert took(store, unlooked, file("tersegel.asnkelas", first)) == {Verdict.DUPLICATE: 2}
        assert took(store, file("c.asnkelas", AGAIN._replace(evidence=evidence))) == {Verdict.ACCEPTED: 1}
        assert rows(store) == others
        assert leaves_no_byte(path, SITI.encode())


def test_nothing_of_it_is_seen_in_a_server_that_is_of_the_version_before(postgres: Server) -> None:
    """A collection that was made there by the program before becomes the same as a new one."""
    addresses = [postgres.address(postgres.new_database()) for _ in range(2)]
    for address in addresses:
        open_server_collection(address).close()
    with closing(psycopg.connect(addresses[0], autocommit=True)) as connection:
        before = columns(connection.execute)
        connection.execute("DROP TABLE attendances, tellings, briefings")
        connection.execute("UPDATE collection_version SET version_num = '0003'")
    with closing(open_server_collection(addresses[0])) as store:
        assert took(store, file("a.asnkelas", FIRST)) == {Verdict.ACCEPTED: 1}
        assert store.briefed() == Briefed(1, 3, 3)
    with closing(psycopg.connect(addresses[0], autocommit=True)) as connection:
        assert columns(connection.execute) == before


_COLUMNS = """
    SELECT table_name, column_name, ordinal_position, data_type, is_nullable, collation_name
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 3
"""
_RULES = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2
"""
_INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"


def columns(ask: Callable[[Any], Any]) -> list[list[tuple[Any, ...]]]:
    return [ask(query).fetchall() for query in (_COLUMNS, _RULES, _INDEXES)]


def test_a_file_of_the_version_before_takes_them_in(path: Path) -> None:
    open_collection(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("attendances", "tellings", "briefings"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE collection_version SET version_num = '0003'")
    with closing(open_collection(path)) as store:
        assert took(store, file("a.asnkelas", FIRST)) == {Verdict.ACCEPTED: 1}
        assert store.briefed() == Briefed(1, 3, 3)


def test_many_of_one_import_are_told_apart(store: CollectionDatabase) -> None:
    records: list[TakenReport] = [
        class_report(str(number), str(UUID(int=number)), *(attendance(place) for place in range(1, 4)))
        for number in range(40)
    ]
    assert took(store, *(file(f"{number}", one) for number, one in enumerate(records))) == {Verdict.ACCEPTED: 40}
    assert store.briefed() == Briefed(40, 120, 120)
