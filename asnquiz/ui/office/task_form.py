"""The form of a task as plain values: from its lines to what is asked, refused by line."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.pack import Blueprint, Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.domain.task_check import FULL_MARK, MOST_ITEMS, MOST_MINUTES
from asnquiz.domain.wording import date_words
from asnquiz.usecases.write_task import TaskForm, exam_for

TITLE, DEADLINE, ITEMS, MINUTES, MARK = "title", "deadline", "items", "minutes", "mark"
LABELS = {
    TITLE: "Judul tugas",
    DEADLINE: "Tenggat",
    ITEMS: "Jumlah soal",
    MINUTES: "Waktu (menit)",
    MARK: "Batas lulus",
}
_USUAL_TITLE = "Ujian netralitas Pilkada"
_BOUNDS = {ITEMS: (1, MOST_ITEMS), MINUTES: (1, MOST_MINUTES), MARK: (0, FULL_MARK)}


@dataclass(frozen=True)
class TaskDraft:
    """A task as it stands in the form; `lines` are as they were typed, by the keys of LABELS."""

    lines: Mapping[str, str]
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
        raise Refusal(f"{date_words(day)} sudah lewat. Pilih hari ini atau tanggal sesudahnya.")
    return date_words(day)


def form_of(draft: TaskDraft, pack: Pack) -> TaskForm:
    """What a form asks, once every line was understood."""
    deadline = parse_day(draft.lines[DEADLINE], LABELS[DEADLINE])
    if deadline is None:
        raise RuntimeError("a form without a deadline")
    items, minutes, mark = (int(draft.lines[key]) for key in (ITEMS, MINUTES, MARK))
    return TaskForm(
        draft.lines[TITLE],
        deadline,
        exam_for(pack, items=items, minutes=minutes, mark=mark),
        draft.counting,
        draft.supervised,
        draft.pauses,
        draft.certainty,
        draft.units,
    )
