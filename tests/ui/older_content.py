"""Exams on an earlier version of the program's content, for an office at the window.

Three questions of the content in use stand there as they were: one with another key and without the articles that it
cites now, one in other words, and one under an id that is gone since. By the content in use, whoever gave the right
answers of then has the first one wrong, keeps the second, and has the third one dropped.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from asnquiz.content import compiled
from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.collection import RosterEntry, TakenAnswer
from asnquiz.domain.pack import Item, ItemType, Pack
from asnquiz.domain.task import Task
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.ports import PackSource
from tests import builders
from tests.storage.collection.given import attempt, file, report, took

VERSION = "2001.1"
PASS = 100
_REVISION = 900


def take_older(store: CollectionStore, packs: PackSource, people: Sequence[RosterEntry], task: Task) -> None:
    """Has these people's exams on it taken in, all right by its key, one of them at a time."""
    now, _, _ = packs.current()
    items = _items(now)
    older = replace(now, version=VERSION, law_as_of=date(2001, 1, 1), items=items)
    made = compiled.encode(older)
    ref = PackRef(older.id, older.version, compiled.identity_in(made))
    at = builders.moment().utc
    store.mark_by(ref, made, at)
    store.mark_by(None, b"", at)
    answers = tuple(TakenAnswer(one.id, one.revision, str(list(right_answer(one))), "sure") for one in items)
    files = []
    for place, one in enumerate(people):
        exam = attempt(
            f"00000000-0000-4000-9000-{place:012d}",
            pack_id=ref.id,
            pack_version=ref.version,
            pack_sha256=ref.sha256,
            pass_mark=PASS,
            right=len(items),
            total=len(items),
            answers=answers,
        )
        sent = report(f"lama {one.nip}", one.nip, exam, name=one.name, device=f"lama-{place}", task=str(task.id))
        files.append(file(f"lama-{place}.pdf", sent))
    took(store, *files, at=at)


def _items(pack: Pack) -> tuple[Item, ...]:
    law, other, gone = [one for one in pack.scored_items if one.type is ItemType.SINGLE and one.citations][:3]
    right = right_answer(law)[0]
    options = tuple(replace(one, key=place == (right == 0)) for place, one in enumerate(law.options))
    return (
        replace(law, revision=_REVISION, options=options, citations=()),
        replace(other, revision=_REVISION, stem=f"Dahulu: {other.stem}"),
        replace(gone, revision=_REVISION, id="soal-yang-sudah-tidak-ada"),
    )
