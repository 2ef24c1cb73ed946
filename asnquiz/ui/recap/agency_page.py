"""One agency of Rekap nilai: its units as far as the question goes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame

from asnquiz.domain.collection import Question, UnitStanding
from asnquiz.domain.task import Task
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, PrintReceipts, RecapPeople
from asnquiz.ui.recap.overview_page import standing_cells, standing_columns, standing_note
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.table import Rows, Table
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.see_recap import Wanted, asked_words

_SHOWN = 12


class AgencyPage(RecapPage):
    """`units` are those of the agency."""

    renews = True

    def __init__(
        self,
        theme: Theme,
        agency: str,
        units: tuple[UnitStanding, ...],
        question: Question,
        task: Task | None,
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, harmless(agency), go)
        self._agency = agency
        self._units = units
        people, finished = (sum(getattr(one, name) for one in units) for name in ("people", "finished"))
        self.back()
        see = button(theme, "Lihat pegawai", partial(go, RecapPeople(Wanted(agency=agency))), icon="users")
        counts = f"{number_words(finished)} dari {number_words(people)} pegawai selesai"
        receipts = button(theme, "Simpan tanda terima …", partial(go, PrintReceipts(agency)), icon="file-down")
        self.head(harmless(agency), counts, (receipts, see))
        self.column.addWidget(text(theme, harmless(asked_words(question, task)), size=Size.CAPTION, tone="ink-2"))
        self.column.addWidget(self._table())
        self.column.addStretch(1)
        self.foot()

    def _table(self) -> QFrame:
        frame, column = card(padding=20, spacing=8)
        rows = Rows(standing_columns("Unit kerja"), [standing_cells(one, one.unit) for one in self._units])
        name = "Unit kerja di perangkat daerah ini"
        self.table = Table(self.theme, name, rows, self._open, two_lines=True, most=_SHOWN)
        column.addWidget(self.table)
        column.addWidget(standing_note(self.theme, self._units))
        return frame

    def _open(self, row: int) -> None:
        self._go(RecapPeople(Wanted(agency=self._agency, unit=self._units[row].unit)))
