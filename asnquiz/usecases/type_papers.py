"""Typing in what participants answered on paper: their letters in a row, and keeping one participant's at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from asnquiz.domain.answering import Answer
from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.briefing_course import FIRST, Course, Event, after, course_of, numbered
from asnquiz.domain.pack import ItemType, Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.briefing_ports import BriefingStore
from asnquiz.usecases.lead_briefing import Admit, Command, TypeIn, by_trainer
from asnquiz.usecases.ports import Clock

NOTHING = "-"  # a question that was left empty
_APART = " ,;"  # ends the letters of a question that may have several


@dataclass(frozen=True)
class PaperQuestion:
    """One question of a sheet, by its number there from 1.

    Attributes:
        order: the item's own rows in the order of their letters.
        several: whether more than one letter may be right.
    """

    number: int
    step: int
    item: str
    order: tuple[int, ...]
    several: bool

    @property
    def letters(self) -> str:
        return ascii_uppercase[: len(self.order)]


def sheet(part: StepKind, briefing: Briefing, pack: Pack) -> tuple[PaperQuestion, ...]:
    """The questions of one part in the order and by the numbers of its printed sheet."""
    asked = [(at, ref) for at, step in enumerate(briefing.steps) if step.kind is part for ref in step.refs]
    return tuple(
        PaperQuestion(
            number,
            at,
            ref,
            briefing.frozen_by_item[ref].order,
            pack.item_by_id[ref].type is ItemType.MULTIPLE,
        )
        for number, (at, ref) in enumerate(asked, start=1)
    )


def read_letters(typed: str, questions: Sequence[PaperQuestion]) -> tuple[Answer, ...]:
    """The answers to the first questions as far as letters were typed: `AC-B`.

    One letter a question, `-` for none. Where several may be right they stand together and end with a blank: `A BD C`.
    Raises Refusal for a letter that a question has not, and for more than there are questions.
    """
    answers: list[Answer] = []
    rest = typed.upper().lstrip(_APART)
    while rest:
        if len(answers) == len(questions):
            raise Refusal(f"Lembar ini hanya memuat {len(questions)} soal. Hapus huruf yang berlebih.")
        question = questions[len(answers)]
        taken = _first(rest, several=question.several)
        answers.append(_answer(taken, question))
        rest = rest[len(taken) :].lstrip(_APART)
    return tuple(answers)


def _first(rest: str, *, several: bool) -> str:
    """What is typed for the next question."""
    if not several or rest[0] == NOTHING:
        return rest[0]
    return rest[: next((at for at, letter in enumerate(rest) if letter in f"{_APART}{NOTHING}"), len(rest))]


def _answer(letters: str, question: PaperQuestion) -> Answer:
    if letters == NOTHING:
        return ()
    for letter in letters:
        if letter not in question.letters:
            last = question.letters[-1]
            raise Refusal(f"Soal {question.number} hanya memuat huruf A sampai {last}. Ketik ulang hurufnya.")
    return tuple(sorted({question.order[question.letters.index(letter)] for letter in letters}))


def written_letters(answers: Sequence[Answer], questions: Sequence[PaperQuestion]) -> str:
    """Answers as they are typed, so that they read the same again."""
    written = ""
    for answer, question in zip(answers, questions, strict=False):
        letters = "".join(letter for letter, row in zip(question.letters, question.order, strict=True) if row in answer)
        written += f"{letters or NOTHING}{' ' if question.several else ''}"
    return written.rstrip()


def typed_before(participant: int, questions: Sequence[PaperQuestion], course: Course) -> tuple[Answer, ...]:
    """What of a sheet was typed in for somebody; nothing where none of it was."""
    given = (course.given(one.step, one.item, FIRST).get(participant) for one in questions)
    answers = tuple(one.answer if one else () for one in given)
    return answers if any(answers) else ()


@dataclass(frozen=True)
class Somebody:
    """Whose sheet it is: a participant by number, an invited person by code, or somebody new by name and unit."""

    participant: int | None = None
    guest: str | None = None
    name: str = ""
    unit: str = ""


def keep_sheet(
    who: Somebody,
    answers: Mapping[PaperQuestion, Answer],
    briefing: Briefing,
    pack: Pack,
    *,
    store: BriefingStore,
    clock: Clock,
) -> tuple[Course, int]:
    """Keeps one participant's sheet, all or nothing; where the briefing stands now, and the participant's number.

    Raises Refusal where somebody cannot be admitted or an answer is none.
    """
    course = course_of(store.events(briefing.id))
    kept: list[Event] = []

    def do(command: Command) -> None:
        nonlocal course
        for event in numbered(course, by_trainer(command, briefing, pack, course), clock.now()):
            kept.append(event)
            course = after(course, event)

    if who.participant is None:
        do(Admit(who.guest, who.name, who.unit))
    participant = who.participant or _admitted(who, course)
    for question, answer in answers.items():
        do(TypeIn(participant, question.step, question.item, answer))
    if kept:
        store.append(briefing.id, kept)
    return course, participant


def _admitted(who: Somebody, course: Course) -> int:
    invited = (one.number for one in course.participants.values() if who.guest and one.guest == who.guest)
    return next(invited, len(course.participants))
