"""What the use cases of the local layer need of the world."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from asnquiz.domain.draft import Draft, Workshop
from asnquiz.domain.layer import Layer
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Image, Item, Pack, Rule, Scenario
from asnquiz.domain.question import Brought, Carried, Question


class DraftStore(Protocol):
    """What is being written on this computer (`setempat.db`); every call is durable when it returns."""

    def workshop(self) -> Workshop | None:
        """None before anything was begun."""

    def keep_workshop(self, workshop: Workshop, drafts: Iterable[Draft] = ()) -> None:
        """With these drafts, each as `keep` does it: all of it, or nothing."""

    def drafts(self) -> tuple[Draft, ...]:
        """In the order in which they were begun."""

    def keep(self, draft: Draft) -> None:
        """Puts it in the place of the one with its id, or behind all others."""

    def remove(self, id_: str) -> None:
        """Takes it away; its id is never given again."""

    def used_ids(self) -> frozenset[str]:
        """Of all that is or ever was there."""

    def close(self) -> None: ...


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a draft: the keys and places that lead to it, and a sentence.

    Attributes:
        advice: it only says how to write better, and keeps nothing from being published, as packs open in spite of it.
    """

    path: tuple[str | int, ...]
    message: str
    advice: bool = False


# What keeps an entry from being published, and what would better it, in a pack and beside the other drafts.
FindFaults = Callable[[Draft, tuple[Draft, ...], Pack], tuple[Finding, ...]]


class PackKind(Enum):
    """A whole pack, or what is laid over one."""

    NATIONAL = "national"
    LAYER = "layer"


class Trust(Enum):
    """What is known of who published a file."""

    OWN = "own"  # signed by the key of this computer
    KNOWN = "known"  # signed by a key that somebody said yes to here
    NEW = "new"  # signed by a key not seen here before
    OTHER_KEY = "other-key"  # signed by another key than what this name used here before
    UNSIGNED = "unsigned"


@dataclass(frozen=True)
class PackHead:
    """What is told of a pack's file before anything else.

    Attributes:
        key: RFC 7638 thumbprint of the key that signed it; None of one that is not signed.
        sha256: of the manifest, in hexadecimal; names this very version everywhere.
    """

    kind: PackKind
    id: str
    version: str
    title: str
    publisher: str
    made: str
    key: str | None
    sha256: str


@dataclass(frozen=True)
class PackFacts:
    """What a publisher says of a pack; as in `PackHead`."""

    kind: PackKind
    id: str
    version: str
    title: str
    publisher: str


@dataclass(frozen=True)
class PackFile:
    """A pack's file that was proven: nothing in it is other than its manifest says.

    Attributes:
        manifest, signature: as they stand in the file; None for the signature of one that is not signed.
        content: the bytes of the content's files by their paths in its folder, with forward slashes.
    """

    head: PackHead
    manifest: bytes
    signature: bytes | None
    content: Mapping[str, bytes]


# Proves and reads a file of anyone, or the folder it was unpacked into. Raises Refusal.
ReadPackFile = Callable[[Path], PackFile]


@dataclass(frozen=True)
class OpenedPack:
    """A pack's file, proven and read whole, before anybody said yes to it.

    Attributes:
        content: what it brings; a layer that cannot be laid over the pack in use was refused.
    """

    head: PackHead
    trust: Trust
    content: Pack | Layer


@dataclass(frozen=True)
class KeptPack:
    """A version that lies on this computer.

    Attributes:
        head: None of the pack that came with the program.
        since: when somebody said yes to it; None of the pack that came with the program.
    """

    head: PackHead | None
    version: str
    since: Moment | None
    in_use: bool


class PackShelf(Protocol):
    """The packs on this computer beside the one that came with the program. Every call raises Refusal."""

    def open(self, file: Path) -> OpenedPack:
        """Proves and reads a file; nothing is written."""

    def take(self, opened: OpenedPack, file: Path, at: Moment) -> None:
        """Keeps the file's content, puts it in use, and knows its publisher from now on."""

    def kept(self, kind: PackKind) -> tuple[KeptPack, ...]:
        """Every version of that kind, the newest first; of the national ones the program's own is the last."""

    def use(self, kind: PackKind, sha256: str | None) -> None:
        """Puts a kept version in use: None is the program's own pack, or no layer.

        Refused where the layer would not fit the national pack any more.
        """

    def damaged(self) -> tuple[str, ...]:
        """The versions, by their SHA-256, that are not what they were; opening their files again mends them."""

    def remove(self, sha256: str) -> None:
        """Takes away a version that is not in use, also a damaged one."""


class PackSeal(Protocol):
    """The key of this computer and the packs that it signs."""

    def device(self) -> tuple[str, str | None]:
        """As `hand_over.ScoreSeal.device`."""

    def write_pack(self, facts: PackFacts, content: Mapping[str, bytes], made: datetime, path: Path) -> PackHead:
        """Signs content into a file, whole or not at all; `content` as in `PackFile`. Raises Refusal."""


# Writes a layer into a file, signed by this computer's key: whole or not at all. What is called last before the file is
# written notes that the version is given. Gives the file's head, and what is to be told of the key, if anything. Raises
# Refusal, and notes nothing, for a layer that could not be opened again.
WritePack = Callable[[Layer, Path, Callable[[], object]], tuple[PackHead, str | None]]
PlainContent = Mapping[str, Any]


@dataclass(frozen=True)
class QuestionForm:
    """A form of other programs, by the name on screen; `endings` begin with a dot, the first is offered.

    Attributes:
        read: raises Refusal, naming the line or the place; None of one that is only written.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes], Brought] | None
    write: Callable[[Sequence[Question]], Carried]


@dataclass(frozen=True)
class DraftTools:
    """What the editor needs of the rooms that read, check and write packs.

    Attributes:
        item_to_show: an item of a draft's content for the preview, whatever is still missing.
        entry_of: a draft as it goes out; None of one with faults.
        content_of: what a question from elsewhere says, as the content of a draft.
        question_of: a question as it leaves the editor, with its picture by name; None of another entry.
        image_of: a picture of that name, of the bytes of a file. Raises Refusal for what is none.
        template: an empty workbook to write questions in, to be taken in by the form of the same ending.
    """

    find_faults: FindFaults
    item_to_show: Callable[[PlainContent, Pack], Item]
    entry_of: Callable[[Draft], Rule | Item | Scenario | None]
    content_of: Callable[[Question], PlainContent]
    question_of: Callable[[Draft, Mapping[str, Image]], Question | None]
    image_of: Callable[[str, bytes], Image]
    write_pack: WritePack
    forms: tuple[QuestionForm, ...]
    template: Callable[[], Carried]
