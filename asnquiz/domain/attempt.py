"""One sitting of a quiz: frozen questions, append-only responses, pauses, and the hash chain over what was answered."""

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol
from uuid import UUID

from asnquiz.domain.answering import Answer, is_right, is_valid, is_whole
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, Pack


class AttemptKind(Enum):
    """Practice shows feedback after each answer, an exam after the end; a check stands at the end of a lesson.

    A review repeats what was missed or unsure (latihan ulang); a pretest and a posttest stand around the lessons.
    """

    PRACTICE = "practice"
    EXAM = "exam"
    CHECK = "check"
    REVIEW = "review"
    PRETEST = "pretest"
    POSTTEST = "posttest"

    @property
    def explains(self) -> bool:
        """Whether every answer is explained at once, and certainty is asked with it."""
        return self in (AttemptKind.PRACTICE, AttemptKind.CHECK, AttemptKind.REVIEW)


# How sure somebody was, in words that are kept and sent as they are.
SURE = "yakin"
UNSURE = "ragu"


class AttemptState(Enum):
    """`abandoned` was left for a new one; `expired` was finished by the clock with what was saved."""

    ACTIVE = "active"
    FINISHED = "finished"
    EXPIRED = "expired"
    ABANDONED = "abandoned"

    @property
    def scored(self) -> bool:
        return self in (AttemptState.FINISHED, AttemptState.EXPIRED)


class PauseCause(Enum):
    """Why the exam clock stood still: the quiz was closed, killed or locked, or the computer slept."""

    CLOSED = "closed"
    SLEPT = "slept"


@dataclass(frozen=True)
class PackRef:
    """Which content an attempt was made of; `sha256` is the pack's identity."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class FrozenItem:
    """A question as this attempt shows it: `order` lists the item's own positions in the order of the screen."""

    item: str
    revision: int
    order: tuple[int, ...]


@dataclass(frozen=True)
class Response:
    """One saved state of one answer; the last one of an item counts.

    Attributes:
        certainty: SURE or UNSURE; None where it was not asked.
        remaining_ms: what the exam clock showed, None without a clock.
        h: the chain link in hexadecimal, given when the response is saved; empty before.
    """

    item: str
    answer: Answer
    flagged: bool
    certainty: str | None
    at: Moment
    remaining_ms: int | None
    h: str = ""


@dataclass(frozen=True)
class Pause:
    """A stretch of wall time, in milliseconds, that the exam clock did not count."""

    cause: PauseCause
    ended: Moment
    wall_ms: int


@dataclass(frozen=True)
class Attempt:
    """A sitting. The fields up to `started` never change after it begins.

    Attributes:
        limit_ms, pass_mark: of the exam; None for practice and checks.
        remaining_ms: what is left of the exam clock, never growing.
        seen: when the attempt was last known to be on screen; a pause is counted from there.
    """

    id: UUID
    profile: UUID
    kind: AttemptKind
    title: str
    pack: PackRef
    seed: int
    items: tuple[FrozenItem, ...]
    limit_ms: int | None
    pass_mark: int | None
    started: Moment
    state: AttemptState = AttemptState.ACTIVE
    ended: Moment | None = None
    remaining_ms: int | None = None
    seen: Moment | None = None
    responses: tuple[Response, ...] = ()
    pauses: tuple[Pause, ...] = ()

    def last_response(self, item: str) -> Response | None:
        """The response that counts for an item, if there is one."""
        return next((response for response in reversed(self.responses) if response.item == item), None)

    def answer_of(self, item: str) -> Answer:
        """The answer that counts; empty when there is none."""
        last = self.last_response(item)
        return last.answer if last else ()

    def place_of(self, item: str) -> int:
        """Where an item stands in this attempt, from 0."""
        return next(place for place, frozen in enumerate(self.items) if frozen.item == item)

    def is_flagged(self, item: str) -> bool:
        last = self.last_response(item)
        return bool(last and last.flagged)

    def certainty_of(self, item: str) -> str | None:
        """SURE or UNSURE; None where certainty was not asked."""
        last = self.last_response(item)
        return last.certainty if last else None

    def is_answered(self, item: str) -> bool:
        """Whether an item has a whole answer."""
        return is_whole(self.answer_of(item))

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The places, from 0, of the items without a whole answer."""
        return tuple(place for place, frozen in enumerate(self.items) if not self.is_answered(frozen.item))

    @property
    def answered(self) -> int:
        """How many items have a whole answer."""
        return len(self.items) - len(self.unanswered)

    def with_response(self, response: Response, item: Item) -> "Attempt":
        """The attempt with one more response.

        Raises ValueError when it is over, or the item or answer is not its own.
        """
        if self.state is not AttemptState.ACTIVE:
            raise ValueError("the attempt is over")
        if response.item != item.id or all(frozen.item != item.id for frozen in self.items):
            raise ValueError(f"{response.item} is not in this attempt")
        if not is_valid(item, response.answer):
            raise ValueError(f"{response.answer} does not answer a {item.type.value} item")
        return replace(self, responses=(*self.responses, response))

    def without_response(self, response: Response) -> "Attempt":
        """The attempt without a response that could not be saved."""
        return replace(self, responses=tuple(kept for kept in self.responses if kept != response))


@dataclass(frozen=True)
class Score:
    """How many of how many are right."""

    right: int
    total: int

    @property
    def tenths(self) -> int:
        """The score of 0 to 100 in tenths, rounded down: 26 of 30 is 866, shown as 86,6."""
        return self.right * 1000 // self.total if self.total else 0

    def passes(self, pass_mark: int) -> bool:
        """Whether the unrounded fraction reaches `pass_mark` of 100."""
        return self.right * 100 >= pass_mark * self.total


@dataclass(frozen=True)
class AttemptSummary:
    """One line of a person's history; `score` is None until the attempt was finished or expired.

    `task` is the office's task that it was made for, if it was.
    """

    id: UUID
    kind: AttemptKind
    title: str
    pack: PackRef
    started: Moment
    ended: Moment | None
    state: AttemptState
    answered: int
    total: int
    pass_mark: int | None
    score: Score | None
    task: UUID | None = None


def score_of(attempt: Attempt, pack: Pack) -> Score:
    """The score of an attempt on the pack it was frozen with; an unanswered item counts as wrong."""
    items = pack.item_by_id
    right = sum(is_right(items[frozen.item], attempt.answer_of(frozen.item)) for frozen in attempt.items)
    return Score(right, len(attempt.items))


class Chained(Protocol):
    """What a hash chain stands on, wherever an attempt's responses are kept or sent."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> AttemptKind: ...
    @property
    def title(self) -> str: ...
    @property
    def pack(self) -> PackRef: ...
    @property
    def seed(self) -> int: ...
    @property
    def items(self) -> tuple[FrozenItem, ...]: ...
    @property
    def limit_ms(self) -> int | None: ...
    @property
    def pass_mark(self) -> int | None: ...
    @property
    def started(self) -> Moment: ...
    @property
    def responses(self) -> tuple[Response, ...]: ...


def chain_start(attempt: Chained) -> str:
    """The value the first response is linked to: SHA-256 of the RFC 8785 JSON of what the attempt froze.

    The profile is left out, because it does not travel with the attempt.
    """
    frozen = {
        "attempt": attempt.id,
        "kind": attempt.kind,
        "title": attempt.title,
        "pack": attempt.pack,
        "seed": attempt.seed,
        "items": attempt.items,
        "limit_ms": attempt.limit_ms,
        "pass_mark": attempt.pass_mark,
        "started": attempt.started,
    }
    return hashlib.sha256(canonical_bytes(frozen)).hexdigest()


def chain_link(previous: str, response: Response) -> str:
    """SHA-256(previous link's 32 bytes ‖ RFC 8785 JSON of the response with `h` empty), in hexadecimal."""
    content = canonical_bytes(replace(response, h=""))
    return hashlib.sha256(bytes.fromhex(previous) + content).hexdigest()


def chain_holds(attempt: Chained) -> bool:
    """Whether every saved response still has the link it was given."""
    link = chain_start(attempt)
    for response in attempt.responses:
        link = chain_link(link, response)
        if link != response.h:
            return False
    return True
