"""What an office knows of the briefings that it was told of: who was there, and how it went for them.

Nothing of it is an exam. Answers in a hall are given side by side, at times by a table together, and nobody proves who
they are; so they are shown beside exams, and count for no task.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from asnquiz.domain.attempt import Score

# So many right, of so many.
RightOf = tuple[int, int]


class TakenAttendance(NamedTuple):
    """An attendee of a record that is intact, as values that go between processes; as in class_record.Attendee.

    Attributes:
        answered: votes that they took part in.
        pretest, posttest: None where they took no part in the test.
    """

    number: int
    invited: bool
    name: str
    nip: str | None
    position: str | None
    unit: str
    people: int
    answered: int
    votes: RightOf
    pretest: RightOf | None
    posttest: RightOf | None
    pledged: bool


class TakenBriefing(NamedTuple):
    """A briefing of a record that is intact; `content` is SHA-256 over all that it is, `day` in ISO 8601."""

    id: str
    content: bytes
    title: str
    office: str
    place: str
    day: str
    attendances: tuple[TakenAttendance, ...]


@dataclass(frozen=True)
class Briefed:
    """How many briefings are in, and who came to them.

    Attributes:
        attendees: who answered, tables counted once each.
        people: how many they are, those at tables counted each.
    """

    briefings: int
    attendees: int
    people: int


@dataclass(frozen=True)
class Held:
    """One briefing that is in, and who came to it; `attendees` and `people` as in Briefed."""

    title: str
    office: str
    place: str
    day: date
    attendees: int
    people: int


@dataclass(frozen=True)
class Attended:
    """Somebody at one briefing; fields as in class_record.Attendee.

    Attributes:
        nip: None for those who were not invited by a list with it.
        agency, unit: by the roster where the NIP is on it; else the unit that they came with, and no agency.
        answered: votes that they took part in.
    """

    briefing: UUID
    title: str
    office: str
    place: str
    day: date
    nip: str | None
    name: str
    agency: str
    unit: str
    position: str
    invited: bool
    people: int
    answered: int
    votes: Score
    pretest: Score | None
    posttest: Score | None
    pledged: bool
