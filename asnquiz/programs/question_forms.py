"""The forms in which questions come from other programs and go to them: one table for commands and windows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import QuestionForm

# More than any form allows, so that a mistaken choice does not fill the memory.
_MAX_BYTES: Final = 128 << 20

# The pack whose words and ids the questions are written in, read when a form needs it. Raises Refusal.
KnownPack = Callable[[], Pack]


def _gift(_known: KnownPack) -> QuestionForm:
    from asnquiz.exchange.gift import read_gift, write_gift

    return QuestionForm("GIFT", (".gift", ".txt"), read_gift, write_gift)


def _aiken(_known: KnownPack) -> QuestionForm:
    from asnquiz.exchange.aiken import read_aiken, write_aiken

    return QuestionForm("Aiken", (".txt",), read_aiken, write_aiken)


def _moodle(_known: KnownPack) -> QuestionForm:
    from asnquiz.exchange.moodle import read_moodle, write_moodle

    return QuestionForm("Moodle XML", (".xml",), read_moodle, write_moodle)


def _xlsx(known: KnownPack) -> QuestionForm:
    from asnquiz.documents.question_table import read_question_table, write_question_book

    return QuestionForm(
        "Excel",
        (".xlsx",),
        lambda content: read_question_table(content, known()),
        lambda questions: write_question_book(questions, known()),
    )


def _csv(known: KnownPack) -> QuestionForm:
    from asnquiz.documents.question_table import read_question_table, write_question_csv

    return QuestionForm(
        "CSV",
        (".csv",),
        lambda content: read_question_table(content, known()),
        lambda questions: write_question_csv(questions, known()),
    )


# Each is imported when it is used, by the word that commands know it by.
FORMS: Mapping[str, Callable[[KnownPack], QuestionForm]] = {
    "gift": _gift,
    "aiken": _aiken,
    "moodle": _moodle,
    "xlsx": _xlsx,
    "csv": _csv,
}


def bytes_of(file: Path) -> bytes:
    """What is in a file that somebody chose. Raises Refusal."""
    try:
        if not file.is_file():  # reading a pipe could last for ever
            raise Refusal(f"“{file}” tidak ditemukan, atau bukan berkas. Periksa letak dan namanya, lalu ulangi.")
        if file.stat().st_size > _MAX_BYTES:
            raise Refusal(f"“{file}” lebih besar dari {_MAX_BYTES >> 20} MB. Bagilah menjadi beberapa berkas.")
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise Refusal(f"“{file}” tidak dapat dibuka. Periksa letak dan izin berkasnya, lalu ulangi.") from error
