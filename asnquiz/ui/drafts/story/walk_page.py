"""The walk that an author takes through a case study being written: what a learner will see, and nothing is kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.case_page import CasePage
from asnquiz.ui.cases.presenter import CaseSteps
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.texts import text

# Where the editor is found.
SECTION = Section.SETTINGS


class StoryWalkPage(CasePage):
    """A page of the case studies whose every way out leads back to the writing."""

    def __init__(self, theme: Theme, presenter: CaseSteps, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, presenter, go)
        self.section = SECTION

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        back = button(self.theme, "Kembali menulis", lambda: self._go(Section.CASES), icon="arrow-left")
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        title = self.presenter.walk.scenario.title or "tanpa judul"
        words = f"Menjalani studi kasus · {title}. Yang Anda pilih di sini tidak disimpan."
        row.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-2", level=1), 1)
        return row
