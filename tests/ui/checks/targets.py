"""What is to be pressed can be hit: 24 pixels of WCAG 2.5.8, and the 40 of the design; and no letter is tiny."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollBar, QWidget

TARGET = 24
CONTROL = 40
SMALLEST_POINTS = 9.0


def seen(top: QWidget, *kinds: type[QWidget]) -> Iterator[tuple[QWidget, QRect]]:
    """The widgets of a window with the part of each that can be seen."""
    for one in top.findChildren(QWidget):
        if isinstance(one, kinds) and one.isVisible() and one.window() is top:
            yield one, one.visibleRegion().boundingRect()


def worded(widget: QWidget) -> str:
    """The words that a widget should show."""
    if isinstance(widget, QLabel):
        return widget.text().strip() if widget.pixmap().isNull() else ""
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else widget.accessibleName()


def too_small(top: QWidget) -> list[str]:
    """What is to be pressed and hard to hit; a scroll bar may be slim where it stands alone."""
    found = [
        worded(one)
        for one, _ in seen(top, QAbstractButton, QLineEdit, QComboBox)
        if min(one.width(), one.height()) < TARGET
    ]
    boxes = [QRect(one.mapTo(top, part.topLeft()), part.size()) for one, part in seen(top, QAbstractButton, QLineEdit)]
    for bar, part in seen(top, QScrollBar):
        middle = QRect(bar.mapTo(top, part.topLeft()), part.size()).center()
        around = QRect(0, 0, TARGET, TARGET)
        around.moveCenter(middle)
        if min(part.width(), part.height()) < TARGET and any(box.intersects(around) for box in boxes if box.isValid()):
            found.append("a scroll bar")
    return found


def low(window: QWidget, scale: float) -> list[tuple[str, int]]:
    """Buttons and fields that are not as high as the design has them at a size of text."""
    return [
        (worded(one), one.height())
        for one, _ in seen(window, QAbstractButton, QLineEdit, QComboBox)
        if one.height() < CONTROL * scale
    ]


def tiny(window: QWidget, scale: float) -> list[tuple[str, float]]:
    """Words in letters below the smallest of the design at a size of text."""
    return [
        (worded(one), one.font().pointSizeF())
        for one, _ in seen(window, QLabel, QAbstractButton, QLineEdit, QComboBox)
        if one.font().pointSizeF() < SMALLEST_POINTS * scale
    ]
