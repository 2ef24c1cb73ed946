"""What a screen reader is told of each screen: names, roles, states, headings, and nothing of what says nothing."""

import itertools
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType
from asnquiz.ui.destinations import ReadLesson, ReviewQuiz
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens import lessons
from tests.ui.test_hands import practice_at

Role = QAccessible.Role


def told(widget: QWidget) -> QAccessibleInterface:
    """What Qt hands to a screen reader for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def name_of(widget: QWidget) -> str:
    """Under Unix Qt gives a list's value for its name, and leaves the name to the label beside it."""
    return widget.accessibleName() if isinstance(widget, QComboBox) else _name(widget)


def labels_of(widget: QWidget) -> list[str]:
    """The words beside a field that Qt says belong to it."""
    found = told(widget).relations(QAccessible.RelationFlag.Label)
    return [label.text(QAccessible.Text.Name) for label, _ in found]


def _name(widget: QWidget) -> str:
    return told(widget).text(QAccessible.Text.Name)


def shown(place: QWidget) -> list[QWidget]:
    return [one for one in place.findChildren(QWidget) if one.isVisible() and one.window() is place.window()]


def stops(place: QWidget) -> list[QWidget]:
    """Everything that can take the focus, by keys or by a click, but for labels that only let their words be copied."""
    return [
        one
        for one in shown(place)
        if one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (one.objectName().startswith("qt_msgbox") and isinstance(one, QLabel))
    ]


def headings(place: QWidget) -> list[tuple[int, str]]:
    """The headings of a screen in the order in which a screen reader comes to them."""
    found = []
    for one in shown(place):
        interface = told(one)
        if interface.role() is Role.Heading:
            level = interface.attributesInterface().attributeValue(QAccessible.Attribute.Level)
            found.append((level, interface.text(QAccessible.Text.Name)))
    return found


def misplaced(levels: list[int]) -> bool:
    """Whether a page does not begin with its one heading of level 1, or goes down by more than one level at once."""
    steps = itertools.pairwise(levels)
    return levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in steps)


@pytest.mark.parametrize("spoken", Spoken)
def test_a_mark_answers_whatever_a_screen_reader_asks_it_to_be(qtbot: QtBot, spoken: Spoken) -> None:
    label = SpokenLabel("Nilai", spoken)
    qtbot.addWidget(label)
    # By Qt's own calls, as the platform asks; each ended the program where Python answered None.
    marked = told(label)
    assert marked.actionInterface() is not None
    asked = (marked.textInterface, marked.editableTextInterface, marked.valueInterface)
    assert [ask() for ask in asked] == [None] * len(asked)
    assert (marked.attributesInterface() is not None) == (marked.role() is Role.Heading)


def test_a_lesson_has_the_headings_of_its_text(open_window: OpenWindow) -> None:
    opened = open_window()
    for lesson in lessons(opened):
        opened.window.go(ReadLesson(lesson.id))
        opened.walker.settle()
        assert opened.window.page is not None
        seen = headings(opened.window.page)
        assert seen[0] == (1, lesson.title)
        assert not misplaced([level for level, _ in seen]), lesson.id
        written = [(len(marks), line) for marks, line in re.findall(r"^(#+) (.+)$", lesson.body, re.MULTILINE)]
        assert [one for one in seen[1:] if one in written] == written


def test_a_message_is_told_whole(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.report("Ada yang belum tersimpan", "Penyimpanan penuh.")
    box = opened.window.question
    assert isinstance(box, QMessageBox)
    assert told(box).role() is Role.AlertMessage
    assert name_of(box) == "Ada yang belum tersimpan"
    assert told(box).text(QAccessible.Text.Description) == "Penyimpanan penuh."


def test_an_option_says_its_letter_its_words_and_how_it_turned_out(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    assert told(rows).role() is Role.Grouping
    right = rows.order.index(right_answer(page.question.item)[0])
    wrong = (right + 1) % len(rows.rows)
    rows.choose(wrong)
    assert name_of(rows.rows[wrong]) == f"{'ABCDE'[wrong]}. {rows.rows[wrong].row.words}"
    assert told(rows.rows[wrong]).state().checked
    assert not told(rows.rows[right]).state().checked
    opened.walker.press("Simpan, yakin")
    assert ". Jawaban yang benar. " in name_of(rows.rows[right])
    assert ". Pilihan Anda. Belum tepat. " in name_of(rows.rows[wrong])
    assert not any(".." in name_of(row) for row in rows.rows)
    others = [row for place, row in enumerate(rows.rows) if place not in (right, wrong)]
    assert not any("Jawaban yang benar" in name_of(row) or "Pilihan Anda" in name_of(row) for row in others)


def act(opened: Opened, widget: QWidget) -> None:
    """Does to a widget what it offers a screen reader first."""
    action = told(widget).actionInterface()
    action.doAction(action.actionNames()[0])
    opened.walker.settle()


def test_an_answer_is_chosen_and_saved_by_what_a_screen_reader_does(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    act(opened, rows.rows[0])
    assert told(rows.rows[0]).state().checked
    assert told(rows.rows[0]).rect().size() == rows.rows[0].size()
    opened.walker.press("Simpan, ragu")
    assert page.presenter.given == rows.picked() == (rows.order[0],)
    act(opened, rows.rows[1])
    assert rows.picked() == (rows.order[0],), "its outcome is known"
    act(opened, opened.walker.button("Tandai soal"))
    assert page.presenter.flagged


def test_a_number_says_its_state_in_the_exam_and_its_outcome_in_the_review(open_window: OpenWindow) -> None:
    opened = open_window()
    page = exam_with_one_answer(opened)
    grid = page.findChildren(NumberGrid)[0]
    assert [name_of(button) for button in grid.buttons[:3]] == [
        "Soal 1, sudah dijawab, ragu-ragu",
        "Soal 2, belum dijawab, sedang dibuka",
        "Soal 3, belum dijawab",
    ]
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    opened.walker.press("Lihat pembahasan")
    grid = opened.window.findChildren(NumberGrid)[0]
    assert name_of(grid.buttons[0]) == "Soal 1, sudah dijawab, ragu-ragu, benar, sedang dibuka"
    assert name_of(grid.buttons[1]) == "Soal 2, belum dijawab, belum tepat"


def exam_with_one_answer(opened: Opened) -> ExamPage:
    """An exam whose first question is answered rightly and marked; the second is on screen."""
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Ragu-ragu")
    opened.walker.press("Simpan dan lanjutkan")
    return page


def test_a_half_matched_question_is_not_answered_in_exam_or_review(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    sitting = page.presenter.sitting
    place = next(at for at in range(page.presenter.total) if page.presenter.sitting.item(at).type is ItemType.MATCHING)
    page.presenter.jump(place)
    opened.walker.settle()
    box = page.question.findChildren(QComboBox)[0]
    box.setFocus()
    opened.walker.key(Qt.Key.Key_Down)
    opened.walker.press("Simpan dan lanjutkan")
    expected = f"Soal {place + 1}, belum dijawab"
    assert name_of(page.findChildren(NumberGrid)[0].buttons[place]) == expected
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    opened.window.go(ReviewQuiz(sitting.attempt.id))
    opened.walker.settle()
    assert name_of(opened.window.findChildren(NumberGrid)[0].buttons[place]).startswith(expected)


def test_the_rail_says_where_one_is_and_can_be_pressed_by_a_screen_reader(open_window: OpenWindow) -> None:
    opened = open_window()
    entries = {name_of(entry): told(entry) for entry in opened.window.rail.entries.values()}
    assert {name: entry.role() for name, entry in entries.items()} == dict.fromkeys(entries, Role.PageTab)
    assert [name for name, entry in entries.items() if entry.state().selected] == ["Beranda"]
    action = entries["Materi"].actionInterface()
    action.doAction(action.pressAction())
    opened.walker.settle()
    assert [name for name, entry in entries.items() if entry.state().selected] == ["Materi"]


def test_the_score_is_told_with_the_title_and_the_ring(open_window: OpenWindow) -> None:
    opened = open_window()
    exam_with_one_answer(opened)
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    pictures = [told(one) for one in shown(opened.window) if told(one).role() is Role.Graphic]
    heard = [one.text(QAccessible.Text.Name) for one in pictures if not one.state().invisible]
    assert heard == ["Nilai 3,3 dari 100"], "1 of 30, rounded down"
    assert (1, "Simulasi ujian: belum lulus. Nilai 3,3 dari 100") in headings(opened.window)
