"""Marking everything anew: what is shown before is what becomes of it, and going back leaves everything as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.domain.attempt import Score
from asnquiz.domain.collection import Question
from asnquiz.domain.data_table import Cell, DataTable, Kind
from asnquiz.domain.marking import Change, Mark
from asnquiz.domain.recap_wording import MARKED_AS_ASKED
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase
from asnquiz.usecases.rescore import RescorePreview, changed_tables, preview_rescore, rescore
from tests import builders
from tests.fakes import FixedPack
from tests.storage.collection.given import BUDI, CICI, SITI
from tests.usecases.rescoring import AT, EKA, NEXT_IN_USE, PASS, TASK, office, take_in

ASKED = Question(TASK.task.id, supervised=False, counting=Counting.BEST)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CollectionDatabase]:
    with office(tmp_path / "rekap.db") as made:
        take_in(made)
        yield made


def scores(store: CollectionDatabase) -> dict[str, tuple[int | None, int | None, bool | None]]:
    return {row.name: (row.right, row.total, row.passed) for row in store.people(ASKED).rows}


def marked_as_shown(preview: RescorePreview, store: CollectionDatabase) -> None:
    """Marks anew, and holds what people's scores were and become against what was shown of them."""
    before = scores(store)
    rescore(preview, store, AT)
    after = scores(store)
    changed = {name for name in before if before[name] != after[name]}
    shown = {one.name: one for one in preview.exams if one.before != one.after}
    assert changed == shown.keys()
    for name, one in shown.items():
        assert before[name] == (one.before.right, one.before.total, one.passed[0])
        assert after[name] == (one.after.right, one.after.total, one.passed[1])


def test_all_that_would_change_is_told_and_nothing_is_replaced(store: CollectionDatabase) -> None:
    before = scores(store)
    preview = preview_rescore(NEXT_IN_USE, store)
    assert scores(store) == before
    assert preview.before is None
    assert preview.after
    assert (preview.after.ref.version, preview.after.pack.law_as_of.isoformat()) == ("2026.12.1", "2026-12-01")
    assert [(one.item, one.revision, one.change, one.law, one.answers, one.becomes) for one in preview.questions] == [
        ("soal-kunci", 1, Change.KEY, False, 4, {Mark.RIGHT: 2, Mark.WRONG: 2}),
        ("soal-tarik", 1, Change.DROPPED, False, 3, {Mark.DROPPED: 3}),
        ("soal-asing", 3, Change.UNKNOWN, False, 1, {}),
        ("soal-hukum", 1, Change.LAW, True, 3, {}),
        ("soal-ubah", 1, Change.CONTENT, False, 3, {}),
    ]
    assert [bool(one.stem) for one in preview.questions] == [True, True, False, True, True]
    exams = {one.name.split()[0]: one for one in preview.exams}
    assert {name: (one.before, one.after, one.passed, one.answers) for name, one in exams.items()} == {
        "Siti": (Score(3, 5), Score(3, 4), (True, True), 2),
        "Budi": (Score(3, 5), Score(2, 4), (True, False), 2),
        "Cici": (Score(2, 5), Score(3, 4), (False, True), 2),
        "Doni": (Score(2, 2), Score(2, 2), (True, True), 1),
    }
    assert {one.task for one in preview.exams} == {"Ujian netralitas"}
    assert {one.pass_mark for one in preview.exams} == {PASS}
    assert (preview.answers, preview.now_passed, preview.not_passed_any_more) == (7, 1, 1)


def test_what_was_shown_is_what_becomes_of_it_and_it_can_be_taken_back(store: CollectionDatabase) -> None:
    before = scores(store)
    there = preview_rescore(NEXT_IN_USE, store)
    marked_as_shown(there, store)
    assert scores(store)["Budi Santoso"] == (2, 4, False)
    with pytest.raises(Refusal, match="sudah dinilai dengan cara itu"):
        preview_rescore(NEXT_IN_USE, store)
    back = preview_rescore(None, store)
    assert (back.before, back.after) == (there.after, None)
    assert (back.answers, back.now_passed, back.not_passed_any_more) == (7, 1, 1)
    assert {(one.item, one.change, one.law) for one in back.questions} == {
        ("soal-kunci", None, False),
        ("soal-tarik", None, False),
    }
    marked_as_shown(back, store)
    assert scores(store) == before
    with pytest.raises(Refusal, match="sudah dinilai dengan cara itu"):
        preview_rescore(None, store)


def test_a_version_of_other_content_is_refused(store: CollectionDatabase) -> None:
    with pytest.raises(Refusal, match="berasal dari paket paket-lain"):
        preview_rescore(FixedPack(builders.pack(id="paket-lain")).current(), store)


def rows(table: DataTable) -> list[dict[str, Cell]]:
    """The rows by the names of their columns, each cell of what its column says."""
    kinds = {Kind.TEXT: str, Kind.WHOLE: int, Kind.DECIMAL: float}
    found = [dict(zip((one.name for one in table.columns), row, strict=True)) for row in table.rows]
    for row in found:
        for column in table.columns:
            cell = row[column.name]
            assert cell is None or type(cell) is kinds[column.kind]
    return found


def test_each_changed_mark_is_written_with_its_reason(store: CollectionDatabase) -> None:
    preview = preview_rescore(NEXT_IN_USE, store)
    made = changed_tables(preview, store, AT)
    assert [entry.words for entry in store.log(1)] == ["Daftar perubahan nilai disimpan dengan NIP utuh"]
    changes, exams, questions = map(rows, made.tables)
    assert len(changes) == preview.answers
    assert changes[0] == {
        "nip": BUDI,
        "name": "Budi Santoso",
        "agency": "Dinas Kesehatan",
        "unit": "Puskesmas Dua",
        "task": "Ujian netralitas",
        "exam": "00000000-0000-4000-8000-000000000001",
        "number": 1,
        "item": "soal-kunci",
        "revision": 1,
        "answer": "Pilihan 2",
        "before": "benar",
        "after": "belum tepat",
        "reason": "kunci jawaban diperbaiki",
    }
    dropped = {row["nip"]: row for row in changes if row["after"] == "tidak dinilai"}
    assert dropped.keys() == {SITI, BUDI, CICI}
    assert (dropped[CICI]["answer"], dropped[CICI]["number"]) == ("Tidak dijawab", 3)
    (stranger,) = (row for row in exams if row["nip"] is None)
    assert (stranger["name"], stranger["agency"], stranger["answers"]) == ("Doni", None, 1)
    (cici,) = (row for row in exams if row["nip"] == CICI)
    assert (cici["score_before"], cici["passed_before"]) == (40.0, "tidak")
    assert (cici["right_after"], cici["total_after"], cici["score_after"], cici["passed_after"]) == (3, 4, 75.0, "ya")
    assert {row["item"]: (row["reason"], row["law"], row["dropped"]) for row in questions} == {
        "soal-kunci": ("kunci jawaban diperbaiki", "tidak", 0),
        "soal-tarik": ("tidak lagi dinilai", "tidak", 3),
        "soal-asing": ("isi soal tidak dikenal kantor, jadi nilai lama tetap", "tidak", 0),
        "soal-hukum": ("hukum yang mendasarinya berubah", "ya", 0),
        "soal-ubah": ("isi soal berubah, jadi nilai lama tetap", "tidak", 0),
    }
    facts = dict(made.facts)
    assert facts["Dinilai sebelumnya dengan"] == "paket soal masing-masing ujian"
    assert facts["Dinilai ulang dengan"] == "contoh versi 2026.12.1 (keadaan hukum per 1 Desember 2026)"
    assert facts["Yang berubah"] == (
        "7 jawaban berubah: 2 menjadi benar, 2 menjadi belum tepat, 3 tidak lagi dinilai. 4 ujian terpengaruh: 1 "
        "menjadi lulus, 1 tidak lagi lulus."
    )

    rescore(preview, store, AT)
    back = changed_tables(preview_rescore(None, store), store, AT)
    assert {row["reason"] for row in rows(back.tables[0])} == {MARKED_AS_ASKED}


def test_who_answered_the_version_in_force_keeps_what_they_came_to(store: CollectionDatabase) -> None:
    """As their file tells it before that version is known, and by their answers after."""
    assert scores(store)["Eka Putri"] == (2, 2, True)
    assert store.counted(ASKED).as_told == 2
    preview = preview_rescore(NEXT_IN_USE, store)
    assert EKA not in {one.key for one in preview.exams}
    rescore(preview, store, AT)
    assert scores(store)["Eka Putri"] == (2, 2, True)
    assert store.counted(ASKED).as_told == 1
