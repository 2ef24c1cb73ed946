"""Latihan ulang and certainty at a real window: by mouse and by keys, with a clock that is set forward."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import SURE, UNSURE, AttemptKind
from asnquiz.domain.learned import Recall
from asnquiz.ui.destinations import Ask, BeginQuiz, Destination, Remembered, Section
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.remembering.page import MemoryPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.usecases.take_quiz import CheckPlan, ExamPlan, Plan, PracticePlan
from tests.fakes import FakeClock
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_remembering import a_wrong_answer
from tests.ui.stores import FullStore

DAY_MS = 86_400_000


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def opened(open_window: OpenWindow, clock: FakeClock) -> Opened:
    return open_window(clock=lambda _: clock)


def begin(opened: Opened, plan: Plan) -> PracticePage:
    opened.window.go(BeginQuiz(plan))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, PracticePage)
    return page


def recalls(opened: Opened) -> tuple[Recall, ...]:
    return opened.learning.store.recalls(opened.profile.id, opened.journey.pack.id)


def said(opened: Opened) -> set[str]:
    return {label.text() for label in opened.labels()}


def finish(opened: Opened) -> None:
    """Answers whatever is left rightly and surely."""
    while isinstance(page := opened.window.page, PracticePage):
        if not page.presenter.checked:
            opened.walker.answer(right_answer(page.question.item))
            opened.walker.press("Simpan, yakin")
        opened.walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")


def test_a_wrong_answer_is_due_tomorrow_and_known_after_it(opened: Opened, clock: FakeClock) -> None:
    page = begin(opened, PracticePlan(None, 3))
    item = page.question.item
    opened.walker.answer(a_wrong_answer(item))
    opened.walker.press("Simpan, yakin")
    assert {one.rule for one in recalls(opened)} == set(item.rules)
    opened.walker.press("Soal berikutnya")
    finish(opened)
    assert isinstance(opened.window.page, ResultPage)
    assert "Yakin, tetapi keliru" in said(opened)
    assert f"{len(item.rules)} ketentuan masuk latihan ulang. Jadwal terdekat: 22 November 2026." in said(opened)
    for section in (Section.HOME, Section.QUIZ):
        opened.walker.press(section.value)
        assert "Belum ada yang perlu diulang. Berikutnya: 22 November 2026." in said(opened)
        assert not opened.walker.button("Mulai latihan ulang").isEnabled()
    clock.go_on(DAY_MS)
    opened.walker.press("Beranda")
    assert {"1 soal", opened.journey.pack.topics[item.topic]} <= said(opened)
    opened.walker.press("Mulai latihan ulang")
    review = opened.window.page
    assert isinstance(review, PracticePage)
    assert review.presenter.sitting.attempt.kind is AttemptKind.REVIEW
    assert review.presenter.total == 1
    assert set(review.question.item.rules) & set(item.rules)
    before = len(recalls(opened))
    finish(opened)
    assert len(recalls(opened)) == before + len(review.question.item.rules)
    opened.walker.press("Beranda")
    assert not opened.walker.button("Mulai latihan ulang").isEnabled()


@pytest.mark.parametrize(
    ("button", "key", "certainty"), [("Simpan, yakin", Qt.Key.Key_Y, SURE), ("Simpan, ragu", Qt.Key.Key_R, UNSURE)]
)
@pytest.mark.parametrize("by_key", [False, True])
def test_certainty_is_one_click_or_one_key(
    opened: Opened, quick_hands: None, button: str, key: Qt.Key, certainty: str, by_key: bool
) -> None:
    page = begin(opened, PracticePlan(None, 3))
    assert not opened.walker.button(button).isEnabled(), "nothing is picked yet"
    opened.walker.key(key)
    assert not page.presenter.checked
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.key(Qt.Key.Key_Return)
    assert not page.presenter.checked, "Enter is sure of nothing"
    if by_key:
        opened.walker.key(key)
    else:
        opened.walker.press(button)
    assert page.presenter.checked
    for other in (Qt.Key.Key_Y, Qt.Key.Key_R):
        opened.walker.key(other)
    opened.walker.press("Tandai soal")
    kept = opened.learning.store.attempt(page.presenter.sitting.attempt.id).responses
    assert [one.certainty for one in kept] == [certainty] * 2, "a mark keeps how sure the answer was"
    assert [one.flagged for one in kept] == [False, True]
    opened.walker.key(Qt.Key.Key_Return)
    assert page.presenter.index == 1, "Enter goes on after the explanation"


def test_the_keys_are_told_where_the_mouse_rests(opened: Opened) -> None:
    begin(opened, PracticePlan(None, 3))
    assert opened.walker.button("Simpan, yakin").toolTip() == "Tombol: Y"
    assert opened.walker.button("Simpan, ragu").toolTip() == "Tombol: R"


def test_check_questions_ask_for_certainty_too(opened: Opened) -> None:
    lesson = next(one for one in opened.journey.pack.lessons if one.checks)
    page = begin(opened, CheckPlan(lesson.id))
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan, ragu")
    assert {one.rating for one in recalls(opened)} == {2}


def test_no_response_counts_twice(opened: Opened, clock: FakeClock) -> None:
    page = begin(opened, PracticePlan(None, 2))
    item = page.question.item
    opened.walker.answer(a_wrong_answer(item))
    opened.walker.press("Simpan, yakin")
    once = recalls(opened)
    assert len(once) == len(item.rules)
    for _ in range(2):
        opened.walker.press("Tandai soal")
        opened.walker.press("Soal ditandai")
    opened.walker.press("Beranda")
    opened.walker.press("Lanjutkan")
    assert recalls(opened) == once
    finish(opened)
    opened.walker.press("Lihat pembahasan")
    assert [one for one in recalls(opened) if one.rule in item.rules][: len(once)] == list(once)
    assert sum(one.at == once[0].at for one in recalls(opened)) == len(once)


def test_an_answer_that_is_lost_counts_only_when_it_is_given_again(open_window: OpenWindow) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = begin(opened, PracticePlan(None, 3))
    store.full = True
    opened.walker.answer(a_wrong_answer(page.question.item))
    opened.walker.press("Simpan, yakin")
    opened.walker.press("Mengerti")
    assert recalls(opened) == ()
    store.full = False
    opened.walker.answer(a_wrong_answer(page.question.item))
    opened.walker.press("Simpan, ragu")
    assert {one.rating for one in recalls(opened)} == {1}
    assert len(recalls(opened)) == len(page.question.item.rules)


def test_an_exam_asks_no_certainty_and_counts_when_it_is_over(opened: Opened) -> None:
    opened.window.go(BeginQuiz(ExamPlan()))
    opened.walker.settle()
    with pytest.raises(LookupError):
        opened.walker.button("Simpan, yakin")
    item = opened.walker.question().item
    opened.walker.answer(a_wrong_answer(item))
    opened.walker.key(Qt.Key.Key_Return)
    assert recalls(opened) == ()
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    assert isinstance(opened.window.page, ResultPage)
    assert {one.rule for one in recalls(opened)} == set(item.rules)
    assert "Yakin, tetapi keliru" not in said(opened)
    assert any("masuk latihan ulang" in one for one in said(opened))


def test_the_explanations_say_how_sure_each_answer_was(opened: Opened, quick_hands: None) -> None:
    page = begin(opened, PracticePlan(None, 3))
    for choose, press in ((a_wrong_answer, "yakin"), (right_answer, "yakin"), (a_wrong_answer, "ragu")):
        opened.walker.answer(choose(page.question.item))
        opened.walker.press(f"Simpan, {press}")
        opened.walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")
    opened.walker.press("Lihat pembahasan")
    for words in ("Yakin, tetapi keliru", "Dijawab yakin", "Dijawab ragu"):
        assert words in said(opened)
        opened.walker.key(Qt.Key.Key_Return)


def test_what_is_remembered_is_reached_from_beranda_and_leads_to_the_review(opened: Opened, clock: FakeClock) -> None:
    page = begin(opened, PracticePlan(None, 3))
    item = page.question.item
    opened.walker.answer(a_wrong_answer(item))
    opened.walker.press("Simpan, yakin")
    opened.walker.press("Beranda")
    opened.walker.press("Ingatan per ketentuan")
    assert isinstance(opened.window.page, MemoryPage)
    acts = [opened.journey.pack.rule_by_id[rule].act for rule in item.rules]
    assert {*acts, "Baru dijawab hari ini", "Jadwal ulang 22 November 2026"} <= said(opened)
    clock.go_on(DAY_MS)
    opened.window.go(Remembered())
    opened.walker.settle()
    # FSRS: (1 + (0.9 ** (-1 / 0.1542) - 1) / 0.212) ** -0.1542 is 0.7662 a day after a first miss.
    assert "Ingatan 76 %, mulai pudar" in said(opened)
    assert "Terakhir dijawab 21 November 2026: belum tepat. Belum pernah diulang." in said(opened)
    opened.walker.press("Mulai latihan ulang")
    assert isinstance(opened.window.page, PracticePage)


def test_a_quick_question_goes_to_the_lookup_by_enter_and_by_mouse(opened: Opened) -> None:
    gone: list[Destination] = []
    opened.window.travel = gone.append
    field = next(one for one in opened.window.findChildren(QLineEdit) if one.accessibleName() == "Tanya cepat")
    field.setFocus()
    QTest.keyClicks(field, " like status calon ")
    opened.walker.key(Qt.Key.Key_Return)
    opened.walker.press("Cari ketentuan")
    assert gone == [Ask("like status calon")] * 2
    assert any("Pencarian tidak disimpan." in one for one in said(opened))
