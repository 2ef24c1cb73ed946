"""Handing over in the window: what is typed is understood or refused, and no file is replaced unasked."""

from pathlib import Path

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.score_report import FileVerdict
from asnquiz.scorefiles.score_file import read_file
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.hand_over_page import HandOverPage
from tests.ui.conftest import Opened, OpenWindow


@pytest.fixture
def at_preview(open_window: OpenWindow) -> Opened:
    """Somebody who finished an exam, gave a name and looks at what will go."""
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    opened.walker.press("Lihat dan simpan")
    opened.walker.write("Nama", "Budi Santoso")
    opened.walker.press("Lihat isi berkas")
    assert isinstance(opened.window.page, HandOverPage)
    return opened


def test_a_name_without_a_folder_goes_beside_the_offered_one(at_preview: Opened, tmp_path: Path) -> None:
    at_preview.walker.write("Simpan ke", '  "nilai saya"  ')
    at_preview.walker.press("Simpan berkas nilai")
    made = tmp_path / "nilai saya.asnskor"
    seen = read_file(made)
    assert seen.verdict is FileVerdict.INTACT
    assert seen.report is not None
    assert seen.report.person.name == "Budi Santoso"


@pytest.mark.parametrize("typed", ["", "~tidakada/x.asnskor"])
def test_what_cannot_be_a_file_is_refused_with_a_sentence(at_preview: Opened, typed: str) -> None:
    at_preview.walker.write("Simpan ke", typed or " ")
    at_preview.walker.press("Simpan berkas nilai")
    told = at_preview.window.question
    assert told is not None
    assert told.text() == "Berkas nilai belum tersimpan"
    assert "kesalahan pada program" not in told.informativeText()
    at_preview.walker.press("Mengerti")
    assert isinstance(at_preview.window.page, HandOverPage)


def test_a_file_that_stands_there_is_replaced_only_on_demand(at_preview: Opened, tmp_path: Path) -> None:
    there = tmp_path / "lama.asnskor"
    there.write_text("milik orang lain")
    at_preview.walker.write("Simpan ke", str(there))
    at_preview.walker.press("Simpan berkas nilai")
    asked = at_preview.window.question
    assert asked is not None
    assert asked.text() == "Ganti berkas itu?"
    at_preview.walker.press("Batal")
    assert there.read_text() == "milik orang lain"
    at_preview.walker.press("Simpan berkas nilai")
    at_preview.walker.press("Ganti")
    assert read_file(there).verdict is FileVerdict.INTACT


def test_a_name_is_asked_for_and_a_strange_number_is_refused_where_it_was_typed(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    opened.walker.press("Lihat dan simpan")
    opened.walker.press("Lihat isi berkas")
    page = opened.window.page
    assert isinstance(page, HandOverPage)
    assert any("Isi nama Anda" in label.text() for label in opened.labels())
    opened.walker.write("Nama", "Budi")
    opened.walker.write("NIP/NI PPPK", "12345")
    opened.walker.press("Lihat isi berkas")
    assert any("18 angka" in label.text() for label in opened.labels())
    opened.walker.write("NIP/NI PPPK", "19860926 201505 1 001")
    opened.walker.press("Lihat isi berkas")
    assert any(label.text() == "NIP/NI PPPK: 198609262015051001" for label in opened.labels())
