"""A page made anew in another text size: what stood in its lines and lists, and where the focus was."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.passage_search import PassageSearch
from asnquiz.ui.widgets.term_text import TermText
from asnquiz.ui.widgets.tick import Tick

W = TypeVar("W", bound=QWidget)


def copy_fields(before: QWidget, after: QWidget) -> None:
    """Puts into each field what stands in the one of the same name, and opens what is open in running text."""
    _show_as_many_rows(before, after)
    for line, same_line in _twins(QLineEdit, before, after):
        same_line.setText(line.text())
        same_line.setCursorPosition(line.cursorPosition())
    for area, same_area in _twins(QPlainTextEdit, before, after):
        same_area.setPlainText(area.toPlainText())
    for tick, same_tick in _twins(Tick, before, after):
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
    for one, same_list in _twins(QComboBox, before, after):
        same_list.setCurrentIndex(one.currentIndex())


def _show_as_many_rows(before: QWidget, after: QWidget) -> None:
    for listed, same_list in zip(before.findChildren(Longer), after.findChildren(Longer), strict=False):
        same_list.show_rows(listed.shown)


def _twins(kind: type[W], before: QWidget, after: QWidget) -> Iterator[tuple[W, W]]:
    """The fields of a kind that both pages have, by their names."""
    named = {one.accessibleName(): one for one in after.findChildren(kind)}
    for one in before.findChildren(kind):
        if same := named.get(one.accessibleName()):
            yield one, same


def same_place(before: QWidget, after: QWidget) -> QWidget | None:
    """Where the focus is on `after` when it is where it was on `before`: no two stops of a page have one name."""
    focused = before.focusWidget()
    if focused is None:
        return None
    named = (one for one in after.findChildren(type(focused)) if one.accessibleName() == focused.accessibleName())
    return next(named, None)
