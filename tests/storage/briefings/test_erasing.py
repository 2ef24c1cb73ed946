"""What was erased is in no byte of the file or its log, and neither is a NIP in a folder that is carried about."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from asnquiz.domain.briefing_course import Event
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import engine
from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings
from tests import briefings, builders

NIP = "198609262015051001"


def holding(folder: Path, *words: str) -> list[str]:
    """The files in which one of these stands."""
    files = [file for file in folder.iterdir() if file.is_file()]
    return sorted(file.name for file in files if any(word.encode() in file.read_bytes() for word in words))


def test_nothing_of_it_is_left_while_the_others_stand(path: Path, store: BriefingDatabase) -> None:
    # Pages split and merge as several briefings grow and go, by which SQLite leaves copies of rows behind.
    random, kept = Random(4), dict[UUID, tuple[Event, ...]]()
    for _ in range(200):
        if len(kept) < 4:
            briefing = briefings.briefing()
            store.begin(briefing, b"paket")
            kept[briefing.id] = ()
        chosen = random.choice(list(kept))
        batch = tuple(_more(chosen, len(kept[chosen]), random))
        store.append(chosen, batch)
        kept[chosen] += batch
        if random.random() < 0.03:
            gone = random.choice(list(kept))
            store.erase(gone)
            del kept[gone]
            assert holding(path.parent, str(gone)) == []
    assert {summary.briefing.id for summary in store.summaries()} == set(kept)
    assert {one: store.events(one) for one in kept} == kept


def _more(briefing: UUID, already: int, random: Random) -> Iterator[Event]:
    """People whose names say where they belong, long ones among them."""
    for number in range(already + 1, already + random.randrange(2, 12)):
        name = f"Peserta {briefing} " + "x" * random.choice((0, 3, 60, 700, 3000))
        yield Event(number, builders.moment(number), briefings.joined(number, name=name))


def test_the_last_briefing_of_a_pack_takes_it_along(path: Path, store: BriefingDatabase) -> None:
    guests = (briefings.guest(name="Akunkwartaal"),)
    first, second = briefings.briefing(), briefings.briefing(guests=guests)
    for one in (first, second):
        store.begin(one, b"isi paket" * 1000)
    sha256 = first.pack.sha256
    store.erase(first.id)
    assert store.compiled_pack(sha256) == b"isi paket" * 1000
    store.erase(second.id)
    with pytest.raises(Refusal, match="tidak ada lagi"):
        store.compiled_pack(sha256)
    assert holding(path.parent, "isi paket", "Akunkwartaal", sha256) == []
    store.close()
    assert holding(path.parent, "isi paket", "Akunkwartaal", sha256) == []


def test_while_somebody_reads_nothing_is_erased(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine._PRAGMAS, "busy_timeout", ("50", 50))
    briefing, happened = briefings.briefing(), briefings.events(briefings.joined(1))
    reader = engine.make_engine(path)
    with closing(open_briefings(path)) as store:
        with engine.reading(reader) as connection:
            connection.exec_driver_sql("SELECT * FROM briefings")
            store.begin(briefing, b"paket")
            store.append(briefing.id, happened)
            with pytest.raises(Refusal, match="belum terhapus"):
                store.erase(briefing.id)
            assert store.events(briefing.id) == happened
        store.erase(briefing.id)
        assert store.summaries() == ()
    reader.dispose()


def test_on_a_stick_no_nip_is_written(path: Path) -> None:
    briefing = briefings.briefing()
    assert any(guest.nip == NIP for guest in briefing.guests)
    with closing(open_briefings(path, keeps_nip=False)) as store:
        store.begin(briefing, b"paket")
        (guest, other) = store.briefing(briefing.id).guests
        assert (guest, other) == (briefings.guest(nip=None), briefing.guests[1])
        assert holding(path.parent, NIP) == [], "also while it is open"
    assert holding(path.parent, NIP) == []


def test_one_that_was_copied_to_a_stick_is_removed_from_rows_and_log(path: Path, tmp_path: Path) -> None:
    made = [briefings.briefing() for _ in range(3)]
    happened = briefings.events(briefings.joined(1))
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(open_briefings(path)) as store:
        for one in made:
            store.begin(one, b"paket")
            store.append(one.id, happened)
        for ending in ("", "-wal"):
            shutil.copy(path.with_name(path.name + ending), stick)
    assert "sosialisasi.db-wal" in holding(stick, NIP)
    with closing(open_briefings(stick / path.name, keeps_nip=False)) as store:
        assert holding(stick, NIP) == []
        assert [store.briefing(one.id).guests[0] for one in made] == [briefings.guest(nip=None)] * 3
        assert all(store.events(one.id) == happened for one in made)
    assert holding(stick, NIP) == []


def test_a_stick_without_one_is_left_as_it_is(path: Path) -> None:
    with closing(open_briefings(path, keeps_nip=False)) as store:
        store.begin(briefings.briefing(), b"paket")
    before = path.read_bytes()
    open_briefings(path, keeps_nip=False).close()
    assert path.read_bytes() == before
