"""On a server that is set up as docs/skala.md says, each role can do its work and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from asnquiz.content import compiled
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.collection import Office, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import CollectionDatabase, open_server_collection
from asnquiz.storage.collection.tables import metadata
from tests import builders
from tests.fakes import FixedPack
from tests.servers import Server
from tests.storage.collection.given import BEGUN, BUDI, CICI, PICKED, ROSTER, SITI, attempt, file, report, task, took
from tests.storage.collection.guide import told

OWNER, IMPORTER, READER = "ani", "budi", "cici"
LATER = BEGUN + timedelta(days=1)
NO_RIGHT = "Akun ini tidak berhak melakukan hal itu"
PACK = builders.pack()
OFFICE = Office("BKPSDM Kabupaten Contoh", ("Pemerintah",), "t", (("office", "k", "x"),), BEGUN)
# What an importer may change of rows that are there, and what it may not even add to; of settings it replaces two only.
CHANGES = {
    "imports": {"ended_ms"},
    "files": {"verdict", "reason", "report", "last_import"},
    "reports": {"received_ms", "person"},
    "choices": {"own_mark", "mark"},
}
REMOVES = {"links", "changed", "marks", "people", "standings", "settings"}
NEVER = {"collection_version", "roster", "tasks", "purged", "settings"}
KEPT = {"collection_version", "roster", "tasks", "settings"}

LOOKS: list[Callable[[CollectionDatabase], object]] = [
    lambda store: store.overview(PICKED),
    lambda store: store.people(PICKED),
    lambda store: store.counted(PICKED),
    lambda store: list(store.answers(PICKED)),
    lambda store: store.asked(),
    lambda store: list(store.refused()),
    lambda store: store.purgeable(LATER),
]


@pytest.fixture(scope="module")
def rekap(postgres: Server) -> Server:
    """Set up by the guide, with what the owner keeps."""
    sql(postgres, "1-peran.sql", "postgres")
    with opened(postgres, OWNER) as owner:
        owner.keep_office(OFFICE)
        owner.keep_roster(ROSTER, BEGUN)
        owner.add_task(task(1))
    for _ in range(2):  # once more for a later version of the program
        sql(postgres, "2-hak.sql", "rekap")
    return postgres


def sql(server: Server, name: str, database: str) -> None:
    server.write(name, told(name))
    server.script(f"psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname {database} < {name}")


@contextmanager
def opened(server: Server, account: str) -> Iterator[CollectionDatabase]:
    with closing(open_server_collection(server.address("rekap", account), FixedPack(PACK))) as store:
        yield store


@pytest.fixture
def owner(rekap: Server) -> Iterator[CollectionDatabase]:
    """Of a collection in which are no results."""
    rekap.run(f"TRUNCATE {', '.join(metadata.tables.keys() - KEPT)}", "rekap")
    with opened(rekap, OWNER) as store:
        yield store


@pytest.fixture
def importer(rekap: Server, owner: CollectionDatabase) -> Iterator[CollectionDatabase]:
    with opened(rekap, IMPORTER) as store:
        yield store


@pytest.fixture
def reader(rekap: Server, owner: CollectionDatabase) -> Iterator[CollectionDatabase]:
    with opened(rekap, READER) as store:
        yield store


@contextmanager
def refusing(server: Server, account: str) -> Iterator[Callable[[str], bool]]:
    """Whether the server says that an account has no right to a statement; done or not, it is taken back."""
    with closing(psycopg.connect(server.address("rekap", account))) as connection:

        def refused(statement: str) -> bool:
            try:
                connection.execute(statement.encode())
            except psycopg.errors.InsufficientPrivilege:
                return True
            except psycopg.Error:  # it may be done, though not so
                return False
            finally:
                connection.rollback()
            return False

        yield refused


def changing(table: str, column: str) -> str:
    return f'UPDATE "{table}" SET "{column}" = NULL'  # noqa: S608 - our names


def adding(table: str) -> str:
    return f'INSERT INTO "{table}" SELECT * FROM "{table}"'  # noqa: S608 - our names


def removing(table: str) -> str:
    return f'DELETE FROM "{table}"'  # noqa: S608 - our names


def score(store: CollectionDatabase, nip: str) -> int | None:
    (found,) = (one for one in store.people(PICKED).rows if one.nip == nip)
    return found.right


def test_what_an_owner_makes_belongs_to_the_role_and_the_log_names_the_person(
    rekap: Server, owner: CollectionDatabase
) -> None:
    owners = rekap.run("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'", "rekap")
    assert owners == [("rekap_pemilik",)]
    owner.keep_roster(ROSTER, LATER)
    assert [(one.act, one.account) for one in owner.log()] == [("Daftar pegawai", OWNER)]


def test_an_importer_takes_in_derives_links_and_marks_anew(importer: CollectionDatabase) -> None:
    sent = [file("a.asnskor", report("a", SITI, attempt("u1"))), file("b.asnskor", report("b", None, attempt("u2")))]
    assert took(importer, *sent, file("x", Verdict.CHANGED)) == {Verdict.ACCEPTED: 2, Verdict.CHANGED: 1}
    # Refused before and whole now, told otherwise, and brought by an import that began before.
    assert took(importer, file("x", report("x", CICI, attempt("u3"))), at=BEGUN) == {Verdict.ACCEPTED: 1}
    again = file("c.asnskor", report("c", SITI, attempt("u1", right=9)))
    assert took(importer, again, sent[0], at=BEGUN - timedelta(days=1)) == {Verdict.CONFLICT: 2}
    (unknown,) = (one.key for one in importer.people(PICKED).rows if one.nip is None)
    importer.link(unknown, BUDI, LATER)
    assert score(importer, BUDI) == 8
    version = PackRef(PACK.id, PACK.version, compiled.identity(PACK))
    for pack in (version, None):
        importer.mark_by(pack, compiled.encode(PACK), LATER)
        in_force = importer.marking().in_force
        assert (in_force and in_force.ref) == pack
    importer.link(unknown, None, LATER)
    assert score(importer, BUDI) is None
    assert {one.account for one in importer.log(8)} == {IMPORTER}


def test_an_importer_changes_nothing_else(rekap: Server, importer: CollectionDatabase) -> None:
    took(importer, file("a.asnskor", report("a", SITI, attempt("u1"))))
    with refusing(rekap, IMPORTER) as refused:
        for name, table in metadata.tables.items():
            changes = {column.name for column in table.c if not refused(changing(name, column.name))}
            assert changes == CHANGES.get(name, set()), name
            assert refused(removing(name)) is (name not in REMOVES), name
            assert refused(adding(name)) is (name in NEVER), name
            assert refused(f'TRUNCATE "{name}"'), name
            assert refused(f'DROP TABLE "{name}"'), name


@pytest.mark.parametrize("account", [IMPORTER, READER])
def test_only_the_owner_says_whose_keys_open_what_is_sent(
    rekap: Server, owner: CollectionDatabase, account: str
) -> None:
    with opened(rekap, account) as store:
        keeping: list[Callable[[], object]] = [
            lambda: store.keep_office(Office("Palsu", (), "t", (), BEGUN)),
            lambda: store.keep_roster(ROSTER[:1], BEGUN),
            lambda: store.add_task(task(2)),
        ]
        for keep in keeping:
            with pytest.raises(Refusal, match=NO_RIGHT):
                keep()
        assert (store.office(), len(store.roster()), store.tasks()) == (OFFICE, len(ROSTER), (task(1),))
    with closing(psycopg.connect(rekap.address("rekap", account))) as connection:
        if account == IMPORTER:
            connection.execute("DELETE FROM settings")  # all that it may see to change
        assert ("office",) in connection.execute("SELECT name FROM settings").fetchall()
        connection.rollback()


def test_only_the_owner_purges(
    owner: CollectionDatabase, importer: CollectionDatabase, reader: CollectionDatabase
) -> None:
    took(importer, file("a.asnskor", report("a", SITI, attempt("u1"))))
    before = (owner.people(PICKED), owner.log())
    for store in (importer, reader):
        with pytest.raises(Refusal, match="tidak berhak menghapus hasil"):
            store.purge(before=LATER, at=LATER)
        assert (store.people(PICKED), store.log()) == before
    assert owner.purge(before=LATER, at=LATER) == 1
    assert reader.people(PICKED) != before[0]


def test_a_reader_sees_everything_and_is_noted(importer: CollectionDatabase, reader: CollectionDatabase) -> None:
    took(importer, file("a.asnskor", report("a", SITI, attempt(str(UUID(int=1))))), file("x", Verdict.CHANGED))
    for look in LOOKS:
        assert look(reader) == look(importer)
    reader.write_log("NIP utuh", "Daftar ditampilkan dengan NIP utuh", LATER)
    assert [(one.act, one.account) for one in importer.log(1)] == [("NIP utuh", READER)]


def test_a_reader_changes_nothing(rekap: Server, importer: CollectionDatabase, reader: CollectionDatabase) -> None:
    number = importer.begin_import("stik USB", BEGUN)
    changes: list[Callable[[], object]] = [
        lambda: reader.begin_import("stik USB", BEGUN),
        lambda: reader.take(number, [file("a.asnskor", report("a", SITI, attempt("u1")))]),
        lambda: reader.end_import(number, BEGUN),
        lambda: reader.link(SITI, BUDI, BEGUN),
        lambda: reader.mark_by(None, b"", BEGUN),
    ]
    for change in changes:
        with pytest.raises(Refusal, match=NO_RIGHT):
            change()
    with refusing(rekap, READER) as refused:
        for name, table in metadata.tables.items():
            assert all(refused(changing(name, column.name)) for column in table.c), name
            assert refused(removing(name)), name
            assert refused(adding(name)) is (name != "log"), name
            assert refused(f'DROP TABLE "{name}"'), name
        assert refused("CREATE TABLE public.lain (id integer)")


def test_a_reader_who_comes_before_it_was_derived_sees_what_was_derived_last(
    importer: CollectionDatabase, reader: CollectionDatabase
) -> None:
    took(importer, file("a.asnskor", report("a", SITI, attempt("u1"))))
    before = reader.people(PICKED)
    number = importer.begin_import("stik USB", LATER)
    importer.take(number, [file("b.asnskor", report("b", BUDI, attempt("u2")))])
    assert (reader.people(PICKED), reader.overview(PICKED).behind) == (before, True)
    importer.end_import(number, LATER)
    assert reader.people(PICKED) != before


def test_a_table_that_comes_later_is_read_at_once_and_written_by_its_owner_only(
    rekap: Server, owner: CollectionDatabase
) -> None:
    with closing(psycopg.connect(rekap.address("rekap", OWNER), autocommit=True)) as connection:
        connection.execute("CREATE TABLE nanti (id integer)")
        try:
            for account in (IMPORTER, READER):
                with refusing(rekap, account) as refused:
                    assert not refused("SELECT * FROM nanti")
                    assert refused("INSERT INTO nanti VALUES (1)")
        finally:
            connection.execute("DROP TABLE nanti")


def test_an_account_without_a_role_comes_not_in(rekap: Server) -> None:
    rekap.run("CREATE ROLE dedi LOGIN")
    with pytest.raises(Refusal, match=r"akunnya.*permission denied"):
        open_server_collection(rekap.address("rekap", "dedi"))


def test_an_account_that_comes_in_but_may_see_nothing_is_told_so(rekap: Server) -> None:
    rekap.run("CREATE ROLE edi LOGIN")
    rekap.run("GRANT CONNECT ON DATABASE rekap TO edi")
    with pytest.raises(Refusal, match=NO_RIGHT):
        open_server_collection(rekap.address("rekap", "edi"))


def test_a_backup_comes_back_with_everything(rekap: Server, importer: CollectionDatabase) -> None:
    took(importer, file("a.asnskor", report("a", SITI, attempt("u1"))))
    rekap.script(told("cadangan.sh"))
    try:
        with closing(open_server_collection(rekap.address("rekap_coba", OWNER), FixedPack(PACK))) as restored:
            assert restored.people(PICKED) == importer.people(PICKED)
            assert restored.log() == importer.log()
        with pytest.raises(Refusal, match="permission denied"):
            open_server_collection(rekap.address("rekap_coba", READER))
    finally:
        rekap.run("DROP DATABASE rekap_coba WITH (FORCE)")
