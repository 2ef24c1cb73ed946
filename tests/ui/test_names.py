"""What a screen reader is told of each screen: names, roles, states, headings, and nothing of what says nothing."""

import itertools
import re
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType
from asnquiz.ui.destinations import ReadLesson, ReviewQuiz
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, RadioRow
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel
from asnquiz.ui.widgets.table import Table
from asnquiz.ui.widgets.tick import Tick
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens import lessons, screens
from tests.ui.test_hands import practice_at

Role = QAccessible.Role
ROLES = {
    QComboBox: {Role.ComboBox},
    Table: {Role.Table},
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QLabel: {Role.Heading, Role.StaticText},
    RadioRow: {Role.RadioButton},
    CheckRow: {Role.CheckBox},
    SizeCard: {Role.RadioButton},
    Tick: {Role.CheckBox},
    QPushButton: {Role.Button, Role.CheckBox, Role.PageTab},
}

# What is typed into or chosen from, under words of its own.
TYPED = (QComboBox, QLineEdit, QPlainTextEdit)


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


def visible_label(widget: QWidget) -> str:
    """The words that are painted on a widget."""
    if isinstance(widget, RadioRow | CheckRow):
        return f"{widget.row.letter} {widget.row.words} {widget.row.feedback}"
    if isinstance(widget, RowButton | LawNote):
        return widget.words
    if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.RichText:
        return QTextDocumentFragment.fromHtml(widget.text()).toPlainText()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text().replace("&&", "&")
    return ""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def contains(name: str, label: str) -> bool:
    """Whether a name has the words of a label in their order, as somebody who speaks to the computer would say them."""
    rest = iter(words(name))
    return all(word in rest for word in words(label))


def faults(place: QWidget) -> list[str]:
    """What is wrong with the names and roles of one screen."""
    wrong, seen = [], set()
    for widget in stops(place):
        name, role = name_of(widget), told(widget).role()
        if not name or (role, name) in seen:
            wrong.append(f"{type(widget).__name__} is called “{name}”, as is another or nothing")
        seen.add((role, name))
        if not contains(name, visible_label(widget)):
            wrong.append(f"“{name}” does not say “{visible_label(widget)}”")
        if role not in next(roles for kind, roles in ROLES.items() if isinstance(widget, kind)):
            wrong.append(f"“{name}” is a {role.name}")
        if isinstance(widget, QComboBox | QLineEdit | QPlainTextEdit) and not any(
            one in name for one in labels_of(widget)
        ):
            wrong.append(f"“{name}” has no label that belongs to it")
    for widget in shown(place):
        if isinstance(widget, QProgressBar) and not name_of(widget):
            wrong.append("a bar of progress without a name")
        if isinstance(widget, QLabel) and not widget.pixmap().isNull() and not told(widget).state().invisible:
            wrong.append("a picture that a screen reader stops at")
    return wrong


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


@dataclass(frozen=True)
class Seen:
    """What was found on one screen: faults of names, headings, and the role of what has the focus."""

    faults: list[str]
    headings: list[tuple[int, str]]
    focused: QAccessible.Role


_SEEN: dict[str, Seen] = {}


def seen_on_every_screen(open_window: OpenWindow) -> dict[str, Seen]:
    """One walk serves all tests of a process that ask."""
    if not _SEEN:
        opened = open_window(guest=False)
        for screen in screens(opened):
            page, focused = opened.window.page, QApplication.focusWidget()
            assert page is not None
            assert focused is not None, screen
            top = opened.window.over or opened.window
            _SEEN[screen] = Seen(faults(top), headings(page), told(focused).role())
    return _SEEN


def test_every_stop_has_a_name_of_its_own_that_says_its_label(open_window: OpenWindow) -> None:
    found = seen_on_every_screen(open_window)
    assert {screen: seen.faults for screen, seen in found.items() if seen.faults} == {}


def test_every_page_has_its_headings_in_order(open_window: OpenWindow) -> None:
    found = {screen: seen.headings for screen, seen in seen_on_every_screen(open_window).items()}
    assert {screen: seen for screen, seen in found.items() if misplaced([level for level, _ in seen])} == {}
    assert (2, "Jalan belajar") in found["beranda"]
    assert (3, "Simulasi ujian") in found["kuis"]
    assert (3, "Alasan") in found["latihan-alasan-0"]


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


def test_the_focus_after_a_page_change_is_on_its_title_or_question(open_window: OpenWindow) -> None:
    found = {screen: seen.focused for screen, seen in seen_on_every_screen(open_window).items()}
    # The lines of Bolehkah saya? and for a PIN are what one comes there for, and their names say as much as the titles.
    within = (
        "mulai-",
        "ujian-",
        "latihan-alasan",
        "berkas-nilai-",
        "bukti-nilai-",
        "berita-acara-",
        "surat-keterangan-",
        "pengaturan-",
        "materi-",
        "hukum-cari",
        "diskusi-bahas",
        "bolehkah",
        "kalender-",
        "hasil-saya-",
        "orang-",
        "pin",
        "bantuan-cari",
        "data-saya-",
        "pindah-",
        "cadangan-",
        "tugas-sidik",
        "tugas-sesi-",
        "tugas-ujian",
        "rekap-analisis-yakin",
        "rekap-pegawai-",
        "rekap-orang-cari",
        "rekap-berkas-",
        "rekap-hapus-",
        "kantor-nama-kosong",
        "tugas-salah",
        "gladi-berhasil",
    )
    pages = {screen for screen in found if not screen.startswith(within)}
    assert {found[screen] for screen in pages} == {Role.Heading}


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
