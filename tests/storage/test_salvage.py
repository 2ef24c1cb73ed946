"""What a recovery keeps together, brings up to date, and says of itself."""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, Table

from asnquiz.domain.attempt import Attempt, AttemptState, Score
from asnquiz.domain.person import Person
from asnquiz.domain.recovery import Recovery
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.carving import carve
from asnquiz.storage.checksum import row_checksum
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.tables import KEPT
from asnquiz.usecases.tell_recovery import recovery_told, untold_recovery
from tests import builders
from tests.storage.damages import encoded, read_rows
from tests.storage.sitting import begun

DAY = dt.date(2026, 11, 20)


def lose(path: Path, *statements: str) -> None:
    """Leaves a file that is damaged, and in which the rows of `statements` stand no more."""
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA secure_delete = ON")
        for statement in statements:
            plain.execute(statement)
        plain.commit()
    content = path.read_bytes()
    path.write_bytes(bytes(16) + content[16:])


def recovered(path: Path) -> tuple[LearnerDatabase, Recovery]:
    store = open_learner_database(path)
    told = untold_recovery(store)
    assert told is not None
    return store, told


def answered(store: LearnerDatabase, attempt: Attempt, *numbers: int) -> None:
    for number in numbers:
        clock = 300_000 - 1_000 * number
        store.add_response(attempt.id, builders.response("soal-single", (number % 4,), number + 2, remaining_ms=clock))


def test_a_recovery_is_told_until_it_is_told(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    answered(store, attempt, 0, 1)
    store.close()
    lose(path)
    again, recovery = recovered(path)
    assert recovery == Recovery(str(path.parent / "rusak"), 1, 2, 0, 0, None, complete=True)
    assert len(again.attempt(attempt.id).responses) == 2
    again.close()
    again, _ = recovered(path)
    recovery_told(again)
    assert untold_recovery(again) is None
    again.close()


def test_an_attempt_from_the_backup_is_brought_to_its_later_responses(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    answered(store, attempt, 0, 1)
    store.back_up(DAY)
    answered(store, attempt, 2, 3)
    store.end(attempt.id, AttemptState.FINISHED, builders.moment(9), Score(1, 5))
    store.close()
    lose(path, "DELETE FROM attempts")
    again, recovery = recovered(path)
    found = again.attempt(attempt.id)
    assert [response.answer for response in found.responses] == [(0,), (1,), (2,), (3,)]
    assert (found.state, found.remaining_ms, found.seen) == (AttemptState.ACTIVE, 297_000, builders.moment(5))
    assert recovery == Recovery(str(path.parent / "rusak"), 1, 4, 1, 0, DAY, complete=True)
    answered(again, attempt, 4)
    assert len(again.attempt(attempt.id).responses) == 5
    again.close()


def test_the_later_version_of_a_row_is_right_wherever_it_was_found(path: Path, store: LearnerDatabase) -> None:
    profile = builders.profile(person=Person())
    store.add_profile(profile)
    store.keep_person(profile.id, Person("Siti"))
    store.back_up(DAY)
    store.keep_person(profile.id, Person("Siti Aminah"))
    store.keep_setting("tema", "gelap")
    store.close()
    lose(path)
    again, _ = recovered(path)
    assert [found.person.name for found in again.profiles()] == ["Siti Aminah"]
    again.close()


@pytest.mark.parametrize(
    ("lost", "listed"),
    [
        ("DELETE FROM attempts", 0),
        ("DELETE FROM attempt_items WHERE number = 2", 1),
        ("DELETE FROM responses WHERE number = 1", 1),
        ("DELETE FROM responses WHERE number = 3", 1),
        ("DELETE FROM packs", 1),
    ],
)
def test_what_is_incomplete_stays_and_is_said_to_be(path: Path, store: LearnerDatabase, lost: str, listed: int) -> None:
    attempt = begun(store)
    answered(store, attempt, 0, 1, 2, 3)
    store.close()
    before = read_rows(path)
    lose(path, lost)
    again, recovery = recovered(path)
    assert not recovery.complete
    with pytest.raises(Refusal, match="tidak lengkap" if listed else "tidak ada lagi"):
        again.attempt(attempt.id)
    assert len(again.summaries(attempt.profile)) == listed == recovery.attempts
    again.close()
    table = lost.split()[2]
    kept = {key: row for key, row in before.items() if key[0] != table}
    assert kept.items() <= read_rows(path).items()


def test_a_lost_owner_is_a_guest_now(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    answered(store, attempt, 0)
    store.close()
    lose(path, "DELETE FROM profiles")
    again, recovery = recovered(path)
    (guest,) = again.profiles()
    assert (guest.id, guest.person, guest.created) == (attempt.profile, Person(), attempt.started)
    assert len(again.attempt(attempt.id).responses) == 1
    assert not recovery.complete
    again.close()


def test_a_quiz_can_be_begun_on_a_pack_that_was_lost(path: Path, store: LearnerDatabase) -> None:
    lost = begun(store)
    store.close()
    lose(path, "DELETE FROM packs")
    again, _ = recovered(path)
    again.begin(builders.attempt(builders.pack(), lost.profile), b"compiled")
    assert again.attempt(lost.id) == lost
    again.close()


@pytest.mark.parametrize("content", [b"", b"Daftar hadir\r\n" * 200, os.urandom(9_000), bytes(8_192)])
def test_nothing_left_is_a_new_beginning_that_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    store = open_learner_database(path)
    assert store.profiles() == ()
    told = untold_recovery(store)
    if not content:
        assert told is None
        assert not (path.parent / "rusak").exists()
    else:
        assert told == Recovery(str(path.parent / "rusak"), 0, 0, 0, 0, None, complete=True)
        assert [file.read_bytes() for file in path.parent.glob("rusak/*/belajar.db")] == [content]
    store.close()


def test_every_backup_helps_also_a_damaged_one(path: Path, store: LearnerDatabase) -> None:
    first = begun(store)
    store.back_up(DAY)
    second = begun(store)
    store.back_up(DAY.replace(day=21))
    store.close()
    path.unlink()
    newest = path.parent / "backups" / "belajar-2026-11-21.db"
    newest.write_bytes(b"\xff" * 4096 + newest.read_bytes()[4096:])
    again, recovery = recovered(path)
    assert {summary.id for p in again.profiles() for summary in again.summaries(p.id)} == {first.id, second.id}
    assert (recovery.damaged, recovery.backup) == (None, DAY.replace(day=21))
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX processes")
def test_a_storage_that_is_full_changes_nothing(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.close()
    lose(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    program = (
        "import resource, sys; from pathlib import Path; from asnquiz.domain.refusal import Refusal;"
        "from asnquiz.storage.learner import open_learner_database;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try: open_learner_database(Path(sys.argv[1]))\n"
        "except Refusal as refusal: print(refusal)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert "gagal membaca atau menulis" in done.stdout
    after = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert before.items() <= after.items()
    again, _ = recovered(path)
    assert again.attempt(attempt.id) == attempt
    again.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["belajar.db", "belajar.db.sha256", "rusak"]


def rows_of(table: Table) -> st.SearchStrategy[tuple[object, ...]]:
    whole = st.integers(-(2**63), 2**63 - 1)
    text = st.text(max_size=300)

    def values(kind: object) -> st.SearchStrategy[object]:
        if isinstance(kind, LargeBinary):
            return st.binary(max_size=300)
        return text if kind.__class__.__name__ == "Text" else whole

    columns = [
        st.none() | values(column.type) if column.nullable else values(column.type) for column in table.columns[:-1]
    ]
    return st.tuples(*columns).map(lambda row: (*row, row_checksum(table.name, row)))


tables_and_rows = st.sampled_from(KEPT).flatmap(lambda table: st.tuples(st.just(table), rows_of(table)))


@settings(deadline=None)
@given(st.lists(st.tuples(st.binary(max_size=60), tables_and_rows), max_size=5), st.binary(max_size=60))
def test_a_row_is_found_between_any_other_bytes(
    parts: list[tuple[bytes, tuple[Table, tuple[object, ...]]]], behind: bytes
) -> None:
    content = b"".join(noise + encoded(row) for noise, (_, row) in parts) + behind
    found = {(table.name, row) for table, row in carve(content, b"")}
    assert found >= {(table.name, row) for _, (table, row) in parts}


@given(st.binary(max_size=9_000), st.binary(max_size=9_000))
def test_nothing_is_found_in_bytes_of_other_things(database: bytes, log: bytes) -> None:
    assert list(carve(database, log)) == []
