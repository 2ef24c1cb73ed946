"""The briefings of which a record came in: when and where each was held, by whom, and how many came."""

from collections.abc import Callable, Sequence

from asnquiz.domain.class_results import Held
from asnquiz.domain.wording import date_words, harmless, number_words
from asnquiz.ui.destinations import Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table

_TITLE = "Sosialisasi yang masuk"
_ABOUT = "Dari catatan narasumber, yang terbaru di atas. Kehadiran bukan ujian dan tidak mengubah nilai siapa pun."
_NONE = (
    "Belum ada catatan sosialisasi. Minta berkas .asnkelas kepada narasumber, lalu masukkan dengan Tambah berkas nilai."
)
_COLUMNS = (Column("Tanggal, tempat, dan penyelenggara"), Column("Peserta", "10.000 orang", end=True))


class BriefingsPage(RecapPage):
    """The newest first."""

    renews = True

    def __init__(self, theme: Theme, held: Sequence[Held], go: Callable[[Destination], None]) -> None:
        super().__init__(theme, _TITLE, go)
        self._held = held
        self.back()
        self.head(_TITLE, _ABOUT if held else _NONE)
        self.table = Table(
            theme, "Daftar sosialisasi", Rows(_COLUMNS, [_cells(one) for one in held]), self._tell, two_lines=True
        )
        if held:
            self.column.addWidget(self.framed(self.table), 1)
        else:
            self.column.addStretch(1)
        self.foot()

    def _tell(self, row: int) -> None:
        one = self._held[row]
        people = f" ({_people(one)})" if _people(one) else ""
        lines = (
            f"Tanggal: {date_words(one.day)}",
            f"Tempat: {harmless(one.place)}",
            f"Penyelenggara: {harmless(one.office)}",
            f"Peserta: {number_words(one.attendees)}{people}",
        )
        tell(self, harmless(one.title), "\n".join(lines))


def _cells(one: Held) -> tuple[Cell, ...]:
    where = " · ".join(filter(None, (date_words(one.day), harmless(one.place), harmless(one.office))))
    return Cell(harmless(one.title), where), Cell(number_words(one.attendees), _people(one))


def _people(one: Held) -> str:
    """How many people they are, where some sat at tables that answered as one."""
    return f"{number_words(one.people)} orang" if one.people != one.attendees else ""
