"""A line to look for words in something to read, and under it the passages found, each a way to its place."""

from collections.abc import Callable
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, dress, heading, text
from asnquiz.usecases.find_passages import FoundPassages, Passage

S = TypeVar("S")

# Looks for words, and hands over what was found.
Find = Callable[[str, Callable[[FoundPassages[S]], None]], None]
_NOT_KEPT = "Kata yang Anda ketik di sini tidak disimpan."


class PassageSearch(Flow, Generic[S]):
    """`unit` is what is counted, such as materi; `entry` gives the name of a passage's source and the way there.

    Attributes:
        found: what is shown.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        unit: str,
        find: Find[S],
        entry: Callable[[Passage[S]], tuple[str, Callable[[], None]]],
    ) -> None:
        super().__init__()
        self.found: FoundPassages[S] | None = None
        self._theme = theme
        self._unit = unit
        self._find = find
        self._entry = entry
        typed = QLineEdit()
        self._field = Field(theme, label, typed, lambda words: words, _NOT_KEPT)
        typed.returnPressed.connect(self._look)
        column = column_in(self, 16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(button(theme, "Cari", self._look, icon="search"))
        column.addLayout(row)
        self._results, self._listed = flow_column(10)
        self._results.hide()
        column.addWidget(self._results)

    def _look(self) -> None:
        if typed := self._field.line.text().strip():
            self._find(typed, self._say_found)
        else:
            self._field.complain("Ketik dahulu kata yang dicari.")
            self._field.take_focus()

    def _say_found(self, found: FoundPassages[S]) -> None:
        self.show_found(found)
        announce(self._field.line, self._words(found))

    def _words(self, found: FoundPassages[S]) -> str:
        many = len(found.passages)
        if not many:
            return f"Tidak ada {self._unit} yang memuat kata itu. Coba kata lain yang lebih umum."
        if found.whole:
            return f"Ditemukan dalam {many} {self._unit}"
        return f"Tidak ada bagian yang memuat semua kata itu; {many} {self._unit} memuat sebagiannya"

    def show_found(self, found: FoundPassages[S]) -> None:
        """Shows what was found in place of what was found before."""
        self.found = found
        clear(self._results)
        words, passages = self._words(found), found.passages
        self._listed.addWidget(heading(self._theme, words) if passages else text(self._theme, words))
        if passages:
            frame, inside = card(spacing=6)
            for number, passage in enumerate(passages, start=1):
                if number > 1:
                    inside.addWidget(line())
                self._add(inside, passage, f"{number} dari {len(passages)}")
            self._listed.addWidget(frame)
        self._results.show()

    def _add(self, column: QVBoxLayout, passage: Passage[S], place: str) -> None:
        words, go = self._entry(passage)
        entry = RowButton(self._theme, words, "book-open", go, current=False)
        entry.setAccessibleName(f"{words}, hasil {place}: {passage.words}")
        column.addWidget(entry)
        html = "".join(f"<b>{escape(said)}</b>" if marked else escape(said) for said, marked in passage.parts)
        label = dress(QLabel(), self._theme, tone="ink-2")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(html)
        label.setContentsMargins(self._theme.px(34), 0, 0, self._theme.px(4))
        column.addWidget(label)
