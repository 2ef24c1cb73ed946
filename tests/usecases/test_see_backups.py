"""What is said of a backup before it is restored."""

import datetime as dt

import pytest

from asnquiz.domain.backup import Backup
from asnquiz.usecases.see_backups import backup_details, backup_title

DAY = dt.date(2026, 11, 20)


def test_a_daily_backup_is_called_by_its_day() -> None:
    backup = Backup("a.db", DAY, None, 1_234_567, 3, 40)
    assert backup_title(backup) == "20 November 2026"
    assert backup_details(backup) == ("Cadangan harian · 1,2 MB · 3 orang, 40 kuis",)


def test_what_was_there_before_a_restore_is_called_by_its_time() -> None:
    backup = Backup("b.db", DAY, dt.time(8, 5), 2_000_000, 1, 0)
    assert backup_title(backup) == "20 November 2026 pukul 08.05"
    assert backup_details(backup)[0].startswith("Keadaan sebelum cadangan lain dipulihkan · 2,0 MB")


@pytest.mark.parametrize(("size", "words"), [(0, "0,1 MB"), (49_000, "0,1 MB"), (10_214_000_000, "10.214,0 MB")])
def test_a_backup_that_cannot_be_read_says_so_whatever_its_size(size: int, words: str) -> None:
    kind, why = backup_details(Backup("c.db", DAY, None, size, None, None))
    assert kind == f"Cadangan harian · {words}"
    assert why == "Tidak dapat dibaca, jadi tidak dapat dipulihkan."
