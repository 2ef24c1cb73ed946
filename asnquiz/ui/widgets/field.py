"""A line to type into, with its label above it and what is said about it below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import text


class Field(Flow):
    """One value of a form; `parse` makes it of what was typed, None of nothing, or raises Refusal with what is wrong.

    A screen reader hears label, problem and note with the line itself.
    """

    def __init__(
        self, theme: Theme, label: str, line: QLineEdit, parse: Callable[[str], str | None], note: str = ""
    ) -> None:
        super().__init__()
        self.line = line
        self._parse = parse
        column = column_in(self, 4)
        caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
        caption.setBuddy(line)
        line.setFont(theme.font())
        line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        line.setAccessibleName(label)
        line.textChanged.connect(lambda: self.complain(""))
        self._problem = text(theme, "", tone="forbidden")
        self._note = text(theme, "", size=Size.CAPTION, tone="ink-2")
        for widget in (caption, line, self._problem, self._note):
            column.addWidget(widget)
        self.complain("")
        self.note(note)

    def check(self) -> bool:
        """Shows what was typed as it is understood, or says below what is wrong with it."""
        try:
            value = self._parse(self.line.text())
        except Refusal as refusal:
            self.complain(str(refusal))
            return False
        self.line.setText(value or "")
        self.complain("")
        return True

    @property
    def problem(self) -> str:
        """What is said to be wrong with the line."""
        return self._problem.text()

    def complain(self, words: str) -> None:
        """Says what is wrong until something else is typed."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._describe()

    def note(self, words: str) -> None:
        """Says what is worth knowing about the line now."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._describe()

    def _describe(self) -> None:
        self.line.setAccessibleDescription(" ".join(filter(None, (self._problem.text(), self._note.text()))))

    def take_focus(self) -> None:
        """Lets the person type here next, hearing what is wrong also where the focus is here already."""
        if self.line.hasFocus():
            announce(self.line, self._problem.text())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
