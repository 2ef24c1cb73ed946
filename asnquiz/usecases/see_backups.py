"""What is said of a backup before it is restored."""

import datetime as dt

from asnquiz.domain.backup import Backup
from asnquiz.domain.wording import date_words, number_words, time_words

_MEGABYTE = 1_000_000


def backup_title(backup: Backup) -> str:
    """27 November 2024, or with the time where a day may have several."""
    if backup.time is None:
        return date_words(backup.day)
    return time_words(dt.datetime.combine(backup.day, backup.time))


def backup_details(backup: Backup) -> tuple[str, ...]:
    """Which kind it is and how large, then what it holds."""
    kind = "Cadangan harian" if backup.time is None else "Keadaan sebelum cadangan lain dipulihkan"
    tenths = max(1, round(backup.size * 10 / _MEGABYTE))
    size = f"{number_words(tenths // 10)},{tenths % 10} MB"
    if not backup.readable:
        return f"{kind} · {size}", "Tidak dapat dibaca, jadi tidak dapat dipulihkan."
    return (f"{kind} · {size} · {held_words(backup)}",)


def held_words(backup: Backup) -> str:
    """3 orang, 40 kuis: what a backup that can be read holds."""
    return f"{number_words(backup.people or 0)} orang, {number_words(backup.attempts or 0)} kuis"
