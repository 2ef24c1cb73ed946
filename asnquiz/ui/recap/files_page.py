"""The files of Rekap nilai that somebody must look at, each with what it turned out to be and why."""

from collections.abc import Callable, Sequence

from asnquiz.domain.collection import RefusedFile, Verdict
from asnquiz.domain.recap_wording import here
from asnquiz.domain.wording import COLLECTED, date_words, harmless, number_words
from asnquiz.ui.destinations import Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import text

_ABOUT = "Berkas yang ditolak tidak dihitung dan tidak menghapus apa pun. Tekan satu baris untuk membaca alasannya."
_COLUMNS = (
    Column("Berkas dan alasannya"),
    Column("Keadaan", "Tersegel, kuncinya tidak ada di sini", at_least=900),
    Column("Diperiksa", "30 September 2026", at_least=560),
)


class FilesPage(RecapPage):
    """All of them, or those of one verdict."""

    renews = True
    topic = "Menambah berkas nilai"

    def __init__(
        self,
        theme: Theme,
        files: Sequence[RefusedFile],
        verdict: Verdict | None,
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Berkas yang ditolak", go)
        self._files = files
        self.back()
        self.head("Berkas yang ditolak", _ABOUT if files else "Tidak ada berkas yang ditolak.")
        there = {file.verdict for file in files}
        choices: dict[Verdict | None, str] = {None: "Semua"}
        choices |= {one: COLLECTED[one] for one in Verdict if one in there}
        self._chips = Filters(theme, "Keadaan berkas", choices, verdict if verdict in there else None, self._narrow)
        self._list, column = flow_column(14)
        column.addWidget(self._chips)
        self._count = text(theme, "", tone="ink-2")
        column.addWidget(self._count)
        self._rows = Rows(_COLUMNS)
        self.table = Table(theme, "Daftar berkas yang ditolak", self._rows, self._tell, two_lines=True)
        column.addWidget(self.framed(self.table), 1)
        self.column.addWidget(self._list, 1)
        self._list.setVisible(bool(files))
        if not files:
            self.column.addStretch(1)
        self.foot()
        self._show(self._chips.chosen)

    def stand_as(self, before: RecapPage) -> None:  # type: ignore[override]
        super().stand_as(before)
        if isinstance(before, FilesPage):
            self._chips.show_chosen(before._chips.chosen)
            self._show(before._chips.chosen)

    def _narrow(self, verdict: Verdict | None) -> None:
        self._show(verdict)
        announce(self.table, self._count.text())

    def _show(self, verdict: Verdict | None) -> None:
        self._shown = [file for file in self._files if verdict in (None, file.verdict)]
        self._count.setText(f"{number_words(len(self._shown))} berkas")
        self._rows.show_rows([_cells(file) for file in self._shown])

    def _tell(self, row: int) -> None:
        file = self._shown[row]
        tell(self, COLLECTED[file.verdict], f"{harmless(file.name)}\n\n{file.reason}")


def _cells(file: RefusedFile) -> tuple[Cell, ...]:
    return (
        Cell(harmless(file.name), harmless(file.reason)),
        Cell(COLLECTED[file.verdict]),
        Cell(date_words(here(file.at))),
    )
