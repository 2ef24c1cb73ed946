"""Search within lessons in the window, and practice for one's own job."""

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from asnquiz.domain.pack import Pack
from asnquiz.ui.destinations import Section
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.quiz.practice_page import PracticePage
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_announcements import heard  # noqa: F401 - a fixture


def pack_of(opened: Opened) -> Pack:
    pack, _, _ = opened.learning.packs.current()
    return pack


def look_for(opened: Opened, words: str) -> None:
    opened.walker.press("Materi")
    opened.walker.write("Cari dalam materi", words)
    opened.walker.key(Qt.Key.Key_Return)


def said(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def test_a_passage_is_shown_with_its_words_marked_and_opens_at_its_place(
    open_window: OpenWindow,
    heard: list[str],  # noqa: F811
) -> None:
    opened = open_window()
    look_for(opened, "mengomentari unggahan")
    (count,) = [one for one in said(opened) if one.startswith("Ditemukan dalam ")]
    assert heard[-1] == count
    assert any("<b>" in one and "komentar" in one for one in said(opened))
    result = opened.walker.first_button_with("hasil 1 dari")
    title, _, passage = result.accessibleName().partition(" · ")
    opened.walker.click(result)
    page = opened.window.page
    assert isinstance(page, ReaderPage)
    assert page.accessibleName() == title
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLabel), "a screen reader reads the passage"
    area = page.findChildren(QScrollArea)[0].viewport()
    top = focused.mapTo(area, focused.rect().topLeft()).y()
    assert 0 <= top < area.height(), "the passage is in view"
    assert passage


def test_nothing_typed_is_kept_anywhere(open_window: OpenWindow) -> None:
    opened = open_window()
    look_for(opened, "xylofonqwerty")
    assert any(one.startswith("Tidak ada materi yang memuat kata itu") for one in said(opened))
    assert any("tidak disimpan" in one for one in said(opened))
    opened.walker.press("Beranda")
    with sqlite3.connect(opened.database) as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert "xylofon" not in dump
    files = [file for file in opened.database.parent.rglob("*") if file.is_file()]
    assert not any(b"xylofon" in file.read_bytes() for file in files)
    opened.walker.press("Materi")
    assert not any("xylofon" in one for one in said(opened))


def test_an_empty_field_asks_for_words(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    opened.walker.press("Cari")
    assert "Ketik dahulu kata yang dicari." in said(opened)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Cari dalam materi"


def test_only_half_of_the_words_is_said_as_such(open_window: OpenWindow) -> None:
    opened = open_window()
    look_for(opened, "mengomentari xylofon")
    assert any(one.startswith("Tidak ada bagian yang memuat semua kata itu") for one in said(opened))


def choose_job(opened: Opened, job: str) -> None:
    opened.walker.press("Materi")
    page = opened.window.page
    assert isinstance(page, LessonsPage)
    assert page.paths is not None
    page.paths.setCurrentIndex(page.paths.findText(job))
    page.paths.activated.emit(page.paths.currentIndex())
    opened.walker.settle()


def test_the_list_says_for_whom_it_is_and_how_much_is_left_out(open_window: OpenWindow) -> None:
    opened = open_window()
    pack = pack_of(opened)
    choose_job(opened, pack.jobs["desa"])
    count = sum("desa" in lesson.jobs for lesson in pack.lessons)
    wanted = f"Materi untuk {pack.jobs['desa']}: {count} dari {len(pack.lessons)}."
    assert any(one.startswith(wanted) for one in said(opened))


def test_practice_for_ones_job_asks_what_is_about_it_first(open_window: OpenWindow) -> None:
    opened = open_window()
    pack = pack_of(opened)
    opened.walker.press("Kuis")
    opened.walker.press("Pilih jabatan di Materi")
    assert opened.window.page is not None
    assert opened.window.page.section is Section.LESSONS
    choose_job(opened, pack.jobs["guru"])
    opened.walker.press("Kuis")
    opened.walker.press("Mulai latihan untuk pekerjaan saya")
    page = opened.window.page
    assert isinstance(page, PracticePage)
    sitting = page.presenter.sitting
    assert sitting.attempt.title == f"Latihan: semua fase, untuk {pack.jobs['guru']}"
    assert all("guru" in sitting.item(index).jobs for index in range(10))
