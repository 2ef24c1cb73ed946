"""What could be read of a pack or a layer, each entry with its place in a file, so that a fault found later has one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Generic, TypeVar

from asnquiz.content.yaml_reader import Document, Path
from asnquiz.domain.fault import Fault
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Calendar, Image, Item, Law, Lesson, Pack, Pledge, Rule, Scenario, Term

T = TypeVar("T")


@dataclass(frozen=True)
class Written:
    """One entry as it stands in a file.

    Attributes:
        id: None for entries that have none.
        path: where in the document the entry begins.
        supplied: fields that do not stand in its YAML, such as a lesson's body.
    """

    file: str
    document: Document
    path: Path
    plain: Any
    id: str | None
    supplied: Mapping[str, Any]

    def fault(self, message: str, *path: str | int, key: bool = False) -> Fault:
        """A fault at a path inside the entry, or at the key that leads there."""
        place = self.document.place((*self.path, *path), key=key)
        return Fault(self.file, place.line, place.column, self.id, message)

    def has(self, *path: str | int) -> bool:
        """Whether the author wrote something there."""
        return (*self.path, *path) in self.document.values

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text in the entry's YAML with its path inside the entry."""
        return _texts(self.plain, ())


@dataclass(frozen=True)
class Entry(Written, Generic[T]):
    """An entry that fits its kind."""

    value: T


@dataclass(frozen=True)
class Section(Generic[T]):
    """All entries of one kind.

    Attributes:
        named: where an author looks for them, in words.
        written: every entry, also those that do not fit.
        readable: whether all files of this kind could be read, so that a missing id is truly missing.
        beneath: those of the pack that a layer is laid over, by id; they are sound.
    """

    named: str
    entries: tuple[Entry[T], ...]
    written: tuple[Written, ...]
    readable: bool
    beneath: Mapping[str, T] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str | None, T]:
        found: Iterable[tuple[str | None, T]] = chain(
            self.beneath.items(), ((entry.id, entry.value) for entry in self.entries)
        )
        return dict(found)

    @cached_property
    def _ids(self) -> frozenset[str | None]:
        return frozenset({*self.beneath, *(entry.id for entry in self.written)})

    @property
    def whole(self) -> bool:
        """Whether every entry that was written is among the entries."""
        return self.readable and len(self.entries) == len(self.written)

    def lacks(self, id_: str) -> bool:
        return self.readable and id_ not in self._ids

    def unresolved(self, entry: Written, ids: Iterable[str], *path: str | int) -> Iterator[Fault]:
        """A fault for each of the ids, listed at `path` of `entry`, that this kind does not have."""
        for index, id_ in enumerate(ids):
            if self.lacks(id_):
                yield entry.fault(f'"{id_}" tidak ada di {self.named}; periksa ejaannya.', *path, index)


@dataclass(frozen=True)
class Contents:
    """A pack's or a layer's files, read.

    Attributes:
        header: the pack with nothing but what pack.yaml says; None of a layer.
        layer: the layer with nothing but what setempat.yaml says; None of a pack.
        calendar: None also where a pack has none.
        pictures: the SVG texts that could be read, by file.
        images: the names of the pictures that questions may show, also of those that could not be read.
        photos: the pictures that could be read, by file.
    """

    header: Entry[Pack] | None
    laws: Section[Law]
    terms: Section[Term]
    rules: Section[Rule]
    lessons: Section[Lesson]
    items: Section[Item]
    scenarios: Section[Scenario]
    pledge: Entry[Pledge] | None
    calendar: Entry[Calendar] | None
    pictures: Mapping[str, str]
    images: frozenset[str] = frozenset()
    photos: Mapping[str, Image] = field(default_factory=dict)
    layer: Entry[Layer] | None = None


def _texts(plain: Any, path: Path) -> Iterator[tuple[Path, str]]:
    match plain:
        case str():
            yield path, plain
        case list():
            for index, part in enumerate(plain):
                yield from _texts(part, (*path, index))
        case dict():
            for key, part in plain.items():
                yield from _texts(part, (*path, key))
