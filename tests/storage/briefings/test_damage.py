"""Damage is told with what to do, or changes nothing: never is half a record given in silence."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Event, Went
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings
from tests import briefings, builders
from tests.conftest import IN_CI

PAGE, FRAME_HEADER, LOG_HEADER = 4096, 24, 32
PLAN = briefings.plan()
INCOMPLETE = "tidak utuh lagi.*Sosialisasi lain tidak terganggu.*cadangan komputer ini"
ALTERED = "berubah di luar program.*cadangan komputer ini"

# What a trainer's program reads.
Answers = tuple[object, ...]


def filled(path: Path, made: tuple[Briefing, ...]) -> BriefingDatabase:
    """Two briefings whose events fill several pages, a plan and a setting."""
    store = open_briefings(path)
    for briefing in made:
        store.begin(briefing, b"paket" * 50)
    for first in range(1, 100, 33):
        for briefing in made:
            people = (briefings.joined(number) for number in range(first, first + 33))
            batch = [Event(what.participant, builders.moment(first), what) for what in people]
            store.append(briefing.id, batch)
    store.keep_plan(PLAN)
    store.keep_setting("jaringan", "Aula")
    return store


def answers(store: BriefingDatabase, made: tuple[Briefing, ...]) -> Answers:
    records = tuple((store.briefing(one.id), store.events(one.id)) for one in made)
    return (
        records,
        store.summaries(),
        store.compiled_pack(made[0].pack.sha256),
        store.plans(),
        store.setting("jaringan"),
    )


@pytest.fixture(scope="module")
def made() -> tuple[Briefing, ...]:
    return briefings.briefing(), briefings.briefing(made=builders.moment(2))


@pytest.fixture(scope="module")
def closed(made: tuple[Briefing, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a program that was closed."""
    folder = tmp_path_factory.mktemp("ditutup")
    filled(folder / "sosialisasi.db", made).close()
    return folder


@pytest.fixture(scope="module")
def killed(made: tuple[Briefing, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a program that was not: all that it kept stands in the log."""
    open_folder, folder = tmp_path_factory.mktemp("terbuka"), tmp_path_factory.mktemp("dibunuh")
    with closing(filled(open_folder / "sosialisasi.db", made)):
        for ending in ("", "-wal"):
            shutil.copy(open_folder / f"sosialisasi.db{ending}", folder)
    return folder


@pytest.fixture
def path(closed: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(closed, tmp_path / "data")) / "sosialisasi.db"


def places(content: bytes, unit: int, before: int, random: Random) -> Iterator[int]:
    """Bytes anywhere, and as many among those at the head of a page or a frame, where each of them matters."""
    for _ in range(200 if IN_CI else 60):
        yield random.randrange(len(content))
        yield min(before + random.randrange(len(content) // unit) * unit + random.randrange(40), len(content) - 1)


@pytest.mark.parametrize("file", ["sosialisasi.db", "sosialisasi.db-wal"])
def test_a_single_byte_that_is_wrong_is_told_or_changes_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, made: tuple[Briefing, ...], file: str
) -> None:
    in_log = file.endswith("-wal")
    source: Path = request.getfixturevalue("killed" if in_log else "closed")
    whole, random = (source / file).read_bytes(), Random(11)
    unit, before = (PAGE + FRAME_HEADER, LOG_HEADER) if in_log else (PAGE, 0)
    with closing(open_briefings(shutil.copytree(source, tmp_path / "utuh") / "sosialisasi.db")) as store:
        expected = answers(store, made)
    told = 0
    for number, place in enumerate(places(whole, unit, before, random)):
        folder = shutil.copytree(source, tmp_path / str(number))
        wrong = bytes([whole[place] ^ random.randrange(1, 256)])
        (folder / file).write_bytes(whole[:place] + wrong + whole[place + 1 :])
        try:
            with closing(open_briefings(folder / "sosialisasi.db")) as store:
                assert answers(store, made) == expected, place
        except Refusal:
            told += 1
        shutil.rmtree(folder)
    assert told > number // 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = replace(body, 'Peserta 50', 'Peserta 51') WHERE briefing = ?",
        "UPDATE events SET at_counter = at_counter + 1 WHERE briefing = ? AND number = 7",
        "UPDATE events SET body = CAST(X'ff' AS TEXT) WHERE briefing = ? AND number = 7",
        "UPDATE events SET number = 1000 WHERE briefing = ? AND number = 99",
        "DELETE FROM events WHERE briefing = ? AND number = 1",
        "DELETE FROM events WHERE briefing = ? AND number = 50",
        "DELETE FROM events WHERE briefing = ? AND number > 90",
        "DELETE FROM events WHERE briefing = ?",
    ],
)
def test_a_record_that_is_not_whole_is_refused_and_the_others_stand(
    path: Path, made: tuple[Briefing, ...], statement: str
) -> None:
    hurt, other = made
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, (str(hurt.id),))
    for _ in range(2):  # again at the next start
        with closing(open_briefings(path)) as store:
            with pytest.raises(Refusal, match=f"{INCOMPLETE}|{ALTERED}") as refused:
                store.events(hurt.id)
            assert str(path) in str(refused.value)
            assert len(store.events(other.id)) == 99
            assert len(store.summaries()) == 2
            store.append(other.id, [])
    store = open_briefings(path)
    store.erase(hurt.id)
    assert [one.briefing for one in store.summaries()] == [other]
    store.close()


@pytest.mark.parametrize("column", ["events", "participants", "ended", "last_counter"])
def test_a_head_that_is_not_as_it_was_written_is_told_before_anything_is_appended(
    path: Path, made: tuple[Briefing, ...], column: str
) -> None:
    hurt, other = made
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE heads SET {column} = {column} + 1 WHERE briefing = ?", (str(hurt.id),))  # noqa: S608
    with closing(open_briefings(path)) as store:
        for ask in (store.summaries, lambda: store.events(hurt.id)):
            with pytest.raises(Refusal, match=ALTERED):
                ask()
        with pytest.raises(Refusal, match=ALTERED):
            store.append(hurt.id, [Event(100, builders.moment(100), Went(1, 0))])
        store.append(other.id, [Event(100, builders.moment(101), Went(1, 0))])
        assert store.highest_counter() == 101


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE briefings SET content = replace(content, 'Siti', 'Sita')",
        "DELETE FROM briefings",
        "DELETE FROM heads",
        "UPDATE packs SET compiled = 'teks'",
        "UPDATE packs SET compiled = 9000000000000",
        "DELETE FROM packs",
        "UPDATE plans SET content = replace(content, 'Apel', 'Opel')",
        "UPDATE settings SET value = 'Ruang'",
        "UPDATE settings SET value = CAST(X'ff' AS TEXT)",
    ],
)
def test_another_row_that_is_not_as_it_was_written_is_told(
    path: Path, made: tuple[Briefing, ...], statement: str
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    with closing(open_briefings(path)) as store, pytest.raises(Refusal, match=ALTERED):
        answers(store, made)


def test_damage_of_a_page_is_told_in_use_and_at_every_later_start(path: Path, made: tuple[Briefing, ...]) -> None:
    whole = path.read_bytes()
    store = open_briefings(path)
    path.write_bytes(whole[: 2 * PAGE] + b"\xa5" * (len(whole) - 2 * PAGE))
    with pytest.raises(Refusal, match=r"rusak|berubah di luar program"):
        answers(store, made)
    store.close()
    for _ in range(2):
        with pytest.raises(Refusal, match=r"rusak.*cadangan komputer ini"):
            open_briefings(path)
    path.write_bytes(whole)
    with closing(open_briefings(path)) as store:
        answers(store, made)
