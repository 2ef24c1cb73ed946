"""The places of a form: each says what is wrong with it, and can be led to; every change is told at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from asnquiz.domain.wording import harmless
from asnquiz.painting.tokens import Size
from asnquiz.ui.recap.fields import fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_row
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text
from asnquiz.ui.widgets.tick import Tick

_MARGIN = 10
_UNCHOSEN = "Pilih …"


class FormPlace(Flow):
    """A place under its caption, with what is wrong with it and what is worth knowing below."""

    def __init__(self, theme: Theme, label: str, note: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.label = label
        self.column = column_in(self, 4)
        self.caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
        self.column.addWidget(self.caption)
        self._note = note
        self._problem = text(theme, "", tone="forbidden")
        self._advice = text(theme, "", size=Size.CAPTION, tone="conditional")
        self._target: QWidget = self.caption

    def _end(self, target: QWidget) -> None:
        """Closes the place; `target` takes the focus, and is heard with what is said below."""
        self._target = target
        self.column.addWidget(self._problem)
        self.column.addWidget(self._advice)
        if self._note:
            self.column.addWidget(text(self.theme, self._note, size=Size.CAPTION, tone="ink-2"))
        self.complain((), ())

    def complain(self, problems: Sequence[str], advice: Sequence[str]) -> None:
        """Says what is wrong here and what would better it, in place of what was said before."""
        for label, sentences in ((self._problem, problems), (self._advice, advice)):
            label.setText("\n".join(sentences))
            label.setVisible(bool(sentences))
        self._target.setAccessibleDescription(" ".join(filter(None, (*problems, *advice, self._note))))

    def take_focus(self) -> None:
        self._target.setFocus(Qt.FocusReason.OtherFocusReason)


class Area(QPlainTextEdit):
    """Words of any length, as high as they need; Tab leaves it, and the page takes its changes back."""

    def __init__(self, theme: Theme, name: str, words: str, rows: int) -> None:
        super().__init__(words)
        self._rows = rows
        self._edges = 2 * theme.px(_MARGIN)
        self.setFont(theme.font())
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        # The layout of plain text counts its height in lines.
        lines = max(self._rows, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._edges)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y, or what the computer has for it."""
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


class TextPlace(FormPlace):
    """Words; `on_type` is told them without blanks around, and None where nothing is left."""

    def __init__(
        self, theme: Theme, label: str, words: str, on_type: Callable[[str | None], None], rows: int, note: str = ""
    ) -> None:
        super().__init__(theme, label, note)
        self.area = Area(theme, label, words, rows)
        self.caption.setBuddy(self.area)
        self.area.textChanged.connect(lambda: on_type(self.area.toPlainText().strip() or None))
        self.column.addWidget(self.area)
        self._end(self.area)


class LinesPlace(FormPlace):
    """A list of short texts, one in each line."""

    def __init__(
        self, theme: Theme, label: str, lines: Sequence[str], on_type: Callable[[list[str]], None], note: str
    ) -> None:
        super().__init__(theme, label, note)
        self.area = Area(theme, label, "\n".join(lines), 3)
        self.caption.setBuddy(self.area)
        self.area.textChanged.connect(lambda: on_type(self._lines()))
        self.column.addWidget(self.area)
        self._end(self.area)

    def _lines(self) -> list[str]:
        return [line for typed in self.area.toPlainText().split("\n") if (line := " ".join(typed.split()))]


class ChoicePlace(FormPlace):
    """One value of a list; `on_choose` is told None where nothing is chosen."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        choices: Mapping[Any, str],
        chosen: Any,
        on_choose: Callable[[Any], None],
        note: str = "",
        *,
        needed: bool = False,
    ) -> None:
        super().__init__(theme, label, note)
        values = list(choices) if needed else [None, *choices]
        if chosen not in values:  # of a pack that has it no more
            values.append(chosen)
        select = fitting(Select(theme, label))
        self.caption.setBuddy(select)
        for value in values:
            select.addItem(_UNCHOSEN if value is None else harmless(choices.get(value, str(value))))
        select.setCurrentIndex(values.index(chosen))
        select.activated.connect(lambda at: on_choose(values[at]))
        self.column.addWidget(select)
        self._end(select)


class TicksPlace(FormPlace):
    """Several values of a short list, in its order."""

    spoken = Spoken.GROUP

    def __init__(
        self,
        theme: Theme,
        label: str,
        choices: Mapping[str, str],
        chosen: Sequence[str],
        on_choose: Callable[[list[str]], None],
        note: str = "",
    ) -> None:
        super().__init__(theme, label, note)
        self.setAccessibleName(label)
        ticks: dict[str, Tick] = {}
        strange = [value for value in chosen if value not in choices]
        for value, words in {**choices, **{value: harmless(value) for value in strange}}.items():
            ticks[value] = Tick(theme, words, self)
            ticks[value].setChecked(value in chosen)
            ticks[value].clicked.connect(lambda: on_choose([one for one, tick in ticks.items() if tick.isChecked()]))
        self.column.addWidget(flow_row(*ticks.values()))
        self._end(next(iter(ticks.values()), self.caption))


class TickPlace(FormPlace):
    """Whether one thing holds."""

    def __init__(
        self, theme: Theme, label: str, name: str, on: bool, on_tick: Callable[[bool], None], note: str = ""
    ) -> None:
        super().__init__(theme, "", note)
        self.caption.hide()
        tick = Tick(theme, label, self)
        tick.setAccessibleName(name)
        tick.setChecked(on)
        tick.clicked.connect(lambda on: on_tick(on))
        self.column.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        self._end(tick)


class ListPlace(FormPlace):
    """What was chosen from elsewhere, a row each with a button that takes it away, and buttons that choose more.

    `rows` are what is said of each; `adding` are the words of the buttons and what they do.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        rows: Sequence[tuple[str, str]],
        remove: Callable[[int], None],
        adding: Sequence[tuple[str, Callable[[], None]]],
        note: str = "",
    ) -> None:
        super().__init__(theme, label, note)
        self.rows: list[QVBoxLayout] = []
        for at, (words, under) in enumerate(rows):
            told = Flow()
            column = QVBoxLayout(told)
            column.setContentsMargins(theme.px(12), 4, 0, 4)
            column.setSpacing(2)
            column.addWidget(text(theme, words, weight=QFont.Weight.DemiBold))
            if under:
                column.addWidget(text(theme, under, size=Size.CAPTION, tone="ink-2"))
            taking = button(theme, "Hapus", partial(remove, at), role="quiet", icon="x")
            taking.setAccessibleName(f"Hapus dari {label.lower()}: {words}. {under}".rstrip(". "))
            column.addWidget(taking, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(told)
            self.rows.append(column)
        made = [button(theme, words, act, icon="plus") for words, act in adding]
        self.column.addWidget(flow_row(*made))
        self._end(made[0])
