"""Questions as rows of a table that trainers fill in: its columns, what may stand in them, and both ways between.

What a cell means goes by its column's title and by the pack's own words, never by the place of either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.letters import folded
from asnquiz.domain.pack import Citation, Confidence, ItemType, Pack, Phase, Verdict
from asnquiz.domain.question import Loss, Question
from asnquiz.domain.sheet import bare_title
from asnquiz.domain.wording import (
    CONFIDENCE,
    ITEM_TYPE,
    NO_PROHIBITION_FOUND,
    PHASE,
    VERDICT,
    harmless,
    law_name,
    phase_words,
)

T = TypeVar("T")

LETTERS: Final = "ABCDEFGH"
_FEWEST = 3  # columns of whatever a question may have several of
_LONGEST_QUOTE = 60
UNKNOWN_PHASE: Final = "-"


class Part(Enum):
    """What a column holds; the value is its title, followed by a letter or a number where there are several.

    Titles are those of the form in the window.
    """

    TYPE = "Jenis soal"
    STEM = "Teks soal"
    OPTION = "Pilihan"
    FEEDBACK = "Umpan balik"
    KEY = "Kunci"
    EXPLANATION = "Penjelasan"
    INSTEAD = "Sebaiknya"
    PHASE = "Fase"
    TOPIC = "Topik"
    DIFFICULTY = "Tingkat kesulitan"
    JOB = "Terutama untuk"
    RULE = "Ketentuan"
    LAW = "Dasar hukum"
    CONFIDENCE = "Keyakinan isi"
    ID = "ID"
    REVISION = "Revisi"


_LETTERED = (Part.OPTION, Part.FEEDBACK)
_NUMBERED = (Part.JOB, Part.RULE, Part.LAW)
# As `bare_title` gives them, beside the titles above: those of earlier templates, and of other tables.
_OTHER_TITLES = {
    Part.TYPE: ("jenis", "tipe", "tipe soal", "bentuk soal", "type", "question type"),
    Part.STEM: ("pertanyaan", "soal", "butir soal", "pokok soal", "question", "question text", "stem"),
    Part.OPTION: ("opsi", "pilihan jawaban", "opsi jawaban", "option"),
    Part.FEEDBACK: ("alasan", "tanggapan", "feedback"),
    Part.KEY: ("kunci jawaban", "jawaban", "jawaban benar", "key", "answer", "correct answer", "correct answer s"),
    Part.EXPLANATION: ("pembahasan", "explanation", "answer explanation"),
    Part.INSTEAD: ("yang sebaiknya dilakukan", "saran"),
    Part.PHASE: ("tahap", "masa", "phase"),
    Part.TOPIC: ("tema", "topic"),
    Part.DIFFICULTY: ("tingkat", "tingkat kesukaran", "kesulitan", "difficulty"),
    Part.JOB: ("jabatan", "untuk jabatan", "job"),
    Part.RULE: ("aturan", "rule"),
    Part.LAW: ("dasar", "rujukan", "citation"),
    Part.CONFIDENCE: ("keyakinan", "confidence"),
    Part.ID: ("id soal", "kode", "kode soal"),
    Part.REVISION: ("revision",),
}
_PARTS = {bare_title(part.value): part for part in Part} | {
    title: part for part, titles in _OTHER_TITLES.items() for title in titles
}

_OTHER_TYPES = {
    "pilihan ganda": ItemType.SINGLE,
    "pg": ItemType.SINGLE,
    "multiple choice": ItemType.SINGLE,
    "checkbox": ItemType.MULTIPLE,
    "pilihan ganda kompleks": ItemType.MULTIPLE,
    "urutan": ItemType.ORDERING,
    "penjodohan": ItemType.MATCHING,
}
_DIFFICULTIES = {1: "mudah", 2: "sedang", 3: "sulit"}


@dataclass(frozen=True)
class Place:
    """A column: what it holds and, from 0, which of several."""

    part: Part
    number: int = 0

    @property
    def title(self) -> str:
        if self.part in _LETTERED:
            return f"{self.part.value} {LETTERS[self.number]}"
        return f"{self.part.value} {self.number + 1}" if self.part in _NUMBERED else self.part.value


Row = Mapping[Place, str]


@dataclass(frozen=True)
class QuestionTable:
    """Rows of text by column; columns without a cell in a row are empty there."""

    columns: tuple[Place, ...]
    rows: tuple[Row, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True)
class Choices(Generic[T]):
    """What may stand in a column: the words for each value, and every way in which one is known."""

    shown: Mapping[T, str]
    known: Mapping[str, T]

    def read(self, words: str) -> T | None:
        return self.known.get(folded(words))


def choices_of(pack: Pack) -> Mapping[Part, Choices[Any]]:
    """What may stand in the columns that are chosen from a list, in the words of a pack.

    Words that would stand for two values have the id behind them; ids are known too.
    """
    articles = {Citation(law.id, one.ref): f"{law_name(law)}, {one.ref}" for law in pack.laws for one in law.articles}
    types = {type_: words[0].upper() + words[1:] for type_, words in ITEM_TYPE.items()}
    return {
        Part.TYPE: _choices(types, _OTHER_TYPES | {type_.value: type_ for type_ in ItemType}),
        Part.KEY: _choices(VERDICT, {verdict.value: verdict for verdict in Verdict}),
        Part.PHASE: _choices(PHASE, {words: phase for phase in Phase for words in (phase.value, phase_words(phase))}),
        Part.TOPIC: _choices(pack.topics, {id_: id_ for id_ in pack.topics}),
        Part.DIFFICULTY: _choices(
            {number: f"{number} ({words})" for number, words in _DIFFICULTIES.items()},
            {way: number for number, words in _DIFFICULTIES.items() for way in (str(number), words)},
        ),
        Part.JOB: _choices(pack.jobs, {id_: id_ for id_ in pack.jobs}),
        Part.RULE: _choices({rule.id: rule.act for rule in pack.rules}, {rule.id: rule.id for rule in pack.rules}),
        Part.LAW: _choices(
            {Citation(no_prohibition_found=True): NO_PROHIBITION_FOUND, **articles},
            {f"{base.law}, {base.ref}": base for base in articles},
        ),
        Part.CONFIDENCE: _choices(
            {one: f"{one.value} ({words})" for one, words in CONFIDENCE.items()}, {one.value: one for one in Confidence}
        ),
    }


def _choices(words: Mapping[T, str], others: Mapping[str, T]) -> Choices[T]:
    shown: dict[T, str] = {}
    known: dict[str, T] = {}
    ids = {value: way for way, value in others.items()}
    for value, told in words.items():
        clear = " ".join(told.split())
        if folded(clear) in known:
            clear = f"{clear} ({ids[value]})"
        shown[value] = clear
        known[folded(clear)] = value
    for way, value in others.items():
        known.setdefault(folded(way), value)
    return Choices(shown, known)


def place_of(title: str) -> Place | None:
    """The column that a title names, as `bare_title` gives it: `pilihan b`, `opsi 2` and `b` alone are the same."""
    if title in _PARTS:
        return Place(_PARTS[title])
    found = re.fullmatch(r"(.*?) ?([a-h]|\d{1,2})", title)
    if found is None:
        return None
    part = _PARTS.get(found[1]) if found[1] else Part.OPTION
    if part is Part.KEY and found[1] in ("jawaban", "answer"):
        part = Part.OPTION
    number = int(found[2]) - 1 if found[2].isdecimal() else LETTERS.index(found[2].upper())
    if (part in _LETTERED and found[1]) or (part is Part.OPTION and not found[2].isdecimal()):
        return Place(part, number) if 0 <= number < len(LETTERS) else None
    return Place(part, number) if part in _NUMBERED and number >= 0 else None


def table_of(questions: Sequence[Question], pack: Pack) -> QuestionTable:
    """A row for every question, in the words of `pack`; what those do not have is a loss."""
    choices = choices_of(pack)
    losses: list[Loss] = []
    rows = []
    for number, question in enumerate(questions, 1):
        row = _Out(choices, question.id or f"Soal {number}", losses)
        row.put(question)
        rows.append(row.cells)
    most = {
        part: max((place.number + 1 for row in rows for place in row if place.part is part), default=0)
        for part in _NUMBERED
    }
    return QuestionTable(tuple(_columns(most)), tuple(rows), tuple(losses))


def _columns(most: Mapping[Part, int]) -> Iterator[Place]:
    for part in Part:
        if part in _NUMBERED:
            yield from (Place(part, number) for number in range(max(most[part], _FEWEST)))
        elif part not in _LETTERED:
            yield Place(part)
        elif part is Part.OPTION:
            for number in range(len(LETTERS)):
                yield from (Place(both, number) for both in _LETTERED)


class _Out:
    """One question on its way into a row."""

    def __init__(self, choices: Mapping[Part, Choices[Any]], name: str, losses: list[Loss]) -> None:
        self.cells: dict[Place, str] = {}
        self._choices, self._name, self._losses = choices, name, losses

    def put(self, question: Question) -> None:
        texts = {
            Part.STEM: question.stem,
            Part.EXPLANATION: question.explanation,
            Part.INSTEAD: question.instead,
            Part.ID: question.id or "",
            Part.REVISION: "" if question.revision is None else str(question.revision),
        }
        self.cells |= {Place(part): text for part, text in texts.items() if text}
        self._choose(Part.TYPE, (question.type,))
        self._choose(Part.PHASE, (question.phase,))
        self._choose(Part.TOPIC, (question.topic,))
        self._choose(Part.DIFFICULTY, (question.difficulty,))
        self._choose(Part.CONFIDENCE, (question.confidence,))
        self._choose(Part.JOB, question.jobs)
        self._choose(Part.RULE, question.rules)
        self._cite(question.citations)
        self._answer(question)
        if question.picture:
            name = harmless(question.picture.image.name)
            self._lose(f"Gambar “{name}” dan keterangannya tidak dapat dimuat tabel.")

    def _lose(self, message: str) -> None:
        self._losses.append(Loss(self._name, message))

    def _choose(self, part: Part, values: Iterable[Any]) -> None:
        """Writes what there are words for, side by side."""
        number = 0
        for value in values:
            if value is None:
                continue
            words = self._choices[part].shown.get(value)
            if words is None:
                self._lose(f"{part.value}: {quoted(str(value))} tidak ada dalam paket yang dipakai, jadi tidak ikut.")
            else:
                self.cells[Place(part, number)] = words
                number += 1

    def _cite(self, citations: Iterable[Citation]) -> None:
        number = 0
        for citation in citations:
            words = self._choices[Part.LAW].shown.get(replace(citation, facts=()))
            if words is None:
                cited = ", ".join(filter(None, (citation.law, citation.ref)))
                self._lose(f"{Part.LAW.value}: {quoted(cited)} tidak ada dalam paket yang dipakai, jadi tidak ikut.")
                continue
            if all(re.fullmatch(r"[^\s\[\];](?:[^\[\];]*[^\s\[\];])?", fact) for fact in citation.facts):
                facts = f" [{'; '.join(citation.facts)}]" if citation.facts else ""
            else:
                facts = ""
                self._lose(f"Nomor fakta pada dasar hukum {quoted(words)} tidak ikut.")
            self.cells[Place(Part.LAW, number)] = words + facts
            number += 1

    def _answer(self, question: Question) -> None:
        match question.type:
            case ItemType.VERDICT:
                told = [verdict for verdict in Verdict if question.feedback.get(verdict)]
                shown = [*VERDICT_CHOICES, *(verdict for verdict in told if verdict not in VERDICT_CHOICES)]
                self._rows([(VERDICT[verdict], question.feedback.get(verdict, "")) for verdict in shown])
                key = VERDICT[question.key] if question.key else ""
            case ItemType.MATCHING:
                pairs = [pair for pair in question.pairs if pair.left or pair.feedback]
                self._rows([(pair.left, pair.feedback) for pair in pairs])
                phases = [pair.phase for pair in pairs[: len(LETTERS)]]
                key = ", ".join(PHASE[phase] if phase else UNKNOWN_PHASE for phase in phases) if any(phases) else ""
            case _:
                options = [option for option in question.options if option.text or option.feedback]
                self._rows([(option.text, option.feedback) for option in options])
                key = ", ".join(letter for letter, option in zip(LETTERS, options, strict=False) if option.key)
        if key:
            self.cells[Place(Part.KEY)] = key

    def _rows(self, rows: Sequence[tuple[str, str]]) -> None:
        for number, row in enumerate(rows[: len(LETTERS)]):
            self.cells |= {Place(part, number): text for part, text in zip(_LETTERED, row, strict=True) if text}
        for text, _ in rows[len(LETTERS) :]:
            self._lose(f"Pilihan {quoted(text)} tidak ikut, karena tabel memuat paling banyak {len(LETTERS)} pilihan.")


def quoted(words: str) -> str:
    """What stands in a cell, as a sentence repeats it: on one line, harmless, and not for long."""
    clear = harmless(" ".join(words.split()))
    return f"“{clear[:_LONGEST_QUOTE]}…”" if len(clear) > _LONGEST_QUOTE else f"“{clear}”"
