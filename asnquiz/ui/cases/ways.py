"""The choices of a scene as lettered rows, those that were tried before marked in words."""

from collections.abc import Collection, Sequence
from string import ascii_uppercase

from PySide6.QtCore import Qt

from asnquiz.domain.answering import Answer
from asnquiz.domain.pack import Choice
from asnquiz.ui.quiz.answer_rows import AnswerRows
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import column_in
from asnquiz.ui.widgets.option_row import Mark, RadioRow


class Ways(AnswerRows):
    """The ways out of a scene, in the order of the file. An ending has none."""

    def __init__(self, theme: Theme, choices: Sequence[Choice], tried: Collection[int]) -> None:
        super().__init__()
        self.setAccessibleName("Pilihan")
        column = column_in(self, 10)
        self.rows = [RadioRow(theme, ascii_uppercase[at], choice.text) for at, choice in enumerate(choices)]
        for at, row in enumerate(self.rows):
            if at in tried:
                row.row.show_mark(Mark.OPEN, "Sudah pernah Anda coba.")
                row.setCursor(Qt.CursorShape.PointingHandCursor)
            row.clicked.connect(lambda _=False: self.changed.emit())
            column.addWidget(row)

    def picked(self) -> Answer:
        return tuple(at for at, row in enumerate(self.rows) if row.isChecked())

    def choose(self, row: int) -> None:
        if row < len(self.rows) and self.rows[row].row.mark is Mark.OPEN:
            self.rows[row].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows[row].click()

    def show_outcome(self, answer: Answer) -> None:
        for at, row in enumerate(self.rows):
            if at in answer:
                row.setChecked(True)
                row.row.show_mark(Mark.CHOSEN, "Pilihan Anda.")
            else:
                row.row.show_mark(Mark.PLAIN, row.row.feedback)
