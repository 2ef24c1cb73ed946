"""Tables as trainers fill them in: understood as people mean them, or named cell by cell, and never half taken."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from asnquiz.domain.pack import Citation, Confidence, Image, ItemType, Option, Phase, Verdict
from asnquiz.domain.question import LoosePair, LoosePicture, Loss, Question
from asnquiz.domain.question_rows import MOST_QUESTIONS, FaultyTable, read_table
from asnquiz.domain.question_table import table_of
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Cell, Sheet
from tests.table_questions import PACK

SINGLE = "Satu pilihan benar"


def sheet(*rows: Mapping[str, Cell], name: str = "Soal", computed: frozenset[tuple[int, int]] = frozenset()) -> Sheet:
    """A table with the columns that its rows name, in the order in which they do; Jenis is column A."""
    titles = list(dict.fromkeys(["Jenis", "Pertanyaan", *(title for row in rows for title in row)]))
    body = [[row.get(title) for title in titles] for row in rows]
    return Sheet(name, [titles, *body], computed)


def row(type_: str = SINGLE, **cells: Cell) -> dict[str, Cell]:
    """A row with a question; titles of two words are written with an underscore."""
    return {"Jenis": type_, "Pertanyaan": "Apa?"} | {title.replace("_", " "): cell for title, cell in cells.items()}


def options(*texts: str) -> dict[str, Any]:
    return {f"Pilihan_{letter}": text for letter, text in zip("ABCDEFGH", texts, strict=False)}


def question(*rows: dict[str, Cell]) -> Question:
    (found,) = read_table([sheet(*rows)], PACK).questions
    return found


def faults(*sheets: Sheet) -> dict[str, str]:
    with pytest.raises(FaultyTable) as refused:
        read_table(sheets, PACK)
    assert str(refused.value).splitlines()[1:] == [f"{one.cell}: {one.message}" for one in refused.value.faults]
    return {one.cell: one.message for one in refused.value.faults}


def test_titles_are_known_by_what_they_say_wherever_they_stand() -> None:
    rows: list[list[Cell]] = [
        ["BANK SOAL KABUPATEN CONTOH"],
        [],
        ["No.", "Kunci Jawaban", "OPSI 2", "A", "Butir soal", "tipe soal", "Alasan A", "tingkat kesulitan", "Tahap*"],
        [1, "b", "Begitu", "Begini", " Bagaimana? ", "PG", "Karena.", 2.0, "selama"],
    ]
    assert read_table([Sheet("Sheet1", rows)], PACK).questions == (
        Question(
            ItemType.SINGLE,
            "Bagaimana?",
            phase=Phase.DURING,
            difficulty=2,
            options=(Option("Begini", "Karena."), Option("Begitu", "", key=True)),
        ),
    )


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("A, C", {0, 2}),
        ("c;a", {0, 2}),
        ("A dan C", {0, 2}),
        ("1,3", {0, 2}),
        ("1/3", {0, 2}),
        ("1.3", {0, 2}),
        (1.3, {0, 2}),  # what `1,3` becomes where a spreadsheet speaks Indonesian
        (2.0, {1}),
        (2, {1}),
        ("B.", {1}),
        (None, set()),
    ],
)
def test_a_key_is_understood_in_every_usual_form(written: Cell, keys: set[int]) -> None:
    found = question(row("Beberapa pilihan benar", Kunci=written, **options("x", "y", "z")))
    assert {number for number, option in enumerate(found.options) if option.key} == keys


@pytest.mark.parametrize(
    ("type_", "written", "told"),
    [
        ("Beberapa pilihan benar", dt.date(2026, 3, 1), "diubah Excel"),
        ("Beberapa pilihan benar", dt.datetime(2026, 3, 1), "diubah Excel"),  # noqa: DTZ001
        ("Beberapa pilihan benar", 13.0, "diubah Excel"),
        ("Beberapa pilihan benar", 1.35, "diubah Excel"),
        ("Beberapa pilihan benar", True, "diubah Excel"),
        ("Beberapa pilihan benar", "AC", "“AC” bukan huruf pilihan"),
        ("Beberapa pilihan benar", "A, D", "Kunci menyebut D, tetapi Pilihan D kosong"),
        ("Beberapa pilihan benar", "A, a", "menyebut A lebih dari sekali"),
        (SINGLE, "A, B", "hanya mempunyai satu kunci"),
        (SINGLE, "Begini", "bukan huruf pilihan"),
        ("Mengurutkan", "B, A", "tidak menyebut semua pilihan"),
        ("Menjodohkan", "Sebelum, Selama", "memuat 2 fase untuk 3 pilihan"),
        ("Menjodohkan", "Sebelum, Kemarin, Sesudah", "“Kemarin” tidak ada dalam daftar Fase"),
    ],
)
def test_a_key_that_can_be_anything_is_named(type_: str, written: Cell, told: str) -> None:
    found = faults(sheet(row(type_, Kunci=written, **options("x", "y", "z"))))
    assert list(found) == ["Soal!C2"]
    assert told in found["Soal!C2"]


def test_the_order_may_be_given_by_the_key() -> None:
    found = question(row("Mengurutkan", Kunci="C, A, B", Umpan_balik_C="Pertama.", **options("x", "y", "z")))
    assert found.options == (Option("z", "Pertama."), Option("x", ""), Option("y", ""))


def test_verdicts_are_known_by_name_or_by_place() -> None:
    by_place = question(row("Boleh atau tidak", Kunci="tidak", Umpan_balik_A="Satu.", Umpan_balik_C="Tiga."))
    assert by_place.key is Verdict.TIDAK
    assert by_place.feedback == {Verdict.BOLEH: "Satu.", Verdict.BERSYARAT: "Tiga."}
    named = {
        "Pilihan_A": "Boleh bersyarat",
        "Umpan_balik_A": "Syarat.",
        "Pilihan_B": "boleh",
        "Umpan_balik_B": "Bebas.",
    }
    by_name = question(row("Boleh atau tidak", Kunci="A", **named))
    assert by_name.key is Verdict.BERSYARAT
    assert by_name.feedback == {Verdict.BERSYARAT: "Syarat.", Verdict.BOLEH: "Bebas."}


def test_pairs_may_lack_a_phase() -> None:
    found = question(row("Menjodohkan", Kunci="Sesudah, -", **options("x", "y")))
    assert found.pairs == (LoosePair("x", Phase.AFTER), LoosePair("y"))


def test_words_of_a_list_are_known_whatever_their_case_and_so_are_ids() -> None:
    found = question(
        row(
            "single",
            Topik="FOTO dan  unggahan",
            Jabatan_1="guru; Staf",
            Ketentuan_1="Menulis; lalu membaca",
            Ketentuan_2="dua",
            Ketentuan_3="memimpin apel",
            Dasar_hukum_1="94 tahun 2021, pasal 12 [3#1; 8.2]",
            Dasar_hukum_2="pp-94-2021, Pasal 1",
            Keyakinan="b",
            Tingkat="Sulit",
            ID="kab-contoh-1",
            Revisi=4.0,
        )
    )
    assert (found.topic, found.jobs, found.rules) == ("foto", ("guru", "staf"), ("tiga", "dua", "satu"))
    assert found.citations == (
        Citation("pp-94-2021", "Pasal 12", facts=("3#1", "8.2")),
        Citation("pp-94-2021", "Pasal 1"),
    )
    assert (found.confidence, found.difficulty, found.id, found.revision) == (Confidence.B, 3, "kab-contoh-1", 4)


def test_columns_are_known_by_the_titles_of_the_form_and_by_those_of_earlier_templates() -> None:
    now = {"Jenis soal": SINGLE, "Terutama untuk 1": "Guru dan dosen", "Terutama untuk 2": "Staf"}
    earlier = {"Jenis": SINGLE, "Jabatan 1": "Guru dan dosen", "Jabatan 2": "Staf"}
    for cells in (now, earlier):
        filled: dict[str, Cell] = {"Teks soal": "Apa?", **cells}
        brought = read_table([Sheet("Soal", (tuple(filled), tuple(filled.values())))], PACK)
        assert brought.questions == (Question(ItemType.SINGLE, "Apa?", jobs=("guru", "staf")),)
        assert brought.losses == ()


def test_every_wrong_cell_is_named_at_once_and_nothing_is_taken() -> None:
    wrong = {
        "Jenis": "Esai",
        "Pertanyaan": None,
        "Pilihan A": "x",
        "Umpan balik A": None,
        "Pilihan B": None,
        "Pilihan C": "z",
        "Fase": "Kemarin",
        "Topik": "Musik",
        "Tingkat": 7.0,
        "Jabatan 1": "Juru masak",
        "Ketentuan 1": "Terbang",
        "Dasar hukum 1": "UU Contoh, Pasal 1",
        "Keyakinan": "D",
        "Revisi": 1.5,
    }
    right = row(Pilihan_A="x", Umpan_balik_B="Karena.")
    found = faults(sheet(wrong, right, name="Soal guru"))
    assert list(found) == [*(f"Soal guru!{column}2" for column in "ABGHIJKLMN"), "Soal guru!E3"]
    assert "Satu pilihan benar, Beberapa pilihan benar, Boleh atau tidak" in found["Soal guru!A2"]
    assert found["Soal guru!J2"].startswith("“Juru masak” tidak ada dalam daftar Terutama untuk. Yang ada: Staf, ")
    assert found["Soal guru!B2"].startswith("Teks soal masih kosong")
    assert "1 (mudah), 2 (sedang), 3 (sulit)" in found["Soal guru!I2"]
    assert found["Soal guru!E3"].startswith("Pilihan B masih kosong")


def test_two_questions_cannot_have_one_id() -> None:
    found = faults(sheet(row(ID="kab-contoh-1"), row(ID="kab-contoh-1")), sheet(row(ID="kab-contoh-1"), name="Lain"))
    assert list(found) == ["Soal!C3", "Lain!C2"]
    assert all("sudah dipakai di Soal!C2" in message for message in found.values())


def test_a_title_cannot_stand_twice() -> None:
    rows: list[list[Cell]] = [["Jenis", "Pertanyaan", "Kunci", "Jawaban"], [SINGLE, "Apa?", None, None]]
    assert list(faults(Sheet("", rows))) == ["D1"]


def test_cells_that_were_worked_out_are_named_unless_they_are_words() -> None:
    computed = frozenset({(1, 0), (1, 1), (1, 2)})
    found = faults(sheet(row(Penjelasan=4.0) | {"Pertanyaan": None}, computed=computed))
    assert list(found) == ["Soal!B2", "Soal!C2"]


def test_empty_and_prepared_rows_are_none_and_notes_are_told() -> None:
    prepared: dict[str, Cell] = {"Jenis": SINGLE, "Fase": "Selama", "Tingkat": 2.0}
    note: dict[str, Cell] = {"Jenis": "Catatan: dibuat pada rapat di Kabupaten Contoh"}
    brought = read_table([sheet({}, row(Fase=None, Tingkat=None), {"Pertanyaan": "  "}, prepared, {}, note)], PACK)
    assert len(brought.questions) == 1
    (told,) = brought.losses
    assert told.item == "Soal!A7"
    assert "dilewati sebagai catatan" in told.message


def test_what_the_table_does_not_know_is_told_by_place() -> None:
    brought = read_table(
        [
            sheet(row(Penulis="Siti", No=1)),
            Sheet("Anggaran", [["Uraian", "Jumlah"], ["Kertas", 5]]),
            Sheet("Kosong", [[None, " "]]),
            Sheet("Aturan", [["Aturan"], ["Memimpin apel"]]),
            sheet(row(), name="Daftar"),
        ],
        PACK,
        beside=("Aturan", "Daftar"),
    )
    assert len(brought.questions) == 2
    assert [told.item for told in brought.losses] == ["Soal!C1", "Anggaran"]
    assert "“Penulis” tidak dikenal" in brought.losses[0].message


@pytest.mark.parametrize(
    ("cell", "read", "kind"),
    [
        (dt.date(2026, 11, 27), "27 November 2026", "tanggal"),
        (dt.datetime(2026, 11, 27, 8, 5), "27 November 2026 pukul 08.05", "tanggal"),  # noqa: DTZ001
        (dt.time(8, 5), "08.05", "waktu"),
        (0.5, "0,5", "angka"),
        (1e20, "1e+20", "angka"),
        (True, "Benar", "benar atau salah"),
        (False, "Salah", "benar atau salah"),
    ],
)
def test_what_a_spreadsheet_made_of_a_text_is_read_and_told(cell: Cell, read: str, kind: str) -> None:
    brought = read_table([sheet(row(Penjelasan=cell))], PACK)
    assert brought.questions[0].explanation == read
    (told,) = brought.losses
    assert told.item == "Soal!C2"
    assert kind in told.message


def test_a_whole_number_is_the_text_that_was_typed() -> None:
    brought = read_table([sheet(row(Pilihan_A=2024.0, Pilihan_B=2025))], PACK)
    assert [option.text for option in brought.questions[0].options] == ["2024", "2025"]
    assert brought.losses == ()


def test_what_hides_in_cells_does_not_reach_the_message() -> None:
    found = faults(sheet(row("Esai\N{RIGHT-TO-LEFT OVERRIDE}\x1b[31m\n" + "x" * 100)))
    assert "“Esai□□[31m xxx" in found["Soal!A2"]
    assert len(found["Soal!A2"]) < 260


def test_a_table_without_types_tells_them_by_its_keys() -> None:
    rows: list[list[Cell]] = [
        ["No", "Soal", "A", "B", "C", "Kunci Jawaban", "Pembahasan"],
        [1, "Apa?", "Ini", "Itu", None, "b", "Karena."],
        [2, "Apa saja?", "Ini", "Itu", "Anu", "A dan C", None],
        [3, "Belum tahu?", "Ini", "Itu", None, None, None],
    ]
    brought = read_table([Sheet("Soal", rows)], PACK)
    assert [(one.type, [option.key for option in one.options]) for one in brought.questions] == [
        (ItemType.SINGLE, [False, True]),
        (ItemType.MULTIPLE, [True, False, True]),
        (ItemType.SINGLE, [False, False]),
    ]
    assert brought.questions[0].explanation == "Karena."
    (told,) = brought.losses
    assert told.item == "Soal!B1"
    assert "Kolom Jenis soal tidak ada" in told.message


def test_tables_of_quiz_programs_are_known_by_their_titles() -> None:
    kahoot: list[list[Cell]] = [
        [None, "Quiz template"],
        [
            None,
            "Question - max 120 characters",
            "Answer 1 - max 75 characters",
            "Answer 2 - max 75 characters",
            "Time limit (sec)",
            "Correct answer(s) - choose at least one",
        ],
        [1, "Apa?", "Ini", "Itu", 20, 2],
        [2, "Apa saja?", "Ini", "Itu", 20, "1,2"],
        [3, None, None, None, None, None],
    ]
    quizizz: list[list[Cell]] = [
        ["Question Text", "Question Type", "Option 1", "Option 2", "Correct Answer", "Answer explanation"],
        ["Apa?", "Multiple Choice", "Ini", "Itu", 2, "Karena."],
        ["Apa saja?", "Checkbox", "Ini", "Itu", "1,2", None],
    ]
    first, second = (read_table([Sheet("Sheet1", rows)], PACK) for rows in (kahoot, quizizz))
    options = [(Option("Ini", "", False), Option("Itu", "", True)), (Option("Ini", "", True), Option("Itu", "", True))]
    for brought in (first, second):
        assert [one.options for one in brought.questions] == options
        assert [one.type for one in brought.questions] == [ItemType.SINGLE, ItemType.MULTIPLE]
    assert second.questions[0].explanation == "Karena."
    assert [loss.message for loss in first.losses][1:] == [
        "Kolom tanpa judul ini tidak dikenal, jadi isinya tidak diambil.",
        "Kolom “Time limit (sec)” tidak dikenal, jadi isinya tidak diambil.",
    ]


def test_a_table_without_titles_or_questions_is_refused() -> None:
    with pytest.raises(Refusal, match="kolom Teks soal, dan kolom Jenis soal atau Pilihan A"):
        read_table([Sheet("Anggaran", [["Uraian", "Jumlah"], ["Kertas", 5]])], PACK)
    with pytest.raises(Refusal, match="Belum ada soal"):
        read_table([sheet()], PACK)


def test_too_many_questions_or_faults_have_an_end() -> None:
    with pytest.raises(Refusal, match=r"lebih dari 5\.000 soal"):
        read_table([sheet(*[row()] * (MOST_QUESTIONS + 1))], PACK)
    with pytest.raises(FaultyTable, match="lebih dari 500 sel") as refused:
        read_table([sheet(*[row("Esai")] * 2_000)], PACK)
    assert len(refused.value.faults) == 500


def test_what_a_table_cannot_carry_is_told_by_item() -> None:
    questions = (
        Question(
            ItemType.MULTIPLE,
            "Apa?",
            id="kab-contoh-1",
            topic="musik",
            jobs=("staf", "juru-masak"),
            rules=("lima",),
            difficulty=9,
            citations=(
                Citation("uu-lain", "Pasal 1"),
                Citation("pp-94-2021", "Pasal 1", facts=("a;b",)),
            ),
            options=tuple(Option(f"Pilihan ke-{number}", "", number == 9) for number in range(10)),
            picture=LoosePicture(Image("kab-contoh-apel.png", "image/png", "")),
        ),
        Question(ItemType.MATCHING, "Kapan?", pairs=tuple(LoosePair(f"Hal {number}") for number in range(9))),
    )
    table = table_of(questions, PACK)
    told = [(loss.item, loss.message.partition("”")[0].partition("“")[2]) for loss in table.losses]
    assert told == [
        ("kab-contoh-1", "musik"),
        ("kab-contoh-1", "9"),
        ("kab-contoh-1", "juru-masak"),
        ("kab-contoh-1", "lima"),
        ("kab-contoh-1", "uu-lain, Pasal 1"),
        ("kab-contoh-1", "94 Tahun 2021, Pasal 1"),
        ("kab-contoh-1", "Pilihan ke-8"),
        ("kab-contoh-1", "Pilihan ke-9"),
        ("kab-contoh-1", "kab-contoh-apel.png"),
        ("Soal 2", "Hal 8"),
    ]
    assert all(isinstance(loss, Loss) for loss in table.losses)
    rows = [[row.get(place) for place in table.columns] for row in table.rows]
    back = read_table([Sheet("", [[place.title for place in table.columns], *rows])], PACK).questions
    assert back[0].jobs == ("staf",)
    assert back[0].citations == (Citation("pp-94-2021", "Pasal 1"),)
    assert len(back[0].options) == len(back[1].pairs) == 8
