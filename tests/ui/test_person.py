"""What is known of the person: corrected in Pengaturan, never lost unasked, erased for good when wished."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from asnquiz.domain.person import Employment, Person
from asnquiz.storage.learner import LearnerDatabase
from asnquiz.ui.destinations import HandOver
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.own_data.page import OwnDataPage
from asnquiz.ui.results.hand_over_page import HandOverPage
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.ui.widgets.select import Select
from asnquiz.usecases.know_person import welcome
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, ForgetfulStore


def words(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def line(opened: Opened, label: str) -> QLineEdit:
    lines = opened.window.findChildren(QLineEdit)
    return next(one for one in lines if one.isVisible() and one.accessibleName() == label)


Place = Callable[[Opened], Opened]


def at_settings(opened: Opened) -> Opened:
    opened.walker.press("Pengaturan")
    return opened


def at_hand_over(opened: Opened) -> Opened:
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    (exam,) = opened.learning.store.summaries(opened.profile.id)
    opened.window.go(HandOver(exam.id))
    opened.walker.settle()
    assert isinstance(opened.window.page, HandOverPage)
    return opened


def test_everything_typed_is_kept_as_understood(open_window: OpenWindow) -> None:
    opened = at_settings(open_window())
    opened.walker.write("Nama", " Siti  Aminah, S.Sos. ")
    opened.walker.write("NIP/NI PPPK", "19850312 201001 2 004")
    opened.walker.write("Jabatan", "Analis")
    opened.walker.write("Unit kerja", "Dinas Arsip")
    status = next(one for one in opened.window.findChildren(Select) if one.accessibleName() == "Status kepegawaian")
    assert [status.itemText(index) for index in range(status.count())] == [
        "Tidak diisi",
        "PNS",
        "CPNS",
        "PPPK",
        "Non-ASN",
        "Perangkat desa",
    ]
    status.setFocus()
    QTest.keyClick(status, Qt.Key.Key_Down)
    assert "Belum disimpan" in words(opened)
    opened.walker.press("Simpan data diri")
    assert opened.profile.person == Person(
        "Siti Aminah, S.Sos.", "198503122010012004", "Analis", "Dinas Arsip", Employment.PNS
    )
    assert "Tersimpan" in words(opened)
    assert line(opened, "Nama").text() == "Siti Aminah, S.Sos."
    opened.walker.write("Jabatan", "Arsiparis")
    assert "Tersimpan" not in words(opened)


def test_nothing_is_called_saved_that_is_not(open_window: OpenWindow) -> None:
    store = ForgetfulStore()
    opened = at_settings(open_window(store=store.before))
    opened.walker.write("Nama", "Siti")
    store.full = True
    opened.walker.press("Simpan data diri")
    told = opened.window.question
    assert told is not None
    assert (told.text(), told.informativeText()) == ("Data diri belum tersimpan", FULL_DISK)
    opened.walker.press("Mengerti")
    assert "Tersimpan" not in words(opened)
    assert line(opened, "Nama").text() == "Siti"
    store.full = False
    opened.walker.press("Simpan data diri")
    assert "Tersimpan" in words(opened)


def test_what_is_wrong_is_said_beside_its_line_and_the_first_has_the_focus(open_window: OpenWindow) -> None:
    opened = at_settings(open_window())
    opened.walker.write("Nama", "a" * 151)
    opened.walker.write("NIP/NI PPPK", "12345")
    opened.walker.press("Simpan data diri")
    assert opened.window.focusWidget() is line(opened, "Nama")
    assert "150 huruf" in line(opened, "Nama").accessibleDescription()
    assert "18 angka" in line(opened, "NIP/NI PPPK").accessibleDescription()
    assert any("151 huruf" in one for one in words(opened))
    assert opened.profile.person == Person()


def test_enter_in_a_line_saves(open_window: OpenWindow) -> None:
    opened = at_settings(open_window())
    opened.walker.write("Nama", "Siti")
    opened.walker.key(Qt.Key.Key_Return)
    assert opened.profile.person.name == "Siti"


def test_the_number_is_counted_in_words_under_its_line(open_window: OpenWindow) -> None:
    opened = at_settings(open_window())
    opened.walker.write("NIP/NI PPPK", "198503122010")
    assert "12 dari 18 angka." in words(opened)
    assert line(opened, "NIP/NI PPPK").accessibleDescription() == "12 dari 18 angka."
    opened.walker.write("NIP/NI PPPK", "x")
    assert "hanya angka" in line(opened, "NIP/NI PPPK").accessibleDescription()


def test_another_look_keeps_what_was_typed_and_the_focus(open_window: OpenWindow) -> None:
    opened = at_settings(open_window())
    opened.walker.write("Nama", "Siti")
    opened.walker.write("NIP/NI PPPK", "1985")
    sizes = next(one for one in opened.window.findChildren(Select) if one.accessibleName() == "Ukuran huruf")
    sizes.setFocus()
    opened.walker.key(Qt.Key.Key_Down)
    assert opened.window.theme.scale == 1.25
    assert opened.window.question is None
    assert line(opened, "Nama").text() == "Siti"
    assert line(opened, "NIP/NI PPPK").text() == "1985"
    assert "Belum disimpan" in words(opened)
    now = opened.window.focusWidget()
    assert now is not None
    assert now.accessibleName() == "Ukuran huruf"


@pytest.mark.parametrize("place", [at_settings, at_hand_over])
class TestUnsaved:
    """Leaving with something typed asks; nothing typed, nothing asked."""

    def test_saving_goes_on_where_the_person_wanted_to(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("Nama", "Siti")
        opened.walker.press("Beranda")
        asked = opened.window.question
        assert asked is not None
        assert asked.text() == "Data diri belum disimpan"
        opened.walker.press("Simpan")
        assert isinstance(opened.window.page, HomePage)
        assert opened.profile.person.name == "Siti"

    def test_going_back_leaves_everything_as_it_was(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("Jabatan", "Analis")
        page = opened.window.page
        opened.walker.press("Beranda")
        opened.walker.press("Kembali")
        assert opened.window.page is page
        assert line(opened, "Jabatan").text() == "Analis"

    def test_it_may_be_left_unsaved(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("Nama", "Siti")
        opened.walker.press("Beranda")
        opened.walker.press("Jangan simpan")
        assert isinstance(opened.window.page, HomePage)
        assert opened.profile.person == Person()

    def test_what_cannot_be_saved_keeps_the_person_there(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("NIP/NI PPPK", "1985")
        page = opened.window.page
        opened.walker.press("Beranda")
        opened.walker.press("Simpan")
        assert opened.window.page is page
        assert opened.window.focusWidget() is line(opened, "NIP/NI PPPK")

    def test_closing_asks_too_and_saves(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("Nama", "Siti")
        opened.window.close()
        opened.window.close()
        opened.walker.settle()
        assert opened.window.isVisible()
        opened.walker.press("Simpan")
        assert not opened.window.isVisible()
        assert opened.profile.person.name == "Siti"

    def test_closing_without_saving(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.write("Nama", "Siti")
        opened.window.close()
        opened.walker.press("Jangan simpan")
        assert not opened.window.isVisible()
        assert opened.profile.person == Person()

    def test_nothing_typed_is_nothing_asked(self, open_window: OpenWindow, place: Place) -> None:
        opened = place(open_window())
        opened.walker.press("Beranda")
        assert isinstance(opened.window.page, HomePage)


class Folders(QObject):
    """Takes the place of the operating system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def folders() -> Iterator[Folders]:
    taking = Folders()
    # The stub asks for bytes, which PySide 6.11 refuses.
    QDesktopServices.setUrlHandler("file", taking, "show")  # type: ignore[arg-type]
    yield taking
    QDesktopServices.unsetUrlHandler("file")


def at_own_data(opened: Opened) -> Opened:
    at_settings(opened)
    opened.walker.press("Buka Data saya")
    return opened


def test_the_data_folder_is_opened(open_window: OpenWindow, folders: Folders) -> None:
    opened = at_own_data(open_window())
    assert str(opened.database.parent) in [label.text() for label in opened.labels()]
    opened.walker.press("Buka folder data")
    assert folders.opened == [str(opened.database.parent)]


@pytest.mark.qt_log_ignore("This plugin does not support QPlatformServices", extend=True)
def test_a_folder_that_cannot_be_opened_is_told_with_its_place(open_window: OpenWindow) -> None:
    opened = at_own_data(open_window())
    opened.walker.press("Buka folder data")
    told = opened.window.question
    assert told is not None
    assert told.text() == "Folder belum terbuka"
    assert str(opened.database.parent) in told.informativeText()


def ask_to_erase(opened: Opened) -> QPushButton:
    at_own_data(opened)
    opened.walker.press("Hapus data saya")
    erase = opened.walker.button("Hapus semuanya")
    assert isinstance(erase, QPushButton)
    return erase


def test_erasing_takes_two_deliberate_steps(open_window: OpenWindow) -> None:
    store = ForgetfulStore()
    opened = open_window(store=store.before)
    assert not ask_to_erase(opened).isEnabled()
    asked = opened.window.question
    assert asked is not None
    default = asked.defaultButton()
    assert isinstance(default, QPushButton)
    assert default.text() == "Jangan hapus"
    opened.walker.press("Saya mengerti")
    QTest.keyClick(opened.walker.button("Saya mengerti"), Qt.Key.Key_Return)
    opened.walker.settle()
    assert opened.window.question is None
    assert len(opened.learning.store.profiles()) == 1, "Enter means the safe answer, also with the box ticked"
    opened.walker.press("Hapus data saya")
    asked = opened.window.question
    assert asked is not None
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    opened.walker.settle()
    assert len(opened.learning.store.profiles()) == 1


def test_after_erasing_the_last_person_it_is_the_first_start_again(open_window: OpenWindow) -> None:
    store = ForgetfulStore()
    opened = open_window(store=store.before)
    ask_to_erase(opened)
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    assert opened.learning.store.profiles() == ()
    assert isinstance(opened.window.page, WelcomePage)
    assert not opened.window.rail.isVisible()
    told = opened.window.question
    assert told is not None
    assert "sudah dihapus" in told.text()
    opened.walker.press("Mengerti")
    opened.walker.write("Nama", "Budi")
    opened.walker.press("Mulai")
    assert [profile.person.name for profile in opened.learning.store.profiles()] == ["Budi"]


def test_after_erasing_one_of_several_the_next_one_is_there(open_window: OpenWindow) -> None:
    store = ForgetfulStore()
    opened = open_window(store=store.before)
    learning = opened.learning
    next_one = welcome("Budi", store=learning.store, clock=learning.clock, profile_id=uuid4())
    ask_to_erase(opened)
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    opened.walker.press("Mengerti")
    assert learning.store.profiles() == (next_one,)
    assert isinstance(opened.window.page, HomePage)
    assert "Budi" in words(opened)


def test_an_erasing_that_fails_is_told_and_everything_is_still_there(open_window: OpenWindow) -> None:
    store = ForgetfulStore()
    opened = open_window(store=store.before)
    ask_to_erase(opened)
    store.full = True
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    told = opened.window.question
    assert told is not None
    assert (told.text(), told.informativeText()) == ("Data Anda belum terhapus", FULL_DISK)
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, OwnDataPage)
    assert len(opened.learning.store.profiles()) == 1


@pytest.mark.skipif(not hasattr(LearnerDatabase, "erase"), reason="the database erases nobody yet")
def test_the_database_keeps_nothing_of_somebody_erased(open_window: OpenWindow) -> None:
    opened = at_hand_over(open_window())
    opened.walker.write("Nama", "Siti Aminah Xyzzyva")
    opened.walker.write("NIP/NI PPPK", "198503122010012004")
    opened.walker.press("Lihat isi berkas")
    ask_to_erase(opened)
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    assert opened.learning.store.profiles() == ()
    assert isinstance(opened.window.page, WelcomePage)
    files = [file for file in opened.database.parent.rglob("*") if file.is_file()]
    holding = [file.name for file in files if b"Xyzzyva" in (data := file.read_bytes()) or b"19850312201001" in data]
    assert holding == []
