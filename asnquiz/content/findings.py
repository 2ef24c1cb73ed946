"""What is wrong with one draft, by the checks that a layer's folder has to pass, told to somebody who sees a form.

A draft stands in no file. So it gets a document without lines, and what is meant for whoever writes files, which every
sentence holds between backticks in brackets, is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from asnquiz.content.checks.craft import craft_faults
from asnquiz.content.checks.exam import naming_faults
from asnquiz.content.checks.identity import identity_faults
from asnquiz.content.checks.items import item_faults
from asnquiz.content.checks.language import language_faults
from asnquiz.content.checks.law import rule_faults
from asnquiz.content.checks.neutrality import neutrality_faults
from asnquiz.content.checks.scenarios import scenario_craft_faults, scenario_faults
from asnquiz.content.contents import Contents, Entry, Section, Written
from asnquiz.content.drafts import fitting_of, text_messages_of, written
from asnquiz.content.reader import BLANK, contents_beneath
from asnquiz.content.schema import Misfit
from asnquiz.content.yaml_reader import Document, Path, Place
from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.fault import Fault
from asnquiz.domain.layer import national_part
from asnquiz.domain.local import Standing
from asnquiz.domain.pack import Item, Pack, Rule, Scenario
from asnquiz.domain.wording import harmless, law_name
from asnquiz.usecases.local_ports import Finding
from asnquiz.usecases.write_drafts import headline

T = TypeVar("T")

_FOR_FILES = re.compile(r" \(`[^)]*\)")
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')

_SOUND = (identity_faults, rule_faults, item_faults, scenario_faults, neutrality_faults)
_SECTIONS = {DraftKind.RULE: "rules", DraftKind.ITEM: "items", DraftKind.SCENARIO: "scenarios"}

# As the form calls what files have under a key; within a sentence.
_LABELS = {
    # of questions
    "type": "jenis soal",
    "phase": "fase",
    "topic": "topik",
    "rules": "ketentuan",
    "jobs": "jabatan",
    "difficulty": "tingkat kesulitan",
    "stem": "teks soal",
    "options": "pilihan",
    "key": "kunci",
    "feedback": "umpan balik",
    "pairs": "pasangan",
    "left": "peristiwa",
    "explanation": "penjelasan",
    "instead": "yang sebaiknya dilakukan",
    "citations": "dasar hukum",
    "law": "peraturan",
    "ref": "pasal",
    "confidence": "keyakinan isi",
    "scored": "penilaian",
    "picture": "gambar",
    "image": "berkas",
    "alt": "uraian",
    "text": "teks",
    # of rules
    "act": "perbuatan",
    "phases": "fase",
    "stages": "tahapan",
    "subjects": "golongan yang terikat",
    "verdict": "ketentuan",
    "condition": "syarat",
    "reason": "alasan",
    "violation": "jenis pelanggaran",
    "sanction": "sanksi",
    "facts": "yang sudah diperiksa",
    "words": "kata pencarian",
    "positions": "pandangan",
    "who": "pihak",
    "when": "waktu",
    "says": "isi",
    "safe": "sikap aman",
    # of case studies
    "title": "judul",
    "start": "adegan awal",
    "scenes": "adegan",
    "choices": "pilihan",
    "to": "tujuan",
    "trust": "kepercayaan publik",
    "risk": "risiko sanksi",
    "rule": "ketentuan",
    "ending": "akhir",
    "kind": "jenis",
    "debrief": "ulasan",
}
_WITH_NAMES = ("scenes", "feedback", "sanction")  # what stands in them has a name, not a label


@dataclass(frozen=True)
class _Unlined(Document):
    """Of what stands in no file: each place that is asked for gets a line of its own, by which it is found again."""

    asked: list[Path] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:  # noqa: ARG002
        self.asked.append(path)
        return Place(len(self.asked), 1)


def find_faults(draft: Draft, others: tuple[Draft, ...], base: Pack) -> tuple[Finding, ...]:
    """What keeps a draft from being published with the others over this pack, and after it what would better it.

    What a layer in force laid over `base` does not count. That the workshop has the picture of a question is not seen
    here. A draft in which something lacks is told that alone.
    """
    others = tuple(one for one in others if one.id != draft.id)
    base = national_part(base)
    told = partial(_told, names=_names(others, base))
    entry = written(draft)
    if messages := [Finding(path, message) for path, message in text_messages_of(entry)]:
        return tuple(messages)
    this, fitting = _in_no_file(draft.id, entry), fitting_of(draft, entry)
    lacking = [Finding(path, BLANK) for path, text in this.texts() if not text.strip()]
    lacking += map(_misfit_finding, fitting.misfits)
    if lacking or fitting.value is None:
        return tuple(map(told, lacking))
    near = tuple(map(_near, others))
    contents = _contents(draft.kind, _entry(this, fitting.value), near, base)
    found = [
        *_findings(this, chain(naming_faults(contents, base), *(check(contents) for check in _SOUND))),
        *_unready_rules(fitting.value, others),
        *_findings(this, craft_faults(_beside(contents, near)), advice=True),
        *_findings(this, chain(scenario_craft_faults(contents), language_faults(contents)), advice=True),
    ]
    return tuple(dict.fromkeys(map(told, found)))


def _names(others: Iterable[Draft], base: Pack) -> Mapping[str, str]:
    """What a form calls rules and instruments, by the ids that files know them by."""
    own = {one.id: act for one in others if one.kind is DraftKind.RULE and (act := headline(one))}
    rules = {rule.id: rule.act for rule in base.rules}
    return {**{law.id: law_name(law) for law in base.laws}, **rules, **own}


def _in_no_file(id_: str, entry: Mapping[str, Any]) -> Written:
    """An entry under its id in place of a file."""
    return Written(id_, _Unlined(entry, dict(_places(entry, ())), {}), (), entry, id_, {})


def _places(plain: Any, path: Path) -> Iterator[tuple[Path, Place]]:
    """Every place where something stands."""
    yield path, Place(1, 1)
    if isinstance(plain, dict | list):
        for key, part in plain.items() if isinstance(plain, dict) else enumerate(plain):
            yield from _places(part, (*path, key))


def _entry(this: Written, value: T) -> Entry[T]:
    return Entry(**vars(this), value=value)


@dataclass(frozen=True)
class _Near:
    """Another draft; `entry` is None while it is not whole."""

    kind: DraftKind
    written: Written
    entry: Entry[Any] | None


def _near(draft: Draft) -> _Near:
    entry = written(draft)
    this = _in_no_file(draft.id, entry)
    value = None if any(text_messages_of(entry)) else fitting_of(draft, entry).value
    return _Near(draft.kind, this, _entry(this, value) if value else None)


def _contents(kind: DraftKind, this: Entry[Any], near: Iterable[_Near], base: Pack) -> Contents:
    """The one entry alone, with the others and the pack to rest on."""
    contents = contents_beneath(base)
    sections: dict[str, Any] = {}
    for each, name in _SECTIONS.items():
        section: Section[Any] = getattr(contents, name)
        own = (this,) if each is kind else ()
        others = [one for one in near if one.kind is each]
        sections[name] = replace(
            section,
            entries=own,
            written=(*(one.written for one in others), *own),
            beneath={**section.beneath, **{one.entry.value.id: one.entry.value for one in others if one.entry}},
        )
    picture = this.value.picture if isinstance(this.value, Item) else None
    return replace(contents, **sections, images=contents.images | ({picture.image} if picture else frozenset()))


def _beside(contents: Contents, near: Iterable[_Near]) -> Contents:
    """With the other questions before this one, which may tell the same story."""
    if not contents.items.entries:
        return contents
    questions = tuple(one.entry for one in near if one.kind is DraftKind.ITEM and one.entry)
    return replace(contents, items=replace(contents.items, entries=(*questions, *contents.items.entries)))


def _findings(this: Written, faults: Iterable[Fault], *, advice: bool = False) -> Iterator[Finding]:
    document = this.document
    if not isinstance(document, _Unlined):
        raise TypeError("only what stands in no file is found again by its place")
    for fault in faults:
        if fault.file == this.file:
            yield Finding(document.asked[fault.line - 1], fault.message, advice)


def _unready_rules(value: Rule | Item | Scenario, others: Iterable[Draft]) -> Iterator[Finding]:
    """Drafts stay here when a layer is published, and what rests on them with them."""
    unready = {one.id for one in others if one.kind is DraftKind.RULE and one.mark.standing is Standing.DRAFT}
    for path, rule in _rules_of(value):
        if rule in unready:
            yield Finding(path, f"Ketentuan “{rule}” masih konsep; ajukan ketentuan itu untuk ditelaah lebih dahulu.")


def _rules_of(value: Rule | Item | Scenario) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Item):
        for index, rule in enumerate(value.rules):
            yield ("rules", index), rule
    elif isinstance(value, Scenario):
        for name, scene in value.scenes.items():
            for index, choice in enumerate(scene.choices):
                yield ("scenes", name, "choices", index, "rule"), choice.rule


def _misfit_finding(misfit: Misfit) -> Finding:
    ending = "belum diisi." if misfit.missing else "tidak dapat dipakai; pilih atau tulis ulang."
    return Finding(misfit.path, f"{_named(misfit.path)} {ending}")


def _named(path: Path) -> str:
    """Umpan balik pilihan ke-2."""
    parts: list[str] = []
    before: str | int | None = None
    for key in path:
        if isinstance(key, int) and parts:
            parts[-1] += f" ke-{key + 1}"
        elif before in _WITH_NAMES:
            parts[-1] += f" “{key}”"
        else:
            parts.append(_LABELS.get(str(key), f"“{key}”"))
        before = key
    words = " ".join(reversed(parts))
    return words[:1].upper() + words[1:]


def _told(finding: Finding, names: Mapping[str, str]) -> Finding:
    def quoted(found: re.Match[str]) -> str:
        said = found[1] or found[2] or ""
        return f"“{names.get(said, said)}”"

    return replace(finding, message=harmless(_QUOTED.sub(quoted, _FOR_FILES.sub("", finding.message))))
