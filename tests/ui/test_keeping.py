"""What is answered in the window is durable before it is called saved, whatever the disk does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.pack import ItemType
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.destinations import BeginQuiz
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, FullStore, SlowStore


def exam_page(opened: Opened) -> ExamPage:
    opened.window.go(BeginQuiz(ExamPlan()))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, ExamPage)
    return page


def singles(page: ExamPage) -> list[int]:
    """The places of the questions that one click answers, the last place left out."""
    sitting = page.presenter.sitting
    return [at for at in range(page.presenter.total - 1) if sitting.item(at).type is ItemType.SINGLE]


def words_on(opened: Opened) -> list[str]:
    return [label.text() for label in opened.window.findChildren(QLabel) if label.isVisible()]


def test_the_next_question_does_not_wait_for_the_disk_and_saved_is_said_only_after_it(open_window: OpenWindow) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    page = exam_page(opened)
    place = singles(page)[0]
    page.presenter.jump(place)
    page.question.rows.choose(0)
    page.presenter.save_and_advance()
    assert store.reached.wait(10)
    assert page.presenter.index == place + 1
    assert "Menyimpan …" in words_on(opened)
    saved = f"Jawaban {place + 1} tersimpan"
    assert saved not in words_on(opened)
    store.gate.set()
    opened.walker.settle()
    assert saved in words_on(opened)


def test_closing_during_a_slow_commit_loses_nothing(open_window: OpenWindow) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    page = exam_page(opened)
    attempt = page.presenter.sitting.attempt.id
    here, there = singles(page)[:2]
    page.presenter.jump(here)
    first = page.question.item.id
    page.question.rows.choose(0)
    page.presenter.jump(there)
    assert store.reached.wait(10)
    # Picked and not yet saved: closing keeps this one too.
    second = page.question.item.id
    page.question.rows.choose(1)
    assert not opened.window.close(), "the window must stay until everything is durable"
    assert opened.window.isVisible()
    store.gate.set()
    opened.walker.settle()
    assert not opened.window.isVisible()
    again = open_learner_database(opened.database)
    kept = again.attempt(attempt)
    again.close()
    assert [response.item for response in kept.responses] == [first, second]
    assert kept.state is AttemptState.ACTIVE


def test_an_answer_that_could_not_be_saved_brings_its_question_back(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = exam_page(opened)
    opened.walker.answer(right_answer(page.question.item))
    store.full = True
    opened.walker.press("Simpan dan lanjutkan")
    assert page.presenter.index == 0, "the question that was lost is on screen again"
    assert page.presenter.sitting.attempt.answered == 0
    told = opened.window.question
    assert told is not None
    assert told.text() == "Jawaban belum tersimpan"
    assert told.informativeText() == f"Soal 1, Simulasi ujian. {FULL_DISK}"
    assert page.picked() == right_answer(page.question.item), "what was answered is still picked"
    opened.walker.press("Mengerti")
    store.full = False
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    assert page.presenter.index == 1
    assert opened.learning.store.attempt(page.presenter.sitting.attempt.id).answered == 1


def test_a_practice_answer_that_could_not_be_saved_can_be_given_again(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    opened.window.go(BeginQuiz(PracticePlan(None, 3)))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, PracticePage)
    store.full = True
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan, yakin")
    opened.walker.press("Mengerti")
    assert not page.presenter.checked
    store.full = False
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan, yakin")
    assert page.presenter.checked
    assert "Tersimpan" in words_on(opened)


def test_an_exam_closed_in_the_middle_is_offered_again_with_its_answers(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam_page(opened)
    asked = [frozen.item for frozen in page.presenter.sitting.attempt.items]
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    opened.window.close()
    opened.walker.settle()

    again = open_window()
    assert any("Simulasi ujian · 1 dari 30 soal dijawab" in words for words in words_on(again))
    again.walker.press("Lanjutkan")
    resumed = again.window.page
    assert isinstance(resumed, ExamPage)
    assert [frozen.item for frozen in resumed.presenter.sitting.attempt.items] == asked
    assert resumed.presenter.index == 1
    assert len(resumed.presenter.sitting.attempt.pauses) == 1


def test_starting_anew_asks_first_and_keeps_the_old_exam_as_abandoned(open_window: OpenWindow) -> None:
    opened = open_window()
    old = exam_page(opened).presenter.sitting.attempt.id
    opened.walker.press("Jeda, lanjutkan nanti")
    opened.walker.press("Mulai ujian")
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Simulasi ujian belum selesai"
    assert asked.informativeText().startswith("Dimulai ")
    assert "0 dari 30 soal" in asked.informativeText()
    opened.walker.press("Mulai baru")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    assert page.presenter.sitting.attempt.id != old
    assert opened.learning.store.attempt(old).state is AttemptState.ABANDONED


def test_keys_alone_answer_and_go_on(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam_page(opened)
    place = singles(page)[0]
    page.presenter.jump(place)
    opened.walker.settle()
    item = page.question.item
    opened.walker.key(Qt.Key.Key_B)
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    assert rows.picked() == (rows.order[1],)
    opened.walker.key(Qt.Key.Key_F)
    opened.walker.key(Qt.Key.Key_Return)
    assert page.presenter.index == place + 1
    assert page.presenter.sitting.attempt.is_flagged(item.id)
    opened.walker.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.presenter.index == place


def test_no_message_outlives_its_window(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.report("Ada yang belum tersimpan", "Penyimpanan penuh.")
    box = opened.window.question
    assert box is not None
    opened.window.close()
    assert not box.isVisible(), "the program would go on without a window"
