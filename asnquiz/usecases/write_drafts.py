"""Writing what an office adds: its workshop, its drafts and how far they have come, and the layer that goes out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import LONGEST_ID, SCHEMA, Base, Layer, is_own, version_parts
from asnquiz.domain.local import Hand, Mark, Standing, same_person
from asnquiz.domain.pack import Item, ItemType, Pack, Phase, Rule, Scenario
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.usecases.local_ports import DraftStore, Finding
from asnquiz.usecases.name_file import slug

Content = Mapping[str, Any]
Entry = Rule | Item | Scenario

_DRAFT = Mark(Standing.DRAFT)
_NAMES = {DraftKind.ITEM: "soal", DraftKind.RULE: "ketentuan", DraftKind.SCENARIO: "kasus"}
_OPTIONS = 4
_QUESTION: Mapping[str, Any] = {"type": ItemType.SINGLE.value, "scored": True, "options": [{}] * _OPTIONS}
_WITHOUT_NAME = "kantor"
_ROOM = 3  # for a number behind a prefix that is taken


def begin_workshop(title: str, publisher: str, base: Pack) -> Workshop:
    """What an office begins with; its id is the office's name, which nothing national begins with.

    Raises Refusal where either is empty or too long.
    """
    office = _name(publisher, "Nama kantor")
    return Workshop(_free_prefix(_short(office) or _WITHOUT_NAME, base), _name(title, "Judul paket"), office)


def _short(office: str) -> str:
    """The office's name as an id: where it is too long its end, which says where the office is."""
    longest = LONGEST_ID - _ROOM
    words = office.split()
    while len(words) > 1 and len(slug(" ".join(words))) > longest:
        words = words[1:]
    return slug(" ".join(words))[:longest].strip("-")


def _free_prefix(wished: str, base: Pack) -> str:
    national = [*base.law_by_id, *base.rule_by_id, *base.lesson_by_id, *base.item_by_id]
    national += [one.id for one in base.scenarios]
    taken = {base.id, *base.topics, *base.jobs}
    number, prefix = 1, wished
    while prefix in taken or any(is_own(id_, prefix) for id_ in national):
        number += 1
        prefix = f"{wished}-{number}"
    return prefix


def new_draft(workshop: Workshop, kind: DraftKind, used: AbstractSet[str], content: Content | None = None) -> Draft:
    """A draft that was not begun yet, under an id that was never given; `content` is what it begins with."""
    beginning = _QUESTION if kind is DraftKind.ITEM else {}
    return Draft(new_id(workshop, kind, used), kind, content or beginning, _DRAFT)


def new_id(workshop: Workshop, kind: DraftKind, used: AbstractSet[str]) -> str:
    """`kab-contoh-soal-07`: one more than the highest number that was ever given."""
    before = f"{workshop.id}-{_NAMES[kind]}-"
    numbers = (id_.removeprefix(before) for id_ in used if id_.startswith(before))
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{before}{highest + 1:02}"


def retyped(content: Content, type_: ItemType) -> Content:
    """A question's content as one of another type: rows that both have stay, what the other has not goes."""
    kept = {key: value for key, value in content.items() if key not in ("options", "key", "feedback", "pairs")}
    kept["type"] = type_.value
    match type_:
        case ItemType.VERDICT:
            return kept | {"feedback": {}}
        case ItemType.MATCHING:
            return kept | {"pairs": [{} for _ in range(_OPTIONS)]}
    return kept | {"options": list(_options(content.get("options") or [{}] * _OPTIONS, type_))}


def _options(rows: Sequence[Content], type_: ItemType) -> Iterator[Content]:
    keyed = False
    for row in rows:
        stays = type_ is ItemType.MULTIPLE or (type_ is ItemType.SINGLE and not keyed)
        yield {key: value for key, value in row.items() if key != "key" or (value and stays)}
        keyed = keyed or bool(row.get("key"))


def rewritten(draft: Draft, content: Content) -> Draft:
    """The draft with other content: no longer looked at by anybody, and a revision after the one that went out."""
    if content == draft.content:
        return draft
    if draft.kind is DraftKind.ITEM:
        revision = max(content.get("revision", 1), (draft.published or 0) + 1)
        content = {**content, "revision": revision}
    return replace(draft, content=content, mark=_DRAFT)


def send_to_review(draft: Draft, author: str, today: dt.date, findings: Sequence[Finding]) -> Draft:
    """Raises Refusal for a draft in which something is still wrong, and where the name cannot be used."""
    _refuse_faulty(findings)
    return replace(draft, mark=Mark(Standing.REVIEW, Hand(_name(author, "Nama penulis"), today)))


def settle(draft: Draft, reviewer: str, today: dt.date, findings: Sequence[Finding]) -> Draft:
    """Raises Refusal for one that nobody sent to review, for its own author, and as `send_to_review` does."""
    name, author = _name(reviewer, "Nama penelaah"), draft.mark.author
    if draft.mark.standing is not Standing.REVIEW or author is None:
        raise Refusal("Entri ini tidak sedang menunggu telaah. Ajukan untuk ditelaah lebih dahulu.")
    if same_person(author.name, name):
        raise Refusal("Penulis tidak dapat menelaah tulisannya sendiri. Mintalah orang lain membacanya.")
    _refuse_faulty(findings)
    return replace(draft, mark=Mark(Standing.REVIEWED, author, Hand(name, today)))


def take_back(draft: Draft) -> Draft:
    """A draft again; both names are forgotten."""
    return replace(draft, mark=_DRAFT)


def _refuse_faulty(findings: Sequence[Finding]) -> None:
    if many := sum(not finding.advice for finding in findings):
        raise Refusal(
            f"Masih ada {number_words(many)} hal yang perlu dibenahi di entri ini. Benahi lebih dahulu, lalu coba lagi."
        )


def _name(typed: str, label: str) -> str:
    name = parse_line(typed, label)
    if name is None:
        raise Refusal(f"{label} masih kosong. Isi lebih dahulu.")
    return name


def headline(draft: Draft) -> str:
    """What an entry is called in a list: its question, act or title; empty where it was not written yet."""
    found = draft.content.get({DraftKind.ITEM: "stem", DraftKind.RULE: "act", DraftKind.SCENARIO: "title"}[draft.kind])
    return found if isinstance(found, str) else ""


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; None and no words are everything."""

    words: str = ""
    kind: DraftKind | None = None
    standing: Standing | None = None
    phase: Phase | None = None
    type: ItemType | None = None


def find_drafts(drafts: Iterable[Draft], wanted: Wanted) -> tuple[Draft, ...]:
    """Those that have every word somewhere in their texts or id, and are of what is asked for."""
    words = wanted.words.casefold().split()
    return tuple(draft for draft in drafts if _is_wanted(draft, wanted) and _has(draft, words))


def _is_wanted(draft: Draft, wanted: Wanted) -> bool:
    content = draft.content
    phases = content.get("phases") or [content.get("phase")]
    return (
        wanted.kind in (None, draft.kind)
        and wanted.standing in (None, draft.mark.standing)
        and (wanted.phase is None or wanted.phase.value in phases)
        and (wanted.type is None or (draft.kind is DraftKind.ITEM and content.get("type") == wanted.type.value))
    )


def _has(draft: Draft, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = " ".join((draft.id, *_texts(draft.content))).casefold()
    return all(word in said for word in words)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def outgoing(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Those that are published: whatever somebody stands for."""
    return tuple(draft for draft in drafts if draft.mark.standing is not Standing.DRAFT)


def next_version(workshop: Workshop) -> str:
    """A number above the one that went out last; 1 for the first."""
    return str(version_parts(workshop.published or "0")[0] + 1)


def layer_of(
    workshop: Workshop, drafts: Iterable[Draft], base: Pack, today: dt.date, entries: Callable[[Draft], Entry | None]
) -> Layer:
    """The next version of what an office publishes: everything that goes out, with the pictures that it shows.

    Raises ValueError for a draft that is no entry, which is what its findings say.
    """
    goes = outgoing(drafts)
    made = [entries(draft) for draft in goes]
    if None in made:
        raise ValueError("a draft that cannot go out")
    items = tuple(one for one in made if isinstance(one, Item))
    shown = {item.picture.image for item in items if item.picture}
    return Layer(
        schema=SCHEMA,
        id=workshop.id,
        version=next_version(workshop),
        title=workshop.title,
        publisher=workshop.publisher,
        base=Base(base.id, base.version.partition("+")[0]),
        changed=today,
        contacts=workshop.contacts,
        offices=workshop.offices,
        letterhead=workshop.letterhead,
        calendar=workshop.calendar,
        pledge=workshop.pledge,
        rules=tuple(one for one in made if isinstance(one, Rule)),
        items=items,
        scenarios=tuple(one for one in made if isinstance(one, Scenario)),
        images=tuple(image for image in workshop.images if image.name in shown),
        marks={draft.id: draft.mark for draft in goes},
    )


def note_published(store: DraftStore, workshop: Workshop, drafts: Iterable[Draft]) -> Workshop:
    """Gives the next version to these drafts, so that it is nobody else's and what changes from now on is a later
    revision.
    """
    after = replace(workshop, published=next_version(workshop))
    goes = outgoing(drafts)
    store.keep_workshop(after, [replace(draft, published=draft.content.get("revision", 1)) for draft in goes])
    return after
