"""One verified copy a day, the newest seven; one that fails takes nothing away."""

import datetime as dt
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.usecases.tell_recovery import untold_recovery
from tests import builders
from tests.storage.damages import read_rows
from tests.storage.sitting import begun

DAY = dt.date(2026, 11, 20)


def days(path: Path) -> list[str]:
    return sorted(file.name for file in (path.parent / "backups").iterdir())


def test_a_backup_is_a_copy_that_stands_alone(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.add_response(attempt.id, builders.response("soal-single", (1,)))
    store.back_up(DAY)
    backup = path.parent / "backups" / "belajar-2026-11-20.db"
    assert read_rows(backup) == read_rows(path)
    assert days(path) == [backup.name]
    if os.name == "posix":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_day_has_one_backup(path: Path, store: LearnerDatabase) -> None:
    store.add_profile(builders.profile())
    store.back_up(DAY)
    first = (path.parent / "backups" / "belajar-2026-11-20.db").read_bytes()
    store.keep_setting("tema", "gelap")
    store.back_up(DAY)
    assert (path.parent / "backups" / "belajar-2026-11-20.db").read_bytes() == first


def test_a_backup_from_before_the_first_start_is_made_anew_once_somebody_is_there(
    path: Path, store: LearnerDatabase
) -> None:
    store.back_up(DAY)
    store.add_profile(builders.profile())
    store.back_up(DAY)
    assert read_rows(path.parent / "backups" / "belajar-2026-11-20.db") == read_rows(path)


def test_the_newest_seven_days_stay(path: Path, store: LearnerDatabase) -> None:
    for number in range(9):
        store.back_up(DAY + dt.timedelta(days=number))
    assert days(path) == [f"belajar-2026-11-{day}.db" for day in range(22, 29)]


def test_a_wrong_clock_removes_no_backup_of_its_own(path: Path, store: LearnerDatabase) -> None:
    for number in range(7):
        store.back_up(DAY + dt.timedelta(days=number))
    store.back_up(dt.date(2000, 1, 1))
    assert days(path) == ["belajar-2000-01-01.db", *(f"belajar-2026-11-{day}.db" for day in range(21, 27))]


def test_what_is_not_a_backup_stays_beside_them(path: Path, store: LearnerDatabase) -> None:
    store.back_up(DAY)
    other = path.parent / "backups" / "belajar-2026-13-99.db"
    other.write_bytes(b"lain")
    for number in range(1, 9):
        store.back_up(DAY + dt.timedelta(days=number))
    assert other.read_bytes() == b"lain"


def test_a_copy_that_does_not_pass_takes_no_name_and_nothing_away(path: Path, store: LearnerDatabase) -> None:
    for number in range(7):
        store.back_up(DAY + dt.timedelta(days=number))
    before = days(path)
    attempt = begun(store)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE attempts SET title = 'Ujian resmi'")
        plain.commit()
    with pytest.raises(Refusal, match="tidak lolos pemeriksaan"):
        store.back_up(DAY + dt.timedelta(days=7))
    assert days(path) == before
    store.close()

    again = open_learner_database(path)  # which looks at every row, though the program was closed
    assert again.summaries(attempt.profile) == ()
    recovery = untold_recovery(again)
    assert recovery is not None
    assert not recovery.complete
    again.close()


def test_a_folder_that_cannot_be_made_is_told(path: Path, store: LearnerDatabase) -> None:
    (path.parent / "backups").write_text("")
    with pytest.raises(Refusal, match="tidak dapat dibuka"):
        store.back_up(DAY)
