"""PINs in the database: hashed as RFC 9106 advises, counted before they are looked at, and gone with their person."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.person import Person, Profile
from asnquiz.domain.pin import Guard, Wait
from asnquiz.domain.refusal import Refusal
from asnquiz.storage import pins
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.record import record_at_a_glance
from tests import builders

PIN = "246813579"


@pytest.fixture
def guarded(store: LearnerDatabase) -> Profile:
    profile = builders.profile()
    store.add_profile(profile)
    store.keep_pin(profile.id, PIN)
    return profile


def kept(path: Path, profile: UUID) -> str:
    with closing(sqlite3.connect(path)) as plain:
        (value,) = plain.execute("SELECT value FROM settings WHERE name = ?", (f"pin {profile}",)).fetchone()
    return str(value)


def test_the_profile_says_that_a_pin_is_asked_for(path: Path, store: LearnerDatabase, guarded: Profile) -> None:
    other = builders.profile(created=builders.moment(9))
    store.add_profile(other)
    assert [one.has_pin for one in store.profiles()] == [True, False]
    with record_at_a_glance(path) as record:
        assert [one.has_pin for one in record.profiles()] == [True, False]
    store.keep_pin(guarded.id, None)
    assert [one.has_pin for one in store.profiles()] == [False, False]


def test_a_hash_is_kept_with_the_parameters_of_rfc_9106_and_never_the_pin(
    path: Path, store: LearnerDatabase, guarded: Profile
) -> None:
    phc = json.loads(kept(path, guarded.id))["hash"]
    assert phc.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    store.close()
    assert not [file for file in path.parent.iterdir() if PIN.encode() in file.read_bytes()]


def test_two_people_with_one_pin_have_two_hashes() -> None:
    assert pins.hash_pin(PIN) != pins.hash_pin(PIN)


def test_the_right_pin_is_right_and_takes_back_what_happened(store: LearnerDatabase, guarded: Profile) -> None:
    assert store.try_pin(guarded.id, "1111", 0) == (False, Guard(1, Wait(0, 0)))
    right, before = store.try_pin(guarded.id, PIN, 1)
    assert right
    assert before.failed == 1
    assert store.change_guard(guarded.id, lambda guard: guard) == Guard()


def test_a_killed_program_has_counted_the_pin_already(
    store: LearnerDatabase, guarded: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(pins, "_is_right", killed)
    with pytest.raises(KeyboardInterrupt):
        store.try_pin(guarded.id, PIN, 0)
    assert store.change_guard(guarded.id, lambda guard: guard).failed == 1


def test_waiting_outlives_a_restart_and_the_right_pin_waits_too(path: Path, store: LearnerDatabase) -> None:
    profile = builders.profile()
    store.add_profile(profile)
    store.keep_pin(profile.id, PIN)
    for _ in range(3):
        store.try_pin(profile.id, "1111", 1_000)
    store.close()
    again = open_learner_database(path)
    assert again.try_pin(profile.id, PIN, 30_999) == (False, Guard(3, Wait(30_999, 1)))
    assert again.try_pin(profile.id, PIN, 31_000)[0]
    again.close()


def test_where_there_is_no_pin_every_one_is_right_and_nothing_is_kept(store: LearnerDatabase) -> None:
    profile = builders.profile()
    store.add_profile(profile)
    assert store.try_pin(profile.id, "1111", 0) == (True, Guard())
    assert store.change_guard(profile.id, lambda guard: guard.said_forgotten(0)) == Guard()
    assert store.setting(f"pin {profile.id}") is None


def test_nobody_who_is_gone_gets_a_pin(store: LearnerDatabase) -> None:
    with pytest.raises(Refusal, match="tidak ada lagi"):
        store.keep_pin(builders.profile().id, PIN)


def test_an_erased_person_leaves_neither_pin_nor_look(path: Path, store: LearnerDatabase, guarded: Profile) -> None:
    for name in (f"preferences {guarded.id}", "preferences", f"path {guarded.id}"):
        store.keep_setting(name, "rahasia")
    stays = builders.profile(person=Person("Budi"), created=builders.moment(9))
    store.add_profile(stays)
    store.keep_pin(stays.id, PIN)
    phc = json.loads(kept(path, guarded.id))["hash"]
    store.back_up(builders.moment().utc.date())
    store.erase(guarded.id)
    with closing(sqlite3.connect(path)) as plain:
        names = {name for (name,) in plain.execute("SELECT name FROM settings WHERE value <> ''")}
    assert names == {f"pin {stays.id}"}
    store.close()
    marks = (phc.encode(), b"rahasia", f"pin {guarded.id}".encode())
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert not [file for file in files if any(mark in file.read_bytes() for mark in marks)]


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "[]",
        '{"hash": "x"}',
        '{"hash": "x", "guard": {"failed": "banyak"}}',
        '{"hash": "$argon2id$v=19$m=4194304,t=900,p=4$AAAA$AAAA", "guard": {}}',
        '{"hash": "$argon2id$v=19$m=65536,t=3,p=4$AAAA", "guard": {}}',
    ],
)
def test_what_nobody_understands_is_no_pin_and_costs_nothing(
    store: LearnerDatabase, guarded: Profile, value: str
) -> None:
    store.keep_setting(f"pin {guarded.id}", value)
    with pytest.raises(Refusal, match="PIN yang tersimpan tidak dapat dibaca"):
        store.try_pin(guarded.id, PIN, 0)
