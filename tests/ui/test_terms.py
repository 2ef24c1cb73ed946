"""Glossary words in lessons and in what is said of an answer: marked, opened in place, spoken, closed."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType, Term
from asnquiz.painting.tokens import ThemeName
from asnquiz.ui.destinations import ReadLesson
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.law import LawCard
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.term_text import TermText
from tests import builders
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_announcements import heard  # noqa: F401 - a fixture
from tests.ui.test_hands import practice_at

Key = Qt.Key


@pytest.fixture
def lesson(open_window: OpenWindow) -> Opened:
    """A window on the first lesson, whose first paragraph has glossary words."""
    opened = open_window()
    pack, _, _ = opened.learning.packs.current()
    opened.window.go(ReadLesson(pack.lessons_in_order[0].id))
    opened.walker.settle()
    return opened


def first(opened: Opened) -> TermText:
    return opened.window.findChildren(TermText)[0]


def meaning(block: TermText) -> list[str]:
    """What is written under a paragraph."""
    return [label.text() for label in block.findChildren(QLabel) if label.isVisible() and label is not block.label]


def tab_to_first(opened: Opened) -> TermLabel:
    """Goes by Tab to the first word of the lesson."""
    while not isinstance(label := QApplication.focusWidget(), TermLabel):
        opened.walker.key(Key.Key_Tab)
    return label


def opened_term(opened: Opened, said: str) -> Term:
    pack, _, _ = opened.learning.packs.current()
    return next(term for term in pack.terms if said in (term.term, term.long))


def test_tab_and_enter_open_a_word_under_its_paragraph_and_escape_closes_it(
    lesson: Opened,
    heard: list[str],  # noqa: F811
) -> None:
    label = tab_to_first(lesson)
    assert label is first(lesson).label
    word = first(lesson).label.selectedText()
    assert heard[-1] == f"Istilah: {word}. Enter membuka artinya."
    lesson.walker.key(Key.Key_Return)
    term = opened_term(lesson, word)
    assert meaning(first(lesson))[0] == term.term
    assert term.meaning in meaning(first(lesson))
    assert term.meaning in heard[-1]
    assert QApplication.focusWidget() is label, "reading goes on where it was"
    lesson.walker.key(Key.Key_Escape)
    assert meaning(first(lesson)) == []
    assert QApplication.focusWidget() is label


def test_tab_goes_from_word_to_word_and_then_on(lesson: Opened) -> None:
    block, words = first(lesson), []
    tab_to_first(lesson)
    while QApplication.focusWidget() is block.label:
        words.append(block.label.selectedText())
        lesson.walker.key(Key.Key_Tab)
    assert words == re.findall(r"<a [^>]*>([^<]+)</a>", block.label.text())
    lesson.walker.key(Key.Key_Backtab)
    assert QApplication.focusWidget() is block.label
    assert block.label.selectedText() == words[-1], "backwards one comes to the last word first"


def test_the_opened_meaning_comes_next_by_tab_and_can_be_closed_there(lesson: Opened) -> None:
    block = first(lesson)
    links = len(re.findall("<a ", block.label.text()))
    tab_to_first(lesson)
    lesson.walker.key(Key.Key_Return)
    for _ in range(links):
        lesson.walker.key(Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert isinstance(inside, QPushButton)
    assert block.isAncestorOf(inside)
    lesson.walker.key(Key.Key_Escape)
    assert meaning(block) == []
    assert QApplication.focusWidget() is block.label


_NO_KEYS = Qt.KeyboardModifier.NoModifier


def click_word(label: TermLabel) -> None:
    """Clicks the first link that is found from the upper left."""
    seen: list[str] = []
    label.linkHovered.connect(seen.append)
    for y in range(5, label.height(), 6):
        for x in range(2, label.width(), 6):
            # Sent, since Qt drops moves of a mouse that the platform has not caught up with.
            place, none = QPointF(x, y), Qt.MouseButton.NoButton
            move = QMouseEvent(QEvent.Type.MouseMove, place, label.mapToGlobal(place), none, none, _NO_KEYS)
            QApplication.sendEvent(label, move)
            if seen and seen[-1]:
                QTest.mouseClick(label, Qt.MouseButton.LeftButton, _NO_KEYS, QPoint(x, y))
                return
    raise LookupError("no word to click")


def test_a_click_opens_the_word_and_a_second_click_closes_it(lesson: Opened) -> None:
    block, focused = first(lesson), QApplication.focusWidget()
    click_word(block.label)
    lesson.walker.settle()
    assert meaning(block)
    assert QApplication.focusWidget() is focused, "as with every button, a click leaves the focus where it was"
    click_word(block.label)
    lesson.walker.settle()
    assert meaning(block) == []


def test_a_law_in_a_meaning_opens_its_card(theme: Theme, open_window: OpenWindow) -> None:
    opened = open_window()
    pack = builders.pack(terms=(Term("CLTN", "cuti tanpa hak gaji", "Cuti.", ("pp-94-2021",)),))
    page = opened.window.page
    assert page is not None
    block = TermText(opened.window.theme, 'Ambil <a href="0">CLTN</a>.', pack)
    page.column.addWidget(block)
    opened.walker.settle()
    click_word(block.label)
    opened.walker.settle()
    opened.walker.press("94 Tahun 2021")
    assert isinstance(opened.window.over, LawCard)


def forms(label: TermLabel) -> list[QTextCharFormat]:
    block, found = label.findChildren(QTextDocument)[0].begin(), []
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            found.append(place.fragment().charFormat())
            place += 1
        block = block.next()
    return found


def test_words_stand_over_a_dotted_line_in_the_colour_of_their_text(lesson: Opened) -> None:
    label = first(lesson).label
    marked = [form for form in forms(label) if form.isAnchor()]
    assert marked
    assert {form.underlineStyle() for form in marked} == {QTextCharFormat.UnderlineStyle.DotLine}
    assert not any(form.hasProperty(QTextCharFormat.Property.ForegroundBrush) for form in marked)
    light = label.grab().toImage()
    lesson.journey.window.theme.name = ThemeName.LIGHT
    bare = TermLabel(lambda _: None)
    bare.setFont(label.font())
    bare.setWordWrap(True)
    bare.resize(label.size())
    bare.show_html(re.sub(r"</?a[^>]*>", "", label.text()))
    assert bare.grab().toImage() != light, "the mark is seen without colour"


def test_each_section_marks_a_word_once_and_headings_none(lesson: Opened) -> None:
    pack, _, _ = lesson.learning.packs.current()
    for one in pack.lessons_in_order[::6]:
        lesson.window.go(ReadLesson(one.id))
        lesson.walker.settle()
        section: list[str] = []
        for label in lesson.window.findChildren(QLabel):
            if label.objectName() == "title" or "heading" in str(getattr(label, "spoken", "")).lower():
                assert "<a " not in label.text()
                section = []
            links = re.findall(r'<a href="([^"]+)"', label.text())
            assert not set(links) & set(section), one.id
            section += links


def test_what_is_said_of_an_answer_has_its_words_too_and_enter_opens_them_there(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    while True:
        index = page.presenter.index
        opened.walker.answer(right_answer(page.question.item))
        opened.walker.press("Simpan, yakin")
        if blocks := page.question.findChildren(TermText):
            break
        opened.walker.press("Soal berikutnya")
    blocks[0].label.setFocus(Qt.FocusReason.TabFocusReason)
    assert blocks[0].label.selectedText()
    opened.walker.key(Key.Key_Return)
    assert meaning(blocks[0])
    assert isinstance(opened.window.page, PracticePage)
    assert page.presenter.index == index
    assert page.presenter.checked


def test_a_word_at_the_very_beginning_lets_the_focus_go_in_both_directions(open_window: OpenWindow) -> None:
    opened = open_window()
    page = opened.window.page
    assert page is not None
    pack = builders.pack(terms=(Term("ASN", None, "Pegawai.", ()), Term("SE", None, "Surat.", ())))
    before, after = QPushButton("sebelum"), QPushButton("sesudah")
    block = TermText(opened.window.theme, '<a href="0">ASN</a> dan <a href="1">SE</a>', pack)
    for one in (before, block, after):
        page.column.addWidget(one)
    QWidget.setTabOrder(before, block.label)
    QWidget.setTabOrder(block.label, after)
    opened.walker.settle()
    before.setFocus()
    for _ in range(2):
        stops = []
        for key in [Key.Key_Tab] * 3 + [Key.Key_Backtab] * 3:
            opened.walker.key(key)
            stops.append(block.label.selectedText() if block.label.hasFocus() else "")
        assert stops == ["ASN", "SE", "", "SE", "ASN", ""]
        assert before.hasFocus()
