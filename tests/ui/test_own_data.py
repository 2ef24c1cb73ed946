"""Data saya at the window: a copy that says everything, a person who moves over, and going back to a backup."""

import datetime as dt
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.destinations import BeginQuiz, MoveAway, OpenFile, OwnData, Section, ShowBackups
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.own_data.arrival_page import ArrivalPage
from asnquiz.ui.own_data.backups_page import BackupsPage
from asnquiz.ui.own_data.page import OwnDataPage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.usecases.copy_data import MEANINGS
from asnquiz.usecases.take_quiz import ExamPlan
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_documents import passed_exam
from tests.ui.screens_own_data import brought_file
from tests.ui.stores import FULL_DISK, StoreFront


def words_on(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def told(opened: Opened) -> tuple[str, str]:
    message = opened.window.question
    assert message is not None
    return message.text(), message.informativeText()


def go(opened: Opened, place: object) -> Opened:
    opened.window.go(place)  # type: ignore[arg-type]
    opened.walker.settle()
    return opened


def names_in(value: object) -> set[str]:
    """Every name of a JSON value, but for those of settings, which are the person's."""
    if isinstance(value, list):
        return {name for one in value for name in names_in(one)}
    if not isinstance(value, dict):
        return set()
    below = {name for key, one in value.items() if key not in ("settings", "names") for name in names_in(one)}
    return set(value) | below


def test_the_copy_holds_everything_and_says_what_each_name_means(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    store, clock, who = opened.learning.store, opened.learning.clock, opened.profile.id
    store.keep_person(who, Person("Siti Aminah", "198609262015051001"))
    exam = passed_exam(opened)
    store.mark_read(who, opened.journey.pack.id, "mengapa-netral", clock.now())
    store.keep_setting(f"pin {who}", "rahasia")
    go(opened, OwnData())
    assert "siapa pun yang memegangnya dapat membaca isinya" in words_on(opened)
    opened.walker.press("Simpan salinan")
    file = save_as_offered(opened.walker)
    assert told(opened) == ("Salinan data tersimpan", str(file))
    text = file.read_text("utf-8")
    kept = json.loads(text)
    assert text.startswith('{\n  "schema": "asnquiz/data-copy/1",\n')
    assert "rahasia" not in text
    assert kept["data"]["owner"]["person"]["nip"] == "198609262015051001"
    attempt = kept["data"]["attempts"][0]
    assert attempt["attempt"]["id"] == str(exam)
    assert attempt["score"] == {"right": 26, "total": 30}
    assert len(attempt["attempt"]["items"]) == 30
    assert len(attempt["attempt"]["responses"]) == 26
    assert kept["data"]["learning"][0]["lessons"][0]["lesson"] == "mengapa-netral"
    assert kept["names"] == dict(MEANINGS)
    assert names_in(kept) <= MEANINGS.keys() | {"names"}


def moved_out(opened: Opened) -> tuple[Path, str]:
    """The file of whoever is here, and the code that the screen shows."""
    go(opened, MoveAway())
    opened.walker.press("Simpan berkas pindah")
    file = save_as_offered(opened.walker)
    return file, opened.window.findChildren(QLabel, "code")[0].text()


def test_a_move_file_opens_under_the_code_on_screen_which_is_nowhere_in_it(open_window: OpenWindow) -> None:
    opened = open_window()
    passed_exam(opened)
    file, code = moved_out(opened)
    assert str(file) in words_on(opened)
    assert "Data Anda di komputer ini tidak berkurang" in words_on(opened)
    assert code.encode() not in file.read_bytes()
    go(opened, OpenFile(file))
    opened.walker.write("Kode", code.lower().replace("-", " "))
    opened.walker.press("Buka berkas")
    assert "Orang ini sudah ada di komputer ini" in words_on(opened)
    before = opened.learning.store.holdings(opened.profile.id)
    opened.walker.press("Ambil ke komputer ini")
    assert told(opened)[0] == "Data tamu sudah ada di komputer ini"
    assert opened.learning.store.holdings(opened.profile.id) == before


def test_a_wrong_code_is_told_over_the_code_that_stays(open_window: OpenWindow) -> None:
    opened = open_window()
    file, _ = moved_out(opened)
    go(opened, OpenFile(file))
    opened.walker.write("Kode", "0000-0000-0000-0000")
    opened.walker.press("Buka berkas")
    title, words = told(opened)
    assert title == "Berkas belum dapat dibuka"
    assert "Kode itu tidak membuka berkas ini" in words
    opened.walker.press("Mengerti")
    line = next(one for one in opened.window.findChildren(QLineEdit) if one.accessibleName() == "Kode")
    assert line.text() == "0000-0000-0000-0000"


def test_somebody_with_a_new_computer_comes_in_from_the_first_page(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window(guest=False)
    file, code = brought_file(tmp_path)
    opened.walker.press("Pindah dari komputer lain")
    dialog = next(one for one in opened.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    opened.walker.settle()
    assert isinstance(opened.window.page, ArrivalPage)
    assert not opened.window.rail.isVisible()
    opened.walker.write("Kode", code)
    opened.walker.press("Buka berkas")
    assert "Nama: Siti Aminah" in words_on(opened)
    assert opened.learning.store.profiles() == (), "nothing is kept before one has seen it"
    opened.walker.press("Ambil ke komputer ini")
    assert told(opened)[0] == "Data Siti Aminah sudah ada di komputer ini"
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, HomePage)
    assert opened.window.rail.isVisible()
    assert opened.journey.profile.person.name == "Siti Aminah"
    summary = opened.learning.store.summaries(opened.profile.id)[0]
    assert opened.learning.clock.now().counter > summary.started.counter


def test_who_gives_up_coming_in_is_at_the_first_start_again(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window(guest=False)
    file, _ = brought_file(tmp_path)
    go(opened, OpenFile(file))
    opened.walker.press("Batal")
    assert isinstance(opened.window.page, WelcomePage)


def test_a_move_file_waits_for_an_exam_that_is_on_screen(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    file, _ = brought_file(tmp_path)
    go(opened, BeginQuiz(ExamPlan()))
    go(opened, OpenFile(file))
    assert isinstance(opened.window.page, ExamPage)
    assert "Selesaikan atau jeda dahulu" in told(opened)[1]


def test_what_is_no_move_file_is_refused_before_a_code_is_asked_for(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    file = tmp_path / "lain.asnpindah"
    file.write_bytes(b"bukan apa-apa")
    go(opened, OpenFile(file))
    assert "Ini bukan berkas pindah ASN Netral" in told(opened)[1]
    assert isinstance(opened.window.page, HomePage)


def test_going_back_to_a_backup_asks_first_and_goes_on_as_after_a_start(open_window: OpenWindow) -> None:
    opened = open_window()
    store = opened.learning.store
    store.keep_person(opened.profile.id, Person("Siti Aminah"))
    store.back_up(dt.date(2026, 11, 20))
    exam = passed_exam(opened)
    store.keep_person(opened.profile.id, Person("Siti Aminah, S.Kep."))
    go(opened, ShowBackups())
    opened.walker.press("Pulihkan cadangan 20 November 2026")
    question, words = told(opened)
    assert question == "Pulihkan cadangan ini?"
    assert "Data semua orang di komputer ini kembali seperti ketika cadangan itu dibuat" in words
    opened.walker.press("Batal")
    assert store.summaries(opened.profile.id)[0].id == exam
    opened.walker.press("Pulihkan cadangan 20 November 2026")
    opened.walker.press("Pulihkan")
    assert told(opened)[0] == "Cadangan sudah dipulihkan"
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, HomePage)
    assert opened.journey.profile.person.name == "Siti Aminah"
    assert store.summaries(opened.profile.id) == ()
    passed_exam(opened)
    assert opened.learning.clock.now().counter > store.highest_counter()
    go(opened, ShowBackups())
    assert "Keadaan sebelum cadangan lain dipulihkan" in words_on(opened)


def test_a_backup_from_before_anybody_was_here_leads_to_the_first_start(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.learning.store.back_up(dt.date(2026, 11, 20))
    opened.walker.press("Coba dulu")
    go(opened, ShowBackups())
    opened.walker.press("Pulihkan cadangan")
    opened.walker.press("Pulihkan")
    assert isinstance(opened.window.page, WelcomePage)


class Unwilling(StoreFront):
    """Restores nothing and takes nobody in."""

    def restore(self, *_: object) -> None:
        raise Refusal(FULL_DISK)


def test_a_backup_that_cannot_be_restored_is_told_over_the_list(open_window: OpenWindow) -> None:
    opened = open_window(store=Unwilling().before)
    opened.learning.store.back_up(dt.date(2026, 11, 20))
    go(opened, ShowBackups())
    opened.walker.press("Pulihkan cadangan")
    opened.walker.press("Pulihkan")
    assert told(opened) == ("Cadangan belum dipulihkan", FULL_DISK)
    assert isinstance(opened.window.page, BackupsPage)


@pytest.mark.parametrize("place", [OwnData(), MoveAway(), ShowBackups()])
def test_every_page_of_it_leads_back_to_where_one_came_from(open_window: OpenWindow, place: object) -> None:
    opened = go(open_window(), place)
    opened.walker.press("Kembali ke")
    if not isinstance(place, OwnData):
        assert isinstance(opened.window.page, OwnDataPage)
        opened.walker.press("Kembali ke Pengaturan")
    assert opened.window.page is not None
    assert opened.window.page.section is Section.SETTINGS
