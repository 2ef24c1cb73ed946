"""How figures of many people are written, and when they are not because the people are too few."""

from datetime import datetime

from asnquiz.domain.collection import UnitStanding
from asnquiz.domain.item_analysis import Suspicion
from asnquiz.domain.marking import Change, Mark

# A mean or a share of fewer people says more about each of them than about a unit.
FEWEST = 10
TOO_FEW = f"Rata-rata dan persentase lulus tidak dihitung (–) bila yang selesai kurang dari {FEWEST} orang."
INTERVAL = "Angka di bawahnya atau dalam kurung: rentang kepercayaan 95 %."
NO_FIGURE = "–"
# What people fill in on a letter.
BLANK = "………………"

# Why a marking by another version of the content is another one, or is not.
CHANGE = {
    Change.LAW: "hukum yang mendasarinya berubah",
    Change.KEY: "kunci jawaban diperbaiki",
    Change.DROPPED: "tidak lagi dinilai",
    Change.CONTENT: "isi soal berubah, jadi nilai lama tetap",
    Change.UNKNOWN: "isi soal tidak dikenal kantor, jadi nilai lama tetap",
}
MARKED_AS_ASKED = "kembali dinilai menurut soal yang dikerjakan"
YES = {True: "ya", False: "tidak"}
MARK = {Mark.RIGHT: "benar", Mark.WRONG: "belum tepat", Mark.DROPPED: "tidak dinilai"}
SUSPICION = {
    Suspicion.NEGATIVE: "daya beda negatif: periksa dahulu kunci dan perubahan hukumnya, lalu kejelasan soalnya",
    Suspicion.COMPETING: "ada pilihan keliru yang menyaingi kunci: periksa apakah pilihan itu juga benar",
}


def share_words(part: int, whole: int) -> str:
    """87,8 %: rounded down, so that 100 % means everybody; a dash where there is nobody."""
    return f"{tenths_words(part * 1000 // whole)} %" if whole else NO_FIGURE


def told_share_words(part: int, whole: int) -> str:
    """A share, or a dash where it is of too few to be told."""
    return share_words(part, whole) if whole >= FEWEST else NO_FIGURE


def mean_words(unit: UnitStanding) -> str:
    """The mean of those who finished, or a dash where they are too few for one."""
    if unit.mean_tenths is None or unit.finished < FEWEST:
        return NO_FIGURE
    return tenths_words(unit.mean_tenths)


def passed_words(unit: UnitStanding) -> str:
    """The share that passed of those who finished, or a dash where they are too few for one."""
    return told_share_words(unit.passed, unit.finished)


def mean_interval_words(unit: UnitStanding) -> str:
    """83,1–85,3: from where to where the mean lies, or a dash where those who finished are too few."""
    return _interval_words(unit, unit.interval_tenths)


def passed_interval_words(unit: UnitStanding) -> str:
    """35,2–64,8: from where to where the percentage that passed lies, or a dash where they are too few."""
    return _interval_words(unit, unit.passed_interval_tenths)


def _interval_words(unit: UnitStanding, ends: tuple[int, int] | None) -> str:
    return "–".join(map(tenths_words, ends)) if ends and unit.finished >= FEWEST else NO_FIGURE


def tenths_words(tenths: int) -> str:
    """86,6 for 866 tenths of 0 to 100; 100 without a decimal."""
    return "100" if tenths == 1000 else f"{tenths // 10},{tenths % 10}"


def here(at: datetime) -> datetime:
    """An aware time as the clock of this office shows it."""
    return at.astimezone()
