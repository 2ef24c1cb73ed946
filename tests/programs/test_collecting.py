"""The processes that look at files: what they answer, what is made of one that dies, and that none is left."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from asnquiz.domain.collection import Looked, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.collecting import CANNOT, Look, Workers, open_collecting
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles.key_transport import arrived
from asnquiz.scorefiles.look import look_at
from benchmarks.score_files import RECIPIENTS, Writer
from tests.programs import looking, never_looking
from tests.scorefiles.learning import OnePack
from tests.scorefiles.offices import GOLDEN

PATIENCE_S = 60.0
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the readers of these tests end by signals")


def results(workers: Workers, count: int) -> dict[int, Sequence[Looked]]:
    found: dict[int, Sequence[Looked]] = {}
    while len(found) < count:
        came = workers.finished(PATIENCE_S)
        assert came
        found |= dict(came)
    return found


@pytest.fixture
def two() -> Iterator[Workers]:
    with closing(Workers({}, count=2, look=looking.look)) as workers:
        yield workers
    assert active_children() == []


def reasons(found: dict[int, Sequence[Looked]]) -> dict[int, list[str]]:
    return {
        number: ["-" if one == CANNOT else one.reason.strip() for one in looked] for number, looked in found.items()
    }


def test_chunks_come_back_with_their_numbers_and_files_in_order(two: Workers) -> None:
    for number in range(8):
        two.send(number, [b"%d-%d" % (number, place) for place in range(5)])
    expected = {number: [f"{number}-{place}" for place in range(5)] for number in range(8)}
    assert reasons(results(two, 8)) == expected


def test_a_file_that_ends_whoever_looks_at_it_is_told_and_nothing_else_is_lost(two: Workers) -> None:
    two.send(1, [b"a", b"mati", b"b", b"keluar", b"galat", b"c"])
    two.send(2, [b"mati"])
    two.send(3, [b"d"])
    assert reasons(results(two, 3)) == {1: ["a", "-", "b", "-", "-", "c"], 2: ["-"], 3: ["d"]}


def test_a_file_that_takes_too_long_is_told_as_well() -> None:
    with closing(Workers({}, count=1, look=looking.look, limit_s=2.0)) as workers:
        workers.send(1, [b"a", b"lama", b"b"])
        assert reasons(results(workers, 1)) == {1: ["a", "-", "b"]}


def test_closing_ends_who_is_still_looking(two: Workers) -> None:
    two.send(1, [b"lama"])
    two.send(2, [b"lama"])
    two.send(3, [b"a"])
    assert two.finished(0) == []
    two.close()
    assert active_children() == []


def test_where_none_can_be_started_it_is_refused() -> None:
    with closing(Workers({}, count=1, look=never_looking.look_there)) as workers:
        workers.send(1, [b"a"])
        with pytest.raises(Refusal, match="Pemeriksa berkas tidak dapat dijalankan"):
            workers.finished(PATIENCE_S)


def test_they_load_what_reads_files_and_nothing_that_shows_or_keeps(two: Workers) -> None:
    two.send(1, [b"dimuat"])
    loaded = set(results(two, 1)[1][0].reason.split())
    assert {"asnquiz", "cryptography", "joserfc"} <= loaded
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "sqlite3", "yaml", "pydantic", "pypdf", "alembic"})


@pytest.mark.parametrize("reader", [None, look_at])
def test_they_answer_as_the_reader_does_here(reader: Look | None) -> None:
    writer = Writer(OnePack().pack, "ab" * 32)
    keys = arrived([key.private_jwk for key in RECIPIENTS])
    record = (GOLDEN / "catatan-1.asnkelas").read_bytes()
    files = [writer.signed(1), writer.sealed(2), writer.sealed(2)[:-9], record, b"bukan", b""]
    with closing(Workers(keys, count=1, look=reader)) as workers:
        workers.send(7, files)
        assert results(workers, 1) == {7: [look_at(data, keys) for data in files]}
    assert {look_at(data, keys).verdict for data in (files[1], record)} == {Verdict.ACCEPTED}


def test_nothing_is_gathered_beside_a_portable_program(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    (tmp_path / "data").mkdir()
    with pytest.raises(Refusal, match="NIP pegawai tidak disimpan"), open_collecting(Paths(tmp_path / "data")):
        raise AssertionError
    assert list((tmp_path / "data").iterdir()) == []


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_database_is_opened_where_it_is_said(tmp_path: Path, form: str) -> None:
    file = tmp_path / "rekap 2026.db"
    with open_collecting(Paths(tmp_path / "data"), form.format(file)) as store:
        assert store.tasks() == ()
    assert file.is_file()


def test_the_data_folder_has_one_of_its_own(tmp_path: Path) -> None:
    with open_collecting(Paths(tmp_path)) as store:
        assert store.tasks() == ()
    assert (tmp_path / "rekap.db").is_file()


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("postgresql://kantor:1/rekap", "di server kantor tidak dapat dihubungi"),
        ("postgresql+psycopg://kantor/rekap", "bukan tempat rekap"),
        ("postgresql:rekap", "Alamat server rekap tidak dikenal"),
        ("postgres:/budi@kantor/rekap", "Alamat server rekap tidak dikenal"),
        ("", "masih kosong"),
        ("mysql://kantor/rekap", "bukan tempat rekap"),
        ("sqlite://", "bukan tempat rekap"),
        ("OneDrive - Pemkot/rekap.db", "OneDrive"),
    ],
)
def test_other_places_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal, match=sentence), open_collecting(Paths(tmp_path / "data"), database):
        raise AssertionError
    assert list(tmp_path.iterdir()) == []
