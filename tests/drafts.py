"""Drafts made by hand, and small stand-ins for the rooms that check, show and publish them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Image, Item, ItemType, Pack, Rule, Scenario
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.question import Brought, Carried, Loss, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import DraftStore, DraftTools, Finding, PackHead, PackKind, QuestionForm
from asnquiz.usecases.take_questions import question_of_draft
from tests import builders, layers

WORKSHOP = Workshop(layers.ID, "Netralitas di Kabupaten Contoh", "BKPSDM Kabupaten Contoh")
PNG = b"\x89PNG\r\n\x1a\n contoh"


def content(type_: ItemType = ItemType.SINGLE, **changes: Any) -> dict[str, Any]:
    """The content of a whole question of the sample pack."""
    plain = to_plain(builders.item(type_))
    assert isinstance(plain, dict)
    kept = {key: value for key, value in plain.items() if value not in (None, []) and key != "id"}
    for key in ("options", "citations"):
        if key in kept:
            kept[key] = [{name: value for name, value in row.items() if value} for row in kept[key]]
    return {**kept, **changes}


def draft(name: str = "soal-01", kind: DraftKind = DraftKind.ITEM, **changes: Any) -> Draft:
    base = Draft(layers.own(name), kind, content() if kind is DraftKind.ITEM else {}, layers.DRAFT)
    return replace(base, **changes)


def rule_content(**changes: Any) -> dict[str, Any]:
    plain = to_plain(layers.rule())
    assert isinstance(plain, dict)
    return {key: value for key, value in plain.items() if key != "id"} | changes


def find_faults(draft: Draft, others: tuple[Draft, ...], base: Pack) -> tuple[Finding, ...]:
    """Says only what is still empty: words, the first option, and the verdict's key."""
    key = {DraftKind.ITEM: "stem", DraftKind.RULE: "act", DraftKind.SCENARIO: "title"}[draft.kind]
    found = [] if draft.content.get(key) else [Finding((key,), "Masih kosong. Isi lebih dahulu.")]
    for at, row in enumerate(draft.content.get("options", ())):
        if not row.get("text"):
            found.append(Finding(("options", at, "text"), "Pilihan ini masih kosong."))
    if draft.content.get("picture") and draft.content["picture"]["image"] not in {one.name for one in base.images}:
        found.append(Finding(("picture", "image"), "Gambarnya tidak ada."))
    return tuple(found)


def item_to_show(plain: Mapping[str, Any], base: Pack) -> Item:
    """The item as far as it is written, over one of the same type."""
    whole = to_plain(builders.item(ItemType(plain["type"]), rules=(), id="pratinjau"))
    assert isinstance(whole, dict)
    known = dict(plain)
    for key, row in (
        ("options", {"text": "…", "feedback": "…", "key": False}),
        ("pairs", whole["pairs"] and whole["pairs"][0]),
    ):
        if key in known:
            known[key] = [{**row, **one} for one in known[key]]
    if "feedback" in known:
        known["feedback"] = {**whole["feedback"], **known["feedback"]}
    known["citations"] = [
        {"law": None, "ref": None, "no_prohibition_found": False, "facts": [], **one} for one in known["citations"]
    ]
    return from_plain(Item, {**whole, **known})


def entry_of(draft: Draft) -> Rule | Item | Scenario:
    if draft.kind is DraftKind.RULE:
        return from_plain(Rule, {**draft.content, "id": draft.id})
    return replace(item_to_show(draft.content, builders.pack()), id=draft.id)


def image_of(name: str, data: bytes) -> Image:
    if not data.startswith(b"\x89PNG"):
        raise Refusal("Gambar ini bukan PNG atau JPEG. Simpan sebagai salah satunya, lalu coba lagi.")
    return Image(name, "image/png", "aQ==")


@dataclass
class Published:
    """Writes what a layer holds as JSON, and remembers it."""

    layers: list[Layer] = field(default_factory=list)

    def write(self, layer: Layer, file: Path) -> PackHead:
        file.write_text(json.dumps(to_plain(layer)), "utf-8")
        self.layers.append(layer)
        return PackHead(PackKind.LAYER, layer.id, layer.version, layer.title, layer.publisher, "", None, "")


def read_lines(content: bytes) -> Brought:
    """A form of one question a line: an id and a stem."""
    questions, losses = [], []
    for number, line in enumerate(content.decode().splitlines(), start=1):
        if "|" not in line:
            raise Refusal(f"Baris {number} tidak terbaca. Perbaiki, lalu ambil lagi.")
        id_, stem = line.split("|")
        questions.append(Question(ItemType.SINGLE, stem, id=id_ or None))
        losses.append(Loss(f"Soal {number}", "Umpan balik tidak terbawa."))
    return Brought(tuple(questions), tuple(losses))


def write_lines(questions: Sequence[Question]) -> Carried:
    lines = "\n".join(f"{one.id}|{one.stem}" for one in questions)
    return Carried(lines.encode(), tuple(Loss(one.id or "", "Umpan balik tidak terbawa.") for one in questions))


LINES = QuestionForm("Baris", (".baris",), read_lines, write_lines)


def tools(published: Published | None = None) -> DraftTools:
    write = (published or Published()).write
    return DraftTools(find_faults, item_to_show, entry_of, image_of, write, (LINES,))


@dataclass
class WrittenHere:
    """Stands before what Learning opens late: the real store, and the tools of a test."""

    real: Any
    tools: DraftTools

    @property
    def store(self) -> DraftStore:
        store: DraftStore = self.real.store
        return store


def question(draft: Draft) -> Question:
    return question_of_draft(draft, {})
