"""The results of everybody by name: what stands in each row, read as it is written, and what the log says of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from asnquiz.domain.collection import GivenAnswer, Question, TakenAnswer, TakenAttempt
from asnquiz.domain.data_table import Cell, DataFile, Kind
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase
from asnquiz.usecases.report_tables import briefings_file, long_file, people_file, wide_file
from asnquiz.usecases.rescore import preview_rescore, rescore
from tests.storage.collection.given import BUDI, CICI, SITI, attempt, attendance, class_report, file, report, took
from tests.usecases.rescoring import AT, EKA, NEXT_IN_USE, PASS, TASK, office, take_in

ASKED = Question(TASK.task.id, supervised=False, counting=Counting.BEST)
FAJAR = "197006061990031006"
SURE = (TakenAnswer("soal-kunci", 1, "[2]", "yakin"), TakenAnswer("soal-hukum", 1, "[]", "ragu"))
KINDS = {Kind.TEXT: str, Kind.WHOLE: int, Kind.DECIMAL: float, Kind.DAY: date, Kind.TIME: datetime}


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CollectionDatabase]:
    """What rescoring.py tells, and Fajar, whom the roster does not name."""
    with office(tmp_path_factory.mktemp("rekap") / "rekap.db") as made:
        take_in(made)
        exam = attempt("00000000-0000-4000-8000-000000000009", right=1, total=2, pass_mark=PASS, answers=SURE)
        send(made, "=Fajar", FAJAR, exam)
        yield made


def send(store: CollectionDatabase, name: str, nip: str, exam: TakenAttempt) -> None:
    sent = report(name, nip, exam, name=name, device=f"kunci-{name}", task=str(TASK.task.id), signer=TASK.signer)
    took(store, file(f"{nip}.pdf", sent))


def rows(made: DataFile) -> list[dict[str, Cell]]:
    """The rows by the titles of their columns, each cell of what its column says."""
    (table,) = made.tables
    found = [dict(zip((one.title for one in table.columns), row, strict=True)) for row in table.rows]
    for row in found:
        for column in table.columns:
            cell = row[column.title]
            assert cell is None or type(cell) is KINDS[column.kind], column
    return found


def test_everybody_has_a_row_with_what_their_exam_came_to(store: CollectionDatabase) -> None:
    made = people_file(ASKED, store, AT)
    assert made.title == "Nilai tiap orang: Ujian netralitas"
    facts = dict(made.facts)
    assert facts["Sifat"] == "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin."
    assert facts["Kerahasiaan"].startswith("Memuat nama dan NIP utuh")
    told = [
        [row[title] for title in ("NIP", "Nama", "Unit kerja", "Keadaan", "Nilai (0–100)", "Lulus", "Banyaknya ujian")]
        for row in rows(made)
    ]
    assert told == [
        [BUDI, "Budi Santoso", "Puskesmas Dua", "Selesai", 60.0, "ya", 1],
        [SITI, "Siti Aminah", "Puskesmas Satu", "Selesai", 60.0, "ya", 1],
        [CICI, "Cici Lestari", "SMP Negeri 1", "Selesai", 40.0, "tidak", 1],
        [EKA, "Eka Putri", "Sekretariat", "Selesai", 100.0, "ya", 1],
        [FAJAR, "=Fajar", "Puskesmas", "Tidak ada di daftar pegawai", 50.0, "tidak", 1],
        [None, "Doni", "Puskesmas", "Tidak ada di daftar pegawai", 100.0, "ya", 1],
    ]
    first = rows(people_file(ASKED, store, AT))[0]
    assert (first["Perangkat daerah"], first["Jabatan"], first["Perlu diperhatikan"]) == (
        "Dinas Kesehatan",
        "Bidan",
        None,
    )
    assert isinstance(first["Diterima"], datetime)
    unasked = rows(people_file(replace(ASKED, supervised=True), store, AT))
    assert [row["Keadaan"] for row in unasked[:4]] == ["Belum selesai"] * 4
    assert {row["Nilai (0–100)"] for row in unasked} == {row["Lulus"] for row in unasked} == {None}


def test_every_answer_has_a_row_in_words_with_its_mark(store: CollectionDatabase) -> None:
    made = long_file(ASKED, store, AT)
    found = rows(made)
    assert len(found) == 3 * 5 + 2 + 2 + 2
    titles = ("NIP", "Soal nomor", "Kode soal", "Revisi", "Jawaban", "Keyakinan", "Benar (1/0)")
    told = [[row[title] for title in titles] for row in found]
    assert [row for row in told if row[0] == CICI] == [
        [CICI, 1, "soal-kunci", 1, "Pilihan 0", None, 0],
        [CICI, 2, "soal-hukum", 1, "Boleh", None, 0],
        [CICI, 3, "soal-tarik", 1, "Tidak dijawab", None, 0],
        [CICI, 4, "soal-ubah", 1, "Pilihan 2", None, 1],
        [CICI, 5, "soal-tetap", 1, "Pilihan 0 → Pilihan 1 → Pilihan 2 → Pilihan 3", None, 1],
    ]
    assert told[-4:] == [
        [FAJAR, 1, "soal-kunci", 1, "Pilihan 2", "yakin", 1],
        [FAJAR, 2, "soal-hukum", 1, "Tidak dijawab", "ragu", 0],
        [None, 1, "soal-kunci", 1, "Pilihan 2", None, 1],
        [None, 2, "soal-asing", 3, "[0]", None, None],
    ]
    ended = {row["Selesai"] for row in found}
    assert ended == {made.created}
    assert {time.utcoffset() for time in ended if isinstance(time, datetime)} == {timedelta(hours=7)}


def test_every_exam_has_a_row_and_every_question_a_column(store: CollectionDatabase) -> None:
    titles = ["NIP", "Nama", "Perangkat daerah", "Unit kerja", "Nomor ujian"]
    items = ["soal-asing", "soal-hukum", "soal-kunci", "soal-tarik", "soal-tetap", "soal-ubah"]
    made = wide_file(ASKED, store, AT)
    assert [column.title for column in made.tables[0].columns] == titles + items
    found = rows(made)
    assert [(row["NIP"], *(row[item] for item in items)) for row in found] == [
        (BUDI, None, 1, 1, 0, 1, 0),
        (SITI, None, 1, 0, 1, 0, 1),
        (CICI, None, 0, 0, 0, 1, 1),
        (EKA, None, None, None, None, None, None),
        (FAJAR, None, 0, 1, None, None, None),
        (None, None, None, 1, None, None, None),
    ]
    assert found[1]["Nomor ujian"] == "00000000-0000-4000-8000-000000000000"
    rescore(preview_rescore(NEXT_IN_USE, store), store, AT)
    assert {row["soal-tarik"] for row in rows(wide_file(ASKED, store, AT))} == {None}
    none = wide_file(replace(ASKED, supervised=True), store, AT)
    assert [column.title for column in none.tables[0].columns] == titles
    assert rows(none) == []
    assert none.created is None


def test_everybody_at_a_briefing_has_a_row_joined_by_nip_or_else_by_name(store: CollectionDatabase) -> None:
    came = (attendance(1, SITI, answered=1), attendance(2, name="=Tanpa Nomor", pretest=None, people=5, pledged=False))
    took(store, file("a.asnkelas", class_report("apel", str(TASK.task.id), *came)))
    made = briefings_file(ASKED, store, AT)
    assert (made.title, made.created) == ("Sosialisasi", None)
    facts = dict(made.facts)
    assert "tidak dihitung untuk tugas mana pun" in facts["Bukan ujian"]
    assert facts["Kerahasiaan"].startswith("Memuat nama dan NIP utuh")
    assert [list(row.values()) for row in rows(made)] == [
        [
            SITI, "Siti Aminah", "Dinas Kesehatan", "Puskesmas Satu", "Perawat", "Apel netralitas", "BKPSDM",
            date(2026, 11, 2), "Aula", "ya", 1, 2, 1, 1, 33.3, 100.0, "ya",
        ],
        [
            None, "=Tanpa Nomor", None, "Puskesmas", None, "Apel netralitas", "BKPSDM",
            date(2026, 11, 2), "Aula", "tidak", 5, 2, 2, 1, None, 100.0, "tidak",
        ],
    ]  # fmt: skip
    assert store.log()[0].words == "Sosialisasi disimpan dengan NIP utuh"


def test_each_file_is_noted_before_anything_is_read_for_it(
    store: CollectionDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Question) -> Iterator[GivenAnswer]:
        raise Refusal("Rekap tidak terbaca.")

    people_file(ASKED, store, AT)
    long_file(ASKED, store, AT)
    monkeypatch.setattr(store, "answers", broken)
    with pytest.raises(Refusal, match="tidak terbaca"):
        wide_file(ASKED, store, AT)
    assert [(entry.act, entry.words) for entry in store.log() if entry.act == "NIP utuh"] == [
        ("NIP utuh", "Jawaban tiap orang menurut soal disimpan dengan NIP utuh"),
        ("NIP utuh", "Jawaban tiap orang disimpan dengan NIP utuh"),
        ("NIP utuh", "Nilai tiap orang disimpan dengan NIP utuh"),
    ]


def test_a_question_that_comes_in_while_columns_are_counted_is_not_left_out(store: CollectionDatabase) -> None:
    made = wide_file(ASKED, store, AT)
    exam = attempt("00000000-0000-4000-8000-000000000010", answers=(TakenAnswer("soal-baru", 1, "[0]", None),))
    send(store, "Gita", "197007071990032007", exam)
    with pytest.raises(Refusal, match="masuk selagi tabel disimpan"):
        rows(made)
