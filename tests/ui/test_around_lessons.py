"""Tes awal and tes akhir in the window: offered in honest states, taken without a clock, resumed, and compared."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptKind, AttemptState, Score
from asnquiz.domain.gain import Change
from asnquiz.programs.walks.results import take_test
from asnquiz.ui.destinations import BeginQuiz, ReadLesson
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.quiz.choose_page import ChooseQuizPage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.comparison_card import change_words
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.usecases.take_quiz import PosttestPlan
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, FullStore


def words(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def buttons(opened: Opened) -> list[str]:
    return [one.accessibleName() for one in opened.window.findChildren(QAbstractButton) if one.isVisible()]


def begin(opened: Opened, which: str) -> ExamPage:
    opened.walker.press("Kuis")
    opened.walker.press(f"Mulai {which}")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    return page


def take(opened: Opened, which: str, *, every: int) -> ExamPage:
    page = begin(opened, which)
    take_test(opened.walker, every=every)
    opened.walker.press("Selesai tes …")
    opened.walker.press("Selesai tes")
    return page


def test_the_card_says_what_can_be_done_now(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    assert "Tersedia setelah tes awal selesai." in words(opened)
    assert "Mulai tes awal" in buttons(opened)
    assert "Mulai tes akhir" not in buttons(opened)
    take(opened, "tes awal", every=3)
    opened.walker.press("Kuis")
    assert any("nilai 66,6 (10 dari 15 benar)" in one for one in words(opened))
    assert {"Lihat hasil tes awal", "Tes awal baru", "Mulai tes akhir"} <= set(buttons(opened))
    take(opened, "tes akhir", every=5)
    opened.walker.press("Kuis")
    assert any("nilai 80,0 (12 dari 15 benar)" in one for one in words(opened))
    assert "Mulai tes akhir" not in buttons(opened)
    opened.walker.press("Lihat perubahan")
    page = opened.window.page
    assert isinstance(page, ResultPage)


def test_a_test_has_no_clock_and_explains_nothing_before_its_end(open_window: OpenWindow) -> None:
    opened = open_window()
    page = begin(opened, "tes awal")
    assert "15 soal · tanpa batas waktu · Tamu" in words(opened)
    assert not any("batas lulus" in one for one in words(opened))
    for _ in range(3):
        opened.walker.answer(right_answer(page.question.item))
        opened.walker.key(Qt.Key.Key_Return)
    page.presenter.tick()
    assert "Alasan" not in words(opened)
    kept = opened.learning.store.attempt(page.presenter.sitting.attempt.id)
    assert [one.remaining_ms for one in kept.responses] == [None] * 3
    opened.walker.press("Selesai tes …")
    opened.walker.press("Selesai tes")
    opened.walker.press("Lihat pembahasan")
    assert "Alasan" in words(opened)


def test_a_test_that_was_left_goes_on_where_it_was(open_window: OpenWindow) -> None:
    opened = open_window()
    page = begin(opened, "tes awal")
    first = [page.question.item.stem]
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    opened.walker.press("Ragu-ragu")
    first.append(page.question.item.stem)
    opened.walker.press("Jeda, lanjutkan nanti")
    assert isinstance(opened.window.page, ChooseQuizPage)
    assert "Tes awal belum selesai" in words(opened)
    opened.walker.press("Mulai tes awal")
    assert opened.window.question is not None
    opened.walker.press("Lanjutkan")
    resumed = opened.window.page
    assert isinstance(resumed, ExamPage)
    assert resumed.presenter.sitting.attempt.id == page.presenter.sitting.attempt.id
    assert (resumed.presenter.index, resumed.question.item.stem) == (1, first[1])
    assert resumed.presenter.flagged
    assert resumed.presenter.counts == "1 dijawab · 1 ragu-ragu · 14 belum"


def test_an_answer_that_could_not_be_kept_comes_back(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = begin(opened, "tes awal")
    item = page.question.item
    store.full = True
    opened.walker.answer(right_answer(item))
    opened.walker.press("Simpan dan lanjutkan")
    assert opened.window.question is not None
    assert FULL_DISK in opened.window.question.informativeText()
    opened.walker.press("Mengerti")
    assert page.question.item is item
    assert page.picked() == right_answer(item)


def test_the_result_of_a_posttest_says_what_changed_and_how_far_to_trust_it(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, "tes awal", every=3)
    shown = words(opened)
    assert "Tes awal" in shown
    assert "Perubahan dari tes awal ke tes akhir" not in shown
    take(opened, "tes akhir", every=5)
    shown = words(opened)
    # 10 of 15 and 12 of 15: 2 of the 5 that were missing.
    assert (
        "Nilai Anda naik: 40 % dari yang belum diraih pada tes awal kini diraih "
        "(perubahan ternormalisasi 0,40, tergolong sedang)." in shown
    )
    assert "66,6 menjadi 80,0" in shown
    assert any("satu jawaban saja mengubah nilai sekitar 6,6" in one for one in shown)
    assert any(one.startswith("Kedua tes sama-sama menanyakan") for one in shown)
    store = opened.learning.store
    pretest, posttest = (
        {frozen.item for frozen in store.attempt(one.id).items}
        for one in store.summaries(opened.profile.id)
        if one.kind in (AttemptKind.PRETEST, AttemptKind.POSTTEST)
    )
    assert not pretest & posttest


def test_a_test_stands_in_nobodys_way(open_window: OpenWindow) -> None:
    """With a test open, everything else begins as ever; and the page says so when a posttest cannot begin yet."""
    opened = open_window()
    begin(opened, "tes awal")
    opened.walker.press("Jeda, lanjutkan nanti")
    opened.window.go(ReadLesson(opened.journey.pack.lessons_in_order[0].id))
    opened.walker.settle()
    assert isinstance(opened.window.page, ReaderPage)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    assert isinstance(opened.window.page, ExamPage)
    opened.walker.press("Jeda, lanjutkan nanti")
    opened.window.go(BeginQuiz(PosttestPlan()))
    opened.walker.settle()
    assert opened.window.question is not None
    assert "Kerjakan tes awal lebih dahulu" in opened.window.question.informativeText()
    states = {one.kind: one.state for one in opened.learning.store.summaries(opened.profile.id)}
    assert states == {AttemptKind.PRETEST: AttemptState.ACTIVE, AttemptKind.EXAM: AttemptState.ACTIVE}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Score(15, 15), Score(15, 15), "Sudah tuntas pada tes awal, dan tetap tuntas pada tes akhir."),
        (Score(15, 15), Score(12, 15), "Sudah tuntas pada tes awal, lalu menjadi 80,0."),
        (Score(0, 15), Score(0, 15), "Belum ada jawaban yang benar di kedua tes"),
        (Score(7, 15), Score(7, 15), "Nilai Anda tetap sama."),
        (Score(10, 15), Score(8, 15), "Nilai Anda turun 20 % dari nilai tes awal (perubahan ternormalisasi −0,20)."),
        (Score(10, 15), Score(0, 15), "Nilai Anda turun 100 % dari nilai tes awal (perubahan ternormalisasi −1)."),
        (Score(5, 15), Score(15, 15), "100 % dari yang belum diraih pada tes awal kini diraih "),
        (Score(0, 15), Score(1, 15), "(perubahan ternormalisasi 0,06, tergolong rendah)"),
        (Score(1, 9), Score(8, 9), "Nilai Anda naik, dari 1 dari 9 menjadi 8 dari 9."),
        (Score(8, 9), Score(1, 9), "Nilai Anda turun, dari 8 dari 9 menjadi 1 dari 9."),
    ],
)
def test_every_outcome_has_its_sentence(before: Score, after: Score, said: str) -> None:
    assert said in change_words(Change(before, after))
