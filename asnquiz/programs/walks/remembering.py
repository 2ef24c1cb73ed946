"""Latihan ulang: sure and unsure answers, right and wrong ones, and what is remembered of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.domain.answering import right_answer
from asnquiz.programs.walker import Walker, wrong_answer
from asnquiz.ui.quiz.practice_page import PracticePage

# In turn: how an answer turns out, and how sure it is.
_TURNS = ((False, Qt.Key.Key_Y), (True, Qt.Key.Key_R), (True, Qt.Key.Key_Y))


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Practises with certainty, looks at the result, and at what is repeated and when."""
    walker.press("Kuis")
    walker.press("Mulai latihan semua fase")
    number = 0
    while isinstance(page := walker.window.page, PracticePage):
        right, key = _TURNS[number % len(_TURNS)]
        item = page.question.item
        walker.answer(right_answer(item) if right else wrong_answer(item))
        if number == 0:
            shoot("latihan-yakin-atau-ragu")
        walker.key(key)
        if number == 0:
            shoot("latihan-yakin-tetapi-keliru")
        walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")
        number += 1
    shoot("hasil-yakin-tetapi-keliru")
    walker.press("Lihat pembahasan")
    shoot("pembahasan-keyakinan")
    walker.press("Beranda")
    walker.press("Ingatan per ketentuan")
    shoot("ingatan-per-ketentuan")
    walker.press("Kembali ke Beranda")
    _review(walker, shoot)


def _review(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Begins what is due, where something is: on the day of the first practice nothing is."""
    shoot("beranda-latihan-ulang")
    if walker.button("Mulai latihan ulang").isEnabled():
        walker.press("Mulai latihan ulang")
        shoot("latihan-ulang")
        walker.press("Beranda")
