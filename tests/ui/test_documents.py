"""PDFs in the window: saved where the person says, over the page that stays, and only what was shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from asnquiz.domain.pack import Phase
from asnquiz.domain.person import Person
from asnquiz.programs.walks.documents import certify, save_as_offered, walk
from asnquiz.scorefiles.certificate_text import read
from asnquiz.ui.destinations import PrintCertificate, PrintPledge, PrintRule, PrintSheet, ShowResult
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.printing.certificate_page import CertificatePage
from asnquiz.usecases.know_person import know_person
from tests.documents.pdfs import needs_zbar, pages, says, scanned
from tests.ui.checks.stillness import scrolls_sideways
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_documents import passed_exam

SITI = Person("Siti Aminah", "198609262015051001", None, "Puskesmas Lewoleba")


def become(opened: Opened, person: Person) -> None:
    opened.journey.show_person(know_person(opened.profile, person, opened.learning.store))


def certificate_page(opened: Opened) -> CertificatePage:
    opened.window.go(ShowResult(passed_exam(opened)))
    opened.walker.settle()
    opened.walker.press("Simpan PDF")
    page = opened.window.page
    assert isinstance(page, CertificatePage)
    return page


def shown(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def only_pdf(folder: Path) -> Path:
    (file,) = folder.glob("*.pdf")
    return file


def dialog_of(opened: Opened) -> QFileDialog:
    return next(one for one in opened.window.findChildren(QFileDialog) if one.isVisible())


def type_place(opened: Opened, place: str) -> None:
    line = next(one for one in dialog_of(opened).findChildren(QLineEdit) if one.isVisible())
    line.setText(place)
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.walker.settle()


def test_a_lesson_is_saved_over_the_page_that_stays(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    opened.walker.press(opened.walker.first_button_with(" dibaca, ").accessibleName())
    page = opened.window.page
    assert isinstance(page, ReaderPage)
    opened.walker.press("Simpan PDF")
    save_as_offered(opened.walker)
    told = opened.window.question
    assert told is not None
    assert told.text() == "PDF tersimpan"
    file = only_pdf(tmp_path)
    assert file.name.startswith("materi-")
    assert str(file) in told.informativeText()
    assert says(file.read_bytes(), page.accessibleName())
    opened.walker.press("Selesai")
    assert opened.window.page is page


def test_the_sheet_of_the_chosen_phase_and_job_is_saved(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    for label, words in (("Fase lembar saku", "Sesudah"), ("Jabatan pada lembar saku", "Tenaga kesehatan")):
        box = next(one for one in opened.window.findChildren(QComboBox) if one.accessibleName() == label)
        box.setCurrentIndex(box.findText(words))
    opened.walker.press("Simpan lembar saku")
    save_as_offered(opened.walker)
    file = only_pdf(tmp_path)
    assert file.name == "lembar-saku-sesudah-tenaga-kesehatan.pdf"
    assert says(file.read_bytes(), "Sesudah (pemungutan suara) · Tenaga kesehatan")


@pytest.mark.parametrize(
    ("destination", "name", "words"),
    [
        (PrintPledge(), "ikrar-netralitas.pdf", "tidak menggantikan pakta integritas"),
        (PrintRule("surat-dukungan-ktp"), "kartu-jawaban-surat-dukungan-ktp.pdf", "Memberi surat dukungan"),
        (PrintSheet(Phase.BEFORE, "desa"), "lembar-saku-sebelum-kepala-dan-perangkat-desa.pdf", "Kepala dan perangkat"),
    ],
)
def test_other_rooms_only_name_what_they_want(
    open_window: OpenWindow, tmp_path: Path, destination: PrintPledge | PrintRule | PrintSheet, name: str, words: str
) -> None:
    opened = open_window()
    opened.window.go(destination)
    save_as_offered(opened.walker)
    assert says((tmp_path / name).read_bytes(), words)


def test_a_file_is_replaced_only_on_demand(open_window: OpenWindow, tmp_path: Path) -> None:
    there = tmp_path / "ikrar-netralitas.pdf"
    there.write_text("milik orang lain")
    opened = open_window()
    opened.window.go(PrintPledge())
    type_place(opened, str(there))
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Ganti berkas itu?"
    opened.walker.press("Batal")
    assert there.read_text() == "milik orang lain"
    opened.window.go(PrintPledge())
    type_place(opened, str(there))
    opened.walker.press("Ganti")
    assert says(there.read_bytes(), "tidak menggantikan")


def test_a_name_without_an_ending_gets_it(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.window.go(PrintPledge())
    type_place(opened, "ikrar saya")
    assert pages((tmp_path / "ikrar saya.pdf").read_bytes())


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    opened.window.go(PrintPledge())
    dialog = dialog_of(opened)
    dialog.fileSelected.emit(str(tmp_path / "tidak-ada" / "ikrar.pdf"))
    dialog.reject()
    opened.walker.settle()
    told = opened.window.question
    assert told is not None
    assert told.text() == "PDF belum tersimpan"
    assert "Folder itu tidak ditemukan" in told.informativeText()


def test_the_number_is_printed_only_when_wanted(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    become(opened, SITI)
    certificate_page(opened)
    assert not any("198609262015051001" in words for words in shown(opened))
    opened.walker.press("Simpan PDF")
    save_as_offered(opened.walker)
    opened.walker.press("Selesai")
    file = only_pdf(tmp_path)
    assert says(file.read_bytes(), "Nama: Siti Aminah")
    assert not says(file.read_bytes(), "198609262015051001")
    opened.walker.press("Cantumkan NIP/NI PPPK")
    assert "NIP/NI PPPK: 198609262015051001" in shown(opened)
    opened.walker.press("Simpan PDF")
    type_place(opened, "dengan-nip.pdf")
    assert says((tmp_path / "dengan-nip.pdf").read_bytes(), "NIP/NI PPPK: 198609262015051001")


@needs_zbar
def test_what_is_printed_is_what_was_shown_and_signed(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    become(opened, SITI)
    certificate_page(opened)
    seen = [words.replace("\N{ZERO WIDTH SPACE}", "") for words in shown(opened) if ": " in words]
    opened.walker.press("Simpan PDF")
    save_as_offered(opened.walker)
    pdf = only_pdf(tmp_path).read_bytes()
    for line in seen:
        assert says(pdf, line), line
    certificate = read(scanned(pdf, tmp_path)).certificate
    assert certificate is not None
    assert (certificate.name, certificate.nip, certificate.unit) == ("Siti Aminah", None, "Puskesmas Lewoleba")
    assert (certificate.right, certificate.total) == (26, 30)


def test_a_long_word_such_as_a_key_makes_no_letter_wider_than_the_page(open_window: OpenWindow) -> None:
    opened = open_window(scale=2.0, size=(1024, 700))
    become(opened, replace(SITI, unit="SekretariatDaerah" * 4))
    certificate_page(opened)
    assert any(words.startswith("Unit kerja: SekretariatDaerah") for words in shown(opened))
    for width in (1024, 1266, 1267, 1366):
        opened.window.resize(width, 700)
        opened.walker.settle()
        assert scrolls_sideways(opened.window) == [], width


def test_a_guest_gives_a_name_first(open_window: OpenWindow) -> None:
    opened = open_window()
    page = certificate_page(opened)
    opened.walker.press("Lihat isi surat")
    assert any("Isi nama Anda" in words for words in shown(opened))
    opened.walker.write("Nama", "Budi Santoso")
    assert page.unsaved
    opened.walker.press("Lihat isi surat")
    assert "Nama: Budi Santoso" in shown(opened)
    assert not page.unsaved
    assert opened.profile.person.name == "Budi Santoso"
    assert not any(one.accessibleName() == "Cantumkan NIP/NI PPPK" for one in page.findChildren(QComboBox))


def test_an_exam_that_was_not_passed_offers_none_and_gets_none(open_window: OpenWindow) -> None:
    opened = open_window()
    become(opened, SITI)
    failed = passed_exam(opened, wrong=20)
    opened.window.go(ShowResult(failed))
    opened.walker.settle()
    assert "Surat keterangan" not in shown(opened)
    opened.window.go(PrintCertificate(failed))
    opened.walker.settle()
    told = opened.window.question
    assert told is not None
    assert "yang lulus" in told.informativeText()


def test_the_tour_walks_to_paper(open_window: OpenWindow, tmp_path: Path) -> None:
    opened, taken = open_window(), list[str]()
    become(opened, SITI)
    walk(opened.walker, taken.append)
    opened.window.go(ShowResult(passed_exam(opened)))
    opened.walker.settle()
    certify(opened.walker, taken.append)
    assert taken == ["lembar-saku", "lembar-saku-tersimpan", "surat-keterangan", "surat-keterangan-tersimpan"]
    assert len(list(tmp_path.glob("*.pdf"))) == 3
