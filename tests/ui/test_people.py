"""People who share a computer never see one another's work, and change places in two clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.person import Person
from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.domain.remembering import AGAIN, askable, recall
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.destinations import BeginQuiz, ChoosePerson, MoveAway, MoveHere, OpenFile, Section
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.people.people_page import PeoplePage
from asnquiz.ui.people.who_page import WhoPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.score_file.page import ScoreFilePage
from asnquiz.ui.settings.page import SettingsPage
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.usecases.guard_profile import set_pin
from asnquiz.usecases.keep_preferences import SETTING, keep_preferences, own_preferences, preferences_of
from asnquiz.usecases.take_quiz import PracticePlan
from tests import builders
from tests.recalled import add_recalls
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.people import PIN, add, enter, lock, switch, type_into, words
from tests.ui.test_exam_clock import open_exam
from tests.ui.test_settings import choose


class Clicks(QObject):
    """Counts the presses of a mouse button that reach the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.count = 0
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and event.spontaneous():
            self.count += 1
        return False

    def stop(self) -> None:
        self._app.removeEventFilter(self)


def at_siapa_anda(opened: Opened) -> WhoPage:
    page = opened.window.page
    assert isinstance(page, WhoPage)
    return page


def test_one_person_without_a_pin_is_not_asked(open_window: OpenWindow) -> None:
    assert isinstance(open_window().window.page, HomePage)


def test_several_people_are_asked_at_the_next_start(open_window: OpenWindow) -> None:
    first = open_window()
    add(first, "Budi", unit="Dinas Contoh")
    first.window.close()
    first.walker.settle()
    again = open_window()
    at_siapa_anda(again)
    assert not again.window.rail.isVisible()
    shown = words(again)
    assert "Budi, Dinas Contoh" in shown
    assert "Tamu, sejak " in shown
    again.walker.press("Budi")
    assert isinstance(again.window.page, HomePage)
    assert again.journey.profile.person.name == "Budi"


def test_one_person_with_a_pin_is_asked_at_the_next_start(open_window: OpenWindow) -> None:
    first = open_window(guest=False)
    add(first, "Siti", pin=PIN)
    again = open_window(guest=False)
    at_siapa_anda(again)
    again.walker.press("Siti, dengan PIN")
    enter(again, PIN)
    assert isinstance(again.window.page, HomePage)


def test_changing_places_takes_two_clicks(open_window: OpenWindow, qapp: QApplication) -> None:
    opened = open_window()
    budi = add(opened, "Budi")
    clicks = Clicks(qapp)
    opened.walker.click(opened.window.rail.person)
    opened.walker.press("Budi")
    clicks.stop()
    assert opened.journey.profile == budi
    assert isinstance(opened.window.page, HomePage)
    assert clicks.count == 2


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_the_button_on_the_rail_is_reached_by_keys(open_window: OpenWindow, size: tuple[int, int]) -> None:
    opened = open_window(size=size)
    for _ in range(40):
        focused = opened.window.focusWidget()
        if focused is opened.window.rail.person:
            break
        opened.walker.key(Qt.Key.Key_Tab)
    assert opened.window.rail.person.accessibleName() == "Ganti orang, Tamu"
    opened.walker.key(Qt.Key.Key_Return)
    at_siapa_anda(opened)


def test_two_people_see_nothing_of_one_another(open_window: OpenWindow) -> None:
    opened = open_window()
    store, pack, walker = opened.learning.store, opened.journey.pack, opened.walker
    tamu = opened.profile
    add(opened, "Budi")
    add_recalls(store, tamu.id, pack.id, [recall(next(iter(askable(pack))), AGAIN, builders.moment(), None)])
    store.add_pledge(tamu.id, PledgeTaken(builders.moment(), "Teks ikrar"))
    walker.press("Kuis")
    walker.press("Mulai latihan semua fase")
    walker.press("Pengaturan")
    choose(opened, "Tema", 2)
    switch(opened, "Budi")
    assert opened.window.theme.name.value == "light"
    seen = {}
    for place in ("Beranda", "Kuis", "Ikrar", "Hasil saya"):
        walker.press(place)
        seen[place] = words(opened)
    assert "Mulai latihan ulang" not in seen["Beranda"]
    assert "Lanjutkan" not in seen["Beranda"]
    assert "Lanjutkan Latihan: semua fase" not in seen["Kuis"]
    assert "Terakhir dibaca" not in seen["Ikrar"]
    assert "Latihan: semua fase" not in seen["Hasil saya"]
    switch(opened, "Tamu")
    assert opened.window.theme.name.value == "dark"
    walker.press("Ikrar")
    assert "Terakhir dibaca" in words(opened)
    walker.press("Kuis")
    assert "Lanjutkan Latihan: semua fase" in words(opened)
    walker.press("Beranda")
    assert "Mulai latihan ulang" in words(opened)


def test_a_look_is_each_ones_own_and_the_last_one_is_kept_for_the_first_picture(open_window: OpenWindow) -> None:
    opened = open_window()
    store = opened.learning.store
    budi = add(opened, "Budi")
    large = Preferences(ThemeChoice.DARK, 200, 5)
    keep_preferences(large, store, budi.id)
    keep_preferences(Preferences(), store, opened.profile.id)
    switch(opened, "Budi")
    assert opened.window.theme.scale == 2.0
    assert preferences_of(store.setting(SETTING)) == large
    switch(opened, "Tamu")
    assert opened.window.theme.scale == 1.0
    assert preferences_of(store.setting(SETTING)) == Preferences()
    assert own_preferences(budi.id, store) == large


def test_somebody_new_chooses_a_size_and_a_name_and_has_a_look_of_their_own(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Ganti orang")
    opened.walker.press("Orang baru")
    assert isinstance(opened.window.page, WelcomePage)
    opened.walker.press("Ukuran huruf besar")
    opened.walker.write("Nama", "Budi")
    opened.walker.press("Mulai")
    opened.walker.press("Lewati")
    assert isinstance(opened.window.page, HomePage)
    assert opened.window.theme.scale == 1.5
    tamu, budi = opened.learning.store.profiles()
    assert budi.person == Person("Budi")
    switch(opened, "Tamu")
    assert opened.window.theme.scale == 1.0
    assert own_preferences(budi.id, opened.learning.store).text_percent == 150
    assert tamu.id == opened.journey.profile.id


def test_who_is_new_may_go_back_and_leaves_nothing(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    page = opened.window.page
    opened.walker.press("Ganti orang")
    opened.walker.press("Orang baru")
    opened.walker.press("Ukuran huruf sangat besar")
    opened.walker.press("Kembali")
    opened.walker.press("Tamu")
    assert opened.window.page is page
    assert opened.window.theme.scale == 1.0
    assert page is not None
    assert page.theme is opened.window.theme
    assert len(opened.learning.store.profiles()) == 1
    assert preferences_of(opened.learning.store.setting(SETTING)).text_percent == 100


def test_a_result_leads_to_the_next_person_where_there_are_several(open_window: OpenWindow) -> None:
    opened = open_window()
    budi = add(opened, "Budi")
    opened.window.go(BeginQuiz(PracticePlan(None, 1)))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, PracticePage)
    page.question.rows.choose(0)
    opened.walker.key(Qt.Key.Key_Y)
    if opened.window.page is page and not page.presenter.checked:
        pytest.skip("an ordering question has no first choice")
    opened.walker.press("Lihat hasil")
    assert isinstance(opened.window.page, ResultPage)
    opened.walker.press("Selesai, ganti orang")
    opened.walker.press("Budi")
    assert opened.journey.profile == budi


def test_typed_details_are_asked_about_before_changing_places(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    opened.walker.press("Pengaturan")
    opened.walker.write("Jabatan", "Analis")
    opened.walker.press("Ganti orang")
    assert opened.window.question is not None
    opened.walker.press("Simpan")
    at_siapa_anda(opened)
    assert opened.learning.store.profiles()[0].person.position == "Analis"


def test_who_was_erased_is_gone_and_the_others_are_asked(open_window: OpenWindow) -> None:
    opened = open_window()
    store, gone = opened.learning.store, opened.profile
    add(opened, "Budi", pin=PIN)
    opened.walker.press("Pengaturan")
    opened.walker.press("Buka Data saya")
    opened.walker.press("Hapus data saya")
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    opened.walker.press("Mengerti")
    at_siapa_anda(opened)
    assert "Tamu" not in words(opened)
    assert store.setting(f"preferences {gone.id}") is None
    opened.walker.press("Budi")
    enter(opened, PIN)
    assert isinstance(opened.window.page, HomePage)


def test_a_file_waits_until_somebody_is_in(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi", pin=PIN)
    lock(opened)
    opened.window.go(OpenFile(opened.database.parent / "tidak-ada.asnskor"))
    opened.walker.settle()
    at_siapa_anda(opened)
    assert opened.window.question is None
    opened.walker.press("Budi")
    enter(opened, PIN)
    told = opened.window.question
    assert told is not None
    assert told.text() == "Berkas belum dapat dibuka"
    assert not isinstance(opened.window.page, ScoreFilePage)


def test_the_page_about_people_says_what_a_pin_is_good_for(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    opened.walker.press("Pengaturan")
    opened.walker.press("Buka orang dan PIN")
    shown = words(opened)
    assert "rekan kerja" in shown
    assert "tidak kuat terhadap pemilik atau pengelola komputer" in shown
    assert "tidak ada yang terhapus" in shown
    assert "Budi" in shown


def set_a_pin(opened: Opened, pin: str, again: str) -> None:
    opened.walker.press("Pengaturan")
    opened.walker.press("Buka orang dan PIN")
    opened.walker.write("PIN baru", pin)
    opened.walker.write("Ulangi PIN baru", again)
    opened.walker.key(Qt.Key.Key_Return)


def dialog_line(opened: Opened) -> QLineEdit:
    over = opened.window.over
    assert over is not None
    return next(line for line in over.findChildren(QLineEdit) if line.isVisible())


def test_a_pin_is_set_changed_and_removed_by_its_owner_only(open_window: OpenWindow) -> None:
    opened = open_window()
    set_a_pin(opened, "13a", "13a")
    assert "4 sampai 12 angka" in words(opened)
    set_a_pin(opened, "1357", "1358")
    assert "tidak sama" in words(opened)
    assert not opened.profile.has_pin
    set_a_pin(opened, "1357", "1357")
    assert isinstance(opened.window.page, PeoplePage)
    assert "PIN terpasang." in words(opened)
    assert opened.profile.has_pin
    assert opened.journey.profile.has_pin
    set_a_pin(opened, PIN, PIN)
    type_into(opened, dialog_line(opened), "9999")
    assert "PIN keliru" in words(opened)
    type_into(opened, dialog_line(opened), "1357")
    assert opened.window.over is None
    assert opened.learning.store.try_pin(opened.profile.id, PIN, 0)[0]
    opened.walker.press("Hapus PIN")
    opened.walker.press("Batal")
    assert opened.profile.has_pin
    opened.walker.press("Hapus PIN")
    type_into(opened, dialog_line(opened), PIN)
    assert not opened.profile.has_pin
    assert "Belum ada PIN" in words(opened)


def test_the_pin_is_asked_before_everything_is_erased(open_window: OpenWindow) -> None:
    opened = open_window()
    set_a_pin(opened, PIN, PIN)
    opened.walker.press("Kembali ke Pengaturan")
    assert isinstance(opened.window.page, SettingsPage)
    opened.walker.press("Buka Data saya")
    opened.walker.press("Hapus data saya")
    opened.walker.press("Saya mengerti")
    opened.walker.press("Hapus semuanya")
    assert opened.learning.store.profiles() != ()
    type_into(opened, dialog_line(opened), PIN)
    assert opened.learning.store.profiles() == ()


def test_kunci_is_there_for_whoever_has_a_pin_and_needs_no_answer(open_window: OpenWindow) -> None:
    opened = open_window()
    assert "Kunci" not in words(opened).split("\n")
    set_a_pin(opened, PIN, PIN)
    opened.walker.press("Pengaturan")
    opened.walker.write("Jabatan", "Analis")
    page = opened.window.page
    opened.walker.press("Kunci")
    at_siapa_anda(opened)
    assert "Analis" not in words(opened)
    opened.walker.press("Tamu")
    enter(opened, PIN)
    assert opened.window.page is page
    line = next(one for one in opened.window.findChildren(QLineEdit) if one.accessibleName() == "Jabatan")
    assert line.text() == "Analis"


def test_no_destination_opens_while_nobody_is_in(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    lock(opened)
    for place in Section:
        opened.window.go(place)
        opened.walker.settle()
        at_siapa_anda(opened)


def test_going_away_twice_is_going_away_once(open_window: OpenWindow) -> None:
    opened = open_window()
    page = opened.window.page
    lock(opened)
    lock(opened)
    opened.walker.press("Tamu")
    assert opened.window.page is page


def test_an_exam_names_whoever_sits_it(open_window: OpenWindow) -> None:
    opened, page, _ = open_exam(open_window)
    add(opened, "Budi")
    lock(opened)
    opened.walker.press("Budi")
    assert opened.window.page is not page
    assert opened.learning.store.summaries(opened.journey.profile.id) == ()
    opened.window.go(ChoosePerson())
    opened.walker.settle()
    QTest.qWait(0)
    opened.walker.press("Tamu")
    assert "Simulasi ujian" in words(opened)


def moved(opened: Opened, name: str) -> tuple[Path, str]:
    """The file with which somebody here would move, and its code."""
    opened.window.go(MoveAway())
    opened.walker.settle()
    opened.walker.press("Simpan berkas pindah")
    file = save_as_offered(opened.walker)
    code = opened.window.findChildren(QLabel, "code")[0].text()
    return file.replace(file.with_name(f"{name}.asnpindah")), code


def test_a_move_file_does_not_open_what_a_pin_guards(open_window: OpenWindow) -> None:
    opened = open_window()
    file, code = moved(opened, "tamu")
    opened.journey.show_person(set_pin(opened.profile, PIN, opened.learning.store))
    add(opened, "Budi")
    switch(opened, "Budi")
    opened.window.go(OpenFile(file))
    opened.walker.settle()
    opened.walker.write("Kode", code)
    opened.walker.press("Buka berkas")
    opened.walker.press("Ambil ke komputer ini")
    opened.walker.press("Mengerti")
    at_siapa_anda(opened)
    assert opened.journey.known is None
    opened.walker.press("Tamu")
    assert not isinstance(opened.window.page, HomePage)
    enter(opened, PIN)
    assert isinstance(opened.window.page, HomePage)


def test_a_move_file_that_is_handed_over_waits_until_somebody_is_in(open_window: OpenWindow) -> None:
    opened = open_window()
    file, _ = moved(opened, "tamu")
    lock(opened)
    opened.window.go(OpenFile(file))
    opened.walker.settle()
    at_siapa_anda(opened)


def test_who_is_new_may_bring_a_move_file_or_turn_back(open_window: OpenWindow) -> None:
    opened = open_window()
    file, code = moved(opened, "tamu")
    lock(opened)
    opened.walker.press("Orang baru")
    opened.window.go(MoveHere(file))
    opened.walker.settle()
    opened.walker.press("Batal")
    at_siapa_anda(opened)
    opened.walker.press("Orang baru")
    opened.window.go(MoveHere(file))
    opened.walker.settle()
    opened.walker.write("Kode", code)
    opened.walker.press("Buka berkas")
    opened.walker.press("Ambil ke komputer ini")
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, HomePage)
    assert opened.window.aside is None


def test_the_lock_time_is_kept_at_once_and_leaves_the_text_size_alone(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press("Buka orang dan PIN")
    opened.walker.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.theme.scale == 1.25
    choose(opened, "Kunci setelah", 2)
    kept = own_preferences(opened.profile.id, opened.learning.store)
    assert kept == Preferences(text_percent=125, idle_minutes=30)
    assert opened.window.theme.scale == 1.25


def test_siapa_anda_grows_with_the_keys_and_nobody_keeps_that(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    lock(opened)
    opened.walker.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    at_siapa_anda(opened)
    assert opened.window.theme.scale == 1.25
    assert opened.window.question is None
    opened.walker.key(Qt.Key.Key_F1)
    assert opened.window.over is not None
    opened.walker.key(Qt.Key.Key_Escape)
    opened.walker.press("Tamu")
    assert opened.window.theme.scale == 1.0
