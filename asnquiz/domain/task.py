"""What an office asks of its staff: the payload `asnquiz/task/3` of a task file, and for whom answers to it are sealed.

A task holds no personal data. It is signed by the office that made it (`signer`, the thumbprint of its key).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Blueprint, Pack
from asnquiz.domain.plain import added_later

# Each task is of the first schema that can say what it asks, so that earlier programs can take it on as ever: 1 where
# questions are drawn from a national pack, 2 where they are fixed, 3 where some may be an office's own.
SCHEMA, FIXED_SCHEMA, FIRST_SCHEMA = "asnquiz/task/3", "asnquiz/task/2", "asnquiz/task/1"


class Counting(Enum):
    """Which of several attempts of one person counts, chosen when results are looked at and printed with them."""

    FIRST = "first"
    BEST = "best"
    LAST = "last"


class Holder(Enum):
    """Who holds a key that opens sealed files: the office itself, or whoever keeps the spare (escrow)."""

    OFFICE = "office"
    ESCROW = "escrow"


@dataclass(frozen=True)
class Recipient:
    """A public X25519 key (RFC 7748, RFC 8037) in base64url, `kid` being its RFC 7638 thumbprint."""

    holder: Holder
    kid: str
    x: str


@dataclass(frozen=True)
class TaskPack:
    """The content an exam is drawn from: the pack's id, and the lowest version that will do."""

    id: str
    version: str


@dataclass(frozen=True)
class AskedItem:
    """A question that everybody is asked, as it stands in one revision."""

    item: str
    revision: int


@dataclass(frozen=True)
class Task:
    """What is asked, by when, and how.

    Attributes:
        title: of the exam, on screen and in score files.
        office: who asks, as people call it (`BKPSDM Kabupaten Contoh`).
        letterhead: lines at the head of papers, the office's name among them.
        units: names of units of work to choose from; empty where each person writes their own.
        exam: how it is drawn, its minutes and pass mark.
        deadline: the last day, by the office's calendar, on which a file is received in time.
        counting: which attempt counts unless a report says otherwise.
        supervised: whether it is sat under somebody's eyes, with a session's code.
        pauses: whether the clock may stand still; where it may not, time away is taken off.
        certainty: whether each answer says how sure somebody is.
        recipients: the keys that open what is sent in; two at least, the office's first.
        items: all that everybody is asked, as many as `exam` says; empty where each exam is drawn.
        layer: the local layer that some questions may come from; None where all of them are national.
    """

    schema: str
    id: UUID
    made: Moment
    title: str
    office: str
    letterhead: tuple[str, ...]
    units: tuple[str, ...]
    exam: Blueprint
    pack: TaskPack
    deadline: date
    counting: Counting
    supervised: bool
    pauses: bool
    certainty: bool
    recipients: tuple[Recipient, ...]
    items: tuple[AskedItem, ...] = added_later(())
    layer: TaskPack | None = added_later(None)


def schema_of(items: Collection[AskedItem], layer: TaskPack | None) -> str:
    """The schema of a task that asks these, or with none of them draws its questions."""
    return SCHEMA if layer else FIXED_SCHEMA if items else FIRST_SCHEMA


def layer_needed(pack: Pack, items: Collection[AskedItem]) -> TaskPack | None:
    """The local layer without which the questions of a task, fixed or drawn, would be others; None for none."""
    asked = [one.item for one in items] or [item.id for item in pack.scored_items]
    if pack.local is None or not any(map(pack.mark, asked)):
        return None
    return TaskPack(pack.local.id, pack.local.version)


@dataclass(frozen=True)
class SignedTask:
    """A task as it travels.

    Attributes:
        signer: RFC 7638 thumbprint of the Ed25519 key that signed it; what the office prints as its fingerprint.
        text: the file's bytes, which are kept so that the task can be proven again.
    """

    task: Task
    signer: str
    text: bytes


@dataclass(frozen=True)
class Session:
    """Where and under whose eyes a supervised exam was sat, as written there."""

    supervisor: str
    place: str
    code: str
