"""A file that was handed to the program: shown when it is a score file, refused by name in a sentence otherwise."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from asnquiz.domain.person import Person
from asnquiz.scorefiles.durable import write
from asnquiz.scorefiles.score_file import sign
from asnquiz.scorefiles.signed import MAX_BYTES
from asnquiz.ui.destinations import BeginQuiz, OpenFile, Section
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.list_page import ResultsPage
from asnquiz.ui.score_file.page import ScoreFilePage
from asnquiz.usecases.take_quiz import ExamPlan
from tests.scorefiles.learning import SITI, Learning, new_key
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import SlowStore


def score_file(folder: Path, person: Person = SITI, exams: int = 1) -> Path:
    """A file of somebody else's exams, each with 26 of 30 right."""
    folder.mkdir(exist_ok=True)
    learning, key = Learning(folder, person), new_key(folder)
    taken = [learning.take(number, right=26) for number in range(1, exams + 1)]
    path = folder / "nilai.asnskor"
    write(path, sign(learning.report(*taken, device=key.kid), key))
    learning.store.close()
    return path


def hand_over(opened: Opened, file: Path) -> None:
    opened.window.go(OpenFile(file))
    opened.walker.settle()


def words_on(opened: Opened) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in opened.labels())


def told(opened: Opened) -> str:
    """What stands over the page, and the page is the one from before."""
    message = opened.window.question
    assert message is not None
    assert message.text() == "Berkas belum dapat dibuka"
    return message.informativeText()


def test_an_intact_file_is_shown_with_what_intact_means(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    hand_over(opened, score_file(tmp_path / "siti", exams=2))
    assert isinstance(opened.window.page, ScoreFilePage)
    shown = words_on(opened)
    for words in (
        "nilai.asnskor",
        "Utuh",
        "bukan bukti siapa yang mengerjakan",
        "Nama: Siti Aminah",
        "NIP/NI PPPK: 198609262015051001",
        "Nilai 86,6 (26 dari 30 benar), lulus",
        "Ujian ke-2 dari 2",
        "Dibuat: 21 November 2026",
        "Kunci komputer: ",
        "Nomor berkas: 0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b",
    ):
        assert words in shown
    assert "jangan dipakai" not in shown
    opened.walker.press("Kembali ke Beranda")
    assert "Jalan belajar" in words_on(opened)


def test_a_changed_file_is_shown_with_a_warning(open_window: OpenWindow, tmp_path: Path) -> None:
    path = score_file(tmp_path / "siti")
    path.write_bytes(path.read_bytes() + b"\n")
    opened = open_window()
    hand_over(opened, path)
    shown = words_on(opened)
    assert "Berubah sejak disegel" in shown
    assert "jangan dipakai sebagai nilai" in shown
    assert "Nama: Siti Aminah" in shown


@pytest.mark.parametrize("content", [b"", b"bukan berkas nilai", b"{}", os.urandom(2_000), b"[" * 100_000])
def test_a_foreign_file_is_named_so(open_window: OpenWindow, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "nilai.asnskor"
    path.write_bytes(content)
    opened = open_window()
    hand_over(opened, path)
    shown = words_on(opened)
    assert "Bukan berkas nilai yang dikenal" in shown
    assert "Periksa apakah berkas yang dipilih benar" in shown


def test_what_a_stranger_wrote_stays_plain_short_and_few(open_window: OpenWindow, tmp_path: Path) -> None:
    hostile = replace(
        SITI, name="<b>Siti</b>\u202e\x1b[2J", position="x" * 100_000, unit="<img src='file:///etc/passwd'>"
    )
    opened = open_window()
    hand_over(opened, score_file(tmp_path / "siti", hostile, exams=33))
    shown = words_on(opened)
    assert "Nama: <b>Siti</b>□□[2J" in shown
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in opened.labels() if "Siti" in label.text())
    assert "Masih ada 3 ujian lain" in shown
    assert max(len(line) for line in shown.splitlines()) < 300


def refusals(folder: Path) -> dict[Path, str]:
    """What cannot be opened, and what is said of it."""
    (folder / "catatan.pdf").write_bytes(b"%PDF")
    (folder / "apel.asnkelas").write_bytes(b"{}")
    (folder / "folder.asnskor").mkdir()
    (folder / "Dokumen").mkdir()
    huge = folder / "besar.asnskor"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (folder / "putus.asnskor").symlink_to(folder / "entah")
    found = {
        folder / "catatan.pdf": "“catatan.pdf” tidak dapat dibuka di sini",
        folder / "apel.asnkelas": "Menurut namanya, “apel.asnkelas” adalah catatan sosialisasi",
        folder / "Dokumen": "“Dokumen” tidak dapat dibuka di sini",
        folder / "hilang.asnskor": "hilang.asnskor” tidak ditemukan",
        folder / "folder.asnskor": "folder.asnskor” adalah folder",
        folder / "a" / "b.asnskor": "b.asnskor” tidak ditemukan",
        folder / ("a" * 300 + ".asnskor"): "tidak dapat dibuka",
        folder / "nul\0.asnskor": "tidak dapat dibuka",
        folder / "putus.asnskor": "putus.asnskor” tidak ditemukan",
        huge: "terlalu besar untuk sebuah berkas nilai",
    }
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipa.asnskor")
        (folder / "nol.asnskor").symlink_to("/dev/zero")
        found[folder / "pipa.asnskor"] = "bukan berkas biasa"
        found[folder / "nol.asnskor"] = "bukan berkas biasa"
    return found


def test_what_is_no_score_file_is_refused_by_name_over_the_page(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.window.go(Section.RESULTS)
    opened.walker.settle()
    for file, words in refusals(tmp_path).items():
        hand_over(opened, file)
        assert words in told(opened)
        opened.walker.press("Mengerti")
        assert isinstance(opened.window.page, ResultsPage)


def test_a_name_is_shown_as_plain_words(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    hand_over(opened, tmp_path / "<b>tebal\u202e.pdf")
    message = opened.window.question
    assert message is not None
    assert "“<b>tebal□.pdf”" in told(opened)
    assert message.textFormat() is Qt.TextFormat.PlainText


def test_an_exam_stays_on_screen_and_goes_on(open_window: OpenWindow, tmp_path: Path) -> None:
    path = score_file(tmp_path / "siti")
    opened = open_window()
    opened.window.go(BeginQuiz(ExamPlan()))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, ExamPage)
    hand_over(opened, path)
    assert "Selesaikan atau jeda dahulu" in told(opened)
    assert "nilai.asnskor" in told(opened)
    opened.walker.press("Mengerti")
    assert opened.window.page is page
    assert not page.presenter.over
    opened.walker.press("Jeda, lanjutkan nanti")
    hand_over(opened, path)
    assert isinstance(opened.window.page, ScoreFilePage)


def test_a_file_that_comes_while_another_page_is_on_its_way_is_opened_after_it(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = score_file(tmp_path / "siti")
    opened = open_window(store=SlowStore().before)
    opened.window.go(Section.RESULTS)
    opened.window.go(OpenFile(path))
    assert not isinstance(opened.window.page, ScoreFilePage)
    opened.walker.settle()
    assert isinstance(opened.window.page, ScoreFilePage)
