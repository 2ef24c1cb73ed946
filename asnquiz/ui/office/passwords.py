"""Lines for the passwords of keys: covered unless somebody wants to see them, and kept nowhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.password import LONGEST, SHORTEST, parse_password
from asnquiz.domain.refusal import Refusal
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.tick import Tick

RULES = (
    f"Sedikitnya {SHORTEST} huruf. Beberapa kata yang tidak berhubungan mudah diingat dan sukar ditebak. Catat dan "
    "simpan di tempat yang aman, terpisah dari berkasnya."
)


def new_password(theme: Theme, label: str) -> Field:
    """A line for a password that is chosen now, with what it has to be."""
    return _field(theme, label, parse_password, RULES)


def password(theme: Theme, label: str, note: str = "") -> Field:
    """A line for a password that there is already."""
    return _field(theme, label, _typed, note)


def _field(theme: Theme, label: str, parse: Callable[[str], str], note: str) -> Field:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST + 1)  # one more than is taken, so that a longer one is refused and not cut
    line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    return Field(theme, label, line, parse, note)


def _typed(words: str) -> str:
    if not words:
        raise Refusal("Ketik kata sandinya lebih dahulu.")
    return words


def shower(theme: Theme, fields: Sequence[Field], parent: QWidget) -> Tick:
    """A box that uncovers what is typed in these lines, for as long as it is ticked."""
    tick = Tick(theme, "Tampilkan kata sandi", parent)

    def show(on: bool) -> None:
        for field in fields:
            field.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    tick.toggled.connect(show)
    return tick
