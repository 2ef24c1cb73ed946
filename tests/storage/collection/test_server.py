"""A database of a server is opened, refused, lost and purged as a file is, each told in a sentence that names it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url

from asnquiz.domain.collection import Office, TakenAnswer, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import CollectionDatabase, open_server_collection
from asnquiz.storage.collection.tables import metadata
from asnquiz.usecases.make_report import see_scope
from asnquiz.usecases.report_scope import scope_facts
from asnquiz.usecases.see_collection import BEHIND, overview_lines
from tests.servers import OWNER, Server
from tests.storage.collection.given import BEGUN, BUDI, PICKED, ROSTER, SITI, attempt, file, report, task, took

NAME = "Nurhayati Rahmawati"
_ANSWERS = (TakenAnswer("soal sembilan", 1, "[3,1,4,1,5]", "hampir yakin"),)
TRACES = (SITI.encode(), NAME.encode(), NAME.casefold().encode(), b"evidence of milik")
GREATEST = 2**53 - 1
_OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_END_ALL = f"SELECT pg_terminate_backend(pid) {_OTHERS}"
_END_WHO_CLEANS = f"{_END_ALL} AND query LIKE 'VACUUM%' AND wait_event_type = 'Lock'"


@pytest.fixture
def name(postgres: Server) -> str:
    return postgres.new_database()


def opened(postgres: Server, name: str) -> CollectionDatabase:
    return open_server_collection(postgres.address(name))


def test_what_was_kept_is_there_when_it_is_opened_again(postgres: Server, name: str) -> None:
    office = Office("BKPSDM Kabupaten Contoh", ("Pemerintah", "Jalan"), "t", (("office", "k", "x"),), BEGUN)
    with closing(opened(postgres, name)) as store:
        store.keep_office(office)
        store.add_task(task(7))
        store.keep_roster(ROSTER, BEGUN)
        took(store, file("a.asnskor", report("a", SITI, attempt("u1"))))
        before = (store.overview(PICKED), store.people(PICKED), store.log(), store.tasks(), store.roster())
    with closing(opened(postgres, name)) as again:
        assert again.office() == office
        assert (again.overview(PICKED), again.people(PICKED), again.log(), again.tasks(), again.roster()) == before
        assert {entry.account for entry in again.log()} == {OWNER}


def test_its_tables_are_what_alembic_would_make_of_ours(postgres: Server, name: str) -> None:
    opened(postgres, name).close()
    engine = create_engine(make_url(postgres.address(name)).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_processes_that_open_a_new_one_together_agree(postgres: Server, name: str) -> None:
    program = "import sys; from asnquiz.storage.collection.database import open_server_collection;"
    program += "open_server_collection(sys.argv[1]).close()"
    command = [sys.executable, "-c", program, postgres.address(name)]
    started = [subprocess.Popen(command) for _ in range(3)]
    assert [one.wait() for one in started] == [0, 0, 0]
    opened(postgres, name).close()


def test_the_database_of_another_program_is_refused_and_not_changed(postgres: Server, name: str) -> None:
    postgres.run("CREATE TABLE pegawai (nama text)", name)
    with pytest.raises(Refusal, match=f"“{name}” di server .* bukan rekap nilai"):
        opened(postgres, name)
    assert postgres.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", name) == [("pegawai",)]


def test_that_of_a_newer_program_is_refused(postgres: Server, name: str) -> None:
    opened(postgres, name).close()
    postgres.run("UPDATE collection_version SET version_num = '0009'", name)
    with pytest.raises(Refusal, match="versi yang lebih baru"):
        opened(postgres, name)


def test_one_without_its_version_is_refused_and_not_changed(postgres: Server, name: str) -> None:
    opened(postgres, name).close()
    postgres.run("DELETE FROM collection_version", name)
    with pytest.raises(Refusal, match=f"“{name}” di server .* memulihkannya dari cadangan"):
        opened(postgres, name)
    assert postgres.run("SELECT version_num FROM collection_version", name) == []


def test_one_that_cannot_hold_every_name_is_refused(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
    with pytest.raises(Refusal, match="pengodean LATIN1"):
        opened(postgres, "latin")


def test_who_may_only_read_sees_what_was_counted_last_and_that_more_came(postgres: Server, name: str) -> None:
    with closing(opened(postgres, name)) as store:
        store.keep_roster(ROSTER, BEGUN)
        took(store, file("a.asnskor", report("a", SITI, attempt("u1"))))
        number = store.begin_import("stik", BEGUN)
        store.take(number, [file("b.asnskor", report("b", BUDI, attempt("u2", start=90)))])
        postgres.run(
            f"CREATE ROLE {name}_pembaca LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}_pembaca", name
        )
        with closing(open_server_collection(postgres.address(name, f"{name}_pembaca"))) as reader:
            for finished, behind in ((1, True), (2, False)):
                overview = reader.overview(PICKED)
                assert (overview.finished, overview.behind, reader.counted(PICKED).behind) == (finished, behind, behind)
                assert [line for line in overview_lines(overview) if "Belum dihitung" in line] == (
                    [f"Belum dihitung: {BEHIND}"] if behind else []
                )
                assert ("Belum dihitung" in dict(scope_facts(see_scope(PICKED, reader)))) is behind
                store.end_import(number, BEGUN)
            with pytest.raises(Refusal, match="Akun ini tidak berhak"):
                reader.begin_import("stik", BEGUN)
            with pytest.raises(Refusal, match="tidak berhak menghapus"):
                reader.purge(key=SITI, at=BEGUN)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://kantor@localhost:1/rekap", "“rekap” di server localhost tidak dapat dihubungi"),
        ("postgresql://kantor:rahasia@127.0.0.1:1/rekap", "tidak dapat dihubungi"),
        ("postgresql://kantor:rahasia@localhost:satu/rekap", "Alamat server rekap tidak dikenal"),
        ("postgresql+psycopg2://localhost/rekap", "Alamat server rekap tidak dikenal"),
        ("postgresql://kantor:rahasia@localhost:1/rekap?kata=rahasia", "Alamat server rekap tidak dikenal"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(address: str, words: str) -> None:
    with pytest.raises(Refusal, match=words) as refused:
        open_server_collection(address)
    assert "rahasia" not in str(refused.value)


def test_a_database_that_is_not_there_is_told(postgres: Server) -> None:
    with pytest.raises(Refusal, match=r"“tidak_ada” .*tidak dapat dihubungi.*tidak_ada"):
        opened(postgres, "tidak_ada")


def test_a_connection_that_is_lost_is_told_and_made_anew(postgres: Server, name: str) -> None:
    with closing(opened(postgres, name)) as store:
        number = store.begin_import("stik", BEGUN)
        store.take(number, [file("a.asnskor", report("a", SITI, attempt(str(UUID(int=1)))))])
        given = store.answers(PICKED)
        assert next(given).key == SITI
        postgres.run(_END_ALL, name)
        with pytest.raises(Refusal, match="sambungannya terputus"):
            list(given)
        postgres.run(_END_ALL, name)
        store.take(number, [file("b.asnskor", report("b", BUDI, attempt("u2", start=90)))])
        assert store.end_import(number, BEGUN).verdicts == {Verdict.ACCEPTED: 2}


def test_numbers_that_no_server_multiplies_stop_nobody(postgres: Server, name: str) -> None:
    endless = attempt("u1", pass_mark=GREATEST, right=GREATEST, total=GREATEST, limit_ms=-GREATEST)
    with closing(opened(postgres, name)) as store:
        took(store, file("a.asnskor", report("a", SITI, endless)))
        assert [(row.right, row.passed) for row in store.people(PICKED).rows] == [(GREATEST, False)]


def test_what_is_purged_leaves_no_byte_in_its_tables(postgres: Server, name: str) -> None:
    with closing(opened(postgres, name)) as store:
        own = report("milik-1", SITI, attempt("u1", answers=_ANSWERS), name=NAME)
        took(store, file(f"bukti {NAME}.pdf", own), file("budi.pdf", report("lain", BUDI, attempt("u3"), name="Budi")))
        postgres.run("ANALYZE", name)  # as a server does by itself
        assert found_in(postgres, name) == set(TRACES)
        assert store.purge(key=SITI, at=BEGUN) == 1
        assert [row.nip for row in store.people(PICKED).rows] == [BUDI]
        assert took(store, file("lagi.pdf", own)) == {Verdict.DELETED: 1}
    assert found_in(postgres, name) == set()


def found_in(postgres: Server, name: str) -> set[bytes]:
    """Which traces the files of a database hold, once the server wrote out what it knows."""
    postgres.run("CHECKPOINT")
    ((number,),) = postgres.run("SELECT oid FROM pg_database WHERE datname = current_database()", name)
    folder = Path(postgres.folder) / "data" / "base" / str(number)
    content = b"".join(one.read_bytes() for one in folder.iterdir())
    return {trace for trace in TRACES if trace in content}


def test_a_purge_that_was_interrupted_is_finished_by_who_opens_it_next(postgres: Server, name: str) -> None:
    with closing(opened(postgres, name)) as store, ThreadPoolExecutor() as pool:
        took(store, file("a.pdf", report("milik-1", SITI, attempt("u1"), name=NAME)))
        postgres.run("ANALYZE", name)  # which is kept of a table that is empty afterwards
        with closing(psycopg.connect(postgres.address(name))) as reader:
            reader.execute("SELECT name FROM reports").fetchall()  # for whom the tables must wait to be written anew
            purging = pool.submit(store.purge, key=SITI, at=BEGUN)
            while not postgres.run(_END_WHO_CLEANS, name):
                assert not purging.done()
            with pytest.raises(Refusal, match="sambungannya terputus"):
                purging.result()
    opened(postgres, name).close()
    assert found_in(postgres, name) == set()
