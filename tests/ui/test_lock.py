"""The lock: what stood on screen stands there again, nothing of it is seen meanwhile, and time does not go on."""

import threading
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import PauseCause
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.idle import IdleWatch
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.people.who_page import WhoPage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.panel import Panel
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.people import PIN, add, enter, lock, words
from tests.ui.stores import FULL_DISK, FullStore, SlowStore
from tests.ui.test_exam_clock import SECOND, MovableClock, open_exam

HOUR = 3_600 * SECOND


def watch_of(opened: Opened) -> IdleWatch:
    return opened.window.findChildren(IdleWatch)[0]


def pass_time(clock: MovableClock, milliseconds: int) -> None:
    clock.monotonic += milliseconds
    clock.wall += milliseconds


def pick(opened: Opened, page: ExamPage) -> None:
    opened.walker.answer(right_answer(page.question.item))


def test_a_picked_answer_and_the_time_left_are_there_again(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    attempt = page.presenter.sitting.attempt.id
    pick(opened, page)
    before = page.presenter.remaining_ms
    opened.walker.button("Ragu-ragu").setFocus()
    focused = opened.window.focusWidget()
    lock(opened)
    assert "Soal 1" not in words(opened)
    pass_time(clock, HOUR)
    opened.walker.press("Tamu")
    assert opened.window.page is page
    assert page.isVisible()
    assert page.picked() == right_answer(page.question.item)
    assert opened.window.focusWidget() is focused
    assert before - page.presenter.remaining_ms < 5 * SECOND
    kept = opened.learning.store.attempt(attempt)
    assert kept.responses == (), "picked is not saved"
    (pause,) = kept.pauses
    assert pause.cause is PauseCause.CLOSED
    assert abs(pause.wall_ms - HOUR) < 5 * SECOND
    clock.pass_time(page, 60 * SECOND)
    assert before - page.presenter.remaining_ms >= 60 * SECOND, "the clock goes on"
    opened.walker.press("Simpan dan lanjutkan")
    assert opened.learning.store.attempt(attempt).answered == 1


def test_the_clock_does_not_tick_behind_the_lock(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    lock(opened)
    before = page.presenter.remaining_ms
    pass_time(clock, 15 * SECOND)
    page.presenter.tick()
    opened.walker.settle()
    assert page.presenter.remaining_ms == before


def test_another_person_finds_nothing_and_what_was_picked_is_kept_with_the_pause(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    attempt, before = page.presenter.sitting.attempt.id, page.presenter.remaining_ms
    add(opened, "Budi")
    pick(opened, page)
    lock(opened)
    pass_time(clock, HOUR)
    opened.walker.press("Budi")
    assert isinstance(opened.window.page, HomePage)
    assert "Simulasi ujian ·" not in words(opened)
    kept = opened.learning.store.attempt(attempt)
    assert kept.answered == 1
    assert kept.remaining_ms is not None
    assert before - kept.remaining_ms < 5 * SECOND
    assert abs(sum(pause.wall_ms for pause in kept.pauses) - HOUR) < 5 * SECOND


def test_closing_behind_the_lock_keeps_everything(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    attempt, before = page.presenter.sitting.attempt.id, page.presenter.remaining_ms
    pick(opened, page)
    lock(opened)
    pass_time(clock, HOUR)
    opened.window.close()
    opened.walker.settle()
    assert not opened.window.isVisible()
    again = open_learner_database(opened.database)
    kept = again.attempt(attempt)
    again.close()
    assert kept.answered == 1
    assert kept.remaining_ms is not None
    assert before - kept.remaining_ms < 5 * SECOND
    assert abs(sum(pause.wall_ms for pause in kept.pauses) - HOUR) < 5 * SECOND


def test_closing_behind_the_lock_asks_about_what_was_typed(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.write("Jabatan", "Analis")
    lock(opened)
    opened.window.close()
    assert opened.window.question is not None
    opened.walker.press("Simpan")
    assert not opened.window.isVisible()
    again = open_learner_database(opened.database)
    assert again.profiles()[0].person.position == "Analis"
    again.close()


def test_a_question_over_the_page_closes_by_its_safe_answer(open_window: OpenWindow) -> None:
    opened, page, _ = open_exam(open_window)
    opened.walker.press("Selesai ujian …")
    lock(opened)
    assert opened.window.over is None
    opened.walker.press("Tamu")
    assert opened.window.page is page
    assert not page.presenter.over


def test_a_card_of_law_and_a_file_dialog_close(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    opened.walker.press("Simpan lembar saku")
    assert isinstance(opened.window.over, QFileDialog)
    lock(opened)
    assert opened.window.over is None
    opened.walker.press("Tamu")
    opened.walker.press(opened.walker.first_button_with(" dibaca, ").accessibleName())
    note = opened.window.findChildren(LawNote)[0]
    opened.walker.click(note)
    assert isinstance(opened.window.over, Panel)
    lock(opened)
    assert opened.window.over is None


def test_a_message_that_nobody_has_read_comes_again(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.report("Jawaban belum tersimpan", FULL_DISK)
    lock(opened)
    assert opened.window.question is None
    opened.walker.press("Tamu")
    told = opened.window.question
    assert told is not None
    assert (told.text(), told.informativeText()) == ("Jawaban belum tersimpan", FULL_DISK)


def test_saving_goes_on_behind_the_lock_and_what_fails_is_told_to_its_person_only(open_window: OpenWindow) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    attempt = page.presenter.sitting.attempt.id
    pick(opened, page)
    page.presenter.save_and_advance()
    assert store.reached.wait(10)
    threading.Timer(0.2, store.gate.set).start()
    lock(opened)
    assert opened.learning.store.attempt(attempt).answered == 1
    opened.walker.press("Tamu")
    assert "Jawaban 1 tersimpan" in words(opened)


def test_what_could_not_be_saved_behind_the_lock_waits_for_its_person(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    add(opened, "Budi")
    pick(opened, page)
    lock(opened)
    store.full = True
    opened.walker.press("Budi")
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Pekerjaan Tamu belum tersimpan"
    opened.walker.press("Batal")
    store.full = False
    opened.walker.press("Tamu")
    assert page.isVisible()
    told = opened.window.question
    assert told is not None
    assert told.text() == "Jawaban belum tersimpan"
    opened.walker.press("Mengerti")
    assert page.picked() == right_answer(page.question.item)


def test_another_person_may_try_again_or_come_in_all_the_same(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    attempt = page.presenter.sitting.attempt.id
    budi = add(opened, "Budi")
    pick(opened, page)
    lock(opened)
    store.full = True
    opened.walker.press("Budi")
    opened.walker.press("Coba lagi")
    assert opened.window.question is not None, "still full"
    store.full = False
    opened.walker.press("Coba lagi")
    assert opened.journey.profile == budi
    assert opened.learning.store.attempt(attempt).answered == 1


def test_a_page_that_comes_for_somebody_away_is_shown_when_they_are_back(open_window: OpenWindow) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    pick(opened, page)
    page.presenter.save_and_advance()
    page.presenter.finish()
    threading.Timer(0.2, store.gate.set).start()
    lock(opened)
    assert isinstance(opened.window.page, WhoPage)
    opened.walker.press("Tamu")
    assert isinstance(opened.window.page, ResultPage)


def test_a_page_that_comes_for_somebody_gone_is_never_shown(open_window: OpenWindow) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    budi = add(opened, "Budi")
    pick(opened, page)
    page.presenter.save_and_advance()
    page.presenter.finish()
    threading.Timer(0.2, store.gate.set).start()
    lock(opened)
    opened.walker.press("Budi")
    assert opened.journey.profile == budi
    assert isinstance(opened.window.page, HomePage)


def test_it_locks_after_the_minutes_chosen_without_a_hand(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    opened.journey.wear(replace(Preferences(), idle_minutes=5))
    watch = watch_of(opened)
    assert watch.timer.isActive()
    assert watch.timer.interval() == 5 * 60_000
    watch.timer.timeout.emit()
    opened.walker.settle()
    assert isinstance(opened.window.page, WhoPage)
    assert not watch.timer.isActive(), "nobody is in"
    opened.walker.press("Tamu")
    assert watch.timer.isActive()


def test_a_key_a_mouse_and_a_wheel_begin_the_time_anew(open_window: OpenWindow) -> None:
    opened = open_window()
    add(opened, "Budi")
    opened.journey.wear(Preferences())
    timer = watch_of(opened).timer
    opened.walker.settle()
    for act in (
        lambda: QTest.keyClick(opened.window, Qt.Key.Key_Shift),
        lambda: QTest.mouseClick(opened.window, Qt.MouseButton.LeftButton),
        lambda: QApplication.sendEvent(
            opened.window,
            QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(5, 5),
                QPointF(5, 5),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        ),
    ):
        timer.stop()
        act()
        assert timer.isActive()


def test_one_person_without_a_pin_is_never_locked_out(open_window: OpenWindow) -> None:
    opened = open_window()
    assert opened.window.findChildren(IdleWatch) == []
    add(opened, "Budi")
    opened.journey.wear(replace(Preferences(), idle_minutes=None))
    opened.walker.settle()
    assert opened.window.findChildren(IdleWatch) == []


def test_who_has_a_pin_types_it_to_come_back(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    add(opened, "Siti", pin=PIN)
    again = open_window(guest=False)
    again.walker.press("Siti")
    enter(again, PIN)
    again.walker.press("Materi")
    page = again.window.page
    lock(again)
    again.walker.press("Siti")
    assert again.window.page is not page
    enter(again, "1111")
    assert again.window.page is not page
    enter(again, PIN)
    assert again.window.page is page
    assert not [one for one in again.window.findChildren(QLineEdit) if one.isVisible() and one.text() == PIN]
