"""Ctrl and plus, minus or zero: the words change their size, and nothing picked or typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType
from asnquiz.domain.preferences import TEXT_PERCENTS
from asnquiz.domain.wording import clock_words
from asnquiz.ui.ask.page import AskPage
from asnquiz.ui.destinations import Ask, BrowseLaw, Section
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.usecases.keep_preferences import SETTING, preferences_of
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_hands import practice_at

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
_EXAM_ANSWERS = 8  # once through every size and a little further


def press(opened: Opened, key: Key) -> None:
    """As the operating system sends it: to the window with the focus, where shortcuts are looked for first."""
    QTest.keyClick(QApplication.focusWindow(), key, CTRL)
    opened.walker.settle()


def scale(opened: Opened) -> int:
    return round(opened.window.theme.scale * 100)


def test_the_sizes_are_those_of_the_settings_and_are_kept(open_window: OpenWindow) -> None:
    opened = open_window()
    seen = []
    for _ in TEXT_PERCENTS:
        seen.append(scale(opened))
        press(opened, Key.Key_Plus)
    assert seen == list(TEXT_PERCENTS)
    assert scale(opened) == 200
    press(opened, Key.Key_Minus)
    assert scale(opened) == 175
    assert preferences_of(opened.learning.store.setting(SETTING)).text_percent == 175
    press(opened, Key.Key_0)
    press(opened, Key.Key_Minus)
    assert scale(opened) == 100
    assert opened.window.rail.entries[Section.HOME].isChecked()


def test_what_is_picked_in_an_exam_stays_picked_and_its_clock_goes_on(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    presenter = page.presenter
    for _ in range(_EXAM_ANSWERS):
        page = opened.window.page
        assert isinstance(page, ExamPage)
        opened.walker.answer(right_answer(page.question.item))
        picked = page.picked()
        press(opened, Key.Key_Plus if scale(opened) < 200 else Key.Key_0)
        page = opened.window.page
        assert isinstance(page, ExamPage)
        assert page.presenter is presenter
        assert page.picked() == picked
        presenter.tick()
        assert page.clock_words == f"Sisa waktu {clock_words(presenter.remaining_ms)}"
        opened.walker.press("Simpan dan lanjutkan")
    assert presenter.sitting.attempt.answered == _EXAM_ANSWERS


@pytest.mark.parametrize("kind", list(ItemType))
def test_what_is_picked_in_practice_stays_picked(open_window: OpenWindow, kind: ItemType) -> None:
    opened = open_window()
    answer = right_answer(practice_at(opened, kind).question.item)
    opened.walker.answer(answer)
    press(opened, Key.Key_Plus)
    page = opened.window.page
    assert isinstance(page, PracticePage)
    assert page.question.rows.picked() == answer
    opened.walker.press("Simpan, ragu")
    assert page.presenter.given == answer
    press(opened, Key.Key_Minus)
    opened.walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")


def test_what_is_typed_stays_typed_and_a_list_does_not_take_the_key_for_a_search(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    assert opened.window.page is not None
    paths = opened.window.page.findChildren(QComboBox)[0]
    paths.setFocus()
    press(opened, Key.Key_Plus)
    assert scale(opened) == 125
    opened.window.go(Ask("foto dengan calon"))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, AskPage)
    opened.walker.press("Sebelum")
    found = [one.rule.id for one in page.cards]
    press(opened, Key.Key_Plus)
    page = opened.window.page
    assert isinstance(page, AskPage)
    assert page.line.text() == "foto dengan calon"
    assert page.line.hasFocus()
    assert [one.rule.id for one in page.cards] == found
    opened.window.go(BrowseLaw())
    opened.walker.settle()
    opened.walker.write("Cari peraturan atau istilah", "dicabut")
    before = [label.text() for label in opened.labels()]
    press(opened, Key.Key_Minus)
    assert [label.text() for label in opened.labels()] == before


def test_a_reader_stays_at_the_same_part_of_a_lesson(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    opened.walker.press(opened.walker.first_button_with(", belum dibaca").accessibleName())
    page = opened.window.page
    assert page is not None
    opened.walker.key(Key.Key_PageDown)
    opened.walker.key(Key.Key_PageDown)
    bar = page._scroll.verticalScrollBar()
    share = bar.value() / bar.maximum()
    assert share > 0.2
    press(opened, Key.Key_Plus)
    assert opened.window.page is not None
    bar = opened.window.page._scroll.verticalScrollBar()
    assert bar.value() / bar.maximum() == pytest.approx(share, abs=0.02)
