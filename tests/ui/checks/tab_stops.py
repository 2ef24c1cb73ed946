"""Tab reaches every stop, is caught by none, and comes back, with the focus always to be seen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget

from tests.ui.test_keys import FAR, PLAIN, SHIFT, Hands, Key
from tests.ui.test_names import name_of, stops


def not_tabbed_to(hands: Hands) -> list[str]:
    """The stops of the screen that Tab and Shift + Tab leave out, and what else is wrong on their way."""
    wrong = []
    begun, reached = hands.focused, []
    for modifier in (PLAIN, SHIFT):
        for _ in range(FAR):
            reached.append(hands.focused)
            if not is_in_view(hands.focused, hands.page):
                wrong.append(f"out of sight: {name_of(hands.focused)}")
            QTest.keyClick(QApplication.focusWindow(), Key.Key_Tab, modifier)
            if hands.focused is begun:
                break
        else:
            wrong.append(f"does not come back to {name_of(begun)}")
        hands.opened.walker.settle()
    place = hands.opened.window.over or hands.opened.window
    expected = [one for one in stops(place) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return wrong + [name_of(one) for one in expected if one not in reached and not _beside_one_of(one, reached)]


def is_in_view(widget: QWidget, page: QWidget) -> bool:
    """Whether at least the upper edge of a widget is inside what its page shows of itself."""
    area = page.findChildren(QScrollArea)[0].viewport()
    if not area.isAncestorOf(widget):
        return True
    top = widget.mapTo(area, QPoint(0, 0)).y()
    return -widget.height() < top < area.height()


def _beside_one_of(widget: QWidget, reached: list[QWidget]) -> bool:
    """Whether a radio button is reached by arrows from another of its group."""
    return isinstance(widget, QRadioButton) and any(
        isinstance(one, QRadioButton) and one.parent() is widget.parent() for one in reached
    )
