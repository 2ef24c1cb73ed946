"""A page made anew in another text size: what stood in its lines and lists, and where the focus was."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.passage_search import PassageSearch
from asnquiz.ui.widgets.term_text import TermText
from asnquiz.ui.widgets.tick import Tick


def copy_fields(before: QWidget, after: QWidget) -> None:
    """Puts into each line and list what stands in the one of the same name, and opens what is open in running text."""
    lines = {line.accessibleName(): line for line in after.findChildren(QLineEdit)}
    for line in before.findChildren(QLineEdit):
        if same := lines.get(line.accessibleName()):
            same.setText(line.text())
            same.setCursorPosition(line.cursorPosition())
    areas = {area.accessibleName(): area for area in after.findChildren(QPlainTextEdit)}
    for area in before.findChildren(QPlainTextEdit):
        if same_area := areas.get(area.accessibleName()):
            same_area.setPlainText(area.toPlainText())
    ticks = {tick.text(): tick for tick in after.findChildren(Tick)}
    for tick in before.findChildren(Tick):
        if same_tick := ticks.get(tick.text()):
            same_tick.setChecked(tick.isChecked())
    fields = {field.line.accessibleName(): field for field in after.findChildren(Field)}
    for field in before.findChildren(Field):
        if field.problem and (same_field := fields.get(field.line.accessibleName())):
            same_field.complain(field.problem)
    for earlier, search in zip(before.findChildren(PassageSearch), after.findChildren(PassageSearch), strict=False):
        if earlier.found:
            search.show_found(earlier.found)
    for mine, its in zip(before.findChildren(TermText), after.findChildren(TermText), strict=False):
        its.open_as(mine)
    lists = {one.accessibleName(): one for one in after.findChildren(QComboBox)}
    for one in before.findChildren(QComboBox):
        if same_list := lists.get(one.accessibleName()):
            same_list.setCurrentIndex(one.currentIndex())


def same_place(before: QWidget, after: QWidget) -> QWidget | None:
    """Where the focus is on `after` when it is where it was on `before`: no two stops of a page have one name."""
    focused = before.focusWidget()
    if focused is None:
        return None
    named = (one for one in after.findChildren(type(focused)) if one.accessibleName() == focused.accessibleName())
    return next(named, None)
