"""Every stop has a name of its own that says its label, a role that fits, and a label that belongs to it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from asnquiz.ui.drafts.story.canvas import StoryCanvas
from asnquiz.ui.drafts.story.tree import StoryTree
from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.option_row import CheckRow, RadioRow
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.table import Table
from asnquiz.ui.widgets.tick import Tick
from tests.ui.test_names import labels_of, name_of, shown, stops, told

Role = QAccessible.Role
ROLES = {
    QComboBox: {Role.ComboBox},
    Table: {Role.Table},
    StoryCanvas: {Role.Grouping},
    StoryTree: {Role.Tree},
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


def misnamed(place: QWidget) -> list[str]:
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
        if isinstance(widget, TYPED) and not any(one in name for one in labels_of(widget)):
            wrong.append(f"“{name}” has no label that belongs to it")
    for widget in shown(place):
        if isinstance(widget, QProgressBar) and not name_of(widget):
            wrong.append("a bar of progress without a name")
        if isinstance(widget, QLabel) and not widget.pixmap().isNull() and not told(widget).state().invisible:
            wrong.append("a picture that a screen reader stops at")
    return wrong
