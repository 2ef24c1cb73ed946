"""Several lines to type into, one entry each, with their label above and what is said about them below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.texts import text

_MARGIN = 10


class LinesField(Flow):
    """A list as people type and paste it; `parse` makes each line whole, None of an empty one, or raises Refusal.

    Attributes:
        area: where the lines are typed; Tab leaves it.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        entries: Sequence[str],
        parse: Callable[[str], str | None],
        *,
        rows: int,
        note: str = "",
    ) -> None:
        super().__init__()
        self._parse = parse
        column = column_in(self, 4)
        caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
        self.area = QPlainTextEdit("\n".join(entries))
        caption.setBuddy(self.area)
        self.area.setFont(theme.font())
        self.area.setAccessibleName(label)
        self.area.setTabChangesFocus(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFixedHeight(rows * self.area.fontMetrics().lineSpacing() + 2 * theme.px(_MARGIN))
        self.area.textChanged.connect(lambda: self.complain(""))
        self._problem = text(theme, "", tone="forbidden")
        self._note = text(theme, note, size=Size.CAPTION, tone="ink-2")
        for widget in (caption, self.area, self._problem, self._note):
            column.addWidget(widget)
        self._note.setVisible(bool(note))
        self.complain("")

    @property
    def entries(self) -> tuple[str, ...]:
        """The lines as they stand here, empty ones left out."""
        return tuple(line for line in self.area.toPlainText().split("\n") if line.strip())

    def check(self) -> bool:
        """Shows the lines as they are understood, or says below what is wrong with the first that is not."""
        try:
            entries = [entry for line in self.entries if (entry := self._parse(line))]
        except Refusal as refusal:
            self.complain(str(refusal))
            return False
        self.area.setPlainText("\n".join(entries))
        self.complain("")
        return True

    def complain(self, words: str) -> None:
        """Says what is wrong until something else is typed."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.area.setAccessibleDescription(" ".join(filter(None, (words, self._note.text()))))

    def take_focus(self) -> None:
        """Lets the person type here next."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
