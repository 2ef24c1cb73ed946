"""Proof in the window: shown whole, saved as a PDF that only the office opens, and never called sent."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog

from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, ReadScore
from asnquiz.domain.task import Task
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.scorefiles import score_file
from asnquiz.scorefiles.sealed import open_sealed
from asnquiz.ui.destinations import HandIn, PrintMinutes, ShowResult
from asnquiz.ui.proof.page import ProofPage
from asnquiz.usecases.know_person import know_person
from asnquiz.usecases.take_quiz import TaskPlan
from tests.documents.pdfs import reader, says
from tests.scorefiles import offices
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_documents import passed_exam
from tests.ui.screens_proof import SESSION, take_on
from tests.ui.stores import FULL_DISK, StoreFront

TASK = offices.task(supervised=True)
SITI = Person("Siti Aminah", "198609262015051001", None, "Puskesmas Lewoleba")


def begin(opened: Opened, person: Person = SITI, task: Task = TASK) -> None:
    """Somebody who did a task and asks for its proof."""
    opened.journey.show_person(know_person(opened.profile, person, opened.learning.store))
    take_on(opened, task)
    passed_exam(opened, plan=TaskPlan(task.id, SESSION))
    opened.window.go(HandIn(task.id))
    opened.walker.settle()
    assert isinstance(opened.window.page, ProofPage)


def shown(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def read_by_office(file: Path) -> ReadScore:
    ((sealed,),) = reader(file.read_bytes()).attachments.values()
    inner = open_sealed(sealed, offices.KEYS).jws
    assert inner is not None
    return score_file.read(inner)


def test_it_is_shown_saved_and_opened_by_the_office(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened)
    opened.walker.press("Lihat yang dikirim")
    words = shown(opened)
    for line in (
        "Nama: Siti Aminah",
        "Unit kerja: Puskesmas Lewoleba",
        "Tanggal dibuat:",
        "NIP/NI PPPK: 198609262015051001",
        "Nilai 86,6 (26 dari 30 benar), lulus",
        "Diawasi oleh Rahmat Hidayat, S.Sos., Aula Kantor Camat, kode sesi K7M2",
        "Hasil tersegel hanya dapat dibuka oleh BKPSDM Kabupaten Contoh.",
        "Nama berkas: Bukti nilai - Siti Aminah - Puskesmas Lewoleba - Ujian netralitas 2026 -",
    ):
        assert any(one.startswith(line) for one in words), line
    opened.walker.press("Simpan PDF …")
    file = save_as_offered(opened.walker)
    seen = read_by_office(file)
    assert seen.verdict is FileVerdict.INTACT
    assert seen.report is not None
    assert seen.report.person == SITI
    assert seen.report.attempts[0].session == SESSION
    words = shown(opened)
    assert "Sudah disimpan, belum dipastikan diterima" in words
    assert str(file) in words
    assert not any("terkirim" in one.lower() for one in words)
    (taken,) = opened.learning.store.tasks(opened.profile.id)
    assert taken.file_id == seen.report.file_id


def test_saving_again_offers_another_name(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened)
    files = []
    for _ in range(2):
        opened.window.go(HandIn(TASK.id))
        opened.walker.settle()
        opened.walker.press("Lihat yang dikirim")
        opened.walker.press("Simpan PDF …")
        files.append(save_as_offered(opened.walker))
    assert files[1].stem == f"{files[0].stem} (2)"
    reports = [read_by_office(file).report for file in files]
    assert reports[0] is not None
    assert reports[1] is not None
    assert reports[0].file_id != reports[1].file_id
    assert reports[0].attempts == reports[1].attempts


def test_a_unit_may_be_chosen_of_the_offices_list(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened)
    listed = next(
        one for one in opened.window.findChildren(QComboBox) if one.accessibleName() == "Unit kerja dari daftar kantor"
    )
    listed.setCurrentIndex(listed.findText("Dinas Pendidikan"))
    opened.walker.press("Lihat yang dikirim")
    assert "Unit kerja: Dinas Pendidikan" in shown(opened)


def test_where_the_office_lists_no_units_none_are_offered(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened, task=replace(TASK, units=()))
    names = [one.accessibleName() for one in opened.window.findChildren(QComboBox)]
    assert "Unit kerja dari daftar kantor" not in names


def test_without_a_nip_it_is_told_what_follows_and_without_a_name_nothing_goes(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened, Person())
    opened.walker.press("Lihat yang dikirim")
    assert any("Isi nama Anda" in words for words in shown(opened))
    opened.walker.write("Nama", "Budi")
    opened.walker.press("Lihat yang dikirim")
    assert any("mencocokkan nama Anda dengan tangan" in words for words in shown(opened))
    assert "Langkah 2 dari 3: inilah yang dikirim, tidak lebih." in shown(opened)


def test_a_number_in_the_name_is_refused_over_the_form(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened)
    opened.walker.write("Nama", "Siti 198609262015051001")
    opened.walker.press("Lihat yang dikirim")
    told = opened.window.question
    assert told is not None
    assert "Nama memuat nomor panjang" in told.informativeText()
    opened.walker.press("Mengerti")
    assert any(words.startswith("Langkah 1 dari 3") for words in shown(opened))


def test_a_place_that_cannot_be_written_leaves_everything_as_it_was(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    begin(opened)
    opened.walker.press("Lihat yang dikirim")
    opened.walker.press("Simpan PDF …")
    dialog = next(one for one in opened.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(tmp_path / "tidak-ada" / "bukti.pdf"))
    dialog.reject()
    opened.walker.settle()
    told = opened.window.question
    assert told is not None
    assert told.text() == "Bukti nilai belum tersimpan"
    opened.walker.press("Mengerti")
    assert "Langkah 2 dari 3: inilah yang dikirim, tidak lebih." in shown(opened)
    assert opened.learning.store.tasks(opened.profile.id)[0].handed_in is None


class _Full(StoreFront):
    def keep_handed_in(self, *_: object) -> None:
        raise Refusal(FULL_DISK)


def test_a_note_that_could_not_be_kept_is_told_beside_the_file(open_window: OpenWindow) -> None:
    opened = open_window(store=_Full().before)
    begin(opened)
    opened.walker.press("Lihat yang dikirim")
    opened.walker.press("Simpan PDF …")
    file = save_as_offered(opened.walker)
    assert read_by_office(file).verdict is FileVerdict.INTACT
    assert any(FULL_DISK in words for words in shown(opened))


def test_a_supervised_exam_leads_to_its_minutes_and_no_certificate(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened)
    (exam,) = opened.learning.store.summaries(opened.profile.id)
    opened.window.go(ShowResult(exam.id))
    opened.walker.settle()
    assert "Surat keterangan" not in shown(opened)
    opened.walker.press("Simpan PDF")
    file = save_as_offered(opened.walker)
    assert file.name.startswith("berita-acara-siti-aminah-")
    pdf = file.read_bytes()
    for words in ("Aula Kantor Camat", "K7M2", "Soal dijawab: 26 dari 30", "Siti Aminah"):
        assert says(pdf, words)
    assert not says(pdf, "198609262015051001")
    assert not says(pdf, "86,6")


def test_minutes_need_a_name(open_window: OpenWindow) -> None:
    opened = open_window()
    begin(opened, Person())
    (exam,) = opened.learning.store.summaries(opened.profile.id)
    opened.window.go(PrintMinutes(exam.id))
    opened.walker.settle()
    told = opened.window.question
    assert told is not None
    assert told.text() == "Berita acara belum dapat dibuat"
