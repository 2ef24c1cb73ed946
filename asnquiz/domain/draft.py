"""What is being written in the editor: an entry of a layer by the keys of its file, of which any may still lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from asnquiz.domain.local import Contact, Mark, Office
from asnquiz.domain.pack import Calendar, Image, Pledge

E = TypeVar("E", bound=Enum)


class DraftKind(Enum):
    RULE = "rule"
    ITEM = "item"
    SCENARIO = "scenario"


@dataclass(frozen=True)
class Draft:
    """One entry.

    Attributes:
        content: plain values (None, bool, int, str, list, dict) by the keys that the entry has in a pack's files, but
            for `id`; what was not written yet is not there.
        mark: how far it was looked at. Changing the content takes it back to a draft.
        published: the revision that went out last; None before, and 1 of what has no revisions.
    """

    id: str
    kind: DraftKind
    content: Mapping[str, Any]
    mark: Mark
    published: int | None = None


@dataclass(frozen=True)
class Workshop:
    """What is written of a layer beside its entries.

    Attributes:
        id: begins the id of every entry; cannot be changed once there is one.
        published: the version that was published last; None before.
    """

    id: str
    title: str
    publisher: str
    published: str | None = None
    contacts: tuple[Contact, ...] = ()
    offices: tuple[Office, ...] = ()
    letterhead: tuple[str, ...] = ()
    calendar: Calendar | None = None
    pledge: Pledge | None = None
    images: tuple[Image, ...] = ()


def mapping_of(value: Any) -> Mapping[str, Any]:
    """What stands where a draft has keys of its own; empty where it was not written, or cannot be."""
    return value if isinstance(value, Mapping) else {}


def member_of(kind: type[E], value: Any) -> E | None:
    """The member that a draft names; None where it was not chosen, or cannot be."""
    return next((one for one in kind if one.value == value), None)
