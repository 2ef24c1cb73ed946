"""The walk that an author takes through a case study being written: what a learner will see, and nothing is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.case_page import CasePage
from asnquiz.ui.destinations import Section
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.texts import text


class WalkPage(CasePage):
    """A page of the case studies whose every way out leads back to the writing."""

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        back = button(self.theme, "Kembali menulis", lambda: self._go(Section.CASES), icon="arrow-left")
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        title = self.presenter.walk.scenario.title or "tanpa judul"
        words = f"Menjalani studi kasus · {title}. Yang Anda pilih di sini tidak disimpan."
        row.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-2", level=1), 1)
        return row
