"""The screens of what is read beside lessons: law and glossary, discussion, pledge, search, and meanings in place."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from asnquiz.ui.destinations import BrowseLaw, Discuss, ReadLesson
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.term_label import TermLabel
from tests.ui.conftest import Opened


def law_screens(opened: Opened) -> Iterator[str]:
    """Opens each in turn, and leaves the window on the pledge."""
    yield from _search(opened)
    yield from _lesson(opened)
    yield from _law(opened)
    yield from _discussion(opened)
    yield from _pledge(opened)


def _search(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Materi")
    walker.press("Cari")
    yield "materi-cari-kosong"
    walker.write("Cari dalam materi", "menyukai unggahan")
    walker.key(Qt.Key.Key_Return)
    yield "materi-cari"
    walker.click(walker.first_button_with("hasil 2 dari"))
    yield "materi-cari-tempat"


def _lesson(opened: Opened) -> Iterator[str]:
    """A word opened in a lesson, then the card of an instrument over it."""
    walker = opened.walker
    pack, _, _ = opened.learning.packs.current()
    opened.window.go(ReadLesson(pack.lessons_in_order[0].id))
    walker.settle()
    while not isinstance(QApplication.focusWidget(), TermLabel):
        walker.key(Qt.Key.Key_Tab)
    walker.key(Qt.Key.Key_Return)
    while isinstance(QApplication.focusWidget(), TermLabel):
        walker.key(Qt.Key.Key_Tab)
    yield "materi-istilah"
    walker.click(next(note for note in opened.window.findChildren(LawNote) if "PP 94/2021" in note.words))
    yield "hukum-kartu"
    walker.press("Tutup")


def _law(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    opened.window.go(BrowseLaw())
    walker.settle()
    yield "hukum"
    walker.write("Cari peraturan atau istilah", "dicabut")
    yield "hukum-cari"
    walker.press("UU 5/2014")
    yield "hukum-kartu-dicabut"
    walker.press("Diganti oleh UU 20/2023")
    yield "hukum-kartu-pengganti"
    walker.press("Tutup")


def _discussion(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    opened.window.go(Discuss())
    walker.settle()
    yield "diskusi"
    walker.press("Soal 1. ")
    yield "diskusi-soal"
    walker.press("Lihat pembahasan")
    yield "diskusi-bahas"


def _pledge(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Ikrar")
    yield "ikrar"
    walker.press("Mulai ikrar")
    yield "ikrar-butir"
    for _ in range(4):
        walker.press("Saya ucapkan")
    yield "ikrar-penutup"
    walker.press("Saya ucapkan")
    yield "ikrar-selesai"
    walker.press("Baca lagi")
    yield "ikrar-lagi"
