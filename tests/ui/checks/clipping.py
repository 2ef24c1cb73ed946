"""Nothing is clipped: every label and every button has the room that its words need."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, RadioRow


def clipped(window: QWidget) -> list[str]:
    """The words on screen that have less room than they need, a pixel of rounding allowed."""
    short = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() + 1 < needed or (not label.wordWrap() and label.width() + 1 < label.sizeHint().width()):
            short.append(label.text())
    for button in window.findChildren(QAbstractButton):
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
