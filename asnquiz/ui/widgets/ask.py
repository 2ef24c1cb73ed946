"""Questions and messages over a page, in Indonesian words on every button, without stopping the event loop."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QWidget,
)

from asnquiz.painting.tokens import PADDING
from asnquiz.ui.widgets.buttons import Button

_LINE = 34  # how wide the words are at least, in the font's average character

_TITLE = "qt_msgbox_label"  # as Qt calls it

Answer = tuple[str, Callable[[], None] | None]


def ask(
    parent: QWidget,
    title: str,
    words: str,
    answers: Sequence[Answer],
    *,
    default: int = 0,
    tick: QCheckBox | None = None,
) -> QMessageBox:
    """Opens a question; Enter means the answer at `default`, Escape the last one. None does nothing.

    `tick` stands under the words.
    """
    box = _Question(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # words may name a file, and files may be called anything
    box.setText(title)
    box.setInformativeText(words)
    if tick:
        box.setCheckBox(tick)
    _give_room(box)
    box.setAccessibleDescription(words)
    actions: dict[QAbstractButton, Callable[[], None] | None] = {}
    for index, (label, action) in enumerate(answers):
        button = Button(label, "primary" if index == 0 else "secondary")
        button.setMinimumHeight(parent.fontMetrics().height() * 2 + 4)
        last = bool(index) and index == len(answers) - 1
        box.addButton(button, QMessageBox.ButtonRole.RejectRole if last else QMessageBox.ButtonRole.AcceptRole)
        actions[button] = action
        if index == default:
            box.setDefaultButton(button)
        if index == len(answers) - 1:
            box.setEscapeButton(button)

    def answered(button: QAbstractButton) -> None:
        action = actions[button]
        if action:
            action()

    box.buttonClicked.connect(answered)
    box.finished.connect(partial(give_back, parent))
    box.finished.connect(box.deleteLater)
    box.open()
    return box


class _Question(QMessageBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        pass_on(self, event)


def pass_on(dialog: QDialog, event: QKeyEvent) -> None:
    """Hands a key that a dialog has no use for to the window under it, so that its keys work there too."""
    under = dialog.parentWidget()
    if under is not None and not event.isAccepted():
        QApplication.sendEvent(under.window(), event)


def give_back(parent: QWidget, _result: int = 0) -> None:
    """Makes a window active again after a dialog over it was closed.

    Only Windows does this by itself; elsewhere it is left to the window manager. Not under another question.
    """
    if QApplication.activeModalWidget() in (None, parent):
        parent.activateWindow()


def _give_room(box: QMessageBox) -> None:
    """The paddings of a card; Qt leaves room beside the words for a picture that is not there."""
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.setContentsMargins(PADDING + 4, PADDING + 4, PADDING + 4, PADDING)
        layout.setHorizontalSpacing(0)
        layout.setColumnStretch(1, 1)
        if (place := layout.itemAtPosition(0, 0)) is not None and (indent := place.spacerItem()) is not None:
            indent.changeSize(0, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    line = box.fontMetrics().averageCharWidth() * _LINE
    for label in box.findChildren(QLabel):
        label.ensurePolished()
        if label.text():
            label.setContentsMargins(0, 0, 0, 8)
            label.setIndent(0)
            # The title is cut where it needs a little more than that, so it gets what it needs, up to two of them.
            needed = label.sizeHint().width() if label.objectName() == _TITLE else 0
            label.setMinimumWidth(max(line, min(needed, 2 * line)))


def tell(parent: QWidget, title: str, words: str) -> QMessageBox:
    """Opens a message with one button."""
    return ask(parent, title, words, [("Mengerti", None)])
