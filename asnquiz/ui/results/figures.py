"""Figures on the result pages: charts of the painting room as widgets, each beside or with its words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from asnquiz.domain.attempt import AttemptSummary, Score
from asnquiz.domain.wording import date_words, score_words
from asnquiz.painting.charts import SINGLY_UNDER, Point, paint_tally, paint_trend
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text

_TALLY = 8
_TREND = 210


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


def figure_row(theme: Theme, label: str, figures: str, drawing: QWidget) -> QWidget:
    """What is counted and how many, over their drawing."""
    host = Flow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(text(theme, label), 1)
    row.addWidget(text(theme, figures, weight=QFont.Weight.Bold, wrap=False))
    column.addLayout(row)
    column.addWidget(drawing)
    return host


def tally_row(theme: Theme, label: str, score: Score) -> QWidget:
    """How many of how many were right; also as a share where there are enough of them for one."""
    figures = f"{score.right} dari {score.total}"
    if score.total >= SINGLY_UNDER:
        figures += f" · {score.tenths // 10} %"

    def paint(painter: QPainter, target: QRectF) -> None:
        paint_tally(painter, target, score.right, score.total, theme.palette)

    return figure_row(theme, label, figures, Figure(theme, _TALLY, paint))


def trend_figure(theme: Theme, exams: Sequence[AttemptSummary], pass_mark: int, words: str) -> Figure:
    """The scores of exams, oldest first."""
    points = [Point(one.score.tenths, score_words(one.score), has_passed(one)) for one in exams if one.score]
    dates = date_words(exams[0].started.local), date_words(exams[-1].started.local)

    def paint(painter: QPainter, target: QRectF) -> None:
        paint_trend(painter, target, points, pass_mark, dates, theme.font(Size.CAPTION), theme.palette)

    return Figure(theme, _TREND, paint, words)


def has_passed(exam: AttemptSummary) -> bool:
    """Whether an exam reached its own pass mark."""
    return exam.score is not None and exam.pass_mark is not None and exam.score.passes(exam.pass_mark)
