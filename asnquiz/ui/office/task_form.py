"""The form of a task as plain values: from its lines to what is asked, refused by line."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.drawing import of_length
from asnquiz.domain.pack import Blueprint
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.domain.wording import date_words

TITLE, DEADLINE, ITEMS, MINUTES, MARK = "title", "deadline", "items", "minutes", "mark"
LABELS = {
    TITLE: "Judul tugas",
    DEADLINE: "Tenggat",
    ITEMS: "Jumlah soal",
    MINUTES: "Waktu (menit)",
    MARK: "Batas lulus",
}
_USUAL_TITLE = "Ujian netralitas Pilkada"
_BOUNDS = {ITEMS: (1, 200), MINUTES: (1, 600), MARK: (0, 100)}


@dataclass(frozen=True)
class TaskDraft:
    """A task as it stands in the form; `lines` are as they were typed, by the keys of LABELS."""

    lines: Mapping[str, str]
    counting: Counting
    supervised: bool
    pauses: bool
    certainty: bool
    units: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What an office asks, before it is signed."""

    title: str
    deadline: dt.date
    exam: Blueprint
    counting: Counting
    supervised: bool
    pauses: bool
    certainty: bool
    units: tuple[str, ...]


def first_draft(exam: Blueprint, units: tuple[str, ...]) -> TaskDraft:
    """The form to begin with: the pack's own exam, as people sit it alone."""
    lines = {
        TITLE: _USUAL_TITLE,
        DEADLINE: "",
        ITEMS: str(exam.items),
        MINUTES: str(exam.minutes),
        MARK: str(exam.pass_),
    }
    return TaskDraft(lines, Counting.BEST, supervised=False, pauses=True, certainty=False, units=units)


def number_line(typed: str, key: str) -> str:
    """A number as it is understood. Raises Refusal."""
    least, most = _BOUNDS[key]
    words = typed.strip()
    if not (words.isascii() and words.isdigit() and len(words) <= len(str(most)) and least <= int(words) <= most):
        raise Refusal(f"{LABELS[key]} berupa angka {least} sampai {most}. Ketik ulang.")
    return str(int(words))


def day_line(typed: str, today: dt.date) -> str:
    """The deadline as it is understood, written out. Raises Refusal."""
    day = parse_day(typed, LABELS[DEADLINE])
    if day is None:
        raise Refusal("Tulis tenggatnya, misalnya 30 November 2026 atau 30-11-2026.")
    if day < today:
        raise Refusal(f"{date_words(day)} sudah lewat. Pilih tanggal hari ini atau sesudahnya.")
    return date_words(day)


def asked(draft: TaskDraft, exam: Blueprint) -> Asked:
    """What a form asks whose lines were all understood; `exam` is the pack's own."""
    deadline = parse_day(draft.lines[DEADLINE], LABELS[DEADLINE])
    if deadline is None:
        raise RuntimeError("a form without a deadline")
    return Asked(
        draft.lines[TITLE],
        deadline,
        replace(
            of_length(exam, int(draft.lines[ITEMS])),
            minutes=int(draft.lines[MINUTES]),
            pass_=int(draft.lines[MARK]),
        ),
        draft.counting,
        draft.supervised,
        draft.pauses,
        draft.certainty,
        draft.units,
    )
