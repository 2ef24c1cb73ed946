"""What was done with people's results here: imports, exports, purges, looks at whole NIPs."""

from collections.abc import Callable, Sequence

from asnquiz.domain.collection import LogEntry
from asnquiz.domain.recap_wording import here
from asnquiz.domain.wording import harmless, time_words
from asnquiz.ui.destinations import Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table

_ABOUT = "Yang dilakukan dengan data pegawai di sini, yang terbaru di atas."
_COLUMNS = (Column("Kegiatan"), Column("Waktu", "30 September 2026 pukul 00.00", at_least=600))


class RecapLogPage(RecapPage):
    """The newest first."""

    renews = True

    def __init__(self, theme: Theme, entries: Sequence[LogEntry], go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Catatan kegiatan", go)
        self._entries = entries
        self.back()
        self.head("Catatan kegiatan", _ABOUT if entries else "Belum ada kegiatan yang dicatat.")
        rows = Rows(_COLUMNS, [_cells(entry) for entry in entries])
        self.table = Table(theme, "Daftar kegiatan", rows, self._tell, two_lines=True)
        if entries:
            self.column.addWidget(self.framed(self.table), 1)
        else:
            self.column.addStretch(1)
        self.foot()

    def _tell(self, row: int) -> None:
        entry = self._entries[row]
        tell(self, _sentence_case(entry.act), f"{time_words(here(entry.at))}\n\n{harmless(entry.words)}")


def _cells(entry: LogEntry) -> tuple[Cell, ...]:
    return Cell(_sentence_case(harmless(entry.act)), harmless(entry.words)), Cell(time_words(here(entry.at)))


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
