"""A list that shows its first rows, and more of them when asked: hundreds of rows of widgets would keep one waiting."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from asnquiz.domain.wording import number_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.frames import line

_FIRST = 8
_MORE = 20


class Longer(Flow):
    """`what` are its rows, as in "20 soal berikutnya", and `title` what they are listed under; `make` makes one.

    Attributes:
        shown: how many rows there are now.
    """

    def __init__(self, theme: Theme, what: str, title: str, count: int, make: Callable[[int], QWidget]) -> None:
        super().__init__()
        self.shown = 0
        self._what = what
        self._title = title
        self._count = count
        self._make = make
        self._column = column_in(self, 10)
        self._button = button(theme, "", self._go_on, role="quiet", icon="chevron-down")
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_rows(_FIRST)

    def show_rows(self, count: int) -> None:
        """Shows so many rows, where there are as many."""
        for place in range(self.shown, min(count, self._count)):
            before = self._column.count() - 1
            if place:
                self._column.insertWidget(before, line())
                before += 1
            self._column.insertWidget(before, self._make(place))
        self.shown = max(self.shown, min(count, self._count))
        words = f"{number_words(min(_MORE, self._count - self.shown))} {self._what} berikutnya"
        self._button.setText(f" {words}")
        self._button.setAccessibleName(f"{words}: {self._title}")
        self._button.setVisible(self.shown < self._count)

    def _go_on(self) -> None:
        first = self._column.count() - 1
        focused = self._button.hasFocus()
        self.show_rows(self.shown + _MORE)
        item = self._column.itemAt(first + 1)  # behind its line
        row = item.widget() if item else None
        target = (row.findChild(QPushButton) or row.findChild(QLabel)) if row else None
        if focused and target is not None:  # reading goes on where it stopped
            if target.focusPolicy() is Qt.FocusPolicy.NoFocus:
                target.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
