"""A local layer (paket setempat): what an office lays over a national pack, without touching what is national."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from asnquiz.domain.local import Contact, Local, Mark, Office, Standing
from asnquiz.domain.pack import Calendar, Image, Item, Pack, Pledge, Rule, Scenario

SCHEMA = "asnquiz/layer/1"
LONGEST_ID = 30  # every id of an addition begins with it


@dataclass(frozen=True)
class Base:
    """The national pack that a layer is made for: its id, and the lowest version that will do."""

    id: str
    version: str


@dataclass(frozen=True)
class Layer:
    """What one office adds; by the names of its files, as a pack is.

    Attributes:
        id: begins every id that the layer adds, with a hyphen behind it: `kab-contoh` and `kab-contoh-apel-01`.
        version: numbers with dots, the later the higher.
        publisher: the office that answers for it, as people call it.
        changed: the day of its youngest change.
        calendar, pledge: take the place of the national ones where they are given.
        marks: of every rule, item and case study below, by id.
    """

    schema: str
    id: str
    version: str
    title: str
    publisher: str
    base: Base
    changed: dt.date
    contacts: tuple[Contact, ...] = ()
    offices: tuple[Office, ...] = ()
    letterhead: tuple[str, ...] = ()
    calendar: Calendar | None = None
    pledge: Pledge | None = None
    rules: tuple[Rule, ...] = ()
    items: tuple[Item, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    images: tuple[Image, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)


def is_own(id_: str, layer: str) -> bool:
    """Whether an id belongs to the layer of that id."""
    return id_.startswith(f"{layer}-")


def lay_over(base: Pack, layer: Layer) -> Pack:
    """The pack as it is used where the layer is in force.

    Everything national stays as it is, key by key; what the layer adds stands behind it, and decides a score only where
    its mark is settled and so are those of the rules it rests on. Drafts are left out. Raises ValueError for a layer
    that was not checked against this pack.
    """
    for problem in misplaced(base, layer):
        raise ValueError(problem)
    shown = {id_ for id_, mark in layer.marks.items() if mark.standing is not Standing.DRAFT}
    settled = {id_ for id_, mark in layer.marks.items() if mark.settled}
    rules = tuple(rule for rule in layer.rules if rule.id in shown)
    unsettled = {rule.id for rule in rules if rule.id not in settled}
    items = tuple(
        replace(item, scored=item.scored and item.id in settled and unsettled.isdisjoint(item.rules))
        for item in layer.items
        if item.id in shown
    )
    local = Local(
        id=layer.id,
        version=layer.version,
        title=layer.title,
        publisher=layer.publisher,
        contacts=layer.contacts,
        offices=layer.offices,
        letterhead=layer.letterhead,
        own_calendar=layer.calendar is not None,
        own_pledge=layer.pledge is not None,
        marks={id_: mark for id_, mark in layer.marks.items() if id_ in shown},
    )
    return replace(
        base,
        version=f"{base.version}+{layer.id}.{layer.version}",
        calendar=layer.calendar or base.calendar,
        pledge=layer.pledge or base.pledge,
        rules=(*base.rules, *rules),
        items=(*base.items, *items),
        scenarios=(*base.scenarios, *(one for one in layer.scenarios if one.id in shown)),
        images=(*base.images, *layer.images),
        local=local,
    )


def national_part(pack: Pack) -> Pack:
    """A pack without what a layer added to it; its calendar and pledge stay as they are."""
    if pack.local is None:
        return pack
    added = pack.local.marks
    return replace(
        pack,
        version=national_version(pack.version),
        rules=tuple(one for one in pack.rules if one.id not in added),
        items=tuple(one for one in pack.items if one.id not in added),
        scenarios=tuple(one for one in pack.scenarios if one.id not in added),
        images=tuple(image for image in pack.images if not is_own(image.name, pack.local.id)),
        local=None,
    )


def misplaced(base: Pack, layer: Layer) -> Iterator[str]:
    """Why a layer cannot be laid over this pack, in sentences for whoever answers for it; nothing where it can."""
    for _, words in misplacements(base, layer):
        yield words


def misplacements(base: Pack, layer: Layer) -> Iterator[tuple[str | Image | None, str]]:
    """The same, each with the id or the image that it is about; None where it is about the layer as a whole."""
    if layer.base.id != base.id:
        yield None, f"Paket setempat ini dibuat untuk paket “{layer.base.id}”, bukan “{base.id}”."
    elif version_parts(base.version) < version_parts(layer.base.version):
        words = (
            f"Paket setempat ini memerlukan paket nasional versi {layer.base.version} atau yang lebih baru; yang "
            f"dipakai versi {base.version}."
        )
        yield None, words
    kinds: tuple[Mapping[str, object], ...] = (base.law_by_id, base.rule_by_id, base.lesson_by_id, base.item_by_id)
    national = {*(id_ for kind in kinds for id_ in kind), *(one.id for one in base.scenarios)}
    for id_ in sorted(id_ for id_ in national if is_own(id_, layer.id)):
        yield id_, f"“{id_}” sudah ada di paket nasional; paket setempat ini harus memakai id lain."
    yield from _wrong_ids(layer)


def _wrong_ids(layer: Layer) -> Iterator[tuple[str | Image, str]]:
    own = Counter([*(one.id for one in layer.rules), *(one.id for one in layer.items)])
    own.update(one.id for one in layer.scenarios)
    for id_, times in own.items():
        if times > 1:
            yield id_, f"“{id_}” dipakai lebih dari sekali."
        if id_ not in layer.marks:
            yield id_, f"“{id_}” tidak mempunyai keadaan telaah."
    for id_ in sorted(layer.marks.keys() - own.keys()):
        yield id_, f"Keadaan telaah “{id_}” tidak mempunyai isi."
    names = Counter(image.name for image in layer.images)
    for image in layer.images:
        if names[image.name] > 1:
            yield image, f"Gambar “{image.name}” ada lebih dari satu."
    named: list[tuple[str | Image, str]] = [*((id_, id_) for id_ in own), *((one, one.name) for one in layer.images)]
    for about, name in named:
        if not is_own(name, layer.id):
            yield about, f"“{name}” tidak diawali “{layer.id}-”, jadi bukan milik paket setempat ini."


def version_parts(version: str) -> tuple[int, ...]:
    """A version as numbers, which compare as people read them: 2026.11.10 is later than 2026.11.9.

    What a layer added behind a plus sign does not count.
    """
    return tuple(int(part) for part in national_version(version).split(".") if part.isdecimal())


def national_version(version: str) -> str:
    """A version without what a layer added behind a plus sign."""
    return version.partition("+")[0]
