"""The grid of question numbers that staff know from the state's computer tests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from asnquiz.painting.tokens import CONTROL_HEIGHT, CONTROL_RADIUS, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken

_COLUMNS = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS}


@dataclass(frozen=True)
class Cell:
    """What a number shows: `good` is None while the outcome is not to be seen."""

    answered: bool
    flagged: bool
    current: bool
    good: bool | None = None

    def words(self, number: int) -> str:
        """The cell in words, for a screen reader and for the tool tip."""
        parts = [f"Soal {number}", "sudah dijawab" if self.answered else "belum dijawab"]
        if self.flagged:
            parts.append("ragu-ragu")
        if self.good is not None:
            parts.append("benar" if self.good else "belum tepat")
        if self.current:
            parts.append("sedang dibuka")
        return ", ".join(parts)


class NumberGrid(QWidget):
    """Numbers to jump by: one stop of the Tab key, at the question on screen, and arrows from there."""

    spoken = Spoken.GROUP

    def __init__(self, theme: Theme, count: int, on_choose: Callable[[int], None]) -> None:
        super().__init__()
        self.setAccessibleName("Nomor soal")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.buttons = [_NumberButton(theme, index + 1) for index in range(count)]
        for index, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, chosen=index: on_choose(chosen))
            grid.addWidget(button, index // _COLUMNS, index % _COLUMNS)

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Paints the state of every question."""
        for button, cell in zip(self.buttons, cells, strict=True):
            button.show_cell(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the focus among the numbers; what is no arrow goes to the page."""
        here = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(self.buttons):
            self.buttons[here + step].setFocus(Qt.FocusReason.OtherFocusReason)


class _NumberButton(QPushButton):
    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(str(number))
        self._theme = theme
        self._number = number
        self._cell = Cell(answered=False, flagged=False, current=False)
        side = theme.px(CONTROL_HEIGHT)
        self.setFixedSize(side, side)
        self.setFont(theme.font(Size.CAPTION, QFont.Weight.DemiBold))

    def show_cell(self, cell: Cell) -> None:
        if cell == self._cell and self.accessibleName():
            return
        self._cell = cell
        self.setAccessibleName(cell.words(self._number))
        self.setToolTip(cell.words(self._number))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if cell.current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would move the focus by its own idea of what comes next.
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, cell = self._theme.palette, self._cell
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = palette.teal if cell.current else palette.teal_soft if cell.answered else palette.card
        ink = QColor(palette.on_teal if cell.current else palette.ink)
        painter.setPen(QPen(QColor(palette.teal if cell.answered else palette.control), palette.edge + cell.answered))
        painter.setBrush(QColor(ground))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, CONTROL_RADIUS - 2, CONTROL_RADIUS - 2)
        if self.hasFocus():
            painter.setPen(QPen(ink, palette.edge + 0.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), CONTROL_RADIUS - 5, CONTROL_RADIUS - 5)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._paint_signs(painter)
        painter.end()

    def _paint_signs(self, painter: QPainter) -> None:
        """A bar under an answered number, a flag at its left and the outcome at its right: none is colour alone."""
        palette, cell, px = self._theme.palette, self._cell, self._theme.px
        side = px(14)
        if cell.answered:
            bar = QRectF(0, 0, px(14), px(3))
            bar.moveCenter(QPointF(self.width() / 2, self.height() - px(7)))
            painter.fillRect(bar, QColor(palette.on_teal if cell.current else palette.teal))
        if cell.flagged:
            colour = palette.on_teal if cell.current else palette.conditional.ink
            self._theme.icons.paint(painter, "flag", colour, QRectF(3, 3, side, side))
        if cell.good is not None:
            tone = palette.allowed if cell.good else palette.forbidden
            colour = palette.on_teal if cell.current else tone.ink
            corner = QRectF(self.width() - side - 3, 3, side, side)
            self._theme.icons.paint(painter, "check" if cell.good else "x", colour, corner)
