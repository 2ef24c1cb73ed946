"""Search within lessons, words and cards in place, law and glossary, discussion, the pledge, and one's own job."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.programs.walker import Walker
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.term_label import TermLabel


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Looks something up in the lessons, opens words and cards, talks things over, and reads the pledge."""
    _search(walker, shoot)
    _lesson(walker, shoot)
    _law(walker, shoot)
    _discussion(walker, shoot)
    _pledge(walker, shoot)
    _job(walker, shoot)


def _search(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Materi")
    walker.write("Cari dalam materi", "menyukai unggahan")
    walker.key(Qt.Key.Key_Return)
    shoot("materi-cari")
    walker.click(walker.first_button_with("hasil 2 dari"))
    shoot("materi-cari-tempat")


def _lesson(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Opens the first word of a lesson by keys, then the card of what the lesson stands on."""
    walker.press("Materi")
    walker.press(walker.first_button_with(" dibaca, ").accessibleName())
    while not isinstance(walker.window.focusWidget(), TermLabel):
        walker.key(Qt.Key.Key_Tab)
    walker.key(Qt.Key.Key_Return)
    shoot("materi-istilah")
    walker.key(Qt.Key.Key_Escape)
    walker.click(next(note for note in walker.window.findChildren(LawNote) if "PP 94/2021" in note.words))
    shoot("hukum-kartu")
    walker.press("Tutup")


def _law(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Materi")
    walker.press("Hukum dan istilah")
    shoot("hukum-dan-istilah")
    walker.write("Cari peraturan atau istilah", "cuti")
    shoot("hukum-dan-istilah-cari")


def _discussion(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Kembali ke Materi")
    walker.press("Diskusi")
    shoot("diskusi")
    walker.press("Soal 2. ")
    shoot("diskusi-soal")
    walker.press("Lihat pembahasan")
    shoot("diskusi-pembahasan")


def _pledge(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Ikrar")
    shoot("ikrar")
    walker.press("Mulai ikrar")
    shoot("ikrar-butir")
    for _ in range(4):
        walker.press("Saya ucapkan")
    shoot("ikrar-penutup")
    walker.press("Saya ucapkan")
    shoot("ikrar-selesai")


def _job(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Follows the path of the first job, by the keys of the list, and sees the practice for it."""
    walker.press("Materi")
    page = walker.window.page
    if not isinstance(page, LessonsPage) or page.paths is None:
        raise TypeError("the lessons did not open")
    page.paths.setFocus()
    walker.key(Qt.Key.Key_Down)
    shoot("materi-untuk-pekerjaan")
    walker.press("Kuis")
    if walker.window.page is not None:
        walker.window.page.scroll_to(walker.button("Mulai latihan untuk pekerjaan saya"))
    shoot("kuis-untuk-pekerjaan")
