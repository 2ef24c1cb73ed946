"""The results of a briefing as a workbook: typed cells, letters of the wall, the mark of a rehearsal everywhere."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from asnquiz.documents.data_files import write_data_file
from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import AGAIN, FIRST, Answered, Counted, Ended, Joined, Opened, Pledged, course_of
from asnquiz.scorefiles.durable import write_by
from asnquiz.usecases.briefing_tables import results_file
from asnquiz.usecases.name_file import briefing_file
from asnquiz.usecases.see_briefing import BriefingResults, see_briefing
from tests import briefings, builders

SINGLE, _, VERDICT = briefings.ASKED
HOSTILE = '=HYPERLINK("https://jahat.example";"x")'
TURNED = "\N{RIGHT-TO-LEFT OVERRIDE}tfel"
SHEETS = ["Ringkasan", "Peserta", "Soal", "Ketentuan", "Jawaban"]


def results(*, rehearsal: bool = False) -> BriefingResults:
    """Two came, one of them uninvited; the rows of the first question stand in another order than written."""
    guests = (briefings.guest(name=HOSTILE), briefings.guest("9PQX", name="Budi Santoso", nip=None))
    briefing = briefings.briefing(guests=guests, rehearsal=rehearsal)
    items = (FrozenItem(SINGLE, 1, (2, 3, 0, 1)), *briefing.items[1:])
    happened = (
        Joined(1, HOSTILE, guests[0].unit, "7K2M", 1, "a" * 64),
        briefings.joined(2, name=TURNED),
        Opened(4, FIRST),
        Answered(1, 4, SINGLE, FIRST, (1,), 1),
        Answered(2, 4, SINGLE, FIRST, (0,), 1),
        Opened(4, AGAIN),
        Answered(1, 4, SINGLE, AGAIN, (2,), 1),
        Opened(5, FIRST),
        Answered(1, 5, VERDICT, FIRST, (0,), 1),
        Pledged(2),
        Ended(),
    )
    return see_briefing(replace(briefing, items=items), builders.pack(), course_of(briefings.events(*happened)))


def read(path: Path, of: BriefingResults) -> dict[str, list[list[object]]]:
    write_data_file(path, results_file(of), put=write_by)
    with CalamineWorkbook.from_path(path) as book:
        return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def columns(rows: list[list[object]]) -> dict[str, list[object]]:
    head, *rest = rows
    return {str(title): [row[place] for row in rest] for place, title in enumerate(head)}


def test_people_questions_and_answers_stand_there_as_they_were(tmp_path: Path) -> None:
    book = read(tmp_path / "a.xlsx", results())
    assert list(book) == ["Keterangan", *SHEETS]
    people = columns(book["Peserta"])
    assert people["Nama"] == [HOSTILE, "Budi Santoso", TURNED]
    assert people["NIP"] == ["198609262015051001", "", ""]
    assert people["Kode peserta"] == ["7K2M", "9PQX", ""]
    assert people["Kehadiran"] == [
        "Diundang, tercatat hadir",
        "Diundang, tidak tercatat hadir",
        "Tercatat hadir tanpa undangan",
    ]
    assert people["Soal bersama: benar"] == [1, "", 0]
    assert people["Soal bersama: dijawab"] == [2, "", 1]
    assert people["Soal bersama: banyaknya soal"] == [2, "", 2]
    assert people["Ikrar lewat HP"] == ["tidak", "", "ya"]
    assert people["Masuk"][0] == datetime(2026, 11, 21, 8, 0)  # noqa: DTZ001  as its clock showed
    questions = columns(book["Soal"])
    assert questions["Soal"] == ["Soal bersama 1", "Soal bersama 2"]
    assert questions["Kunci"] == ["A", "B"]
    assert [questions[f"{letter}, pilihan pertama"] for letter in "ABCD"] == [[0, 1], [0, 0], [1, 0], [1, ""]]
    assert [questions[f"{letter}, sesudah diskusi"][0] for letter in "ABCD"] == [1, 0, 0, 0]
    assert (questions["Dijawab"], questions["Benar"]) == ([2, 1], [1, 0])
    assert questions["Benar (%)"] == ["", ""]
    assert questions["Terbanyak selain kunci"] == ["C", "A"]
    assert questions["Menjadi benar"] == [1, ""]
    answers = columns(book["Jawaban"])
    assert answers["Nomor"] == [1, 3]
    assert answers["Soal bersama 1: jawaban"] == ["A", "C"]
    assert answers["Soal bersama 1: benar (1/0)"] == [1, 0]
    assert answers["Soal bersama 2: jawaban"] == ["A", ""]
    assert columns(book["Ketentuan"])["Soal bersama: benar"] == [1]
    short = dict(zip(*list(columns(book["Ringkasan"]).values())[:2], strict=True))
    assert short["Orang yang tercatat hadir"] == 2
    assert short["Orang yang diundang"] == 2


def test_the_same_data_make_the_same_file_which_tells_its_own_time(tmp_path: Path) -> None:
    of = results()
    read(tmp_path / "a.xlsx", of)
    read(tmp_path / "b.xlsx", of)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    created = results_file(of).created
    assert created is not None
    assert created.isoformat() == "2026-11-21T08:00:00+07:00"


def test_a_rehearsal_is_marked_on_every_sheet_and_in_the_name(tmp_path: Path) -> None:
    of = results(rehearsal=True)
    book = read(tmp_path / "a.xlsx", of)
    assert list(book) == ["Keterangan", *(f"{name} (gladi)" for name in SHEETS)]
    assert str(book["Keterangan"][0][0]).startswith("Gladi: hasil sosialisasi")
    occasion = of.briefing.occasion
    assert briefing_file("hasil", occasion, rehearsal=True) == "gladi-hasil-sosialisasi-netralitas-asn-2026-11-21"
    assert briefing_file("daftar-hadir", replace(occasion, title="!!!")) == "daftar-hadir-2026-11-21"


def test_where_only_hands_were_counted_nobody_is_said_to_have_stayed_away(tmp_path: Path) -> None:
    happened = briefings.events(Opened(4, FIRST), Counted(4, 1, (3, 2, 14, 1)))
    of = see_briefing(briefings.briefing(way=Way.HANDS), builders.pack(), course_of(happened))
    book = read(tmp_path / "a.xlsx", of)
    assert columns(book["Peserta"])["Kehadiran"] == ["Diundang", "Diundang"]
    assert ["Orang yang diundang", 2] in [row[:2] for row in book["Ringkasan"]]
    told = " ".join(str(cell) for sheet in book.values() for row in sheet for cell in row)
    assert "daftar hadir yang ditandatangani" in told
    assert "tercatat hadir" not in told


def test_hands_leave_no_row_for_a_person_and_say_so(tmp_path: Path) -> None:
    briefing = briefings.briefing(way=Way.HANDS)
    happened = (
        Joined(1, "Siti Aminah", "Dinas Kesehatan", "7K2M", 1, ""),
        Opened(4, FIRST),
        Counted(4, 1, (3, 2, 14, 1)),
    )
    of = see_briefing(briefing, builders.pack(), course_of(briefings.events(*happened)))
    book = read(tmp_path / "a.xlsx", of)
    assert len(book["Jawaban"]) == 1
    assert any("Hasil tiap orang tidak ada" in str(row[1]) for row in book["Keterangan"])
    questions = columns(book["Soal"])
    # Wilson of 14 of 20: (14 + 1.9207) / 23.8415 less and more 1.96 / 23.8415 * sqrt(4.2 + 0.9604).
    assert (questions["Benar (%)"], questions["Rentang 95 %, bawah"], questions["Rentang 95 %, atas"]) == (
        [70.0],
        [48.1],
        [85.5],
    )
