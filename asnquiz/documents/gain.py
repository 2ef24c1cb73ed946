"""Two tests of the same people on paper: their means on one scale, and what came between them."""

from functools import partial

from asnquiz.documents.column import heading, said
from asnquiz.documents.paper import Paper
from asnquiz.documents.table import Cell, Column, section
from asnquiz.domain.office_report import Gain
from asnquiz.domain.recap_wording import tenths_words
from asnquiz.painting.charts import paint_change
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.report_words import gain_means

_TITLE = "Tes awal dan tes akhir"
_SHOWN = "Lingkaran kosong menunjukkan rata-rata tes awal, lingkaran penuh rata-rata tes akhir."


def put_gain(paper: Paper, gain: Gain, told: str, tests: str = "") -> None:
    """Puts both means into the column, and below them what is `told`, alone where there are none to be shown.

    `tests` names the two where their readers do not know which they were.
    """
    means = gain_means(gain)
    if means is None:
        heading(paper, _TITLE)
        said(paper, told)
        return
    named = (Column("Kedua tes", 40), Column("0–100", 40)) if tests else (Column("0–100", 70),)
    columns = (*named, Column("Awal", 12, number=True), Column("Akhir", 12, number=True))
    first, second = (mean / 1000 for mean in means)
    picture = partial(paint_change, before=first, after=second, palette=LIGHT)
    row: tuple[Cell, ...] = (picture, *map(tenths_words, means))
    section(paper, _TITLE, columns, [(tests, *row) if tests else row], "", _SHOWN)
    paper.space(8)
    said(paper, told)
