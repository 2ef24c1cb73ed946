"""Asks for the PIN of the person who is in, over a page that stays."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING
from asnquiz.ui.people.pin_entry import PinEntry
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.texts import heading, text

_WIDTH = 400


class PinDialog(QDialog):
    """Accepted by whoever finds that the PIN was right, who is told it by `take`; Escape means no.

    Attributes:
        entry: where it is typed.
    """

    def __init__(self, theme: Theme, window: QWidget, title: str, take: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING + 4, PADDING + 4, PADDING + 4, PADDING)
        column.setSpacing(12)
        self.setMinimumWidth(theme.px(_WIDTH))
        column.addWidget(heading(theme, title))
        column.addWidget(text(theme, "Masukkan PIN Anda sekali lagi, agar tidak ada orang lain yang melakukannya."))
        send = button(theme, "Lanjutkan", lambda: None, role="primary")
        self.entry = PinEntry(theme, "PIN Anda", send, take)
        column.addWidget(self.entry)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(theme, "Batal", self.reject))
        row.addWidget(send)
        column.addLayout(row)
        for one in self.findChildren(type(send)):
            one.setAutoDefault(False)  # Enter sends the line
        self.entry.field.line.setFocus()
        self.finished.connect(self._give_back)
        self.finished.connect(self.deleteLater)

    def _give_back(self) -> None:
        # Only Windows does this by itself; elsewhere it is left to the window manager.
        if QApplication.activeModalWidget() is None:
            self._window.activateWindow()
