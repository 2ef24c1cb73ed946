"""A briefing (sosialisasi) as it is prepared: for whom, where, how people answer, what it goes through, which content.

A participant is whoever answers: one person, or one table that shares a phone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from uuid import UUID

from asnquiz.domain.attempt import FrozenItem, PackRef
from asnquiz.domain.moment import Moment


class Way(Enum):
    """How people answer. Only the first two need a network; hands and cards are counted, paper is typed in."""

    PHONES = "phones"
    TABLES = "tables"
    CARDS = "cards"
    HANDS = "hands"
    PAPER = "paper"

    @property
    def networked(self) -> bool:
        return self in (Way.PHONES, Way.TABLES)

    @property
    def counted(self) -> bool:
        """Whether only the number of each answer is known, and not whose it is."""
        return self in (Way.CARDS, Way.HANDS)


class StepKind(Enum):
    """What a step of a briefing is.

    `join`: people come in. `lesson`: one lesson, page by page. `rules`: acts with their verdicts, one a page.
    `question`: a vote on one item. `debate`: what opinions differ on, never a vote. `pretest`, `posttest`: items at
    each one's own pace. `pledge`: the neutrality pledge, line by line. `close`: the end.
    """

    JOIN = "join"
    LESSON = "lesson"
    RULES = "rules"
    QUESTION = "question"
    DEBATE = "debate"
    PRETEST = "pretest"
    POSTTEST = "posttest"
    PLEDGE = "pledge"
    CLOSE = "close"

    @property
    def tests(self) -> bool:
        return self in (StepKind.PRETEST, StepKind.POSTTEST)

    @property
    def asks(self) -> bool:
        """Whether items are answered in it."""
        return self is StepKind.QUESTION or self.tests


@dataclass(frozen=True)
class Step:
    """One step of a plan.

    Attributes:
        refs: ids in the pack of what it is about: a lesson, rules, or items; none for join, pledge and close.
        minutes: how long it is meant to take.
        twice: of a question, whether people are meant to talk about it and vote again before its key is shown.
    """

    kind: StepKind
    minutes: int
    refs: tuple[str, ...] = ()
    twice: bool = False


@dataclass(frozen=True)
class Plan:
    """What a briefing goes through. `id` begins with `siap-` for a ready one, and is a UUID for one of a trainer's."""

    id: str
    name: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True)
class Occasion:
    """What papers of the briefing say at their head.

    Attributes:
        office: who holds it; `letterhead` are the lines at the head of its papers.
        number: of the invitation or the letter of assignment; empty where there is none.
        speaker: the narasumber.
    """

    title: str
    office: str
    letterhead: tuple[str, ...]
    place: str
    date: date
    number: str
    speaker: str


@dataclass(frozen=True)
class Guest:
    """Somebody on the invitation list.

    Attributes:
        code: kode peserta, four characters, the same for nobody else on the list.
        nip: known here from the office's list only, and never sent to or asked of a phone.
    """

    code: str
    name: str
    position: str
    unit: str
    nip: str | None


@dataclass(frozen=True)
class Briefing:
    """One briefing as it begins; nothing of it changes afterwards.

    Attributes:
        pack: the content it is frozen with.
        items: every item that its plan asks, in the plan's order, each with its rows in one order for everybody, so
            that a letter means the same on the wall, on phones and on paper.
        units: names of units of work to choose from, for those who come without a code.
        class_code: kode kelas, six digits.
        rehearsal: whether it is tried out only: nothing of it is told to an office.
        task: the office's task whose keys its record is sealed for, if any.
    """

    id: UUID
    made: Moment
    occasion: Occasion
    way: Way
    plan: Plan
    pack: PackRef
    items: tuple[FrozenItem, ...]
    units: tuple[str, ...]
    guests: tuple[Guest, ...]
    class_code: str
    rehearsal: bool
    task: UUID | None

    @cached_property
    def guest_by_code(self) -> Mapping[str, Guest]:
        return {guest.code: guest for guest in self.guests}

    @cached_property
    def frozen_by_item(self) -> Mapping[str, FrozenItem]:
        return {frozen.item: frozen for frozen in self.items}

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.plan.steps
