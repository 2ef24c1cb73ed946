"""What a pack's file would change: new, changed and withdrawn, in plain words by kind, before anybody says yes."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from functools import partial
from typing import Any, NamedTuple, TypeVar

from asnquiz.domain.answer_wording import answer_words
from asnquiz.domain.answering import right_answer
from asnquiz.domain.layer import Layer, lay_over, national_part, version_parts
from asnquiz.domain.local import ContactRole, Local, Standing
from asnquiz.domain.pack import Item, Law, Pack, Rule, Scenario
from asnquiz.domain.wording import (
    CONFIDENCE,
    ITEM_TYPE,
    LAW_KIND,
    LAW_STATUS,
    PHASE,
    VERDICT,
    date_words,
    harmless,
    law_name,
    number_words,
)

T = TypeVar("T")


class What(Enum):
    """The kinds, by the words on screen, in the order in which they are told."""

    LAW = "Peraturan"
    RULE = "Ketentuan"
    LESSON = "Materi"
    ITEM = "Soal"
    SCENARIO = "Studi kasus"
    TERM = "Istilah"
    PLEDGE = "Ikrar"
    CALENDAR = "Kalender"
    CONTACT = "Kontak"
    OFFICE = "Perangkat daerah"
    PAPER = "Kop surat"
    PICTURE = "Gambar"
    EXAM = "Susunan ujian"
    NAMING = "Keterangan paket"


class How(Enum):
    NEW = "baru"
    CHANGED = "berubah"
    WITHDRAWN = "dicabut"


@dataclass(frozen=True)
class Difference:
    """One entry that is not as it was.

    Attributes:
        id: None of what there is only one of.
        name: what people call it, in one line.
        details: of a changed one, a sentence for each thing that is told with both, and one for the rest.
    """

    what: What
    how: How
    id: str | None
    name: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What a file brings against the content in use.

    Attributes:
        before: the version that is in use of the same pack; None where none is.
        older: whether it would go back to an earlier version.
        replaces: title of another local pack that would be used no longer; None where there is none.
    """

    before: str | None
    after: str
    older: bool
    replaces: str | None
    differences: tuple[Difference, ...]

    def of(self, what: What) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.what is what)


def compare_packs(in_use: Pack, brought: Pack | Layer) -> Comparison:
    """What would be other if it were taken; a layer is one that can be laid over what is in use."""
    national, local = national_part(in_use), in_use.local
    known: str | None
    replaces: str | None
    if isinstance(brought, Pack):
        # What the layer in force has of its own stays, whatever the national pack says.
        single = (not (local and local.own_calendar), not (local and local.own_pledge))
        before, after = _entries(national, *single), _entries(brought, *single)
        known, replaces = national.version, None
    else:
        laid = lay_over(national, brought)
        before, after = _entries(in_use, *_own(local)), _entries(laid, *_own(laid.local))
        same = local is not None and local.id == brought.id
        known = local.version if local and same else None
        replaces = local.title if local and not same else None
    older = known is not None and version_parts(brought.version) < version_parts(known)
    return Comparison(known, brought.version, older, replaces, tuple(_differences(before, after)))


def _own(local: Local | None) -> tuple[bool, bool]:
    return (local.own_calendar, local.own_pledge) if local else (False, False)


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The same for a terminal."""
    if comparison.before is None:
        yield f"Versi {comparison.after}; sekarang tidak ada yang dipakai."
    else:
        yield f"Versi {comparison.before} menjadi {comparison.after}."
    if comparison.older:
        yield "Perhatian: versi ini lebih lama daripada yang dipakai sekarang."
    if comparison.replaces is not None:
        yield f"Paket setempat “{harmless(comparison.replaces)}” tidak dipakai lagi."
    if not comparison.differences:
        yield "Isinya sama dengan yang dipakai sekarang."
    for what in What:
        found = comparison.of(what)
        if found:
            yield f"{what.value}: {counts_words(found)}"
        for one in found:
            named = f" ({one.id})" if one.id else ""
            yield f"  {one.how.value.capitalize()}: {one.name}{named}"
            yield from (f"    {detail}" for detail in one.details)


def counts_words(differences: tuple[Difference, ...]) -> str:
    """`2 baru, 1 dicabut`."""
    counts = Counter(one.how for one in differences)
    return ", ".join(f"{number_words(counts[how])} {how.value}" for how in How if counts[how])


_STANDING = {Standing.DRAFT: "konsep", Standing.REVIEW: "menunggu telaah", Standing.REVIEWED: "ditelaah"}
_ROLE = {
    ContactRole.TASK_FORCE: "satuan tugas netralitas",
    ContactRole.BAWASLU: "Bawaslu",
    ContactRole.BKPSDM: "BKPSDM",
    ContactRole.OTHER: "lainnya",
}
_WITHIN: tuple[Mapping[Any, str], ...] = (LAW_STATUS, LAW_KIND, ITEM_TYPE, CONFIDENCE, _ROLE)
_ENUMS = {value: words for told in _WITHIN for value, words in told.items()} | {
    value: words.lower() for value, words in (*VERDICT.items(), *PHASE.items())
}
# What people call each field.
FIELD = {
    "act": "perbuatan",
    "address": "alamat",
    "articles": "pasal",
    "body": "isi",
    "candidates_fixed": "penetapan calon",
    "checks": "soal pemahaman",
    "citations": "dasar hukum",
    "closing": "penutup",
    "compiled": "tanggal penyusunan",
    "condition": "syarat",
    "confidence": "keyakinan atas sumber",
    "date": "tanggal",
    "difficulty": "tingkat kesulitan",
    "email": "surel",
    "explanation": "penjelasan",
    "facts": "rujukan fakta",
    "feedback": "umpan balik",
    "hours": "jam layanan",
    "id": "id",
    "instead": "yang sebaiknya dilakukan",
    "items": "jumlah soal",
    "jobs": "jabatan",
    "key": "kunci",
    "kind": "jenis",
    "language": "bahasa",
    "law_as_of": "keadaan hukum per",
    "long": "kepanjangan",
    "mark": "telaah",
    "max_per_rule": "soal terbanyak untuk satu ketentuan",
    "meaning": "arti",
    "minutes": "menit",
    "name": "nama",
    "note": "catatan",
    "number": "nomor",
    "opening": "pembuka",
    "options": "pilihan",
    "order": "urutan",
    "pairs": "pasangan",
    "pass_": "batas lulus",
    "phase": "fase",
    "phases": "fase",
    "phone": "telepon",
    "picture": "gambar",
    "points": "butir ikrar",
    "positions": "pandangan",
    "publisher": "penerbit",
    "reason": "alasan",
    "replaced_by": "pengganti",
    "review": "catatan telaah",
    "revision": "revisi",
    "role": "peran",
    "rules": "ketentuan",
    "safe": "sikap aman",
    "sanction": "sanksi",
    "scenes": "adegan",
    "scored": "ikut dinilai",
    "see": "rujukan",
    "source": "sumber",
    "stages": "tahapan",
    "start": "adegan awal",
    "status": "status",
    "stem": "teks soal",
    "subjects": "golongan yang terikat",
    "term": "istilah",
    "title": "judul",
    "topic": "topik",
    "topics": "topik",
    "type": "jenis soal",
    "units": "unit kerja",
    "verdict": "ketentuan",
    "violation": "jenis pelanggaran",
    "voting": "pemungutan suara",
    "words": "kata pencarian",
}
_LONGEST = 100


# What is told of an entry by its label, with words where both can be told in a line.
_Facts = Mapping[str, tuple[Any, str | None]]


class _Entry(NamedTuple):
    name: str
    facts: _Facts


_Entries = dict[tuple[What, str], _Entry]

_WITH_IDS = (What.LAW, What.RULE, What.LESSON, What.ITEM, What.SCENARIO)
_HEADER = ("title", "publisher", "language", "law_as_of", "compiled", "topics", "jobs")


def _differences(before: _Entries, after: _Entries) -> Iterator[Difference]:
    order = list(What)
    for key in sorted(dict.fromkeys((*after, *before)), key=lambda key: order.index(key[0])):
        what, id_ = key
        shown = id_ if what in _WITH_IDS else None
        if key not in before:
            yield Difference(what, How.NEW, shown, after[key].name)
        elif key not in after:
            yield Difference(what, How.WITHDRAWN, shown, before[key].name)
        elif details := tuple(_details(before[key].facts, after[key].facts)):
            yield Difference(what, How.CHANGED, shown, after[key].name, details)


def _details(before: _Facts, after: _Facts) -> Iterator[str]:
    rest, lacking = [], (None, _words(None))
    for label in dict.fromkeys((*after, *before)):
        (was, words), (now, others) = before.get(label, lacking), after.get(label, lacking)
        if was == now:
            continue
        if words is None or others is None or words == others:
            rest.append(label)
        else:
            yield f"{label[0].upper()}{label[1:]}: {words} menjadi {others}."
    if rest:
        yield f"Bunyinya berubah: {', '.join(rest)}."


def _entries(pack: Pack, calendar: bool, pledge: bool) -> _Entries:
    """Everything that a pack says, but for its version; calendar and pledge where they are to be compared."""
    images = {image.name: image.data for image in pack.images}
    scenarios = {one.id: one for one in pack.scenarios}
    found = {
        **_listed(What.LAW, pack.law_by_id, law_name, _law_facts),
        **_listed(What.RULE, pack.rule_by_id, lambda rule: rule.act, partial(_marked, pack)),
        **_listed(What.LESSON, pack.lesson_by_id, lambda lesson: lesson.title, _facts),
        **_listed(What.ITEM, pack.item_by_id, lambda item: item.stem, partial(_item_facts, pack, images)),
        **_listed(What.SCENARIO, scenarios, lambda scenario: scenario.title, partial(_marked, pack)),
        **_listed(What.TERM, {term.term: term for term in pack.terms}, lambda term: term.term, _facts),
        **{(What.PICTURE, name): _Entry(name, {"isi": (text, None)}) for name, text in pack.pictures.items()},
        (What.EXAM, ""): _Entry("ujian dan simulasi", _facts(pack.exam)),
        (What.NAMING, ""): _Entry(_line(pack.title), _facts(pack, _HEADER)),
    }
    if calendar and pack.calendar is not None:
        found[What.CALENDAR, ""] = _Entry(_line(pack.calendar.name), _facts(pack.calendar))
    if pledge:
        found[What.PLEDGE, ""] = _Entry(_line(pack.pledge.name), _facts(pack.pledge))
    return found | (_local_entries(pack.local) if pack.local else {})


def _local_entries(local: Local) -> _Entries:
    contacts = {f"{one.role.value} {one.name}": one for one in local.contacts}
    letterhead = "\n".join(local.letterhead)
    return {
        **_listed(What.CONTACT, contacts, lambda contact: contact.name, _facts),
        **_listed(What.OFFICE, {one.name: one for one in local.offices}, lambda office: office.name, _facts),
        **({(What.PAPER, ""): _Entry(_line(letterhead), {"isi": (letterhead, None)})} if letterhead else {}),
        (What.NAMING, "setempat"): _Entry(_line(local.title), _facts(local, ("id", "title", "publisher"))),
    }


def _listed(
    what: What, entries: Mapping[str, T], name: Callable[[T], str], facts: Callable[[T], _Facts]
) -> dict[tuple[What, str], _Entry]:
    return {(what, id_): _Entry(_line(name(entry)), facts(entry)) for id_, entry in entries.items()}


def _facts(value: Any, names: Iterable[str] = ()) -> _Facts:
    """The fields of an entry, or those named, by their labels."""
    chosen = names or (field.name for field in fields(value) if field.name != "id")
    return {FIELD[name]: (getattr(value, name), _words(getattr(value, name))) for name in chosen}


def _marked(pack: Pack, entry: Rule | Item | Scenario) -> _Facts:
    mark = pack.mark(entry.id)
    return dict(_facts(entry)) | ({FIELD["mark"]: (mark, _STANDING[mark.standing])} if mark else {})


def _item_facts(pack: Pack, images: Mapping[str, str], item: Item) -> _Facts:
    right = answer_words(item, right_answer(item))
    shown = images.get(item.picture.image) if item.picture else None
    facts = {label: fact for label, fact in _marked(pack, item).items() if label != FIELD["key"]}
    return {"jawaban benar": (right, _words(right)), **facts, "isi gambar": (shown, None)}


def _law_facts(law: Law) -> _Facts:
    articles = {article.ref: (article, None) for article in law.articles}
    return {label: fact for label, fact in _facts(law).items() if label != FIELD["articles"]} | articles


def _words(value: Any) -> str | None:
    """A value within a sentence; None for what is too long, or is no single thing."""
    match value:
        case None:
            return "tidak ada"
        case bool():
            return "ya" if value else "tidak"
        case Enum():
            return _ENUMS.get(value)
        case int():
            return number_words(value)
        case dt.date():
            return date_words(value)
        case str() if len(value) <= _LONGEST:
            return f"“{_line(value)}”"
    return None


def _line(words: str) -> str:
    """A text of a pack, for one line of a screen."""
    return harmless(" ".join(words.split()))
