"""The screens of an office's task: the offer, its page, the session, the exam that asks for certainty, the result."""

from collections.abc import Iterator

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.ui.destinations import OpenFile
from asnquiz.ui.quiz.exam_page import ExamPage
from tests.ui.conftest import Opened
from tests.ui.office_tasks import written

_EXAM = Blueprint(3, 5, 75, {Phase.BEFORE: 1, Phase.DURING: 1, Phase.AFTER: 1}, 1, {})


def screens(opened: Opened) -> Iterator[str]:
    """From any page with the rail."""
    walker, folder = opened.walker, opened.database.parent.parent
    _, file = written(opened, folder, exam=_EXAM, supervised=True, certainty=True, pauses=False)
    opened.window.go(OpenFile(file))
    walker.settle()
    yield "tugas-tawaran"
    walker.press("Ambil tugas")
    yield "tugas-sidik-kunci"
    walker.press("Sudah cocok")
    yield "tugas"
    walker.press("Beranda")
    yield "beranda-tugas"
    walker.press("Kerjakan tugas")
    walker.press("Mulai ujian")
    walker.press("Mulai ujian")
    yield "tugas-sesi-kosong"
    for label, words in (("Nama pengawas", "Budi Santoso"), ("Tempat", "Aula lantai 2"), ("Kode sesi", "K7M2")):
        walker.write(label, words)
    walker.press("Mulai ujian")
    page = opened.window.page
    if not isinstance(page, ExamPage):
        raise TypeError("the exam did not open")
    walker.answer(right_answer(page.question.item))
    yield "tugas-ujian"
    walker.press("Simpan, yakin")
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    yield "tugas-hasil"
    walker.press("Lihat tugas")
    yield "tugas-selesai"
    walker.press("Kuis")
    yield "kuis-tugas"
