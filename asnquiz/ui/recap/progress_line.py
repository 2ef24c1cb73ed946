"""The line that says how far an import is, on every page of Rekap nilai where one wants to know."""

from PySide6.QtWidgets import QProgressBar

from asnquiz.painting.tokens import Size
from asnquiz.ui.recap.importing import Importing, progress_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import text

_SIDE_BY_SIDE = 560
_QUARTERS = 4


class ProgressLine(SideBySide):
    """A bar beside its words; hidden while nothing goes on. A screen reader is told of each quarter."""

    def __init__(self, theme: Theme, importing: Importing) -> None:
        super().__init__(theme, at_least=_SIDE_BY_SIDE, spacing=14)
        self._importing = importing
        self._quarter = 0
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words = text(theme, "", size=Size.CAPTION, tone="ink-2")
        self.add(self._bar, 1)
        self.add(self._words, 1)
        self.show_import()

    def show_import(self) -> None:
        """Shows how far it is now."""
        importing, step = self._importing, self._importing.step
        self.setVisible(importing.under_way)
        words = progress_words(step)
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, max(1, step.total if step else 0))
        self._bar.setValue(step.done if step else 0)
        quarter = step.done * _QUARTERS // step.total if step and step.total else 0
        if quarter != self._quarter:
            self._quarter = quarter
            announce(self._bar, words)
