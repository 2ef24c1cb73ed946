"""Typing in papers, without widgets: whose sheet is typed, by which part, and what was kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from asnquiz.domain.answering import Answer
from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.briefing_codes import typed_code
from asnquiz.domain.briefing_course import Course
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.see_briefing import PARTS
from asnquiz.usecases.type_papers import (
    PaperQuestion,
    Somebody,
    read_letters,
    sheet,
    typed_before,
    written_letters,
)

Kept = tuple[Course, int]
Keep = Callable[[Somebody, Mapping[PaperQuestion, Answer], Callable[[Kept], None]], None]


@dataclass(frozen=True)
class Entry:
    """Somebody whose sheet can be typed.

    Attributes:
        typed: whether something of this part's sheet was typed already.
    """

    who: Somebody
    name: str
    unit: str
    typed: bool


class TypingView(Protocol):
    """What the presenter asks of its page."""

    def show_kept(self, name: str) -> None:
        """Somebody's sheet is kept; the next one follows."""


class Typing:
    """`keep` keeps a sheet and hands over what came of it.

    Attributes:
        part: whose sheets are typed now.
        entry: whose sheet it is; None until somebody is chosen.
    """

    def __init__(self, briefing: Briefing, pack: Pack, course: Course, keep: Keep) -> None:
        self.briefing = briefing
        self.view: TypingView | None = None
        self.entry: Entry | None = None
        self._pack = pack
        self._course = course
        self._keep = keep
        self.part = self.parts[0]

    @property
    def parts(self) -> Sequence[StepKind]:
        """Those that the plan asks. Raises Refusal where it asks nothing."""
        kinds = {step.kind for step in self.briefing.steps}
        parts = tuple(part for part in PARTS if part in kinds)
        if not parts:
            raise Refusal("Rencana sosialisasi ini tidak memuat soal, jadi tidak ada lembar yang diketik.")
        return parts

    @property
    def questions(self) -> Sequence[PaperQuestion]:
        return sheet(self.part, self.briefing, self._pack)

    def turn_to(self, part: StepKind) -> None:
        self.part = part
        self.entry = None

    @property
    def entries(self) -> Sequence[Entry]:
        """Everybody who is there or was invited, those whose sheet is still to be typed first."""
        course, questions = self._course, self.questions
        there = {one.guest for one in course.participants.values() if one.guest}
        found = [
            Entry(Somebody(one.number), one.name, one.unit, bool(typed_before(one.number, questions, course)))
            for one in course.present
        ]
        found += [
            Entry(Somebody(guest=one.code), one.name, one.unit, typed=False)
            for one in self.briefing.guests
            if one.code not in there
        ]
        return sorted(found, key=lambda one: (one.typed, one.name.casefold()))

    def found(self, words: str) -> Sequence[Entry]:
        """Those whose name has all these words, or whose kode peserta it is."""
        guest = self.briefing.guest_by_code.get(typed_code(words))
        wanted = words.casefold().split()
        return [
            one
            for one in self.entries
            if all(word in one.name.casefold() for word in wanted) or (guest and one.name == guest.name)
        ]

    @property
    def done(self) -> int:
        """How many sheets of this part are typed."""
        return sum(one.typed for one in self.entries)

    def choose(self, entry: Entry) -> str:
        """Takes somebody's sheet in hand; gives what was typed of it before, as it is typed."""
        self.entry = entry
        if entry.who.participant is None:
            return ""
        return written_letters(typed_before(entry.who.participant, self.questions, self._course), self.questions)

    def choose_new(self, name: str, unit: str) -> None:
        """Takes the sheet in hand of somebody who is on no list; they are admitted when it is kept."""
        self.entry = Entry(Somebody(name=name, unit=unit), name, unit, typed=False)

    def check(self, typed: str) -> tuple[Answer, ...]:
        """The answers of a whole sheet. Raises Refusal while something is missing or wrong."""
        answers, questions = read_letters(typed, self.questions), self.questions
        if len(answers) < len(questions):
            raise Refusal(
                f"Baru {len(answers)} dari {len(questions)} jawaban. Lengkapi; tanda hubung (-) untuk soal yang kosong."
            )
        return answers

    def keep(self, typed: str, then: Callable[[], None] | None = None) -> None:
        """Keeps the sheet in hand, then goes on to the next, or does `then`. Raises Refusal while it is not whole."""
        answers, entry = self.check(typed), self.entry
        if entry is None:
            raise RuntimeError("nobody's sheet is in hand")

        def kept(result: Kept) -> None:
            self._course, _ = result
            self.entry = None
            if then:
                then()
            elif self.view:
                self.view.show_kept(entry.name)

        self._keep(entry.who, dict(zip(self.questions, answers, strict=True)), kept)
