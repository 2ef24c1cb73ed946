"""What an office's report says: who has finished and how it went, what was asked and how it was answered.

It is a function of what is in the collection and of the question asked. Figures of fewer than `recap_wording.FEWEST`
people are in it, for whoever computes with them; whoever shows them leaves them out.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.collection import Overview, Question, UnitStanding, Week
from asnquiz.domain.gain import GroupGain
from asnquiz.domain.item_analysis import ItemFigures, OptionFigures, Suspicion, TestFigures
from asnquiz.domain.marking import Change
from asnquiz.domain.pack import Phase
from asnquiz.domain.recap_wording import FEWEST, NO_FIGURE, share_words
from asnquiz.domain.task import Task


@dataclass(frozen=True)
class PackUse:
    """A version of the content that exams were made of, and how many were; `law_as_of` None where unknown here."""

    ref: PackRef
    law_as_of: dt.date | None
    exams: int


@dataclass(frozen=True)
class Scope:
    """What is printed with every figure.

    Attributes:
        office, letterhead: whose report it is; empty where nobody said who gathers here.
        task: None for exams that people picked themselves.
        first, last: the days on which the first and the last of the counted exams ended, by their own computers.
        packs: the versions of the content they were made of.
        marked_by: the version that marked all of them anew; None where each was marked by its own.
        as_told: counted exams whose score is as their file tells it, because their questions are not known here.
        newest: when the newest of them ended.
        behind: see asnquiz.domain.collection.Overview.
    """

    office: str
    letterhead: tuple[str, ...]
    question: Question
    task: Task | None
    first: dt.date | None
    last: dt.date | None
    packs: tuple[PackUse, ...]
    marked_by: PackUse | None
    as_told: int
    newest: dt.datetime | None
    behind: bool = False


@dataclass(frozen=True)
class TaskStanding:
    """One task, or with None the exams that people picked themselves, by the rule it sets itself."""

    task: Task | None
    overview: Overview


@dataclass(frozen=True)
class Share:
    """`part` of `whole` answers.

    Attributes:
        people: so many gave these answers at least, as follows from how many answers there are, to which questions.
    """

    part: int
    whole: int
    people: int

    @property
    def enough(self) -> bool:
        """Whether the share may be told: a few people who answered much are few."""
        return self.people >= FEWEST

    @property
    def words(self) -> str:
        """87,8 %, or a dash where it may not be told."""
        return share_words(self.part, self.whole) if self.enough else NO_FIGURE

    @property
    def rest(self) -> "Share":
        """The other answers."""
        return Share(self.whole - self.part, self.whole, self.people)


@dataclass(frozen=True)
class OptionReport:
    """An answer that was given to a question, in words, and how it was chosen; `right` by the marks that count."""

    words: str
    right: bool
    figures: OptionFigures


@dataclass(frozen=True)
class ItemReport:
    """One question in one revision, over everybody's first exam.

    Attributes:
        stem: what was asked; empty where its content is not known here.
        rules: what it asks about, as ids; `phase` None where it is not known.
        sure: answers that were said to be sure, and how many of those are wrong.
        change: what a marking by another version changed about it.
    """

    item: str
    revision: int
    stem: str
    phase: Phase | None
    rules: tuple[str, ...]
    figures: ItemFigures
    suspicions: tuple[Suspicion, ...]
    options: tuple[OptionReport, ...]
    sure: Share
    change: Change | None

    @property
    def right(self) -> Share:
        """Right ones of all answers."""
        people = self.figures.people
        return Share(sum(one.figures.people for one in self.options if one.right), people, people)


@dataclass(frozen=True)
class RuleReport:
    """What was asked about one rule, over everybody's first exam.

    Attributes:
        act: the act that the rule is about.
        right: right ones of all answers. `sure`: wrong ones of those said to be sure.
    """

    rule: str
    act: str
    right: Share
    sure: Share


@dataclass(frozen=True)
class UnitCertainty:
    """Wrong ones of the answers said to be sure in an agency (empty unit) or a unit, in all and by rule.

    Attributes:
        people: whose first exams these are.
    """

    agency: str
    unit: str
    people: int
    sure: Share
    by_rule: Mapping[str, Share]


@dataclass(frozen=True)
class Gain:
    """What people learnt between a first test and the task of the report; `before` is the title of the first."""

    before: str
    group: GroupGain


@dataclass(frozen=True)
class OfficeReport:
    """See the module. `agencies` and `units` are by name; `items` are hardest first, `rules` likewise.

    Attributes:
        analysed: first exams whose answers are all marked: what `test`, `items`, `rules`, `phases`, `certainty` are of.
        passes_at: the pass mark of 100; None where the exams differ in it or have none.
    """

    scope: Scope
    overview: Overview
    agencies: tuple[UnitStanding, ...]
    units: tuple[UnitStanding, ...]
    tasks: tuple[TaskStanding, ...]
    weeks: tuple[Week, ...]
    analysed: int
    passes_at: int | None
    test: TestFigures
    items: tuple[ItemReport, ...]
    rules: tuple[RuleReport, ...]
    phases: Mapping[Phase, Share]
    certainty: tuple[UnitCertainty, ...]
    gain: Gain | None

    @property
    def missed(self) -> list[ItemReport]:
        """The questions that enough people were asked and not all had right, hardest first."""
        return [one for one in self.items if one.right.enough and one.right.rest.part]

    @property
    def surely_wrong(self) -> list[RuleReport]:
        """The rules that enough people were sure about and not all right, those first that most were wrong about."""
        told = [one for one in self.rules if one.sure.enough and one.sure.part]
        return sorted(told, key=lambda one: (-one.sure.part / one.sure.whole, one.rule))
