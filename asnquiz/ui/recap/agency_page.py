"""One agency of Rekap nilai: its units, and the receipt for one of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.collection import Question, UnitStanding
from asnquiz.domain.recap_wording import FEWEST, TOO_FEW
from asnquiz.domain.task import Task
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, RecapPeople
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.recap.overview_page import standing_cells, standing_columns
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.table import Rows, Table
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.see_recap import Wanted, asked_words

_SHOWN = 12
_RECEIPT = "Daftar pegawai satu unit kerja yang buktinya sudah diterima, untuk diserahkan kembali ke unit itu."


class AgencyPage(RecapPage):
    """`units` are those of the agency; `save_receipt` asks where to and does the rest."""

    renews = True

    def __init__(
        self,
        theme: Theme,
        agency: str,
        units: tuple[UnitStanding, ...],
        question: Question,
        task: Task | None,
        *,
        save_receipt: Callable[[str], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, harmless(agency), go)
        self._agency = agency
        self._units = units
        self._save_receipt = save_receipt
        people, finished = (sum(getattr(one, name) for one in units) for name in ("people", "finished"))
        self.back()
        see = button(theme, "Lihat pegawai", partial(go, RecapPeople(Wanted(agency=agency))), icon="users")
        counts = f"{number_words(finished)} dari {number_words(people)} pegawai selesai"
        self.head(harmless(agency), counts, (see,))
        self.column.addWidget(text(theme, harmless(asked_words(question, task)), size=Size.CAPTION, tone="ink-2"))
        self.column.addWidget(self._table())
        self.column.addWidget(self._receipt())
        self.column.addStretch(1)
        self.foot()

    def _table(self) -> QFrame:
        frame, column = card(padding=20, spacing=8)
        rows = Rows(standing_columns("Unit kerja"), [standing_cells(one, one.unit) for one in self._units])
        self.table = Table(self.theme, "Unit kerja di perangkat daerah ini", rows, self._open, most=_SHOWN)
        column.addWidget(self.table)
        if any(one.finished < FEWEST for one in self._units):
            column.addWidget(text(self.theme, TOO_FEW, size=Size.CAPTION, tone="ink-2"))
        return frame

    def _open(self, row: int) -> None:
        self._go(RecapPeople(Wanted(agency=self._agency, unit=self._units[row].unit)))

    def _receipt(self) -> QFrame:
        theme = self.theme
        frame, column = titled_card(theme, "Tanda terima", (_RECEIPT,))
        choice = fitting(Select(theme, "Unit kerja"))
        choice.addItems([harmless(one.unit) for one in self._units])
        column.addWidget(captioned(theme, choice))

        def save() -> None:
            self._save_receipt(self._units[choice.currentIndex()].unit)

        saving = button(theme, "Simpan tanda terima …", save, icon="file-down")
        saving.setEnabled(bool(self._units))
        column.addWidget(saving, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
