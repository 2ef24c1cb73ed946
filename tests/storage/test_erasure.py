"""An erased person is in no file any more, and nobody else has lost anything."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from asnquiz.domain.attempt import Attempt
from asnquiz.domain.learned import CaseStep, PledgeTaken
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import Session
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from tests import builders
from tests.recalled import add_recalls
from tests.storage import history
from tests.storage.damages import Key, Row, read_rows

# Nothing that the hexadecimal of ids, links and checksums may hold by chance.
NAME, NIP, CERTAINTY = "Nurhayati Rahmawati", "197703032005012007", "hampir yakin"


@pytest.fixture
def erased(path: Path, store: LearnerDatabase) -> Profile:
    """A person among others, with backups that hold them, whom the test will erase."""
    profile = builders.profile(person=Person(NAME, NIP))
    store.add_profile(profile)
    history.live(store, path)
    attempt = answered(store, profile)
    store.mark_read(profile.id, "contoh", "materi-1", builders.moment(80))
    add_recalls(store, profile.id, "contoh", [builders.recall("aturan-1", 81, card=NIP)])
    store.add_case_step(profile.id, "contoh", CaseStep("kasus-1", CERTAINTY, 0, builders.moment(82)))
    store.add_pledge(profile.id, PledgeTaken(builders.moment(83), NAME))
    task = builders.task(title=NAME)
    store.take_task(profile.id, builders.signed_task(task, text=NIP.encode()), builders.moment(84))
    store.keep_handed_in(profile.id, task.id, uuid4(), builders.moment(85))
    store.keep_person(profile.id, Person(f"{NAME} S.Sos.", NIP))
    assert attempt.profile == profile.id
    return profile


def answered(store: LearnerDatabase, profile: Profile) -> Attempt:
    pack = builders.pack()
    attempt = builders.attempt(pack, profile.id)
    store.begin(attempt, b"compiled", task=TaskAttempt(uuid4(), Session(NAME, "Aula", CERTAINTY)))
    store.add_response(attempt.id, builders.response("soal-ordering", (3, 1, 4, 1, 5), certainty=CERTAINTY))
    return attempt


def traces(path: Path) -> list[str]:
    """The files of the data folder in which a byte of the person stands."""
    marks = [text.encode() for text in (NAME, NIP, CERTAINTY, "[3, 1, 4, 1, 5]")]
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    return [str(file.relative_to(path.parent)) for file in files if any(mark in file.read_bytes() for mark in marks)]


def of_others(rows: dict[Key, Row], profile: Profile) -> dict[Key, Row]:
    """All rows but a person's, and but settings and packs, of which some are the program's own."""
    own = {key[1] for key, row in rows.items() if key[0] == "attempts" and str(profile.id) in row}
    return {
        key: row
        for key, row in rows.items()
        if key[0] not in ("settings", "packs") and str(profile.id) not in key and key[1] not in own
    }


def test_no_byte_of_an_erased_person_is_left(path: Path, store: LearnerDatabase, erased: Profile) -> None:
    damaged = path.parent / "rusak" / "2026-11-01-080000" / "belajar.db"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(NIP.encode())
    (path.parent / "backups" / "belajar-sebelum-versi-0001.db").write_bytes(NAME.encode())
    store.back_up(history.DAYS[-1].replace(day=21))
    before = of_others(read_rows(path), erased)
    assert len(traces(path)) >= 4

    store.erase(erased.id)

    assert traces(path) == []
    assert of_others(read_rows(path), erased) == before
    assert [file.name for file in (path.parent / "backups").iterdir()] == ["belajar-2026-11-21.db"]
    assert of_others(read_rows(path.parent / "backups" / "belajar-2026-11-21.db"), erased) == before
    store.close()
    assert traces(path) == []


def test_a_pack_that_nobody_needs_any_more_goes_too(store: LearnerDatabase, erased: Profile) -> None:
    store.erase(erased.id)
    assert store.compiled_pack("cd" * 32)
    stays = [summary.pack.sha256 for profile in store.profiles() for summary in store.summaries(profile.id)]
    assert set(stays) == {"ab" * 32, "cd" * 32}
    for profile in store.profiles():
        store.erase(profile.id)
    with pytest.raises(Refusal):
        store.compiled_pack("cd" * 32)


def test_answers_whose_owner_was_lost_in_damage_go_too(path: Path, store: LearnerDatabase, erased: Profile) -> None:
    attempt = answered(store, erased)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DELETE FROM attempts WHERE id = ?", (str(attempt.id),))
        plain.commit()
    store.erase(erased.id)
    assert traces(path) == []


def test_erasing_twice_is_erasing_once(path: Path, store: LearnerDatabase, erased: Profile) -> None:
    store.erase(erased.id)
    after = read_rows(path)
    store.erase(erased.id)
    assert of_others(read_rows(path), erased) == of_others(after, erased)


@contextmanager
def reader(path: Path) -> Iterator[None]:
    """Another program that is in the middle of reading the database."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("BEGIN")
        plain.execute("SELECT count(*) FROM profiles").fetchone()
        yield


def test_nobody_is_erased_while_another_program_reads(path: Path, store: LearnerDatabase, erased: Profile) -> None:
    before = of_others(read_rows(path), erased)
    with reader(path), pytest.raises(Refusal, match="sedang dipakai program lain"):
        store.erase(erased.id)
    assert erased in [replace(profile, person=erased.person) for profile in store.profiles()]
    store.erase(erased.id)
    assert traces(path) == []
    assert of_others(read_rows(path), erased) == before


@contextmanager
def in_the_way(path: Path) -> Iterator[None]:
    """A folder where the new backup is to be written."""
    newest = max((path.parent / "backups").glob("*.db"))
    obstacle = newest.with_name(f"{newest.name}.sementara")
    obstacle.mkdir()
    yield
    obstacle.rmdir()


def test_copies_that_could_not_be_removed_go_with_the_next_backup(
    path: Path, store: LearnerDatabase, erased: Profile
) -> None:
    with in_the_way(path), pytest.raises(Refusal):
        store.erase(erased.id)
    assert erased.id not in [profile.id for profile in store.profiles()]
    assert traces(path) != []
    store.close()
    again = open_learner_database(path)
    again.back_up(history.DAYS[-1])
    again.close()
    assert traces(path) == []


def test_damage_before_the_copies_are_gone_does_not_bring_the_person_back(
    path: Path, store: LearnerDatabase, erased: Profile
) -> None:
    store.back_up(history.DAYS[-1].replace(day=21))
    with in_the_way(path), pytest.raises(Refusal):
        store.erase(erased.id)
    store.close()
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])
    again = open_learner_database(path)
    assert erased.id not in [profile.id for profile in again.profiles()]
    again.back_up(history.DAYS[-1])
    again.close()
    assert traces(path) == []


def test_a_person_is_not_erased_while_another_window_has_the_claim(path: Path, store: LearnerDatabase) -> None:
    @contextmanager
    def taken() -> Iterator[None]:
        raise Refusal("ASN Netral sedang terbuka.")
        yield

    profile = builders.profile(person=Person(NAME))
    store.add_profile(profile)
    store.close()
    beside = open_learner_database(path, taken)
    with pytest.raises(Refusal, match="sedang terbuka"):
        beside.erase(profile.id)
    assert beside.profiles() == (profile,)
    beside.close()
