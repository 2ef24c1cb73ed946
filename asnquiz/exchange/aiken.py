"""Aiken, the plainest text form of Moodle, both ways: one right choice of several, and nothing else of a question.

A question has a line for its text, one for each choice (`A) …`) and one for the answer (`ANSWER: A`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from asnquiz.domain.pack import ItemType, Option
from asnquiz.domain.question import Brought, Carried, Loss, Question
from asnquiz.domain.wording import number_words
from asnquiz.exchange.shapes import lacking
from asnquiz.exchange.text_file import MAX_QUESTIONS, MAX_TEXT, LineFault, refused, text_of, too_many

_FORM = "Aiken"

# What Moodle takes for a choice or an answer wherever it begins a line.
_CHOICE = re.compile(r"[A-Z][).]")
_ANSWER = "ANSWER:"

_ONE_KEY = "Aiken hanya memuat soal satu pilihan benar; soal ini dilewati."
_TOO_MANY_CHOICES = f"Pilihannya lebih dari {len(ascii_uppercase)}, jadi soal ini dilewati."
_LIKE_A_CHOICE = "Pertanyaannya dimulai seperti baris pilihan atau jawaban Aiken, jadi soal ini dilewati."
_ONLY_WORDS = (
    "Aiken hanya memuat pertanyaan dan pilihan: id, umpan balik, penjelasan, dan semua keterangan lain tidak dibawa."
)
_ONE_LINE = "Pergantian baris di dalam teks menjadi spasi."
_NO_PICTURE = "Gambar soal tidak dapat dimuat Aiken."


def write_aiken(questions: Sequence[Question]) -> Carried:
    """The questions with one right choice, in their order."""
    blocks, losses = [], []
    for number, question in enumerate(questions, 1):
        reason = _reason(question)
        if reason is None:
            blocks.append("\n".join(_lines(question)))
        told = _left_behind(question) if reason is None else (reason,)
        losses += [Loss(question.id or f"Soal {number}", message) for message in told]
    return Carried("".join(f"{block}\n\n" for block in blocks).encode(), tuple(losses))


def _reason(question: Question) -> str | None:
    """Why a question cannot be written; None where it can."""
    if question.type is not ItemType.SINGLE:
        return _ONE_KEY
    if len(question.options) > len(ascii_uppercase):
        return _TOO_MANY_CHOICES
    if _CHOICE.match(question.stem.strip()) or question.stem.strip().startswith(_ANSWER):
        return _LIKE_A_CHOICE
    return lacking(question)


def _left_behind(question: Question) -> Iterator[str]:
    yield _ONLY_WORDS
    if question.picture:
        yield _NO_PICTURE
    if any("\n" in text.strip() for text in (question.stem, *(option.text for option in question.options))):
        yield _ONE_LINE


def _lines(question: Question) -> Iterator[str]:
    yield _one_line(question.stem)
    for letter, option in zip(ascii_uppercase, question.options, strict=False):
        yield f"{letter}) {_one_line(option.text)}"
    keys = [letter for letter, option in zip(ascii_uppercase, question.options, strict=False) if option.key]
    yield f"{_ANSWER} {keys[0]}"


def _one_line(text: str) -> str:
    return re.sub(r"[ \t]*\n\s*", " ", text.strip())


def read_aiken(content: bytes) -> Brought:
    """Every question. Raises Refusal, with the line of each fault, for a file that has any."""
    reader = _Reader()
    for number, line in enumerate(text_of(content, _FORM).split("\n"), 1):
        if line.strip():
            reader.take(number, line.strip())
        if len(reader.faults) > MAX_QUESTIONS:
            break
    reader.end()
    if reader.faults:
        raise refused(_FORM, sorted(reader.faults, key=lambda fault: fault.line))
    return Brought(tuple(reader.questions), ())


@dataclass
class _Open:
    """A question whose answer was not read yet, and the line it begins in."""

    line: int
    stem: str
    choices: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.faults: list[LineFault] = []
        self._open: _Open | None = None

    def take(self, number: int, line: str) -> None:
        """Raises Refusal for too many questions."""
        if len(line) > MAX_TEXT:
            self._fault(number, f"teks ini lebih panjang dari {number_words(MAX_TEXT)} huruf.")
        if _CHOICE.match(line):
            self._choice(number, line)
        elif line.startswith(_ANSWER):
            self._answer(number, line.removeprefix(_ANSWER).strip())
        else:
            self.end()
            if len(self.questions) == MAX_QUESTIONS:
                raise too_many(_FORM)
            self._open = _Open(number, line)

    def end(self) -> None:
        """No more lines of this question come."""
        if self._open and self._open.choices:
            self._fault(self._open.line, "soal ini tidak ditutup dengan baris ANSWER:.")
        elif self._open:
            self._fault(self._open.line, "baris ini bukan pilihan (A) dan seterusnya) dan tidak diikuti pilihan.")
        self._open = None

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(LineFault(line, message))

    def _choice(self, number: int, line: str) -> None:
        if self._open is None:
            self._fault(number, "pilihan ini tidak didahului pertanyaan.")
            return
        expected = ascii_uppercase[len(self._open.choices) :][:1]
        if line[0] != expected:
            self._fault(
                number, f"pilihan ini seharusnya berhuruf {expected}." if expected else "pilihannya terlalu banyak."
            )
        if not line[2:].strip():
            self._fault(number, "pilihan ini kosong.")
        self._open.choices.append(line[2:].strip())

    def _answer(self, number: int, letter: str) -> None:
        if self._open is None:
            self._fault(number, "jawaban ini tidak didahului pertanyaan.")
            return
        question, self._open = self._open, None
        letters = ascii_uppercase[: len(question.choices)]
        if len(letters) < 2:
            self._fault(number, "pilihan soal ini kurang dari dua.")
        elif len(letter) != 1 or letter not in letters:
            self._fault(number, f"jawaban harus satu huruf dari A sampai {letters[-1]}.")
        options = (Option(text, "", place == letters.find(letter)) for place, text in enumerate(question.choices))
        self.questions.append(Question(ItemType.SINGLE, question.stem, options=tuple(options)))
