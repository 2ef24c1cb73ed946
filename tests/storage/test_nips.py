"""A data folder that is carried about holds no NIP in any byte of any file."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.learner import open_learner_database
from tests import builders

NIP = "198503122010011004"
DAY = dt.date(2026, 11, 21)
WHO = Person("Siti Aminah", NIP, "Analis", "Dinas Contoh")


def holding(folder: Path) -> list[str]:
    """The files in which the NIP stands."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [str(file.relative_to(folder)) for file in files if NIP.encode() in file.read_bytes()]


def fill(path: Path) -> None:
    """A folder of a usual computer: a NIP in the rows, and in a backup also after it was changed."""
    store = open_learner_database(path)
    profile = builders.profile(person=WHO)
    store.add_profile(profile)
    store.back_up(DAY)
    store.keep_person(profile.id, Person("Siti Aminah", NIP, "Analis Muda"))
    store.close()


def test_it_is_never_written(path: Path) -> None:
    store = open_learner_database(path, keeps_nip=False)
    assert not store.keeps_nip
    profile = builders.profile(person=WHO)
    store.add_profile(profile)
    store.keep_person(profile.id, WHO)
    (kept,) = store.profiles()
    assert kept.person == Person("Siti Aminah", None, "Analis", "Dinas Contoh")
    store.back_up(DAY)
    assert holding(path.parent) == [], "also while it is open"
    store.close()
    assert holding(path.parent) == []


def test_one_that_was_copied_in_is_removed_from_rows_log_and_copies(path: Path) -> None:
    fill(path)
    aside = path.parent / "rusak" / "2026-11-20-080000" / "asnquiz.db"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(b"rusak" + NIP.encode() + b"rusak")
    assert len(holding(path.parent)) == 3
    store = open_learner_database(path, keeps_nip=False)
    assert holding(path.parent) == []
    (kept,) = store.profiles()
    assert kept.person == Person("Siti Aminah", None, "Analis Muda")
    assert [file.name for file in (path.parent / "backups").iterdir()] == ["belajar-2026-11-21.db"]
    store.close()
    assert open_learner_database(path, keeps_nip=False).profiles() == (kept,)


def test_one_in_a_backup_alone_is_found(path: Path) -> None:
    fill(path)
    usual = open_learner_database(path)
    usual.keep_person(usual.profiles()[0].id, Person("Siti Aminah"))
    usual.close()
    assert holding(path.parent) == ["backups/belajar-2026-11-21.db"]
    open_learner_database(path, keeps_nip=False).close()
    assert holding(path.parent) == []


def test_a_log_that_was_left_is_emptied(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_learner_database(path)
    store.add_profile(builders.profile(person=WHO))
    stick = tmp_path_factory.mktemp("media") / path.name
    for ending in ("", "-wal"):
        source = path.with_name(path.name + ending)
        stick.with_name(stick.name + ending).write_bytes(source.read_bytes())
    store.close()
    assert f"{stick.name}-wal" in holding(stick.parent)
    opened = open_learner_database(stick, keeps_nip=False)
    assert holding(stick.parent) == []
    opened.close()


def test_what_was_interrupted_is_finished_at_the_next_opening(path: Path) -> None:
    fill(path)
    obstacle = path.parent / "backups" / "belajar-2026-11-21.db.sementara"
    obstacle.mkdir()
    with pytest.raises(Refusal):
        open_learner_database(path, keeps_nip=False)
    assert holding(path.parent) != []
    obstacle.rmdir()
    open_learner_database(path, keeps_nip=False).close()
    assert holding(path.parent) == []


def test_it_is_not_removed_beside_a_window_that_is_open(path: Path) -> None:
    @contextmanager
    def taken() -> Iterator[None]:
        raise Refusal("ASN Netral sedang terbuka.")
        yield

    fill(path)
    with pytest.raises(Refusal, match="sedang terbuka"):
        open_learner_database(path, taken, keeps_nip=False)
    assert holding(path.parent) != []


def test_a_folder_without_one_is_left_as_it_is(path: Path) -> None:
    store = open_learner_database(path, keeps_nip=False)
    store.add_profile(builders.profile(person=WHO))
    store.back_up(DAY)
    store.back_up(DAY + dt.timedelta(days=1))
    store.close()
    before = {file: file.stat().st_mtime_ns for file in (path.parent / "backups").iterdir()}
    open_learner_database(path, keeps_nip=False).close()
    assert {file: file.stat().st_mtime_ns for file in (path.parent / "backups").iterdir()} == before


def test_one_that_comes_with_a_move_is_left_out(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    usual = open_learner_database(tmp_path_factory.mktemp("lain") / "belajar.db")
    profile = builders.profile(person=WHO)
    usual.add_profile(profile)
    coming = usual.holdings(profile.id)
    usual.close()
    assert coming.owner.person.nip == NIP
    store = open_learner_database(path, keeps_nip=False)
    store.take_in(coming, {})
    store.take_in(coming, {})
    assert [one.person.nip for one in store.profiles()] == [None]
    store.close()
    assert holding(path.parent) == []
