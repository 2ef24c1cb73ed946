"""What people have learnt since a first test, which is chosen on the card."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.domain.recap_wording import tenths_words
from asnquiz.domain.wording import harmless
from asnquiz.painting.charts import paint_change
from asnquiz.ui.recap.analysis import AnalysisPresenter
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.recap.hardest_card import COMPUTING
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.figures import Figure, figure_row
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, narrowed
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.report_words import gain_means, gain_sentences

_SELECT = 460
_TRACK = 18
_NONE = "Tidak dibandingkan"
_ABOUT = "Apa yang bertambah sejak tes awal, pada orang yang mengerjakan kedua tes."


class GainCard(Flow):
    """Shows what the presenter compares with; nothing at first."""

    def __init__(self, theme: Theme, presenter: AnalysisPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        frame, column = titled_card(theme, "Tes awal dan tes akhir", (_ABOUT,))
        column_in(self, 0).addWidget(frame)
        others = presenter.others
        self.select = fitting(Select(theme, "Bandingkan dengan tes awal"))
        self.select.addItems([_NONE, *(harmless(task.title) for task in others)])
        if presenter.before in others:
            self.select.setCurrentIndex(others.index(presenter.before) + 1)
        if others:
            field = captioned(theme, self.select)
            field.setMaximumWidth(theme.px(_SELECT))
            column.addWidget(narrowed(field))
        else:
            column.addWidget(text(theme, "Belum ada tugas lain untuk dibandingkan.", tone="ink-2"))
        self._result, self._column = flow_column(8)
        column.addWidget(self._result)
        self._fill()
        self.select.currentIndexChanged.connect(lambda at: presenter.compare_with(others[at - 1] if at > 0 else None))

    def show_gain(self) -> None:
        """Shows what the presenter has now."""
        self._fill()
        if self._presenter.gain:
            announce(self.select, " ".join(gain_sentences(self._presenter.gain)))

    def _fill(self) -> None:
        clear(self._result)
        presenter, theme = self._presenter, self._theme
        if presenter.before is None:
            return
        if presenter.gain is None:
            self._column.addWidget(text(theme, COMPUTING, tone="ink-2"))
            return
        if means := gain_means(presenter.gain):
            before, after = means
            words = f"{tenths_words(before)} menjadi {tenths_words(after)}"
            self._column.addWidget(figure_row(theme, "Rata-rata", words, self._track(before / 1000, after / 1000)))
        for sentence in gain_sentences(presenter.gain):
            self._column.addWidget(text(theme, harmless(sentence)))

    def _track(self, before: float, after: float) -> Figure:
        def paint(painter: QPainter, target: QRectF) -> None:
            paint_change(painter, target, before, after, self._theme.palette)

        return Figure(self._theme, _TRACK, paint)
