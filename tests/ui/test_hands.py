"""Unsteady hands, impatient hands and hands on the keyboard: nothing is answered, begun or ended by accident."""

from dataclasses import replace
from itertools import count
from random import Random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.pack import ItemType
from asnquiz.ui.destinations import BeginQuiz
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.widgets.select import Select
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FullStore


def practice_at(opened: Opened, kind: ItemType) -> PracticePage:
    """Practises the whole pack up to the first question of a type, in a draw that begins with one."""
    pool = opened.journey.pack.scored_items
    draws = ((seed, Random(seed).sample(pool, len(pool))[0]) for seed in count(1))
    opened.journey.seeds = lambda: next(seed for seed, first in draws if first.type is kind)
    opened.window.go(BeginQuiz(PracticePlan(None, 1_000)))
    opened.walker.settle()
    while True:
        page = opened.window.page
        assert isinstance(page, PracticePage)
        if page.question.item.type is kind:
            return page
        opened.walker.answer(right_answer(page.question.item))
        opened.walker.press("Simpan, yakin")
        opened.walker.press("Soal berikutnya")


def exam(opened: Opened) -> ExamPage:
    opened.window.go(BeginQuiz(ExamPlan()))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, ExamPage)
    return page


def active_attempts(opened: Opened) -> int:
    summaries = opened.learning.store.summaries(opened.profile.id)
    return sum(summary.state is AttemptState.ACTIVE for summary in summaries)


def focused_name(window: MainWindow) -> str:
    focused = window.focusWidget()
    return focused.accessibleName() if focused else ""


def test_scrolling_past_a_list_answers_nothing(open_window: OpenWindow) -> None:
    page = practice_at(open_window(), ItemType.MATCHING)
    box = page.question.findChildren(Select)[0]
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert page.question.rows.picked() == ()


def test_a_matching_question_is_checked_only_when_every_row_has_its_phase(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.MATCHING)
    box = page.question.findChildren(Select)[0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert page.question.rows.picked() != ()
    assert not opened.walker.button("Simpan, yakin").isEnabled()
    opened.walker.key(Qt.Key.Key_Return)
    assert not page.presenter.checked


def test_an_impatient_start_begins_one_exam(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    start = opened.walker.button("Mulai ujian")
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    opened.walker.settle()
    assert isinstance(opened.window.page, ExamPage)
    assert active_attempts(opened) == 1


def test_an_impatient_resume_keeps_one_pause(open_window: OpenWindow) -> None:
    opened = open_window()
    attempt = exam(opened).presenter.sitting.attempt.id
    opened.walker.press("Jeda, lanjutkan nanti")
    go_on = opened.walker.button("Lanjutkan Simulasi ujian")
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    opened.walker.settle()
    assert len(opened.learning.store.attempt(attempt).pauses) == 1


def test_the_second_half_of_a_double_click_does_not_reach_the_next_question(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam(opened)
    page.presenter.save_and_advance()
    QApplication.sendPostedEvents()  # the new rows take their places
    question = page.question
    handle = opened.window.windowHandle()
    spots = [question.rows.mapTo(opened.window, QPoint(60, height)) for height in range(10, question.rows.height(), 20)]
    for spot in spots:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert question.rows.picked() == ()
    assert page.presenter.index == 1


def test_a_new_exam_that_cannot_begin_leaves_the_old_one_open(open_window: OpenWindow) -> None:
    class NoRoom(FullStore):
        def begin(self, *_: object) -> None:
            self.add_response(*(None, None))  # type: ignore[arg-type]

    opened = open_window()
    old = exam(opened).presenter.sitting.attempt.id
    opened.walker.press("Jeda, lanjutkan nanti")
    store = NoRoom()
    store.full = True
    real = opened.learning
    replacement = replace(real, store=store.before(real.store))
    opened.journey.learning = replacement  # the disk fills up while the window is open
    opened.walker.press("Mulai ujian")
    opened.walker.press("Mulai baru")
    told = opened.window.question
    assert told is not None
    assert told.text() == "Kuis belum dapat dimulai"
    assert real.store.attempt(old).state is AttemptState.ACTIVE


def test_the_exam_is_not_ended_by_a_second_press(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam(opened)
    opened.walker.press("Selesai ujian …")
    asked = opened.window.question
    assert asked is not None
    default = asked.defaultButton()
    assert isinstance(default, QPushButton)
    assert default.text() == "Kembali ke soal"
    default.click()
    opened.walker.settle()
    assert opened.window.page is page
    assert not page.presenter.over


def test_enter_presses_the_button_that_has_the_focus(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam(opened)
    opened.walker.button("Soal 9").setFocus()
    opened.walker.key(Qt.Key.Key_Return)
    assert page.presenter.index == 8
    opened.walker.button("Selesai ujian …").setFocus()
    opened.walker.key(Qt.Key.Key_Return)
    assert opened.window.question is not None


def test_moving_a_step_by_keys_keeps_the_focus_on_it(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.ORDERING)
    names = [button.accessibleName() for button in page.question.rows.findChildren(QPushButton)]
    first = next(name for name in names if name.startswith("Turunkan langkah 1"))
    words = first.split(": ", 1)[1]
    opened.walker.button(first).setFocus()
    opened.walker.key(Qt.Key.Key_Space)
    assert focused_name(opened.window) == f"Turunkan langkah 2: {words}"
    last = len(page.question.item.options)
    for _ in range(last - 2):
        opened.walker.key(Qt.Key.Key_Space)
    assert focused_name(opened.window) == f"Naikkan langkah {last}: {words}"
    order = page.question.rows.picked()
    opened.walker.key(Qt.Key.Key_Return)
    assert page.question.rows.picked() == order, "Enter moves nothing"
    opened.walker.key(Qt.Key.Key_Y)
    assert page.presenter.given == order


def test_keys_change_nothing_once_the_outcome_is_shown(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    given = right_answer(page.question.item)
    opened.walker.answer(given)
    opened.walker.press("Simpan, yakin")
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    for row in rows.rows:
        row.setFocus()
        opened.walker.key(Qt.Key.Key_Space)
        opened.walker.key(Qt.Key.Key_Down)
    assert rows.picked() == given


def test_the_same_trouble_is_told_once(open_window: OpenWindow) -> None:
    opened = open_window()
    for _ in range(3):
        opened.window.report("Ada yang belum tersimpan", "Penyimpanan penuh.")
    opened.walker.press("Mengerti")
    assert opened.window.question is None


def test_what_was_picked_elsewhere_survives_a_lost_answer(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = exam(opened)
    first = right_answer(page.question.item)
    opened.walker.answer(first)
    store.full = True
    page.presenter.save_and_advance()
    # The loss has not come back yet; meanwhile the next question is being answered.
    kind = page.question.item.type
    if kind in (ItemType.SINGLE, ItemType.VERDICT, ItemType.MULTIPLE):
        page.question.rows.choose(0)
    picked = page.picked()
    opened.walker.settle()
    assert page.presenter.index == 0
    assert page.picked() == first
    opened.walker.press("Mengerti")
    store.full = False
    opened.walker.press("Simpan dan lanjutkan")
    assert page.presenter.index == 1
    assert page.picked() == picked


def test_closing_on_a_full_disk_keeps_the_exam_alive(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = exam(opened)
    opened.walker.answer(right_answer(page.question.item))
    store.full = True
    opened.window.close()
    opened.walker.settle()
    assert opened.window.isVisible()
    opened.walker.press("Mengerti")
    store.full = False
    opened.walker.press("Simpan dan lanjutkan")
    assert opened.learning.store.attempt(page.presenter.sitting.attempt.id).answered == 1


def test_nothing_is_called_saved_before_it_is(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam(opened)

    def words() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert not any("ersimpan" in one for one in words())
    opened.walker.answer(right_answer(page.question.item))
    assert "Belum disimpan" in words()


def test_a_disk_that_stays_full_does_not_lock_anybody_in(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    opened.walker.answer(right_answer(exam(opened).question.item))
    store.full = True
    opened.window.close()
    opened.walker.settle()
    assert opened.window.isVisible(), "nothing is thrown away unasked"
    opened.walker.press("Tutup tanpa menyimpan")
    assert not opened.window.isVisible()
