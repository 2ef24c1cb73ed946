"""A task of an office: its file looked at and taken on, its exam sat, and its page, from which proof is saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from asnquiz.domain.answering import right_answer
from asnquiz.programs.walker import Walker, wrong_answer
from asnquiz.ui.destinations import OpenFile
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.tasks.session_page import SessionPage

_WRONG_EVERY = 8
_SHOT_AT = 3


def walk(walker: Walker, shoot: Callable[[str], None], task_file: Path) -> None:
    """Ends on the task's page with its exam finished; whoever sits there may have sat none before."""
    walker.window.go(OpenFile(task_file))
    walker.settle()
    shoot("tugas-tawaran")
    walker.press("Ambil tugas")
    if walker.window.question is not None:
        shoot("tugas-sidik-kunci")
        walker.press("Sudah cocok")
    shoot("tugas")
    walker.press("Beranda")
    shoot("beranda-tugas")
    walker.press("Kerjakan tugas")
    _begin(walker, shoot)
    _sit(walker, shoot)
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    shoot("tugas-hasil")
    walker.press("Lihat tugas")
    shoot("tugas-selesai")


def _begin(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Mulai ujian")
    if walker.window.question is not None:
        walker.press("Mulai ujian")
    if isinstance(walker.window.page, SessionPage):
        for label, words in (
            ("Nama pengawas", "Budi Santoso, S.Sos."),
            ("Tempat", "Aula BKPSDM lantai 2"),
            ("Kode sesi", "K7M2-01"),
        ):
            walker.write(label, words)
        shoot("tugas-sesi")
        walker.press("Mulai ujian")


def _sit(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Answers every question, now and then wrongly, and where certainty is asked sometimes unsure."""
    page = walker.window.page
    if not isinstance(page, ExamPage):
        raise TypeError("the exam did not open")
    for number in range(1, page.presenter.total + 1):
        item = walker.question().item
        walker.answer(right_answer(item) if number % _WRONG_EVERY else wrong_answer(item))
        if number == _SHOT_AT:
            shoot("tugas-ujian")
        if page.presenter.asks_certainty:
            walker.press("Simpan, yakin" if number % 3 else "Simpan, ragu")
        else:
            walker.key(Qt.Key.Key_Return)
