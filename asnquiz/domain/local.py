"""What an office adds beside content: whom to turn to, units, letterhead, and how far each addition was looked at."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from asnquiz.domain.letters import folded


class Standing(Enum):
    """How far a local addition has come: being written, waiting for another person, or read by one."""

    DRAFT = "draft"
    REVIEW = "review"
    REVIEWED = "reviewed"


@dataclass(frozen=True)
class Hand:
    """Who did something, by the name they wrote, and on which day."""

    name: str
    on: dt.date


@dataclass(frozen=True)
class Mark:
    """How far one local addition has come.

    Attributes:
        author: who set it to be reviewed; None while it is a draft.
        reviewer: another person, who set it to reviewed; None until then.
    """

    standing: Standing
    author: Hand | None = None
    reviewer: Hand | None = None

    @property
    def settled(self) -> bool:
        """Whether two people stand for it, so that it may decide a score."""
        if self.standing is not Standing.REVIEWED or self.author is None or self.reviewer is None:
            return False
        return not same_person(self.author.name, self.reviewer.name)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, as far as can be told."""
    return folded(one) == folded(other)


MOST_CONTACTS = 50


class ContactRole(Enum):
    TASK_FORCE = "satgas"
    BAWASLU = "bawaslu"
    BKPSDM = "bkpsdm"
    OTHER = "lain"


@dataclass(frozen=True)
class Contact:
    """Somebody whom staff can ask or tell; what is not known is None."""

    role: ContactRole
    name: str
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    hours: str | None = None


@dataclass(frozen=True)
class Office:
    """One office of the regency (perangkat daerah) and its units of work, which may be none."""

    name: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Local:
    """What a pack has of the layer that was laid over it.

    Attributes:
        id, version, title: of the layer.
        publisher: the office that answers for it, as people call it.
        letterhead: lines at the head of papers.
        own_calendar, own_pledge: whether the pack's calendar and pledge are the layer's.
        marks: by the id of every rule, item and case study that the layer adds.
    """

    id: str
    version: str
    title: str
    publisher: str
    contacts: tuple[Contact, ...] = ()
    offices: tuple[Office, ...] = ()
    letterhead: tuple[str, ...] = ()
    own_calendar: bool = False
    own_pledge: bool = False
    marks: Mapping[str, Mark] = field(default_factory=dict)
