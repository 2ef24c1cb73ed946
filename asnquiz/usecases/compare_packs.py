"""What one pack has that another has not: new, changed and withdrawn, in plain words and by kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import law_name


@dataclass(frozen=True)
class Group:
    """The differences of one kind, each a line for people; a group with none is left out."""

    title: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]


@dataclass(frozen=True)
class Differences:
    groups: tuple[Group, ...]


def compare_packs(old: Pack, new: Pack) -> Differences:
    """What changes for readers when the new pack takes the place of the old one."""
    groups = (
        _group("Peraturan", old, new, lambda pack: {one.id: (one, law_name(one)) for one in pack.laws}),
        _group("Ketentuan", old, new, lambda pack: {one.id: (one, one.act) for one in pack.rules}),
        _group("Materi", old, new, lambda pack: {one.id: (one, one.title) for one in pack.lessons}),
        _group("Soal", old, new, lambda pack: {one.id: (one, one.stem) for one in pack.items}),
        _group("Studi kasus", old, new, lambda pack: {one.id: (one, one.title) for one in pack.scenarios}),
        _group("Ikrar", old, new, lambda pack: {"": (pack.pledge, pack.pledge.name)}),
        _group("Kalender", old, new, lambda pack: {"": (pack.calendar, pack.calendar.name)} if pack.calendar else {}),
    )
    return Differences(tuple(one for one in groups if one.new or one.changed or one.withdrawn))


def _group(title: str, old: Pack, new: Pack, named: Callable[[Pack], Mapping[str, tuple[object, str]]]) -> Group:
    before, after = named(old), named(new)
    return Group(
        title,
        tuple(words for id_, (_, words) in after.items() if id_ not in before),
        tuple(words for id_, (one, words) in after.items() if id_ in before and before[id_][0] != one),
        tuple(words for id_, (_, words) in before.items() if id_ not in after),
    )
