"""What only the leader may see of a vote: its key, what is said of each row, the votes so far, and the law."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QIntValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.pack import Pack
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.frames import line, picture, titled_card
from asnquiz.ui.widgets.photo import question_photo
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.show_leader import QuestionNotes, RowNote

_MOST = 100_000
_COUNT_WIDTH = 90
_PHOTO = 360


class Notes(Flow):
    """A vote's notes. The figures are told anew by `show_figures` while answers come in; the rest stands."""

    def __init__(self, theme: Theme, notes: QuestionNotes, pack: Pack) -> None:
        super().__init__()
        self._theme = theme
        self._figures: list[QLabel] = []
        frame, column = titled_card(theme, "Catatan narasumber")
        column.addWidget(text(theme, notes.item.stem, weight=QFont.Weight.DemiBold))
        if shown := question_photo(theme, notes.item, pack, _PHOTO):
            column.addWidget(shown)
        for row in notes.rows:
            column.addWidget(self._row(row))
        column.addWidget(line())
        column.addWidget(text(theme, notes.item.explanation))
        column.addWidget(text(theme, f"Sebaiknya: {notes.item.instead}"))
        for title, detail in notes.law:
            column.addWidget(text(theme, f"{title} · {detail}", size=Size.CAPTION, tone="ink-2"))
        self._moved = text(theme, "", tone="ink-2")
        column.addWidget(self._moved)
        column_in(self, 0).addWidget(frame)
        self.show_figures(notes)

    def _row(self, row: RowNote) -> QWidget:
        theme, host = self._theme, Flow()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        if row.right:
            grid.addWidget(picture(theme, "check", "allowed", 18), 0, 0)
        words = f"{row.letter} · {row.text}{' (benar)' if row.right else ''}"
        weight = QFont.Weight.Bold if row.right else QFont.Weight.Normal
        grid.addWidget(text(theme, words, weight=weight, tone="allowed" if row.right else "ink"), 0, 1)
        figures = text(theme, "", size=Size.CAPTION, weight=QFont.Weight.Bold, wrap=False)
        self._figures.append(figures)
        grid.addWidget(figures, 0, 2)
        grid.addWidget(text(theme, row.feedback, size=Size.CAPTION, tone="ink-2"), 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return host

    def show_figures(self, notes: QuestionNotes) -> None:
        for label, row in zip(self._figures, notes.rows, strict=True):
            label.setText(_figures(row))
        moved = notes.moved
        self._moved.setVisible(moved is not None)
        if moved:
            self._moved.setText(
                f"Setelah diskusi: {moved.to_right} orang beralih ke jawaban benar, {moved.to_wrong} orang beralih "
                f"dari jawaban benar, {moved.kept_right + moved.kept_wrong} orang tetap."
            )


def _figures(row: RowNote) -> str:
    if row.first is None:
        return ""
    return f"{row.first} suara" if row.second is None else f"{row.first} → {row.second} suara"


class _CountLine(QLineEdit):
    """What is typed takes the place of the number that stands there, however one came in."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)


class Counter(QFrame):
    """Numbers of hands or cards to be typed in, one for each row, by the letters on the wall."""

    def __init__(
        self, theme: Theme, notes: QuestionNotes, frozen: FrozenItem, keep: Callable[[tuple[int, ...]], None]
    ) -> None:
        super().__init__()
        self._order = frozen.order
        self._keep = keep
        title = "Jumlah pilihan pertama" if notes.round == 1 else "Jumlah pilihan kedua"
        frame, column = titled_card(theme, title)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.boxes: list[QLineEdit] = []
        for one in notes.rows:
            box = _CountLine()
            box.setValidator(QIntValidator(0, _MOST, box))
            box.setMaximumWidth(theme.px(_COUNT_WIDTH))
            box.setFont(theme.font())
            box.setMinimumHeight(theme.px(CONTROL_HEIGHT))
            box.setAccessibleName(f"Jumlah untuk {one.letter}")
            box.setText(str((one.first if notes.round == 1 else one.second) or 0))
            caption = text(theme, one.letter, weight=QFont.Weight.Bold, wrap=False)
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
            self.boxes.append(box)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(button(theme, "Simpan jumlah", self._send), 0, Qt.AlignmentFlag.AlignLeft)
        column_in(self, 0).addWidget(frame)

    spoken = Spoken.GROUP

    def _send(self) -> None:
        """In the item's own order, whatever the letters."""
        typed = {index: int(box.text() or 0) for index, box in zip(self._order, self.boxes, strict=True)}
        self._keep(tuple(typed[index] for index in sorted(typed)))
