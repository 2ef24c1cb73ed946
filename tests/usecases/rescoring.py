"""An office whose people answered one version of a small pack, and the next version of that pack.

Of five questions the next version mends a key and writes the options in another order, asks another thing, withdraws
one, and stands on law that was revoked since. The exams, by question, on the first version but for Eka's on the next:

| | kunci | hukum | tarik | ubah | tetap | now | by the next |
|-|-------|-------|-------|------|-------|-----|-------------|
| Siti | 0 wrong | right | right | right | wrong | 3 of 5 | 3 of 4 |
| Budi | 2 right | right | wrong | wrong | right | 3 of 5 | 2 of 4 |
| Cici | 0 wrong | wrong | no answer | right | right | 2 of 5 | 3 of 4 |
| Doni | 2 right, and a question that nobody here knows | | | | | 2 of 2 as told | as told |
| Eka | key of the next | | | right | | 2 of 2 as told | 2 of 2 |
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from asnquiz.domain.collection import RosterEntry, TakenAnswer
from asnquiz.domain.pack import Citation, Item, ItemType, LawStatus, Pack
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from tests import builders
from tests.fakes import FixedPack
from tests.storage.collection.given import BUDI, CICI, ROSTER, SITI, attempt, file, report, task, took

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
TASK = task(1)
DONI, EKA = "197004041990031004", "197005051990032005"
PASS = 60


def _first() -> Pack:
    named = {
        "kunci": builders.item(ItemType.SINGLE),
        "hukum": builders.item(ItemType.VERDICT, rules=("aturan-2",), citations=()),
        "tarik": builders.item(ItemType.MULTIPLE),
        "ubah": builders.item(ItemType.SINGLE),
        "tetap": builders.item(ItemType.ORDERING),
    }
    items = tuple(replace(item, id=f"soal-{name}") for name, item in named.items())
    rules = (builders.rule(), builders.rule(id="aturan-2", citations=(Citation("uu-1-2015", "Pasal 1"),)))
    return builders.pack(items, rules=rules, laws=(builders.law(), builders.law(id="uu-1-2015")))


def _next(first: Pack) -> Pack:
    key, law, _, other, same = first.items
    mended = [replace(one, key=one.text == "Pilihan 0") for one in reversed(key.options)]
    items: tuple[Item, ...] = (
        replace(key, revision=2, options=tuple(mended)),
        law,
        replace(other, revision=2, stem="Apa yang tidak boleh Anda lakukan?"),
        same,
    )
    laws = (first.laws[0], replace(first.laws[1], status=LawStatus.DICABUT))
    return replace(first, version="2026.12.1", law_as_of=date(2026, 12, 1), items=items, laws=laws)


FIRST = _first()
NEXT = _next(FIRST)
NEXT_IN_USE = FixedPack(NEXT).current()


def _answers(*given: tuple[str, int, str]) -> tuple[TakenAnswer, ...]:
    return tuple(TakenAnswer(f"soal-{name}", revision, answer, None) for name, revision, answer in given)


def _on_first(*answers: str) -> tuple[TakenAnswer, ...]:
    return _answers(*((item.id.removeprefix("soal-"), 1, one) for item, one in zip(FIRST.items, answers, strict=True)))


_EXAMS: Sequence[tuple[str, str | None, int, tuple[TakenAnswer, ...]]] = (
    ("Siti Aminah", SITI, 3, _on_first("[0]", "[1]", "[0,2]", "[2]", "[1,0,2,3]")),
    ("Budi Santoso", BUDI, 3, _on_first("[2]", "[1]", "[0]", "[99]", "[0,1,2,3]")),
    ("Cici Lestari", CICI, 2, _on_first("[0]", "[0]", "[]", "[2]", "[0,1,2,3]")),
    ("Doni", None, 2, _answers(("kunci", 1, "[2]"), ("asing", 3, "[0]"))),
    ("Eka", EKA, 2, _answers(("kunci", 2, "[3]"), ("ubah", 2, "[2]"))),
)


def take_in(store: CollectionDatabase) -> None:
    """All that these people sent in for the task."""
    store.add_task(TASK)
    store.keep_roster((*ROSTER, RosterEntry(EKA, "Eka Putri", "Dinas Sosial", "Sekretariat", "Analis")), AT)
    for place, (name, nip, right, answers) in enumerate(_EXAMS):
        told: dict[str, Any] = {"right": right, "total": len(answers), "pass_mark": PASS, "answers": answers}
        exam = attempt(f"00000000-0000-4000-8000-{place:012d}", **told)
        sent = report(name, nip, exam, name=name, device=f"kunci-{name}", task=str(TASK.task.id), signer=TASK.signer)
        took(store, file(f"{name}.pdf", sent))


@contextmanager
def office(path: Path) -> Iterator[CollectionDatabase]:
    """The collection in a file, at an office that has the first version."""
    with closing(open_collection(path, FixedPack(FIRST))) as store:
        yield store
