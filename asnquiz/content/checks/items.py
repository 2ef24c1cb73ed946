"""Questions: each type whole, no letter of a shuffled option in any text, and no score on unsettled law."""

import re
from collections.abc import Collection, Iterator

from asnquiz.content.checks.law import citation_faults, confidence_words
from asnquiz.content.contents import Contents, Entry
from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Confidence, Item, ItemType, Phase, Rule
from asnquiz.domain.wording import ITEM_TYPE, PHASE, VERDICT

_LETTER = re.compile(r"\b[Pp]ilihan\s+[(\"“]?[A-H]\b|\b[Oo]psi\s+[(\"“]?[A-H]\b|\b[Jj]awaban\s+[(\"“]?[A-H]\b")
_SEVERAL = ("lebih dari satu", "semua pilihan yang")
_EASIEST, _HARDEST = 1, 3
_MOST_RULES = 20

_FIELDS = {
    ItemType.SINGLE: {"options"},
    ItemType.MULTIPLE: {"options"},
    ItemType.ORDERING: {"options"},
    ItemType.VERDICT: {"key", "feedback"},
    ItemType.MATCHING: {"pairs"},
}
_NAMED = {"options": "pilihan", "key": "kunci", "feedback": "umpan balik ketentuan", "pairs": "pasangan"}
# Where the rows of each type stand, and how few and how many there may be.
ROWS = {
    ItemType.SINGLE: ("options", 2, 5),
    ItemType.MULTIPLE: ("options", 2, 8),
    ItemType.ORDERING: ("options", 3, 6),
    ItemType.MATCHING: ("pairs", 3, 8),
}


def item_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in soal/."""
    for entry in contents.items.entries:
        item = entry.value
        yield from contents.rules.unresolved(entry, item.rules, "rules")
        yield from citation_faults(entry, item.citations, item.confidence, contents.laws)
        yield from _number_faults(entry)
        yield from _picture_faults(entry, contents.images)
        yield from _form_faults(entry)
        yield from _key_faults(entry)
        yield from _letter_faults(entry)
        yield from _rule_faults(entry, [rule for id_ in item.rules if (rule := contents.rules.by_id.get(id_))])


def _number_faults(entry: Entry[Item]) -> Iterator[Fault]:
    if not _EASIEST <= entry.value.difficulty <= _HARDEST:
        yield entry.fault("Kesukaran (`difficulty`) harus 1, 2, atau 3.", "difficulty")
    if entry.value.revision < 1:
        yield entry.fault("Nomor perubahan (`revision`) dimulai dari 1.", "revision")


def _picture_faults(entry: Entry[Item], images: Collection[str]) -> Iterator[Fault]:
    picture = entry.value.picture
    if picture and picture.image not in images:
        yield entry.fault(f'Gambar "{picture.image}" tidak ada dalam paket ini; periksa ejaannya.', "picture", "image")


def _form_faults(entry: Entry[Item]) -> Iterator[Fault]:
    item = entry.value
    for field in _NAMED:
        if field in _FIELDS[item.type] and not entry.has(field):
            yield entry.fault(f"Soal jenis {_kind(item)} harus memuat {_NAMED[field]} (`{field}`).", field)
        if field not in _FIELDS[item.type] and entry.has(field):
            yield entry.fault(
                f"Soal jenis {_kind(item)} tidak memuat {_NAMED[field]} (`{field}`); hapus.", field, key=True
            )
    if item.type in ROWS:
        field, fewest, most = ROWS[item.type]
        rows = len(item.pairs if field == "pairs" else item.options)
        if entry.has(field) and not fewest <= rows <= most:
            yield entry.fault(
                f"Soal jenis {_kind(item)} memuat {fewest} sampai {most} {_NAMED[field]}, bukan {rows}.", field
            )
    if item.type is ItemType.MULTIPLE and not any(words in item.stem.lower() for words in _SEVERAL):
        yield entry.fault(
            f"Pertanyaan jenis {_kind(item)} harus mengatakan “lebih dari satu” atau “semua pilihan yang”.", "stem"
        )


def _kind(item: Item) -> str:
    return f"{ITEM_TYPE[item.type]} (`{item.type.value}`)"


def _key_faults(entry: Entry[Item]) -> Iterator[Fault]:
    item = entry.value
    keys = sum(option.key for option in item.options)
    match item.type:
        case ItemType.SINGLE if item.options and keys != 1:
            yield entry.fault(
                f"Soal jenis {_kind(item)} harus punya tepat satu kunci (`key: true`), bukan {keys}.", "options"
            )
        case ItemType.MULTIPLE if item.options and not 0 < keys < len(item.options):
            yield entry.fault(
                f"Soal jenis {_kind(item)} harus punya kunci (`key: true`) pada sebagian pilihan, bukan {keys} dari "
                f"{len(item.options)}.",
                "options",
            )
        case ItemType.ORDERING:
            for index in range(len(item.options)):
                if entry.has("options", index, "key"):
                    yield entry.fault(
                        f"Soal jenis {_kind(item)} tidak memuat kunci (`key`); urutan tertulis adalah jawabannya.",
                        *("options", index, "key"),
                        key=True,
                    )
        case ItemType.VERDICT:
            yield from _verdict_faults(entry)


def _verdict_faults(entry: Entry[Item]) -> Iterator[Fault]:
    item = entry.value
    choices = ", ".join(f"“{VERDICT[choice]}” (`{choice.value}`)" for choice in VERDICT_CHOICES)
    if entry.has("key") and item.key not in VERDICT_CHOICES:
        yield entry.fault(f"Kunci soal jenis {_kind(item)} harus salah satu dari {choices}.", "key")
    if entry.has("feedback") and set(item.feedback or {}) != set(VERDICT_CHOICES):
        yield entry.fault(f"Umpan balik (`feedback`) harus tertulis untuk {choices}, dan hanya itu.", "feedback")


def _letter_faults(entry: Entry[Item]) -> Iterator[Fault]:
    for path, text in entry.texts():
        if found := _LETTER.search(text):
            yield entry.fault(f'"{found.group()}" menyebut huruf pilihan, padahal pilihan diacak; sebut isinya.', *path)


def _rule_faults(entry: Entry[Item], rules: list[Rule]) -> Iterator[Fault]:
    item = entry.value
    if not 1 <= len(set(item.rules)) == len(item.rules) <= _MOST_RULES:
        yield entry.fault(
            f"Soal bersandar pada 1 sampai {_MOST_RULES} ketentuan, masing-masing ditulis sekali.", "rules"
        )
    phases = {phase for rule in rules for phase in rule.phases}
    if len(rules) == len(item.rules) and phases and item.phase not in phases:
        listed = ", ".join(PHASE[phase] for phase in Phase if phase in phases)
        yield entry.fault(f"Fase “{PHASE[item.phase]}” bukan fase ketentuannya ({listed}).", "phase")
    if not item.scored:
        return
    if item.confidence is Confidence.C:
        yield entry.fault(
            f"Soal yang {confidence_words(Confidence.C)} tidak dapat dinilai (`scored: false`).", "scored"
        )
    for rule in rules:
        if not rule.scorable:
            yield entry.fault(
                f'Ketentuan "{rule.id}" diperdebatkan atau belum diverifikasi, jadi soal ini tidak dapat '
                "dinilai (`scored: false`).",
                "scored",
            )
