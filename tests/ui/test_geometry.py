"""Nothing is clipped: every label has the room its words need, on each screen, at each window and text size."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from asnquiz.domain.answering import right_answer
from asnquiz.ui.destinations import HandOver, OpenFile
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, RadioRow
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_open_file import score_file


def clipped(opened: Opened) -> list[str]:
    """The words on screen that have less room than they need, a pixel of rounding allowed."""
    short = []
    for label in opened.window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() + 1 < needed or (not label.wordWrap() and label.width() + 1 < label.sizeHint().width()):
            short.append(label.text())
    for button in opened.window.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        if isinstance(button, RadioRow | CheckRow):
            if button.height() + 1 < button.heightForWidth(button.width()):
                short.append(button.row.words)
        elif (
            button.text()
            and not isinstance(button.parent(), NumberGrid)
            and button.width() + 1 < button.minimumSizeHint().width()
        ):
            short.append(button.text())
    return short


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_nothing_is_clipped(open_window: OpenWindow, tmp_path: Path, size: tuple[int, int], scale: float) -> None:
    opened = open_window(scale=scale, size=size)
    walker, found = opened.walker, {}

    def look(name: str) -> None:
        walker.settle()
        found[name] = clipped(opened)

    look("beranda")
    walker.press("Materi")
    look("materi")
    walker.press(walker.first_button_with(" dibaca, ").accessibleName())
    look("materi-baca")
    walker.press("Kuis")
    look("kuis")
    walker.press("Mulai latihan semua fase")
    while isinstance(page := opened.window.page, PracticePage):
        look(f"latihan-soal-{page.presenter.index}")
        walker.answer(right_answer(page.question.item))
        walker.press("Periksa jawaban")
        look(f"latihan-alasan-{page.presenter.index}")
        walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")
    look("hasil-latihan")
    walker.press("Kuis")
    walker.press("Mulai ujian")
    look("ujian")
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    look("hasil-ujian")
    walker.press("Lihat pembahasan")
    look("pembahasan")
    (exam, *_) = opened.learning.store.summaries(opened.profile.id)
    opened.window.go(HandOver(exam.id))
    walker.settle()
    look("berkas-nilai-data-diri")
    walker.write("Nama", "Siti Aminah binti Abdurrahman, S.Kep., Ns.")
    walker.press("Lihat isi berkas")
    look("berkas-nilai-isi")
    opened.window.go(OpenFile(score_file(tmp_path / "siti")))
    walker.settle()
    look("berkas-nilai-dibuka")
    walker.press("Hasil saya")
    look("hasil-saya")
    walker.press("Pengaturan")
    look("pengaturan")
    assert {name: words for name, words in found.items() if words} == {}
