"""What briefings ask of the technology behind them: where they are kept, and the hall that runs one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from asnquiz.domain.briefing import Briefing, Plan
from asnquiz.domain.briefing_course import Course, Event
from asnquiz.domain.moment import Moment
from asnquiz.usecases.lead_briefing import Command


@dataclass(frozen=True)
class BriefingSummary:
    """A briefing in a list.

    Attributes:
        participants: how many came in, with those taken out.
        last: when something happened in it last; None before anything did.
    """

    briefing: Briefing
    participants: int
    ended: bool
    last: Moment | None


class BriefingStore(Protocol):
    """The trainer's database. Every method is one transaction, durable when it returns; Refusal when it cannot be."""

    def begin(self, briefing: Briefing, compiled: bytes) -> None:
        """Keeps a new briefing with the compiled pack that it is frozen with."""

    def summaries(self) -> tuple[BriefingSummary, ...]:
        """Every briefing, newest first."""

    def briefing(self, briefing: UUID) -> Briefing:
        """Raises Refusal where there is none, and where it is damaged."""

    def compiled_pack(self, sha256: str) -> bytes:
        """The compiled pack that a briefing is frozen with."""

    def append(self, briefing: UUID, events: Sequence[Event]) -> None:
        """Keeps what happened next, all or nothing.

        Raises Refusal where another program has kept something meanwhile, so that numbers do not follow.
        """

    def events(self, briefing: UUID) -> tuple[Event, ...]:
        """All that happened, in order. Raises Refusal where something of it is missing or damaged."""

    def erase(self, briefing: UUID) -> None:
        """Removes a briefing with everybody in it, from the file and its log."""

    def plans(self) -> tuple[Plan, ...]:
        """The trainer's own plans, by name."""

    def keep_plan(self, plan: Plan) -> None:
        """Keeps a plan, in place of one with the same id."""

    def remove_plan(self, plan: str) -> None: ...

    def setting(self, name: str) -> str | None: ...

    def keep_setting(self, name: str, value: str) -> None: ...

    def highest_counter(self) -> int:
        """The highest counter of any moment kept, 0 where there is none."""

    def close(self) -> None: ...


@dataclass(frozen=True)
class Door:
    """The address at which phones come in.

    Attributes:
        host: an IPv4 address of this computer, at which its own server has answered.
        network: the name of the Wi-Fi, as the trainer wrote it; empty where it is not said.
        password: of that Wi-Fi, for the code that phones scan; None where it is not shown.
    """

    host: str
    port: int
    network: str = ""
    password: str | None = None

    @property
    def address(self) -> str:
        """As people type it: `192.168.1.1:8080`."""
        return f"{self.host}:{self.port}"


@dataclass(frozen=True)
class DoorWish:
    """Where phones are to come in.

    Attributes:
        host: one of this computer's addresses; where it is None, the likeliest one is taken.
        network, password: as in Door.
    """

    host: str | None = None
    network: str = ""
    password: str | None = None


@dataclass(frozen=True)
class News:
    """What a hall tells the window: all of where the briefing stands. The next news takes its place.

    Attributes:
        course: everything in it is durable.
        online: participants whose phones are connected.
        door: where phones come in; None where the way of answering needs no network, or it failed.
        reached: how many other devices have fetched the phone page.
    """

    course: Course
    online: frozenset[int]
    door: Door | None
    reached: int


@dataclass(frozen=True)
class Trouble:
    """What went wrong in a hall, in words; the briefing goes on from what is kept."""

    words: str


class Hall(Protocol):
    """A briefing that is running, in a thread of its own. The window sends commands, and is told news."""

    def send(self, command: Command) -> None:
        """Asks for a command; what comes of it is told as News or Trouble."""

    def close(self) -> None:
        """Closes the doors and waits until all is kept."""


TellHall = Callable[[News | Trouble], None]
