"""One question of an analysis: how many had it right, and unfolded, what was answered and by how many."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from asnquiz.domain.office_report import ItemReport, OptionReport
from asnquiz.domain.recap_wording import FEWEST, share_words
from asnquiz.domain.wording import PHASE, SURE_BUT_WRONG, harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.recap.analysis import AnalysisPresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.figures import figure_row, tally
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.frames import marked
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.ui.widgets.unfold import Unfold
from asnquiz.usecases.report_words import discrimination_words, item_notes, option_note

_SIDE_BY_SIDE = 520


class QuestionRow(Flow):
    """`title` is what the question is about."""

    def __init__(self, theme: Theme, item: ItemReport, title: str, presenter: AnalysisPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._item = item
        self._presenter = presenter
        column = column_in(self, 6)
        enough = item.figures.people >= FEWEST
        right = item.right
        column.addWidget(
            figure_row(theme, harmless(title), f"{right.words} benar", tally(theme, right.part, right.whole), level=3)
            if enough
            else text(theme, harmless(title), level=3)
        )
        below = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=12)
        below.add(text(theme, self._facts(), size=Size.CAPTION, tone="ink-2"), 1)
        if enough:
            unfolded = (item.item, item.revision) in presenter.unfolded
            self._unfold = Unfold(theme, f"{title} ({item.item})", self._turn, unfolded=unfolded)
            below.add(self._unfold)
        column.addWidget(below)
        for words in item_notes(item):
            column.addWidget(_marked(theme, "triangle-alert", "conditional", f"{words[:1].upper()}{words[1:]}"))
        self._answers = Flow()
        self._answers_column = QVBoxLayout(self._answers)
        self._answers_column.setContentsMargins(0, 4, 0, 8)
        self._answers_column.setSpacing(12)
        column.addWidget(self._answers)
        self._show_answers(shown=enough and unfolded)

    def _facts(self) -> str:
        item = self._item
        asked = f"{number_words(item.figures.people)} orang"
        if item.figures.people < FEWEST:
            return f"{item.item} · {asked}; angkanya dihitung mulai {FEWEST} orang"
        phase = (PHASE[item.phase],) if item.phase else ()
        return " · ".join((*phase, asked, discrimination_words(item), item.item))

    def _turn(self) -> None:
        self._presenter.turn(self._item)
        self._show_answers(shown=self._unfold.unfolded)

    def _show_answers(self, *, shown: bool) -> None:
        clear(self._answers)
        self._answers.setVisible(shown)
        if not shown:
            return
        theme, item, column = self._theme, self._item, self._answers_column
        if item.stem:
            column.addWidget(text(theme, harmless(item.stem), tone="ink-2"))
        for option in item.options:
            column.addWidget(self._option(option))
        if item.sure.enough:
            whole = number_words(item.sure.whole)
            words = f"{SURE_BUT_WRONG}: {item.sure.words} dari {whole} jawaban yang dinyatakan yakin."
            column.addWidget(text(theme, words, weight=QFont.Weight.DemiBold))

    def _option(self, option: OptionReport) -> QWidget:
        theme, people, asked = self._theme, option.figures.people, self._item.figures.people
        host = Flow()
        column = QVBoxLayout(host)
        column.setContentsMargins(theme.px(12), 0, 0, 0)
        column.setSpacing(4)
        if option.right:
            column.addWidget(_marked(theme, "check", "allowed", "Jawaban yang benar"))
        drawing = tally(theme, people, asked, "teal" if option.right else "forbidden")
        figures = f"{share_words(people, asked)} · {number_words(people)} orang"
        column.addWidget(figure_row(theme, harmless(option.words), figures, drawing))
        note = option_note(option.figures) if self._item.figures.enough else ""
        if note:
            competing = option.figures.competing
            icon, tone = ("triangle-alert", "conditional") if competing else ("minus", "ink-2")
            column.addWidget(_marked(theme, icon, tone, f"{note[:1].upper()}{note[1:]}"))
        return host


def _marked(theme: Theme, icon: str, tone: str, words: str) -> QWidget:
    """Words that begin with an icon, in a tone."""
    return marked(theme, icon, tone, text(theme, words, size=Size.CAPTION, weight=QFont.Weight.DemiBold, tone=tone), 16)
