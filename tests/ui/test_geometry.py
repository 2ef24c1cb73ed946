"""Nothing is clipped: every label has the room its words need, on each screen, at each window and text size."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, RadioRow
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens import screens


def clipped(opened: Opened) -> list[str]:
    """The words on screen that have less room than they need, a pixel of rounding allowed."""
    short = []
    for label in opened.window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() + 1 < needed or (not label.wordWrap() and label.width() + 1 < label.sizeHint().width()):
            short.append(label.text())
    for button in opened.window.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        if isinstance(button, RadioRow | CheckRow | SizeCard):
            if button.height() + 1 < button.heightForWidth(button.width()):
                short.append(button.accessibleName())
        elif (
            button.text()
            and not isinstance(button.parent(), NumberGrid)
            and button.width() + 1 < button.minimumSizeHint().width()
        ):
            short.append(button.text())
    return short


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((1024, 700), 2.0)])
def test_nothing_is_clipped(open_window: OpenWindow, size: tuple[int, int], scale: float) -> None:
    opened = open_window(scale=scale, size=size, guest=False)
    found = {}
    for name in screens(opened):
        opened.walker.settle()
        found[name] = clipped(opened)
    assert {name: words for name, words in found.items() if words} == {}
