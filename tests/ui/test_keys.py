"""The whole program by keys alone: every stop is reached, none is a trap, and the focus is always to be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QWidget,
)

from asnquiz.domain.answering import UNMATCHED, Answer, right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.preferences import ThemeChoice
from asnquiz.domain.score_report import FileVerdict
from asnquiz.painting.tokens import ThemeName
from asnquiz.scorefiles.score_file import read_file
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.quiz.review_page import ReviewPage
from asnquiz.ui.results.hand_over_page import HandOverPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.usecases.keep_preferences import SETTING, preferences_of
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_hands import practice_at
from tests.ui.test_names import name_of
from tests.ui.test_names import shown as widgets_of

Key = Qt.Key
ALT, SHIFT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
FAR = 400


class Hands:
    """Two hands on a keyboard: keys go to whatever window has the focus, as the operating system sends them."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus is on nothing"
        assert widget.isVisible()
        return widget

    @property
    def page(self) -> QWidget:
        page = self.opened.window.page
        assert page is not None
        return page

    def tap(self, key: Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(QApplication.focusWindow(), key, modifier)
            self.opened.walker.settle()
            assert self.focused

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focused, words)

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Goes by Tab, or backwards, to what has this name or begins with it."""
        for _ in range(FAR):
            if name_of(self.focused).startswith(name) and self.focused.objectName() != "title":
                return self.focused
            self.tap(Key.Key_Tab, SHIFT if back else PLAIN)
        raise LookupError(f"“{name}” is not reached by Tab")

    def press(self, name: str, key: Key = Key.Key_Return, *, back: bool = False) -> None:
        self.tab_to(name, back=back)
        self.tap(key)

    def answer(self, answer: Answer) -> None:
        """Gives an answer to the question on screen by the keys that its type has."""
        question = next(one for one in widgets_of(self.opened.window) if isinstance(one, Question))
        if isinstance(question.rows, ChoiceRows):
            for place, index in enumerate(question.rows.order):
                if question.rows.rows[place].isChecked() != (index in answer):
                    self.tap(Key(Key.Key_A.value + place))
        elif question.item.type is ItemType.ORDERING:
            self._order([question.item.options[index].text for index in answer])
        else:
            self._match(question.item, answer)
        assert question.rows.picked() == answer

    def _order(self, wished: list[str]) -> None:
        moved = False
        for place, words in enumerate(wished):
            while (at := self._step_of(words)) > place:
                self.press(f"Naikkan langkah {at + 1}: {words}", Key.Key_Space)
                moved = True
        if not moved:
            self.press(f"Turunkan langkah 1: {wished[0]}", Key.Key_Space)
            self.press(f"Naikkan langkah 2: {wished[0]}", Key.Key_Space)

    def _step_of(self, words: str) -> int:
        names = [name_of(one) for one in widgets_of(self.opened.window) if isinstance(one, QAbstractButton)]
        return next(int(name.split()[2].rstrip(":")) for name in names if name.endswith(f": {words}")) - 1

    def _match(self, item: Item, answer: Answer) -> None:
        for pair, phase in zip(item.pairs, answer, strict=True):
            box = self.tab_to(f"Fase untuk: {pair.left}")
            assert isinstance(box, QComboBox)
            self.tap(Key.Key_Up, times=box.count())
            self.tap(Key.Key_Down, times=phase - UNMATCHED)


@pytest.fixture
def hands(open_window: OpenWindow, quick_hands: None) -> Hands:
    return Hands(open_window())


def scrolled(hands: Hands) -> int:
    return hands.page.findChildren(QScrollArea)[0].verticalScrollBar().value()


def practise_to_the_end(hands: Hands) -> set[ItemType]:
    """Answers, checks and goes on until the result comes."""
    seen = set()
    while isinstance(page := hands.page, PracticePage):
        seen.add(page.question.item.type)
        hands.answer(right_answer(page.question.item))
        hands.tap(Key.Key_Return)
        assert not page.presenter.checked, "Enter does not say how sure one is"
        hands.tap(Key.Key_Y)
        assert page.presenter.checked
        hands.tap(Key.Key_Return)
    assert isinstance(hands.page, ResultPage)
    return seen


def test_a_lesson_is_found_scrolled_and_checked(hands: Hands) -> None:
    hands.press("Materi", back=True)
    hands.tab_to(hands.opened.walker.first_button_with(", belum dibaca").accessibleName())
    hands.tap(Key.Key_Return)
    assert isinstance(hands.page, ReaderPage)
    assert hands.focused.objectName() == "title"
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        before = scrolled(hands)
        hands.tap(key)
        assert scrolled(hands) > before, key.name
    for key, modifier in (
        (Key.Key_Up, PLAIN),
        (Key.Key_PageUp, PLAIN),
        (Key.Key_Space, SHIFT),
        (Key.Key_Home, PLAIN),
    ):
        before = scrolled(hands)
        hands.tap(key, modifier)
        assert scrolled(hands) < before, key.name
    hands.press("Cek pemahaman", Key.Key_Space)
    practise_to_the_end(hands)
    assert name_of(hands.focused).startswith("Cek pemahaman: ")


def test_all_five_ways_of_answering(hands: Hands) -> None:
    seen: set[ItemType] = set()
    while seen != set(ItemType):
        hands.press("Kuis", back=True)
        hands.press("Mulai latihan semua fase")
        seen |= practise_to_the_end(hands)
    (*_, first) = hands.opened.learning.store.summaries(hands.opened.profile.id)
    assert first.score is not None
    assert first.score.right == first.total


def test_an_exam_from_its_beginning_to_the_score_file(hands: Hands) -> None:
    opened = hands.opened
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    page = hands.page
    assert isinstance(page, ExamPage)
    first = page.question.item
    for number in range(page.presenter.total):
        assert name_of(hands.focused).startswith(f"Soal {number + 1} dari {page.presenter.total}. ")
        answer = right_answer(page.question.item)
        hands.answer(((answer[0] + 1) % 3,) if number == 0 and len(answer) == 1 else answer)
        if number in (1, 4):
            hands.tap(Key.Key_F)
        hands.tap(Key.Key_Return)
    assert page.presenter.sitting.attempt.answered == page.presenter.total
    assert sum(cell.flagged for cell in page.presenter.cells) == 2
    # By the number grid to the first question, whose answer is changed.
    grid = page.findChildren(NumberGrid)[0]
    hands.tab_to(f"Soal {page.presenter.index + 1}, ")
    for _ in range(page.presenter.total):
        if grid.buttons[0].hasFocus():
            break
        hands.tap(Key.Key_Left)
    hands.tap(Key.Key_Return)
    assert page.presenter.index == 0
    assert page.question.item is first
    hands.answer(right_answer(first))
    hands.tap(Key.Key_Return)
    hands.press("Selesai ujian …")
    asked = opened.window.question
    assert asked is not None
    hands.tap(Key.Key_Escape)
    assert opened.window.question is None
    assert name_of(hands.focused) == "Selesai ujian …", "the focus is where the question came from"
    assert not page.presenter.over
    hands.tap(Key.Key_Return)
    hands.press("Selesai ujian", Key.Key_Space)
    assert isinstance(hands.page, ResultPage)
    assert name_of(hands.focused) == "Simulasi ujian: lulus. Nilai 100 dari 100"
    _look_back(hands)
    _hand_over(hands)


def _look_back(hands: Hands) -> None:
    hands.press("Lihat pembahasan")
    assert isinstance(hands.page, ReviewPage)
    hands.tap(Key.Key_Right, ALT)
    hands.tap(Key.Key_Return)
    assert name_of(hands.focused).startswith("Soal 3 dari 30. ")
    hands.tap(Key.Key_Left, ALT)
    hands.tab_to("Soal 2, sudah dijawab, ragu-ragu, benar")
    hands.tap(Key.Key_Down)
    assert name_of(hands.focused).startswith("Soal 8, ")
    hands.tap(Key.Key_Space)
    assert name_of(hands.focused).startswith("Soal 8 dari 30. ")
    hands.press("Kembali ke hasil")
    assert isinstance(hands.page, ResultPage)


def _hand_over(hands: Hands) -> None:
    hands.press("Lihat dan simpan")
    assert isinstance(hands.page, HandOverPage)
    hands.tab_to("Nama")
    hands.type("Siti Aminah")
    hands.press("Lihat isi berkas")
    field = hands.tab_to("Simpan ke")
    assert isinstance(field, QLineEdit)
    path = field.text()
    hands.press("Simpan berkas nilai")
    assert read_file(hands.opened.database.parent.parent / path).verdict is FileVerdict.INTACT
    hands.press("Kembali ke hasil")
    assert isinstance(hands.page, ResultPage)
    hands.press("Beranda", back=True)
    assert isinstance(hands.page, HomePage)


def test_an_exam_is_paused_and_resumed(hands: Hands) -> None:
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    hands.press("Jeda, lanjutkan nanti", Key.Key_Space)
    hands.press("Mulai ujian")
    assert hands.opened.window.question is not None
    hands.tap(Key.Key_Escape)
    assert name_of(hands.focused) == "Mulai ujian"
    (open_one,) = hands.opened.learning.store.summaries(hands.opened.profile.id)
    assert open_one.state is AttemptState.ACTIVE, "Escape is the safe answer"
    hands.press("Lanjutkan Simulasi ujian", back=True)
    assert isinstance(hands.page, ExamPage)


def test_the_look_is_changed(hands: Hands) -> None:
    hands.press("Pengaturan", back=True)
    while hands.opened.window.theme.name is not ThemeName.DARK:
        hands.press("Tema", Key.Key_Down)
    assert preferences_of(hands.opened.learning.store.setting(SETTING)).theme is ThemeChoice.DARK


def test_tab_goes_from_the_question_over_its_rows_to_what_leads_on(hands: Hands) -> None:
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    order = []
    for _ in range(FAR):
        hands.tap(Key.Key_Tab)
        if hands.focused.objectName() == "stem":
            break
        order.append(name_of(hands.focused))
    places = [order.index(name) for name in ("Ragu-ragu", "Simpan dan lanjutkan", "Selesai ujian …")]
    grid = next(place for place, name in enumerate(order) if name.startswith("Soal 1, "))
    assert places[0] < places[1] < grid < places[2]
    assert not any(name.startswith("Soal 2, ") for name in order), "the numbers are one stop"


def test_digits_choose_nothing(hands: Hands) -> None:
    page = practice_at(hands.opened, ItemType.SINGLE)
    for digit in range(10):
        hands.tap(Key(Key.Key_0.value + digit))
    assert page.question.rows.picked() == ()


def test_arrows_choose_among_the_options_of_a_question(hands: Hands) -> None:
    page = practice_at(hands.opened, ItemType.SINGLE)
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    hands.tab_to("A. ")
    hands.tap(Key.Key_Space)
    hands.tap(Key.Key_Down)
    assert rows.picked() == (rows.order[1],)
    hands.tap(Key.Key_Tab)
    assert hands.focused not in rows.rows, "the options are one stop once one is chosen"


@pytest.mark.parametrize("steps", [2, 5])
def test_a_double_enter_on_a_certainty_checks_and_does_not_go_on(open_window: OpenWindow, steps: int) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    hands = Hands(opened)
    hands.answer(right_answer(page.question.item))
    index = page.presenter.index
    hands.tab_to("Simpan, ragu")
    hands.tap(Key.Key_Return, times=steps)
    assert page.presenter.checked
    assert page.presenter.index == index
    assert page.question.rows.picked() != ()


def test_a_double_enter_skips_no_question_of_an_exam(open_window: OpenWindow) -> None:
    opened = open_window()
    hands = Hands(opened)
    hands.press("Kuis", back=True)
    hands.tab_to("Mulai ujian")
    hands.tap(Key.Key_Return, times=2)
    page = hands.page
    assert isinstance(page, ExamPage)
    assert page.presenter.index == 0
    hands.answer(right_answer(page.question.item))
    hands.tap(Key.Key_Return, times=2)
    assert page.presenter.index == 1
    hands.answer(right_answer(page.question.item))
    hands.tap(Key.Key_Return)
    assert page.presenter.index == 2, "what was answered between makes it a press of its own"


@pytest.mark.parametrize("name", ["Simpan, yakin", "Simpan, ragu"])
def test_a_double_click_on_a_certainty_does_not_go_on(open_window: OpenWindow, name: str) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    opened.walker.answer(right_answer(page.question.item))
    index = page.presenter.index
    button = opened.walker.button(name)
    spot = button.mapTo(opened.window, button.rect().center())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.walker.settle()
    # The second press meets whatever stands there by now.
    there = opened.window.childAt(spot)
    assert there is not None
    assert there is not button
    QTest.mouseDClick(there, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(there, Qt.MouseButton.LeftButton)
    opened.walker.settle()
    assert page.presenter.checked
    assert page.presenter.index == index


def test_a_key_held_down_is_one_press(hands: Hands) -> None:
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    page = hands.page
    assert isinstance(page, ExamPage)
    for held in (False, True, True, True):
        # Until the next question has the focus nothing has it, and a key goes to the window.
        QTest.simulateEvent(QApplication.focusWidget() or hands.opened.window, True, Key.Key_Right.value, ALT, "", held)
    hands.opened.walker.settle()
    assert page.presenter.index == 1


def test_escape_closes_every_message_with_the_safe_answer(hands: Hands) -> None:
    before = name_of(hands.focused)
    hands.opened.window.report("Ada yang belum tersimpan", "Penyimpanan penuh.")
    hands.opened.walker.settle()
    assert isinstance(hands.focused.window(), QMessageBox)
    hands.tap(Key.Key_Escape)
    assert hands.opened.window.question is None
    assert name_of(hands.focused) == before
