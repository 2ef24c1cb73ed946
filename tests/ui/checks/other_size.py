"""A page is the same in another size of text: what stands there, what is picked or typed, and what has the focus."""

import re
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import Opened
from tests.ui.test_text_size import Key, press, scale


def held(place: QWidget | None) -> list[tuple[str, ...]]:
    """What stands on a page and what is picked or typed there, in the order of its widgets."""
    found: list[tuple[str, ...]] = []
    for one in place.findChildren(QWidget) if place else ():
        if not one.isVisible():
            continue
        if isinstance(one, QLabel):
            words = re.sub(r"\d+ detik|\d\d\.\d\d", "…", one.text())  # time goes on
            found.append(("label", words if one.textFormat() is Qt.TextFormat.PlainText else ""))
        elif isinstance(one, QLineEdit):
            found.append(("line", one.accessibleName(), one.text()))
        elif isinstance(one, QPlainTextEdit):
            found.append(("lines", one.accessibleName(), one.toPlainText()))
        elif isinstance(one, QComboBox):
            found.append(("list", one.accessibleName(), one.currentText()))
        elif isinstance(one, QAbstractButton):
            found.append(("button", one.accessibleName() or one.text(), str(one.isChecked()), str(one.isEnabled())))
    return found


def in_the_other_size(opened: Opened) -> tuple[bool, list[str]]:
    """Whether the page goes between the usual size and the next at once, and what is wrong then.

    One that does not says so.
    """
    page, wanted = opened.window.page, 125 if scale(opened) == 100 else 100
    before, name = held(page), focused_name()
    press(opened, Key.Key_Plus if wanted == 125 else Key.Key_0)
    wrong = [] if scale(opened) == wanted else [f"{scale(opened)} %"]
    renewed = opened.window.question is None
    if not renewed:
        opened.walker.press("Mengerti")
    elif focused_name() != name:
        wrong.append(f"the focus went from “{name}” to “{focused_name()}”")
    if renewed == (opened.window.page is page):
        wrong.append("it says something else than it does")
    after = held(opened.window.page)
    return renewed, wrong + [f"{one} became {other}" for one, other in zip_longest(before, after) if one != other]


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""
