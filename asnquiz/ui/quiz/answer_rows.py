"""The answering part of a question, one widget for each way of answering; all speak in positions of the item."""

from collections.abc import Callable, Sequence
from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from asnquiz.domain.answering import MATCHING_CHOICES, UNMATCHED, VERDICT_CHOICES, Answer, right_answer
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.wording import PHASE, VERDICT
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.flow import column_in
from asnquiz.ui.widgets.frames import card, marked
from asnquiz.ui.widgets.option_row import CheckRow, Mark, RadioRow
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import clear, text


class AnswerRows(QWidget):
    """How one item is answered.

    Signals:
        changed: the person picked something else.
    """

    spoken = Spoken.GROUP
    changed = Signal()

    def picked(self) -> Answer:
        """The answer as it stands; empty when nothing is picked."""
        raise NotImplementedError

    def choose(self, row: int) -> None:
        """Picks a row by its place on screen, as the keys A to E do."""

    def show_outcome(self, answer: Answer) -> None:
        """Shows which rows are right, with their feedback, and takes no more changes."""
        raise NotImplementedError


class ChoiceRows(AnswerRows):
    """Single, multiple and verdict items."""

    def __init__(self, theme: Theme, item: Item, order: Sequence[int], answer: Answer) -> None:
        super().__init__()
        self._item = item
        self.order = order
        kind = CheckRow if item.type is ItemType.MULTIPLE else RadioRow
        column = column_in(self, 10)
        self.rows = [kind(theme, ascii_uppercase[place], _words(item, index)) for place, index in enumerate(order)]
        for row, index in zip(self.rows, order, strict=True):
            row.setChecked(index in answer)
            row.clicked.connect(lambda _=False: self.changed.emit())
            column.addWidget(row)

    def picked(self) -> Answer:
        return tuple(sorted(index for row, index in zip(self.rows, self.order, strict=True) if row.isChecked()))

    def choose(self, row: int) -> None:
        if row < len(self.rows) and self.rows[row].row.mark is Mark.OPEN:
            self.rows[row].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows[row].click()

    def show_outcome(self, answer: Answer) -> None:
        right = right_answer(self._item)
        for row, index in zip(self.rows, self.order, strict=True):
            chosen = index in answer
            mark = Mark.RIGHT if index in right else Mark.WRONG if chosen else Mark.PLAIN
            row.row.show_mark(mark, _outcome_words(mark, chosen=chosen, feedback=_feedback(self._item, index)))


def _words(item: Item, index: int) -> str:
    return VERDICT[VERDICT_CHOICES[index]] if item.type is ItemType.VERDICT else item.options[index].text


def _feedback(item: Item, index: int) -> str:
    if item.feedback is not None:
        return item.feedback[VERDICT_CHOICES[index]]
    return item.options[index].feedback


def _outcome_words(mark: Mark, *, chosen: bool, feedback: str) -> str:
    lead = {Mark.RIGHT: "Jawaban yang benar. ", Mark.WRONG: "Pilihan Anda. Belum tepat. "}.get(mark, "")
    if mark is Mark.RIGHT and chosen:
        lead = "Pilihan Anda. Benar. "
    return lead + feedback


class OrderingRows(AnswerRows):
    """Ordering items: rows that move up and down."""

    def __init__(self, theme: Theme, item: Item, order: Sequence[int], answer: Answer) -> None:
        super().__init__()
        self._theme = theme
        self._item = item
        self._order = list(answer or order)
        # An untouched list is no answer: the person must have moved something.
        self._touched = bool(answer)
        self._column = column_in(self, 10)
        self._fill()

    def picked(self) -> Answer:
        return tuple(self._order) if self._touched else ()

    def _fill(self) -> None:
        clear(self)
        self._arrows: dict[tuple[int, int], QPushButton] = {}
        for place, index in enumerate(self._order):
            self._column.addWidget(self._row(place, self._item.options[index].text))

    def _row(self, place: int, words: str) -> QWidget:
        theme = self._theme
        frame, column = card(padding=12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(text(theme, f"{place + 1}", weight=QFont.Weight.Bold, tone="teal", wrap=False))
        row.addWidget(text(theme, words), 1)
        last = len(self._order) - 1
        for step, icon, name in ((-1, "arrow-up", "Naikkan"), (1, "arrow-down", "Turunkan")):
            button = Button("", "secondary")
            button.show_icon(theme, icon, 18)
            button.setFixedSize(theme.px(CONTROL_HEIGHT), theme.px(CONTROL_HEIGHT))
            button.setAccessibleName(f"{name} langkah {place + 1}: {words}")
            button.setToolTip(name)
            button.setEnabled(0 <= place + step <= last)
            button.clicked.connect(lambda _=False, at=place, by=step: self._move(at, by))
            row.addWidget(button)
            self._arrows[place, step] = button
        column.addLayout(row)
        return frame

    def _move(self, place: int, step: int) -> None:
        order = self._order
        order[place], order[place + step] = order[place + step], order[place]
        self._touched = True
        self._fill()
        # The focus goes with the row that moved; at either end the arrow that led there is spent.
        moved = self._arrows[place + step, step]
        (moved if moved.isEnabled() else self._arrows[place + step, -step]).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def show_outcome(self, answer: Answer) -> None:
        theme = self._theme
        clear(self)
        for place, option in enumerate(self._item.options):
            good = bool(answer) and answer[place] == place
            tone = "allowed" if good else "forbidden"
            frame, column = card(padding=12, spacing=4)
            words = text(theme, f"{place + 1}. {option.text}")
            column.addWidget(marked(theme, "check" if good else "x", tone, words))
            said = "Benar. " if good else "Tidak dijawab. "
            if answer and not good:
                said = f"Belum tepat. Anda menempatkannya di langkah {answer.index(place) + 1}. "
            column.addWidget(text(theme, said + option.feedback, size=Size.CAPTION, tone=tone))
            self._column.addWidget(frame)


class MatchingRows(AnswerRows):
    """Matching items: each act or event gets a phase."""

    def __init__(self, theme: Theme, item: Item, order: Sequence[int], answer: Answer) -> None:
        super().__init__()
        self._theme = theme
        self._item = item
        self._order = order
        self._boxes: dict[int, Select] = {}
        self._notes: dict[int, QVBoxLayout] = {}
        column = column_in(self, 10)
        for index in order:
            column.addWidget(self._row(index, answer[index] if answer else UNMATCHED))

    def _row(self, index: int, chosen: int) -> QWidget:
        theme, pair = self._theme, self._item.pairs[index]
        frame, column = card(padding=12, spacing=4)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = text(theme, pair.left)
        row.addWidget(words, 1)
        box = Select(theme, f"Fase untuk: {pair.left}")
        words.setBuddy(box)
        box.addItems(["Pilih fase …", *(PHASE[phase] for phase in MATCHING_CHOICES)])
        box.setCurrentIndex(chosen + 1)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.activated.connect(lambda _: self.changed.emit())
        row.addWidget(box)
        column.addLayout(row)
        self._boxes[index] = box
        self._notes[index] = column
        return frame

    def picked(self) -> Answer:
        chosen = tuple(self._boxes[index].currentIndex() - 1 for index in range(len(self._boxes)))
        return () if all(phase == UNMATCHED for phase in chosen) else chosen

    def show_outcome(self, answer: Answer) -> None:
        theme = self._theme
        for index, box in self._boxes.items():
            pair = self._item.pairs[index]
            right = MATCHING_CHOICES.index(pair.phase)
            good = bool(answer) and answer[index] == right
            box.setEnabled(False)
            lead = "Benar. " if good else f"Belum tepat. Fase yang benar: {PHASE[pair.phase]}. "
            tone = "allowed" if good else "forbidden"
            words = text(theme, lead + pair.feedback, size=Size.CAPTION, tone=tone)
            self._notes[index].addWidget(marked(theme, "check" if good else "x", tone, words, 16))


_ROWS: dict[ItemType, Callable[[Theme, Item, Sequence[int], Answer], AnswerRows]] = {
    ItemType.SINGLE: ChoiceRows,
    ItemType.MULTIPLE: ChoiceRows,
    ItemType.VERDICT: ChoiceRows,
    ItemType.ORDERING: OrderingRows,
    ItemType.MATCHING: MatchingRows,
}


def answer_rows(theme: Theme, item: Item, order: Sequence[int], answer: Answer) -> AnswerRows:
    """The widget that answers this item, showing `answer`."""
    return _ROWS[item.type](theme, item, order, answer)
