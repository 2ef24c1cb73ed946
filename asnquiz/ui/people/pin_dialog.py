"""Asks for the PIN of the person who is in, over a page that stays."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING
from asnquiz.ui.people.pin_entry import PinEntry
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.texts import heading, text

_WIDTH = 400


class PinDialog(QDialog):
    """`take` gets a typed PIN, and `go_on` follows when it was right, unless the person has thought better of it.

    Attributes:
        entry: where it is typed.
        asking: whether the answer is still open.
    """

    def __init__(
        self, theme: Theme, window: QWidget, title: str, take: Callable[[str], None], go_on: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self.asking = True
        self._window = window
        self._go_on = go_on
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
        column.addWidget(flow_row(right=(send, button(theme, "Batal", self.reject))))
        for one in self.findChildren(type(send)):
            one.setAutoDefault(False)  # Enter sends the line
        self.entry.field.line.setFocus()
        self.finished.connect(self._give_back)
        self.finished.connect(self.deleteLater)

    def let_in(self) -> None:
        """The PIN was right."""
        if self.asking:
            self.accept()
            self._go_on()

    def _give_back(self) -> None:
        self.asking = False
        # Only Windows does this by itself; elsewhere it is left to the window manager.
        if QApplication.activeModalWidget() is None:
            self._window.activateWindow()
