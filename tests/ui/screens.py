"""Every screen of the program, one after another in one window, each with something on it."""

from collections.abc import Iterator

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType, Lesson
from asnquiz.ui.destinations import HandOver
from asnquiz.ui.quiz.practice_page import PracticePage
from tests.conftest import IN_CI
from tests.ui import (
    screens_briefing,
    screens_documents,
    screens_drafts,
    screens_help,
    screens_local,
    screens_office,
    screens_own_data,
    screens_recap,
    screens_results,
    screens_tasks,
)
from tests.ui.conftest import Opened
from tests.ui.screens_ask import screens_ask
from tests.ui.screens_cases import case_screens
from tests.ui.screens_condition import condition_screens
from tests.ui.screens_law import law_screens
from tests.ui.screens_lead import screens_lead
from tests.ui.screens_people import people_screens
from tests.ui.screens_proof import proof_screens
from tests.ui.screens_remembering import remembering
from tests.ui.screens_story import story_screens


def screens(opened: Opened) -> Iterator[str]:
    """Opens each screen in turn, from the first start on, and gives its name while it stands there."""
    yield "mulai"
    opened.walker.press("Mulai")
    yield "mulai-tanpa-nama"
    opened.walker.press("Coba dulu")
    yield from screens_help.walk_around(opened)
    yield "beranda"
    yield from _lessons(opened)
    yield from screens_ask(opened)
    yield from _practice(opened)
    yield from _exam(opened)
    yield from case_screens(opened)
    yield from _hand_over(opened)
    yield from screens_documents.screens(opened)
    opened.walker.press("Hasil saya")
    yield "hasil-saya"
    yield from law_screens(opened)
    yield from screens_results.screens(opened)
    yield from screens_help.screens(opened)
    yield from _settings(opened)
    yield from screens_local.screens(opened)
    yield from screens_office.screens(opened)
    yield from screens_recap.screens(opened)
    yield from screens_briefing.screens(opened)
    yield from screens_lead(opened)
    yield from screens_drafts.screens(opened)
    yield from screens_own_data.screens(opened)
    yield from condition_screens(opened)
    yield from remembering(opened)
    yield from screens_tasks.screens(opened)
    yield from proof_screens(opened)
    yield from story_screens(opened)
    yield from people_screens(opened)
    opened.walker.press("Beranda")
    yield "beranda-lagi"


def lessons(opened: Opened) -> tuple[Lesson, ...]:
    """All lessons with CI set, else one in five, with a picture among them."""
    pack, _, _ = opened.learning.packs.current()
    return pack.lessons_in_order[:: 1 if IN_CI else 5]


def _lessons(opened: Opened) -> Iterator[str]:
    opened.walker.press("Materi")
    yield "materi"
    opened.walker.press(opened.walker.first_button_with(" dibaca, ").accessibleName())
    yield "materi-baca"


def _practice(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Kuis")
    yield "kuis"
    walker.press("Mulai latihan semua fase")
    shown: set[ItemType] = set()
    while isinstance(page := opened.window.page, PracticePage):
        new = page.question.item.type not in shown
        shown.add(page.question.item.type)
        if new:
            yield f"latihan-soal-{page.presenter.index}"
        walker.answer(right_answer(page.question.item))
        walker.press("Simpan, yakin")
        if new:
            yield f"latihan-alasan-{page.presenter.index}"
        walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")
    yield "hasil-latihan"


def _exam(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Kuis")
    walker.press("Mulai ujian")
    yield "ujian"
    walker.press("Jeda, lanjutkan nanti")
    yield "kuis-belum-selesai"
    walker.press("Mulai ujian")
    yield "ujian-belum-selesai"
    walker.press("Lanjutkan")
    walker.press("Ragu-ragu")
    walker.press("Selesai ujian …")
    yield "ujian-selesai"
    walker.press("Selesai ujian")
    yield "hasil-ujian"
    walker.press("Lihat pembahasan")
    yield "pembahasan"


def _hand_over(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    exam = next(one for one in opened.learning.store.summaries(opened.profile.id) if one.score and one.pass_mark)
    opened.window.go(HandOver(exam.id))
    walker.settle()
    yield "berkas-nilai-data-diri"
    walker.write("Nama", "Siti Aminah binti Abdurrahman, S.Kep., Ns.")
    walker.write("NIP/NI PPPK", "198513122010011004")
    yield "berkas-nilai-data-diri-aneh"
    walker.press("Lihat isi berkas")
    yield "berkas-nilai-isi"
    walker.press("Simpan berkas nilai")
    yield "berkas-nilai-tersimpan"


def _settings(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Pengaturan")
    yield "pengaturan"
    walker.write("NIP/NI PPPK", "1985031220x")
    yield "pengaturan-huruf"
    walker.press("Simpan data diri")
    yield "pengaturan-salah"
    walker.write("NIP/NI PPPK", "198503122010011004")
    walker.press("Simpan data diri")
