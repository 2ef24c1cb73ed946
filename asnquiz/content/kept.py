"""The versions of packs that lie unpacked in the data folder, and the note of what was chosen among them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from asnquiz.content.layout import NOTE
from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import from_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import PackKind
from asnquiz.usecases.name_file import CONTENT_FOLDER

SCHEMA = "asnquiz/choice/1"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAMAGED = (
    "Catatan tentang paket soal yang dipakai ({file}) rusak. Pilih lagi paketnya di Pengaturan, Paket soal, atau "
    "jalankan asnquiz content packs --use asal. Penerbit yang pernah Anda setujui akan ditanyakan lagi."
)


@dataclass(frozen=True)
class Publisher:
    """A key that somebody said yes to, with the name it used and the id of the pack it brought, and since when."""

    key: str
    name: str
    pack: str
    since: Moment


@dataclass(frozen=True)
class Choice:
    """What is in use, by the SHA-256 of its manifest: None is the program's own pack, and no layer.

    Attributes:
        since: when somebody said yes to a version.
    """

    schema: str = SCHEMA
    national: str | None = None
    layer: str | None = None
    publishers: tuple[Publisher, ...] = ()
    since: Mapping[str, Moment] = field(default_factory=dict)

    def of(self, kind: PackKind) -> str | None:
        return self.national if kind is PackKind.NATIONAL else self.layer

    def with_use(self, kind: PackKind, sha256: str | None) -> "Choice":
        if kind is PackKind.NATIONAL:
            return replace(self, national=sha256)
        return replace(self, layer=sha256)


class KeptPacks:
    """The folder of the versions, each in a folder named by its SHA-256; there may be none yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def note(self) -> Path:
        return self.folder / NOTE

    def choice(self) -> Choice:
        """What was chosen. Raises Refusal where the note of it is damaged."""
        try:
            choice = from_plain(Choice, json.loads(self.note.read_bytes()))
        except FileNotFoundError:
            return Choice()
        except (OSError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise self._damaged() from error
        named = (choice.national, choice.layer, *choice.since)
        if choice.schema != SCHEMA or not all(one is None or _SHA256.fullmatch(one) for one in named):
            raise self._damaged()
        return choice

    def _damaged(self) -> Refusal:
        return Refusal(_DAMAGED.format(file=self.note.name))

    def version(self, sha256: str) -> Path:
        """Where a version lies, or would."""
        return self.folder / sha256

    def content(self, sha256: str) -> Path:
        """The folder of its content, in the form of a pack's or a layer's."""
        return self.folder / sha256 / CONTENT_FOLDER

    def versions(self) -> tuple[str, ...]:
        try:
            return tuple(sorted(path.name for path in self.folder.iterdir() if _SHA256.fullmatch(path.name)))
        except OSError:
            return ()
