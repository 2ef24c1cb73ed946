"""Where a PIN is typed: its digits are covered, what is wrong stands beside them, and waiting is counted down."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.pin import LONGEST, parse_pin
from asnquiz.ui.messages import sentence
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.spoken import announce
from asnquiz.usecases.guard_profile import Waiting, waiting_words

_SECOND_MS = 1_000


def pin_field(theme: Theme, label: str, note: str = "") -> Field:
    """A line for a PIN whose digits nobody can read over a shoulder."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST)
    line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    return Field(theme, label, line, parse_pin, note)


class PinEntry(Flow):
    """One line; `take` gets a PIN that may be one, and `refuse` is told when it was not the right one.

    Attributes:
        send: sends what is typed; the owner puts it where its other buttons are.
    """

    def __init__(self, theme: Theme, label: str, send: Button, take: Callable[[str], None]) -> None:
        super().__init__()
        self.send = send
        self.field = pin_field(theme, label)
        self._take = take
        self._left_ms = 0
        column_in(self, 0).addWidget(self.field)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._count)
        self.field.line.returnPressed.connect(self._send)
        send.clicked.connect(self._send)

    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        if self.field.check():
            self.send.setEnabled(False)
            self._take(self.field.line.text())
        else:
            self.field.take_focus()

    def refuse(self, error: Exception) -> None:
        """Says why the PIN was not taken; what was typed is gone, so that the next one begins anew."""
        self.send.setEnabled(True)
        self.field.line.clear()
        if isinstance(error, Waiting):
            self.wait(error.left_ms)
            return
        self.field.complain(sentence(error))
        self.field.take_focus()

    def wait(self, left_ms: int) -> None:
        """Takes no PIN for a while, and says for how long."""
        if left_ms <= 0:
            return
        self._left_ms = left_ms
        self.send.setEnabled(False)
        self.field.line.setReadOnly(True)
        self._say_left()
        self.field.take_focus()
        self._timer.start()

    def _count(self) -> None:
        self._left_ms -= _SECOND_MS
        if self._left_ms > 0:
            self._say_left()
            return
        self._timer.stop()
        self.send.setEnabled(True)
        self.field.line.setReadOnly(False)
        self.field.complain("")
        announce(self.field.line, "Anda dapat mengetik PIN lagi.")

    def _say_left(self) -> None:
        self.field.complain(waiting_words(self._left_ms))
