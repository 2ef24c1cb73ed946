"""The course of a briefing: what happened in it, one event after another, and where that leaves it.

Events are kept as they come and never changed; a course is folded from them, so that a program that was killed is back
where it was, and whoever holds the events holds the whole record. Nothing here checks whether an event may happen: that
is for asnquiz.usecases.lead_briefing, before it is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from asnquiz.domain.answering import Answer
from asnquiz.domain.moment import Moment

K = TypeVar("K")
V = TypeVar("V")

FIRST, AGAIN = 1, 2


@dataclass(frozen=True)
class Joined:
    """Somebody came in.

    Attributes:
        participant: numbered from 1 in the order of coming.
        guest: the kode peserta of an invited person, None for somebody else.
        people: how many answer together, 1 for a person.
        token: SHA-256 in hexadecimal of the secret that their phone holds; empty where they have none.
    """

    participant: int
    name: str
    unit: str
    guest: str | None
    people: int
    token: str


@dataclass(frozen=True)
class Returned:
    """An invited person came in again with their code, on another phone; the one before is not known any more."""

    participant: int
    token: str


@dataclass(frozen=True)
class Removed:
    """The trainer took a participant out: nothing of theirs counts any more."""

    participant: int


@dataclass(frozen=True)
class Went:
    """The room goes to a page of a step, both from 0."""

    step: int
    page: int


@dataclass(frozen=True)
class Opened:
    """Answers to a step are taken from now on; `round` is 2 for the vote after the talk. Of a pledge: taps."""

    step: int
    round: int


@dataclass(frozen=True)
class Closed:
    """No more answers to a step are taken."""

    step: int


@dataclass(frozen=True)
class Revealed:
    """The key and the counts of a step are shown."""

    step: int


@dataclass(frozen=True)
class Answered:
    """A participant's answer, which takes the place of their earlier one to the same item in the same round.

    Attributes:
        number: counts the answers of one phone to one item and round, so that one that was overtaken is known.
    """

    participant: int
    step: int
    item: str
    round: int
    answer: Answer
    number: int


@dataclass(frozen=True)
class Counted:
    """Hands or cards were counted: how many for each row of the item, in the item's own order."""

    step: int
    round: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Submitted:
    """A participant is through with a test."""

    participant: int
    step: int


@dataclass(frozen=True)
class Pledged:
    """A participant said the pledge along and tapped it."""

    participant: int


@dataclass(frozen=True)
class Ended:
    """The briefing is over; its record is made of what came before."""


Happening = (
    Joined | Returned | Removed | Went | Opened | Closed | Revealed | Answered | Counted | Submitted | Pledged | Ended
)

# Their names where they are kept.
KINDS: Mapping[str, type[Happening]] = MappingProxyType(
    {
        "joined": Joined,
        "returned": Returned,
        "removed": Removed,
        "went": Went,
        "opened": Opened,
        "closed": Closed,
        "revealed": Revealed,
        "answered": Answered,
        "counted": Counted,
        "submitted": Submitted,
        "pledged": Pledged,
        "ended": Ended,
    }
)
NAMES: Mapping[type[Happening], str] = MappingProxyType({kind: name for name, kind in KINDS.items()})


@dataclass(frozen=True)
class Event:
    """Something that happened, by this computer's clock.

    Attributes:
        number: from 1 without a gap, in the order of happening.
    """

    number: int
    at: Moment
    what: Happening


@dataclass(frozen=True)
class Participant:
    """Whoever answers; fields as in `Joined`."""

    number: int
    name: str
    unit: str
    guest: str | None
    people: int
    token: str
    joined: Moment
    removed: bool = False


@dataclass(frozen=True)
class Given:
    """An answer that counts so far; `number` as in `Answered`."""

    answer: Answer
    number: int
    at: Moment


@dataclass(frozen=True)
class StepState:
    """How far a step is.

    Attributes:
        round: of the vote that was opened last; 0 before any.
        opened: when that was.
    """

    round: int = 0
    open: bool = False
    revealed: bool = False
    opened: Moment | None = None


def _nothing() -> Mapping[K, V]:
    return MappingProxyType({})


NOT_BEGUN = StepState()

# A step, an item and a round.
Asked = tuple[int, str, int]


@dataclass(frozen=True)
class Course:
    """Where a briefing stands.

    Attributes:
        happened: how many events led here.
        step, page: where the room is.
        states: of the steps that were opened or revealed.
        participants: everybody who ever came in, by number.
        answers: what counts so far of each item in each round, by participant.
        counts: of hands or cards, by step and round.
        submitted: who is through with a test, by step.
    """

    happened: int = 0
    step: int = 0
    page: int = 0
    states: Mapping[int, StepState] = field(default_factory=_nothing)
    participants: Mapping[int, Participant] = field(default_factory=_nothing)
    answers: Mapping[Asked, Mapping[int, Given]] = field(default_factory=_nothing)
    counts: Mapping[tuple[int, int], tuple[int, ...]] = field(default_factory=_nothing)
    submitted: Mapping[int, frozenset[int]] = field(default_factory=_nothing)
    pledged: frozenset[int] = frozenset()
    ended: bool = False

    def state(self, step: int) -> StepState:
        return self.states.get(step, NOT_BEGUN)

    @property
    def present(self) -> tuple[Participant, ...]:
        """Those who came in and were not taken out, in the order of coming."""
        return tuple(self.participants[number] for number in sorted(self.participants) if self.counts_for(number))

    def counts_for(self, participant: int) -> bool:
        """Whether what a participant does counts."""
        known = self.participants.get(participant)
        return known is not None and not known.removed

    def given(self, step: int, item: str, round_: int) -> Mapping[int, Given]:
        """The answers of those present to an item in one round, by participant."""
        answers = self.answers.get((step, item, round_), {})
        return {number: given for number, given in answers.items() if self.counts_for(number)}

    def final(self, step: int, item: str) -> Mapping[int, Given]:
        """The answer of each of those present that is scored: that after the talk, else that before it."""
        return {**self.given(step, item, FIRST), **self.given(step, item, AGAIN)}

    def final_of(self, step: int, item: str, participant: int) -> Given | None:
        """What `final` has of one participant, found without looking at the others."""
        if not self.counts_for(participant):
            return None
        again = self.answers.get((step, item, AGAIN), {}).get(participant)
        return again or self.answers.get((step, item, FIRST), {}).get(participant)


def after(course: Course, event: Event) -> Course:
    """Where an event leaves a briefing."""
    return replace(course, happened=event.number, **_changes(course, event.what, event.at))


def course_of(events: Iterable[Event]) -> Course:
    """Where a briefing stands after all that happened in it."""
    course = Course()
    for event in events:
        course = after(course, event)
    return course


def numbered(course: Course, happenings: Iterable[Happening], at: Moment) -> Iterator[Event]:
    """What happens next, as events."""
    for number, what in enumerate(happenings, start=course.happened + 1):
        yield Event(number, at, what)


def _changes(course: Course, what: Happening, at: Moment) -> dict[str, Any]:
    """The fields of a course that something changes."""
    match what:
        case Joined() | Returned() | Removed():
            return {"participants": _people_after(course.participants, what, at)}
        case Opened() | Closed() | Revealed():
            state = _state_after(course.state(what.step), what, at)
            return {"states": _with(course.states, what.step, state)}
        case Went(step, page):
            return {"step": step, "page": page}
        case Answered(participant, step, item, round_, answer, number):
            asked = (step, item, round_)
            given = _with(course.answers.get(asked, {}), participant, Given(answer, number, at))
            return {"answers": _with(course.answers, asked, given)}
        case Counted(step, round_, counts):
            return {"counts": _with(course.counts, (step, round_), counts)}
        case Submitted(participant, step):
            through = course.submitted.get(step, frozenset()) | {participant}
            return {"submitted": _with(course.submitted, step, through)}
        case Pledged(participant):
            return {"pledged": course.pledged | {participant}}
        case Ended():
            return {"ended": True}


def _people_after(
    people: Mapping[int, Participant], what: Joined | Returned | Removed, at: Moment
) -> Mapping[int, Participant]:
    match what:
        case Joined(number, name, unit, guest, shared_by, token):
            someone = Participant(number, name, unit, guest, shared_by, token, at)
        case Returned(number, token):
            someone = replace(people[number], token=token)
        case Removed(number):
            someone = replace(people[number], removed=True)
    return _with(people, number, someone)


def _state_after(state: StepState, what: Opened | Closed | Revealed, at: Moment) -> StepState:
    match what:
        case Opened(_, round_):
            return StepState(round_, open=True, opened=at)
        case Closed():
            return replace(state, open=False)
        case Revealed():
            return replace(state, open=False, revealed=True)


def _with(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """Copied, which costs a few microseconds for the thousand people of the largest hall."""
    return {**mapping, key: value}
