"""Pengaturan: a change shows at once and is kept, and one is told who has read the content."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType
from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.painting.tokens import PADDING, ThemeName
from asnquiz.ui.destinations import OwnData
from asnquiz.ui.settings.page import SettingsPage
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.keep_preferences import SETTING, preferences_of
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_hands import practice_at


def choose(opened: Opened, name: str, steps: int) -> None:
    box = next(one for one in opened.window.findChildren(Select) if one.isVisible() and one.accessibleName() == name)
    box.setFocus()
    for _ in range(steps):
        QTest.keyClick(box, Qt.Key.Key_Down)
        opened.walker.settle()
        box = next(
            one for one in opened.window.findChildren(Select) if one.isVisible() and one.accessibleName() == name
        )


def test_theme_and_text_size_change_at_once_and_are_kept(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    choose(opened, "Tema", 2)
    choose(opened, "Ukuran huruf", 4)
    assert opened.window.theme.name is ThemeName.DARK
    assert opened.window.theme.scale == 2.0
    assert isinstance(opened.window.page, SettingsPage)
    kept = preferences_of(opened.learning.store.setting(SETTING))
    assert kept == Preferences(ThemeChoice.DARK, 200)
    opened.walker.press("Beranda")
    title = next(label for label in opened.labels() if label.objectName() == "title")
    assert title.font().pointSizeF() == 38.0, "twice the 19 points of a title"


def test_letters_are_no_keys_where_they_are_turned_off(open_window: OpenWindow, quick_hands: None) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press("Pakai tombol huruf")
    assert not preferences_of(opened.learning.store.setting(SETTING)).letter_keys
    assert isinstance(opened.window.focusWidget(), Tick), "the page stands there anew, and the focus where it was"
    page = practice_at(opened, ItemType.SINGLE)
    opened.walker.key(Qt.Key.Key_A)
    assert page.question.rows.picked() == ()
    assert opened.walker.button("Simpan, yakin").toolTip() == ""
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.key(Qt.Key.Key_Y)
    assert not page.presenter.checked
    answered = page.question.item
    opened.walker.press("Simpan, yakin")
    opened.walker.key(Qt.Key.Key_Return)
    assert page.question.item is not answered


def test_it_says_that_no_lawyer_has_read_the_content(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    words = [label.text() for label in opened.labels()]
    assert any("belum diperiksa oleh ahli hukum" in one for one in words)
    assert any("31 Januari 2026" in one for one in words)


def test_the_words_of_a_list_end_before_its_arrow_at_200_percent(open_window: OpenWindow) -> None:
    opened = open_window(scale=2.0)
    opened.walker.press("Pengaturan")
    sizes = next(one for one in opened.window.findChildren(Select) if one.accessibleName() == "Ukuran huruf")
    words = sizes.fontMetrics().horizontalAdvance("200 %")
    padding, arrow = 12, 2 * 18
    assert sizes.width() >= padding + words + arrow + 10


def test_the_question_before_erasing_has_the_paddings_of_every_question(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.go(OwnData())
    opened.walker.settle()
    opened.walker.press("Hapus data saya")
    asked = opened.window.question
    assert asked is not None
    layout = asked.layout()
    assert layout is not None
    margins = layout.contentsMargins()
    assert margins.left() == margins.right() == PADDING + 4
