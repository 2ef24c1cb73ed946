"""Texts of strangers: bytes into lines, and every fault with the line it is in."""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.unseen import NOT_TEXT, odd_character
from asnquiz.domain.wording import number_words

MAX_BYTES: Final = 4 << 20
MAX_QUESTIONS: Final = 5_000
MAX_ROWS: Final = 50
# As in a pack's files: a label with a word of a hundred thousand letters is laid out for minutes.
MAX_TEXT: Final = 4_000
# With all that HTML adds to a text.
MAX_RAW: Final = 100_000

TOO_LONG = f"ada teks yang lebih panjang dari {number_words(MAX_RAW)} huruf."
TOO_MANY_ROWS = f"jawabannya lebih dari {MAX_ROWS}."

_MOST_TOLD = 100


@dataclass(frozen=True)
class LineFault:
    """What is wrong in a line, counted from 1: a sentence that follows `Baris 3: `."""

    line: int
    message: str


def text_of(content: bytes, form: str) -> str:
    """A file's text in UTF-8, whose lines end as on Unix. Raises Refusal, with the line where it can."""
    if len(content) > MAX_BYTES:
        raise Refusal(f"Berkas {form} ini lebih besar dari {MAX_BYTES >> 20} MB. Bagilah menjadi beberapa berkas.")
    try:
        content = content.removeprefix(BOM_UTF8)
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(form, [LineFault(line, "bukan teks UTF-8. Simpan ulang berkas itu sebagai UTF-8.")]) from error
    text = re.sub(r"\r\n?", "\n", text)
    odd: dict[int, str] = {}
    line, place = 1, 0
    for found in NOT_TEXT.finditer(text):
        line, place = line + text.count("\n", place, found.start()), found.start()
        odd.setdefault(line, odd_character(found.group()))
    if odd:
        raise refused(form, [LineFault(line, f"{message[0].lower()}{message[1:]}") for line, message in odd.items()])
    return text


def refused(form: str, faults: Sequence[LineFault]) -> Refusal:
    """That nothing of a file was taken, and why."""
    told = [f"Baris {number_words(fault.line)}: {fault.message}" for fault in faults[:_MOST_TOLD]]
    if len(faults) > _MOST_TOLD:
        told.append(f"Dan {number_words(len(faults) - _MOST_TOLD)} kesalahan lain.")
    head = f"Berkas {form} ini memuat {number_words(len(faults))} kesalahan, jadi tidak ada soal yang dimasukkan."
    return Refusal("\n".join((f"{head} Perbaiki, lalu ulangi.", *told)))


def too_many(form: str) -> Refusal:
    most = number_words(MAX_QUESTIONS)
    return Refusal(f"Berkas {form} ini memuat lebih dari {most} soal. Bagilah menjadi beberapa berkas.")
