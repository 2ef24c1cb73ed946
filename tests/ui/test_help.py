"""Bantuan in the window: guides and their search, the sheet of keys over any page, and the walk at the first start."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

import asnquiz.ui
from asnquiz.content.guides import read_guides
from asnquiz.domain.answering import right_answer
from asnquiz.domain.guide import anchor_of, place_in
from asnquiz.programs.paths import guides_folder
from asnquiz.programs.routes import help as help_route
from asnquiz.ui.destinations import ReadGuide, Section
from asnquiz.ui.help.key_sheet import KeySheet
from asnquiz.ui.help.page import HelpPage
from asnquiz.ui.help.topic_page import TopicPage
from asnquiz.ui.help.topics import BY_SECTION
from asnquiz.ui.help.walk_page import WalkPage
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.term_label import TermLabel
from tests.source_texts import ROOT
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_announcements import heard  # noqa: F401 - a fixture

Key = Qt.Key


def words(opened: Opened) -> list[str]:
    place = opened.window.over or opened.window
    return [label.text() for label in place.findChildren(QLabel) if label.isVisible()]


def press(opened: Opened, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As the operating system sends it, to the window with the focus."""
    QTest.keyClick(QApplication.focusWindow(), key, modifier)
    opened.walker.settle()


def sheet(opened: Opened) -> KeySheet:
    over = opened.window.over
    assert isinstance(over, KeySheet)
    return over


def every_page(kind: type[Page] = Page) -> Iterator[type[Page]]:
    for module in pkgutil.walk_packages(asnquiz.ui.__path__, "asnquiz.ui."):
        import_module(module.name)
    for page in kind.__subclasses__():
        yield page
        yield from every_page(page)


def test_the_guide_has_a_part_about_every_page() -> None:
    guides = read_guides(guides_folder())
    assert set(BY_SECTION) == {None, *Section}
    named = {page.topic for page in every_page() if page.topic}
    assert len(named) > 4
    assert all(place_in(guides, f"#{anchor_of(heading)}") for heading in (*BY_SECTION.values(), *named))


def test_the_tables_of_the_guide_are_those_of_the_program() -> None:
    text = (ROOT / "docs" / "tombol.md").read_text("utf-8")
    parts = [part.split("\n", 1) for part in text.split("\n## ")[1:]]
    found = {title: re.findall(r"^\| (.+) \| (.+) \|$", rows, re.MULTILINE)[2:] for title, rows in parts}
    assert found == {group.title: [(key.press, key.does) for key in group.keys] for group in KeyGroup}


def test_the_guides_are_listed_and_a_topic_is_read(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Bantuan")
    assert isinstance(opened.window.page, HelpPage)
    assert "Panduan peserta" in words(opened)
    assert any(one.startswith("Versi ") for one in words(opened))
    opened.walker.press("Ikrar, ")
    page = opened.window.page
    assert isinstance(page, TopicPage)
    assert opened.window.rail.entries[Section.HELP].isChecked()
    assert any("pakta integritas" in one for one in words(opened))
    opened.walker.press("Bagian berikutnya")
    assert "Hasil saya" in words(opened)
    opened.walker.press("Kembali ke Bantuan")
    assert isinstance(opened.window.page, HelpPage)


def test_what_is_found_opens_at_its_row_which_has_the_focus(
    open_window: OpenWindow,
    heard: list[str],  # noqa: F811
) -> None:
    opened = open_window()
    opened.walker.press("Bantuan")
    opened.walker.write("Cari dalam panduan", "nilai hilang")
    opened.walker.key(Key.Key_Return)
    assert re.fullmatch(r"Ditemukan dalam \d bagian panduan", heard[-1])
    opened.walker.click(opened.walker.first_button_with("hasil 1 dari"))
    assert isinstance(opened.window.page, TopicPage)
    focused = opened.window.focusWidget()
    assert isinstance(focused, QLabel)
    assert focused.text() == "Nilai atau jawaban hilang dari Hasil saya"


def test_nothing_found_says_what_to_do(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Bantuan")
    opened.walker.write("Cari dalam panduan", "helikopter")
    opened.walker.press("Cari")
    assert "Tidak ada bagian panduan yang memuat kata itu. Coba kata lain yang lebih umum." in words(opened)


def test_a_link_leads_to_another_topic_by_tab_and_enter(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.go(ReadGuide("#mencetak-dan-menyimpan-pdf"))
    opened.walker.settle()
    while not isinstance(QApplication.focusWidget(), TermLabel):
        press(opened, Key.Key_Tab)
    press(opened, Key.Key_Return)
    page = opened.window.page
    assert isinstance(page, TopicPage)
    assert page.topic == "Dari terminal"
    focused = opened.window.focusWidget()
    assert isinstance(focused, QLabel)
    assert focused.text() == "Memeriksa surat keterangan"


@pytest.fixture
def without_guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    help_route._guides.cache_clear()
    monkeypatch.setattr(help_route, "guides_folder", lambda: tmp_path)
    yield
    help_route._guides.cache_clear()


def test_without_the_guides_the_rest_of_the_help_is_there(open_window: OpenWindow, without_guides: None) -> None:
    opened = open_window()
    opened.walker.press("Bantuan")
    assert "Panduan belum dapat dibuka" in words(opened)
    assert any("Pasang ulang program" in one for one in words(opened))
    opened.walker.press("Tombol papan ketik")
    assert "Ctrl + +" in words(opened)
    opened.walker.press("Buka Bantuan tentang halaman ini")
    told = opened.window.question
    assert told is not None
    assert "Pasang ulang program" in told.informativeText()


def test_the_sheet_shows_the_keys_of_the_page_before_those_of_every_page(open_window: OpenWindow) -> None:
    opened = open_window()
    press(opened, Key.Key_F1)
    assert "Di semua halaman" in words(opened)
    press(opened, Key.Key_F1)
    assert len(opened.window.findChildren(KeySheet)) == 1
    press(opened, Key.Key_Escape)
    assert opened.window.over is None
    opened.walker.press("Bolehkah saya?")
    press(opened, Key.Key_F1)
    shown = words(opened)
    assert shown.index("Di Bolehkah saya?") < shown.index("mengosongkan isian") < shown.index("Di semua halaman")


def test_the_sheet_leaves_out_letters_where_they_are_turned_off(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press("Pakai tombol huruf dan angka")
    opened.walker.press("Kuis")
    opened.walker.press("Mulai latihan semua fase")
    press(opened, Key.Key_F1)
    shown = words(opened)
    assert "Tombol huruf dan angka dimatikan di Pengaturan." in shown
    assert not {"A sampai E", "Y", "R", "F"} & set(shown)
    assert "berpindah di antara pilihan jawaban" in shown


def test_the_sheet_shows_what_the_guide_says_of_the_page_and_leads_back(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Studi kasus")
    press(opened, Key.Key_F1)
    opened.walker.press("Buka Bantuan tentang halaman ini")
    assert sheet(opened).windowTitle() == "Studi kasus"
    assert any("Peta jalan" in one for one in words(opened))
    opened.walker.press("Kembali ke tombol papan ketik")
    assert "Di semua halaman" in words(opened)


def test_help_during_an_exam_neither_stops_nor_hides_its_clock(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    answer = right_answer(page.question.item)
    opened.walker.answer(answer)
    press(opened, Key.Key_F1)
    before = page.presenter.remaining_ms
    page.presenter.tick()
    assert page.presenter.remaining_ms < before
    page.show_clock(61_000)
    assert "Sisa waktu 01.01" in words(opened)
    opened.walker.press("Buka Bantuan tentang halaman ini")
    assert sheet(opened).windowTitle() == "Ujian"
    page.show_clock(59_000)
    assert "Sisa waktu 00.59" in words(opened)
    press(opened, Key.Key_Escape)
    assert opened.window.page is page
    assert page.picked() == answer
    press(opened, Key.Key_F1)
    page.presenter.finish()
    opened.walker.settle()
    assert isinstance(opened.window.page, ResultPage)
    assert opened.window.over is None, "the sheet does not stay over another page"


def test_help_opens_over_a_question_and_leaves_it_unanswered(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.report("Ada yang belum tersimpan", "Penyimpanan penuh.")
    opened.walker.settle()
    press(opened, Key.Key_F1)
    assert isinstance(opened.window.over, KeySheet)
    press(opened, Key.Key_Escape)
    assert isinstance(opened.window.over, QMessageBox)
    press(opened, Key.Key_Escape)
    assert opened.window.over is None


def test_the_full_screen_is_left_by_escape_once_nothing_else_means_it(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Bolehkah saya?")
    press(opened, Key.Key_F11)
    assert opened.window.isFullScreen()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "foto")
    press(opened, Key.Key_Escape)
    assert opened.window.isFullScreen(), "it emptied the line"
    press(opened, Key.Key_Escape)
    assert not opened.window.isFullScreen()
    press(opened, Key.Key_F11)
    press(opened, Key.Key_F11)
    assert not opened.window.isFullScreen()


def test_escape_out_of_the_full_screen_leaves_an_exam_as_it_is(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    answer = right_answer(page.question.item)
    opened.walker.answer(answer)
    press(opened, Key.Key_F11)
    press(opened, Key.Key_Escape)
    press(opened, Key.Key_Escape)
    assert not opened.window.isFullScreen()
    assert opened.window.page is page
    assert page.picked() == answer


def test_the_walk_comes_once_at_the_first_start_and_can_be_left_at_any_step(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.press("Coba dulu")
    page = opened.window.page
    assert isinstance(page, WalkPage)
    press(opened, Key.Key_Return)
    assert page.step == 1
    press(opened, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.step == 0
    press(opened, Key.Key_Escape)
    assert isinstance(opened.window.page, HomePage)
    again = open_window()
    assert isinstance(again.window.page, HomePage)


def test_the_walk_is_left_by_the_rail_as_well(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.press("Coba dulu")
    opened.walker.press("Materi")
    assert isinstance(opened.window.page, LessonsPage)


def test_the_walk_has_a_few_short_steps_each_heard_whole_and_leads_back_to_the_help(open_window: OpenWindow) -> None:
    opened, steps = open_window(), []
    opened.walker.press("Bantuan")
    opened.walker.press("Perkenalan singkat")
    page = opened.window.page
    assert isinstance(page, WalkPage)
    while opened.window.page is page:
        focused = QApplication.focusWidget()
        assert focused is not None
        steps.append(focused.accessibleName())
        press(opened, Key.Key_Return)
    assert 4 <= len(steps) <= 6
    assert all(len(re.findall(r"[.?](?: |$)", step.partition(". ")[2])) <= 4 for step in steps)
    assert isinstance(opened.window.page, HelpPage)
