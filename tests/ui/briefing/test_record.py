"""The record of a briefing at a real window: papers typed in, files saved, and a task for those who follow by video."""

import pytest
from PySide6.QtCore import Qt

from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.briefing_course import course_of
from asnquiz.programs.walks import office
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.briefing.record_page import RecordPage
from asnquiz.ui.briefing.typing_page import TypingPage
from asnquiz.ui.destinations import Section, ShowBriefing, TypePapers
from asnquiz.usecases.type_papers import sheet, typed_before, written_letters
from tests.ui.briefing.held import answered, end, on_paper, prepared
from tests.ui.briefing.test_preparing import go, shown, store_of
from tests.ui.conftest import Opened, OpenWindow


@pytest.fixture
def opened(open_window: OpenWindow) -> Opened:
    return open_window()


def test_papers_are_typed_by_keys_alone_and_each_is_kept_at_once(opened: Opened) -> None:
    briefing, walker = on_paper(opened), opened.walker
    go(opened, TypePapers(briefing.id))
    page = opened.window.page
    assert isinstance(page, TypingPage)
    pack, _, _ = opened.learning.packs.current()
    questions = sheet(StepKind.PRETEST, briefing, pack)
    right = [right_answer(pack.item_by_id[one.item]) for one in questions]
    walker.write("Nama atau kode peserta", "aminah")
    walker.key(Qt.Key.Key_Return)
    walker.write("Huruf jawaban", "A")
    walker.key(Qt.Key.Key_Return)
    assert f"Baru 1 dari {len(questions)} jawaban" in shown(opened)
    walker.write("Huruf jawaban", written_letters(right, questions))
    assert "Lengkap: tekan Enter." in shown(opened)
    walker.key(Qt.Key.Key_Return)
    course = course_of(store_of(opened).events(briefing.id))
    (siti,) = course.present
    assert siti.name == "Siti Aminah"
    assert typed_before(siti.number, questions, course) == tuple(right)
    assert "Tes awal: 1 lembar sudah diketik." in shown(opened)
    walker.write("Nama atau kode peserta", briefing.guests[0].code.lower())
    walker.key(Qt.Key.Key_Return)
    assert page.presenter.entry is not None, "by kode peserta, to be corrected"


def test_somebody_who_is_on_no_list_is_added_with_their_sheet(opened: Opened) -> None:
    briefing, walker = on_paper(opened), opened.walker
    go(opened, TypePapers(briefing.id))
    page = opened.window.page
    assert isinstance(page, TypingPage)
    walker.press("Tambah peserta dengan nama ini")
    assert "Tulis nama peserta baru" in shown(opened)
    walker.write("Nama atau kode peserta", "Udin")
    walker.press("Tambah peserta dengan nama ini")
    assert "Tulis unit kerjanya." in shown(opened)
    walker.write("Unit kerja peserta baru", "Dinas Sosial")
    walker.press("Tambah peserta dengan nama ini")
    walker.write("Huruf jawaban", "A" * len(page.presenter.questions))
    walker.press("Kembali ke hasil")
    walker.press("Simpan")
    assert isinstance(opened.window.page, RecordPage)
    (udin,) = course_of(store_of(opened).events(briefing.id)).present
    assert (udin.name, udin.unit, udin.guest) == ("Udin", "Dinas Sosial", None)


def test_a_record_is_saved_for_people_and_for_the_office(opened: Opened) -> None:
    briefing, walker = on_paper(opened), opened.walker
    answered(opened, briefing)
    go(opened, ShowBriefing(briefing.id))
    assert "Sosialisasi ini belum diakhiri" in shown(opened), "so that nothing goes to the office yet"
    end(opened, briefing)
    go(opened, ShowBriefing(briefing.id))
    assert "Dari 2 yang diundang, 1 hadir." in shown(opened)
    for name, begins in (
        ("Simpan laporan PDF", b"%PDF"),
        ("Simpan tabel Excel", b"PK"),
        ("Simpan catatan untuk kantor", b"{"),
    ):
        walker.press(name)
        assert save_as_offered(walker).read_bytes().startswith(begins), name
        walker.press("Selesai")


def test_where_hands_are_counted_nobody_is_said_to_be_missing(opened: Opened) -> None:
    briefing = prepared(opened, Way.HANDS)
    end(opened, briefing)
    go(opened, ShowBriefing(briefing.id))
    assert "daftar hadir yang ditandatangani" in shown(opened)
    assert "0 orang" not in shown(opened)
    assert "tidak tercatat hadir" not in shown(opened)
    go(opened, Section.BRIEFING)
    assert "angkat tangan" in shown(opened)
    assert "0 peserta" not in shown(opened)


def test_those_who_follow_by_video_get_the_same_questions_as_a_task_of_the_office(opened: Opened) -> None:
    briefing, walker = on_paper(opened), opened.walker
    answered(opened, briefing)
    go(opened, ShowBriefing(briefing.id))
    walker.press("Siapkan tugas untuk peserta video")
    assert opened.window.question is not None, "no office is set up here yet"
    walker.press("Mengerti")
    go(opened, Section.RECAP)
    office.set_up(walker, lambda _: None, opened.database.parent.parent)
    go(opened, ShowBriefing(briefing.id))
    walker.write("Tenggat bagi peserta video", "kemarin")
    walker.press("Siapkan tugas untuk peserta video")
    assert "Tenggat ditulis seperti" in shown(opened)
    walker.write("Tenggat bagi peserta video", "30-11-2099")
    walker.press("Siapkan tugas untuk peserta video")
    walker.write("Kata sandi kunci kantor", office.OFFICE_WORDS)
    walker.press("Segel dan simpan tugas")
    assert "Tugas tersimpan" in shown(opened)
    (task,) = opened.learning.collection.store.tasks()
    assert {one.item for one in task.task.items} == {one.item for one in briefing.items}
