"""What is copied to another place is the same there, row by row and answer by answer; or else nothing is there."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest

from asnquiz.content import compiled
from asnquiz.domain.collection import Copied, Office, RosterEntry, TakenAnswer, TakenAttempt, Verdict
from asnquiz.domain.marking import Marking
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from asnquiz.usecases.ports import PackSource
from tests.fakes import FixedPack
from tests.servers import Server
from tests.storage.collection.conftest import Open
from tests.storage.collection.given import (
    BEGUN,
    PICKED,
    SITI,
    attempt,
    attendance,
    class_report,
    file,
    report,
    task,
    took,
)
from tests.storage.collection.test_report import NEW, NIPS, OLD, QUESTIONS, REPORTS, ref
from tests.storage.collection.test_report import ROSTER as PEOPLE

LATER = BEGUN + timedelta(days=1)
# What a database, or the way to it, could take for something else.
ODD = ("\\N", "\\.", "a\tb\nc\rd\\t", "", " ", "'\"; --", "e\u0301é ẞ", "😀\u202e\ufeff", "\x01\x1b[2J\x7f", "NULL")

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Place:
    """A file, or a database by its address on the tests' server."""

    at: Path | str

    def open(self, packs: PackSource | None = None) -> CollectionDatabase:
        return open_collection(self.at, packs) if isinstance(self.at, Path) else open_server_collection(self.at, packs)

    def rows(self) -> Rows:
        """Every row of every table in no order, past the program."""
        is_file = isinstance(self.at, Path)
        tables = "name FROM sqlite_master WHERE type = 'table'" if is_file else "relname FROM pg_stat_user_tables"
        with closing(sqlite3.connect(self.at) if is_file else psycopg.connect(str(self.at))) as connection:
            ask: Callable[[Any], Any] = connection.execute
            names = [name for (name,) in ask(f"SELECT {tables}")]
            return {name: sorted(ask(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}  # noqa: S608


@dataclass(frozen=True)
class Told:
    """How far a copy said that it was."""

    rows: list[tuple[int, int]] = field(default_factory=list)

    def __call__(self, done: int, total: int) -> None:
        self.rows.append((done, total))


def exam(number: int, text: str) -> TakenAttempt:
    answers = (TakenAnswer(f"soal {text}", 1, text, text),)
    return attempt(str(UUID(int=number)), title=text, place=text, code=text, answers=answers)


def fill(store: CollectionDatabase) -> None:
    """All that a collection can hold: two tasks, files of every kind, conflicts, links, and what was purged."""
    store.keep_office(Office("BKPSDM “Contoh”", ODD, "t" * 43, (("office", "k", "x"),), BEGUN))
    store.add_task(task(7))
    store.add_task(task(8, minute=1))
    odd_people = [RosterEntry(f"{place:018}", *[text] * 4) for place, text in enumerate(ODD, 900)]
    store.keep_roster([*PEOPLE, *odd_people], BEGUN)
    sent = [file(f"{place}.asnskor", one) for place, one in enumerate(REPORTS)]
    strangers = [
        report(
            f"aneh {place}", None, exam(900 + place, text),
            name=text, unit=text, position=None, device=text, evidence=text.encode() + b"\0\xff",
        )
        for place, text in enumerate(ODD)
    ]  # fmt: skip
    odd = [file(f"{text}.pdf", one) for text, one in zip(ODD, strangers, strict=True)]
    refused = [file(f"{verdict.value}{ODD[place % len(ODD)]}", verdict) for place, verdict in enumerate(Verdict)]
    briefings = [
        class_report(
            f"rapat {place}", str(UUID(int=place)), attendance(1, name=text, unit=text), attendance(2, NIPS[0])
        )
        for place, text in enumerate(ODD)
    ]
    sent += [file(f"{place}.asnkelas", one) for place, one in enumerate(briefings)]
    took(store, *sent, *odd)
    took(store, *refused, *sent[:5], at=LATER)
    store.purge(key=NIPS[2], at=LATER)
    store.mark_by(ref(NEW), compiled.encode(NEW), LATER)
    unknown = [row.key for row in store.people(PICKED).rows if row.nip is None]
    store.link(unknown[0], NIPS[0], LATER)  # so that people and standings are behind
    store.begin_import("yang masih berjalan", LATER)


def answers_of(store: CollectionDatabase) -> dict[str, Any]:
    """What a collection answers to every question, but for its log."""
    marking = store.marking()
    agencies = store.agencies(PICKED)
    keys = [row.key for row in store.people(PICKED, limit=3).rows]
    of_each = [
        (
            store.overview(question), store.agencies(question), store.standings(question), store.counted(question),
            [store.units(question, one.agency) for one in agencies], store.weeks(question),
            Counter(store.choices(question)), Counter(store.sure(question)), Counter(store.matched(PICKED, question)),
            list(store.answers(question)), store.people(question), [store.person(question, key) for key in keys],
        )
        for question in QUESTIONS[::3]
    ]  # fmt: skip
    hashes = [arrival.sha256 for arrival, _ in (file(f"{place}.asnskor", one) for place, one in enumerate(REPORTS))]
    return {
        "of each": of_each,
        "office": (store.office(), store.tasks(), store.roster(), [store.linked(nip) for nip in NIPS]),
        "files": (store.known(hashes), list(store.refused()), list(store.refused(2)), store.purgeable(LATER)),
        "marking": ([one.ref for one in marking.known], marking.in_force and marking.in_force.ref),
        "marked otherwise": list(store.changed_answers(Marking(marking.known))),
        "asked": Counter(store.asked()),
        "briefings": (store.briefed(), store.held(), list(store.attended())),
    }


def new_place(kind: str, tmp_path: Path, server: Server) -> Place:
    database = server.new_database()
    return Place(server.address(database) if kind == "server" else tmp_path / f"{database}.db")


def test_it_is_the_same_at_every_place_and_back_again(tmp_path: Path, postgres: Server) -> None:
    places = [new_place(kind, tmp_path, postgres) for kind in ("file", "server", "server", "file")]
    with closing(places[0].open(FixedPack(OLD))) as store:
        fill(store)
        log = len(store.log())
    first = places[0].rows()
    assert all(first.values())
    for source, target in pairwise(places):
        told = Told()
        with closing(source.open()) as store, closing(target.open()) as copy:
            copied = store.copy_to(copy, LATER, told)
        found = target.rows()
        assert {name: rows for name, rows in found.items() if name != "log"} == {
            name: rows for name, rows in first.items() if name != "log"
        }
        last = max(found["log"])  # by its number
        assert [row for row in found["log"] if row != last] == source.rows()["log"]
        assert last[2:4] == ("Penyalinan", f"Disalin dari tempat lain: {name_of(source)}")
        assert copied == Copied(**{name: len(first[name]) for name in Copied._fields})
        assert told.rows[-1] == (sum(map(len, found.values())) - 2,) * 2  # but the version, and the last of the log
        assert told.rows == sorted(told.rows)

    with ExitStack() as kept:
        stores = [kept.enter_context(closing(places[place].open(FixedPack(OLD)))) for place in (0, 1, 3)]
        expected, *others = map(answers_of, stores)
        assert all(other == expected for other in others)
        assert expected["marking"][1] == ref(NEW)
        assert expected["marked otherwise"]
        assert [(entry.act, entry.words) for entry in stores[1].log(len(stores[1].log()) - log)][::-1] == [
            ("Penyalinan", f"Mulai disalin ke tempat lain: {name_of(places[1])}"),
            ("Penyalinan", f"Disalin dari tempat lain: {name_of(places[0])}"),
            ("Penyalinan", f"Mulai disalin ke tempat lain: {name_of(places[2])}"),
        ]


def name_of(place: Place) -> str:
    if isinstance(place.at, Path):
        return f"Berkas {place.at}"
    database, _, host = place.at.removeprefix("postgresql://pemilik@/").partition("?host=")
    return f"Rekap “{database}” di server {host.partition('&')[0]}"


def test_it_is_of_one_moment_though_others_go_on_there(open_store: Open, tmp_path: Path) -> None:
    with closing(open_store(None)) as source, closing(open_collection(tmp_path / "salinan.db")) as copy:
        took(source, file("a", report("a", SITI, attempt("u1"))))
        people = source.people(PICKED)

        first = iter([True])

        def go_on(_done: int, _total: int) -> None:
            if next(first, False):
                took(source, file("b", report("b", NIPS[0], attempt("u2"))))

        assert source.copy_to(copy, LATER, go_on).reports == 1
        assert copy.people(PICKED) == people
        assert source.people(PICKED).total == 2


FILLINGS: dict[str, Callable[[CollectionDatabase], object]] = {
    "an office": lambda store: store.keep_office(Office("BKPSDM", (), "t", (), None)),
    "a task": lambda store: store.add_task(task(1)),
    "a roster": lambda store: store.keep_roster(PEOPLE, BEGUN),
    "results": lambda store: took(store, file("a", report("a", SITI, attempt("u1")))),
    "a log": lambda store: store.write_log("NIP utuh", "Daftar orang", BEGUN),
}


@pytest.fixture
def source(tmp_path: Path) -> CollectionDatabase:
    made = open_collection(tmp_path / "asal.db")
    took(made, file("b", report("b", SITI, attempt("u2"))))
    return made


@pytest.mark.parametrize("filling", FILLINGS)
def test_where_anything_is_already_nothing_is_changed(path: Path, source: CollectionDatabase, filling: str) -> None:
    with closing(open_collection(path)) as target, closing(source):
        FILLINGS[filling](target)
        before = (target.office(), target.tasks(), target.roster(), target.people(PICKED), target.log())
        with pytest.raises(Refusal, match=f"^Berkas {path} sudah berisi"):
            source.copy_to(target, LATER, Told())
        assert (target.office(), target.tasks(), target.roster(), target.people(PICKED), target.log()) == before
        assert [entry.act for entry in source.log()] == ["Rekap", "Rekap"]


def test_where_a_program_only_looked_there_is_nothing_yet(open_store: Open, source: CollectionDatabase) -> None:
    with closing(open_store(FixedPack(NEW))) as target, closing(source):
        assert target.overview(PICKED).files == 0
        assert [known.ref for known in target.marking().known] == [ref(NEW)]
        source.copy_to(target, LATER, Told())
    with closing(open_store(FixedPack(OLD))) as target:
        assert [known.ref for known in target.marking().known] == [ref(OLD)]


def test_a_place_is_not_copied_onto_itself(open_store: Open) -> None:
    with closing(open_store(None)) as store, closing(open_store(None)) as same:
        with pytest.raises(Refusal, match="masih kosong"):
            store.copy_to(same, LATER, Told())
        took(store, file("a", report("a", SITI, attempt("u1"))))
        log = store.log()
        with pytest.raises(Refusal, match="sudah berisi"):
            store.copy_to(same, LATER, Told())
        assert same.log() == log


def test_a_purge_that_is_not_over_is_no_matter_of_the_copy(tmp_path: Path, source: CollectionDatabase) -> None:
    """What is left of it lies outside of the rows."""
    with closing(sqlite3.connect(tmp_path / "asal.db")) as plain, plain:
        plain.execute("INSERT INTO settings VALUES ('purging', '1')")
    with closing(source), closing(open_collection(tmp_path / "salinan.db")) as copy:
        source.copy_to(copy, LATER, Told())
    assert Place(tmp_path / "salinan.db").rows()["settings"] == []
    assert Place(tmp_path / "asal.db").rows()["settings"] == [("purging", "1")]


def test_a_copy_that_lacks_a_row_is_given_up(tmp_path: Path, source: CollectionDatabase) -> None:
    target = tmp_path / "salinan.db"
    open_collection(target).close()
    with closing(sqlite3.connect(target)) as plain, plain:
        swallowing = "CREATE TRIGGER t BEFORE INSERT ON answers WHEN new.place = 1 BEGIN SELECT RAISE(IGNORE); END"
        plain.execute(swallowing)
    with closing(source), closing(open_collection(target)) as copy, pytest.raises(RuntimeError, match="answers"):
        source.copy_to(copy, LATER, Told())
    assert not any(rows for name, rows in Place(target).rows().items() if name != "collection_version")


@pytest.mark.parametrize("lost", ["source", "target"])
def test_a_server_that_is_lost_is_named_and_nothing_is_there(postgres: Server, lost: str) -> None:
    names = {"source": postgres.new_database(), "target": postgres.new_database()}
    stores = {name: open_server_collection(postgres.address(database)) for name, database in names.items()}
    took(stores["source"], file("a", report("a", SITI, attempt("u1"))))

    first = iter([True])

    def lose(_done: int, _total: int) -> None:
        if next(first, False):
            ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"
            postgres.run(ending.format(names[lost]))

    with pytest.raises(Refusal, match=f"^Rekap “{names[lost]}” di server .* tidak dapat dihubungi"):
        stores["source"].copy_to(stores["target"], LATER, lose)
    assert stores["target"].log() == ()
    assert stores["source"].copy_to(stores["target"], LATER, Told()).reports == 1
    for store in stores.values():
        store.close()
