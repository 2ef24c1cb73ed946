"""Drafts made by hand, and small stand-ins for the rooms that check, show and publish them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import ItemType, Pack
from asnquiz.domain.plain import to_plain
from asnquiz.domain.question import Brought, Carried, Loss, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.drafting import draft_tools
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.local_ports import DraftStore, DraftTools, Finding, PackHead, PackKind, QuestionForm
from tests import builders, layers
from tests.fakes import FakeClock

WORKSHOP = Workshop(layers.ID, "Netralitas di Kabupaten Contoh", "BKPSDM Kabupaten Contoh")
KEY = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"  # the thumbprint of RFC 8037, A.3
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
    return tuple(found)


@dataclass
class Published:
    """Writes what a layer holds as JSON, and remembers it; `notice` is what it tells of its key."""

    layers: list[Layer] = field(default_factory=list)
    notice: str | None = None

    def write(self, layer: Layer, file: Path, note: Callable[[], object]) -> tuple[PackHead, str | None]:
        note()
        file.write_text(json.dumps(to_plain(layer)), "utf-8")
        self.layers.append(layer)
        head = PackHead(PackKind.LAYER, layer.id, layer.version, layer.title, layer.publisher, "", KEY, "")
        return head, self.notice


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
    known, seal = (lambda: builders.pack()), Seal(Path("device.key"), FakeClock())
    return replace(
        draft_tools(known, known, seal, FakeClock()), find_faults=find_faults, write_pack=write, forms=(LINES,)
    )


@dataclass
class WrittenHere:
    """Stands before what Learning opens late: the real store, and the tools of a test."""

    real: Any
    tools: DraftTools

    @property
    def store(self) -> DraftStore:
        store: DraftStore = self.real.store
        return store
