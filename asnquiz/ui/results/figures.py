"""How a person's exams went, one after another, as a chart."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.domain.attempt import AttemptSummary
from asnquiz.domain.wording import date_words, score_words
from asnquiz.painting.charts import Point, paint_trend
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.figures import Figure

_TREND = 210


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
