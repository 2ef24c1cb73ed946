"""The questions that most people have wrong, on the overview of Rekap nilai."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.wording import harmless
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, RecapAnalysis
from asnquiz.ui.recap.analysis import title_of
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.figures import figure_row, tally
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.frames import line, titled_card
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.report_words import nothing_missed

COMPUTING = "Menghitung …"
_SHOWN = 4
_NO_EVIDENCE = "Hasil belajar, bukan bukti pelanggaran. Rincian:"


class HardestCard(Flow):
    """Shows that something is computed until it is told what came of it."""

    def __init__(self, theme: Theme, go: Callable[[Destination], None]) -> None:
        super().__init__()
        self._theme = theme
        frame, column = titled_card(theme, "Soal paling sering salah")
        column_in(self, 0).addWidget(frame)
        self._list, self._column = flow_column(10)
        column.addWidget(self._list)
        column.addWidget(text(theme, _NO_EVIDENCE, size=Size.CAPTION, tone="ink-2"))
        see = button(theme, "Analisis butir soal", partial(go, RecapAnalysis()), role="quiet", icon="chart-column")
        column.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)

    def show_report(self, report: OfficeReport | None, trouble: str) -> None:
        """Shows the hardest questions of a report, or that it is made, or why it cannot be."""
        clear(self._list)
        theme = self._theme
        if report is None:
            self._column.addWidget(text(theme, trouble or COMPUTING, tone="ink-2"))
            return
        for item in report.missed[:_SHOWN]:
            wrong = item.right.rest
            drawing = tally(theme, wrong.part, wrong.whole, "forbidden")
            self._column.addWidget(figure_row(theme, harmless(title_of(item, report)), wrong.words, drawing))
            self._column.addWidget(line())
        if not report.missed:
            self._column.addWidget(text(theme, nothing_missed("soal"), tone="ink-2"))
