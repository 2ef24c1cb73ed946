"""The tests around the lessons, from the card on Kuis to what changed, and Hasil saya with all that came before."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.domain.answering import right_answer
from asnquiz.programs.walker import Walker
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.widgets.select import Select


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Takes both tests, the second one better, and looks at the results."""
    walker.press("Kuis")
    _scroll_to(walker, "Mulai tes awal")
    shoot("kuis-tes")
    walker.press("Mulai tes awal")
    take_test(walker, every=2)
    shoot("tes-awal")
    _end(walker)
    shoot("hasil-tes-awal")
    walker.press("Kuis")
    walker.press("Mulai tes akhir")
    take_test(walker, every=6)
    _end(walker)
    shoot("hasil-tes-akhir")
    _scroll_to(walker, "Lihat pembahasan")
    shoot("hasil-tes-akhir-ketentuan")
    look(walker, shoot)


def look(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Hasil saya, after a pair of tests."""
    walker.press("Hasil saya")
    shoot("hasil-saya")
    _scroll_to(walker, "Lihat hasil tes akhir")
    shoot("hasil-saya-perubahan")
    narrow(walker)
    _scroll_to(walker, "Lihat hasil Tes awal")
    shoot("hasil-saya-riwayat")


def take_test(walker: Walker, *, every: int) -> None:
    """Answers the test on screen rightly, but leaves out one question in `every`."""
    page = walker.window.page
    if not isinstance(page, ExamPage):
        raise TypeError("the test did not open")
    for number in range(1, page.presenter.total + 1):
        if number % every:
            walker.answer(right_answer(walker.question().item))
        if number < page.presenter.total:
            walker.key(Qt.Key.Key_Return)


def _end(walker: Walker) -> None:
    walker.press("Selesai tes …")
    walker.press("Selesai tes")


def narrow(walker: Walker) -> None:
    """Narrows the history to the last of its kinds, by the keys of the list."""
    filters = next(one for one in walker.window.findChildren(Select) if one.accessibleName() == "Tampilkan")
    filters.setFocus()
    walker.key(Qt.Key.Key_End)


def _scroll_to(walker: Walker, name: str) -> None:
    if walker.window.page is not None:
        walker.window.page.scroll_to(walker.button(name))
