"""Charts of the painting room as widgets, each beside or with its words."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from asnquiz.domain.attempt import Score
from asnquiz.painting.charts import SINGLY_UNDER, paint_tally
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text

_TALLY = 8


class Figure(QWidget):
    """A drawing as wide as its place; a picture by the name `words`, or silent beside words that say the same."""

    def __init__(self, theme: Theme, height: int, paint: Callable[[QPainter, QRectF], None], words: str = "") -> None:
        super().__init__()
        self.spoken = Spoken.PICTURE if words else Spoken.DECORATION
        self._paint = paint
        self.setAccessibleName(words)
        self.setFixedHeight(theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


def figure_row(theme: Theme, label: str, figures: str, drawing: QWidget, *, level: int | None = None) -> QWidget:
    """What is counted, a heading where it has a level, and how many, over their drawing."""
    host, column = flow_column(6)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(text(theme, label, level=level), 1)
    row.addWidget(text(theme, figures, weight=QFont.Weight.Bold, wrap=False))
    column.addLayout(row)
    column.addWidget(drawing)
    return host


def tally_row(theme: Theme, label: str, score: Score) -> QWidget:
    """How many of how many were right; also as a share where there are enough of them for one."""
    figures = f"{score.right} dari {score.total}"
    if score.total >= SINGLY_UNDER:
        figures += f" · {score.tenths // 10} %"

    return figure_row(theme, label, figures, tally(theme, score.right, score.total))


def tally(theme: Theme, part: int, whole: int, tone: str = "teal") -> Figure:
    """So many of so many answers, beside words that say the same."""

    def paint(painter: QPainter, target: QRectF) -> None:
        paint_tally(painter, target, part, whole, theme.palette, tone)

    return Figure(theme, _TALLY, paint)
