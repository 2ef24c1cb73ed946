"""Packs on a computer, in memory: a shelf that files are taken from by name, and the source of what it has in use."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from asnquiz.domain.layer import Layer, lay_over
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import SearchIndex
from asnquiz.usecases.local_ports import KeptPack, OpenedPack, PackHead, PackKind, Trust
from tests import builders
from tests.fakes import FixedPack

KEY = "k3Vb9xQ2Lm0-pZ7rTa_4uS6nC1dW8eYgHjKlOiUqRtM"


def head(content: Pack | Layer, key: str | None = KEY) -> PackHead:
    kind = PackKind.LAYER if isinstance(content, Layer) else PackKind.NATIONAL
    sha256 = f"{content.id}-{content.version}"
    return PackHead(
        kind, content.id, content.version, content.title, content.publisher, "2026-11-25T01:00:00Z", key, sha256
    )


def opened(content: Pack | Layer, trust: Trust = Trust.KNOWN) -> OpenedPack:
    return OpenedPack(head(content, None if trust is Trust.UNSIGNED else KEY), trust, content)


@dataclass
class FakeShelf:
    """`own` came with the program; `files` can be opened, by their names; `refuses` is what
    everything is answered, and `broken` are kept and damaged.
    """

    own: Pack = field(default_factory=builders.pack)
    files: dict[str, OpenedPack] = field(default_factory=dict)
    refuses: str = ""
    broken: tuple[str, ...] = ()
    _kept: dict[str, tuple[OpenedPack, Moment]] = field(default_factory=dict)
    _used: dict[PackKind, str | None] = field(default_factory=dict)

    def open(self, file: Path) -> OpenedPack:
        self._refuse()
        if file.name not in self.files:
            raise Refusal(f"“{file.name}” bukan berkas paket: isinya tidak sesuai dengan daftarnya.")
        return self.files[file.name]

    def take(self, opened: OpenedPack, file: Path, at: Moment) -> None:
        self._refuse()
        assert self.files[file.name] == opened
        self._kept[opened.head.sha256] = opened, at
        self._used[opened.head.kind] = opened.head.sha256

    def keep(self, *all_opened: OpenedPack) -> None:
        """As if each had been taken some time ago, the last of each kind in use."""
        for number, opened in enumerate(all_opened):
            self._kept[opened.head.sha256] = opened, builders.moment(number)
            self._used[opened.head.kind] = opened.head.sha256

    def kept(self, kind: PackKind) -> tuple[KeptPack, ...]:
        self._refuse()
        used = self._used.get(kind)
        found = [
            KeptPack(opened.head, opened.head.version, at, opened.head.sha256 == used)
            for opened, at in reversed(self._kept.values())
            if opened.head.kind is kind
        ]
        own = [KeptPack(None, self.own.version, None, used is None)] if kind is PackKind.NATIONAL else []
        return (*found, *own)

    def use(self, kind: PackKind, sha256: str | None) -> None:
        self._refuse()
        self._used[kind] = sha256

    def remove(self, sha256: str) -> None:
        self._refuse()
        assert sha256 not in self._used.values()
        self._kept.pop(sha256, None)
        self.broken = tuple(one for one in self.broken if one != sha256)

    def damaged(self) -> tuple[str, ...]:
        return self.broken

    def in_use(self) -> Pack:
        national, layer = (self._content(kind) for kind in PackKind)
        pack = national if isinstance(national, Pack) else self.own
        return lay_over(pack, layer) if isinstance(layer, Layer) else pack

    def _content(self, kind: PackKind) -> Pack | Layer | None:
        used = self._used.get(kind)
        return self._kept[used][0].content if used else None

    def _refuse(self) -> None:
        if self.refuses:
            raise Refusal(self.refuses)


@dataclass
class ShelfPacks:
    """The source of whatever a shelf has in use; `broken` is why there is none, `told` what is said of it."""

    shelf: FakeShelf
    broken: str = ""
    told: str = ""
    _made: list[FixedPack] = field(default_factory=list)

    def current(self) -> tuple[Pack, str, bytes]:
        return self._source().current()

    def search_index(self) -> SearchIndex:
        return self._source().search_index()

    def decode(self, compiled_form: bytes) -> Pack:
        return FixedPack().decode(compiled_form)

    def notice(self) -> str:
        return self.told

    def _source(self) -> FixedPack:
        if self.broken:
            raise Refusal(self.broken)
        pack = self.shelf.in_use()
        found = next((one for one in self._made if one.pack.version == pack.version), None)
        if found is None:
            self._made.append(found := FixedPack(pack))
        return found


def changed(pack: Pack, version: str, acts: Sequence[str] = ()) -> Pack:
    """A later national pack: another version, whose first rules say something else."""
    rules = tuple(replace(rule, act=act) for rule, act in zip(pack.rules, acts, strict=False))
    return replace(pack, version=version, rules=(*rules, *pack.rules[len(rules) :]))
