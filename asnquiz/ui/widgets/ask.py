"""Questions and messages over a page, in Indonesian words on every button, without stopping the event loop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

Answer = tuple[str, Callable[[], None] | None]


def ask(parent: QWidget, title: str, words: str, answers: Sequence[Answer], *, default: int = 0) -> QMessageBox:
    """Opens a question; Enter means the answer at `default`, Escape the last one. None does nothing."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # words may name a file, and files may be called anything
    box.setText(title)
    box.setInformativeText(words)
    actions: dict[QAbstractButton, Callable[[], None] | None] = {}
    for index, (label, action) in enumerate(answers):
        button = QPushButton(label)
        button.setProperty("role", "primary" if index == 0 else "secondary")
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
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def tell(parent: QWidget, title: str, words: str) -> QMessageBox:
    """Opens a message with one button."""
    return ask(parent, title, words, [("Mengerti", None)])
