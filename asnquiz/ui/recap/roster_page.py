"""The list of staff: how many are in it, and what a file would change before it takes the list's place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from asnquiz.domain.wording import harmless, number_words
from asnquiz.ui.destinations import Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.usecases.keep_roster import RosterPreview

_NEEDED = (
    "Berkas Excel (.xlsx) atau CSV dengan baris judul kolom: NIP, Nama, dan Perangkat daerah atau Unit kerja; Jabatan "
    "boleh ada. Baris judul surat di atasnya tidak mengganggu.",
    "Daftar yang baru menggantikan seluruh daftar lama. Nilai yang sudah diterima dan tautan yang dibuat tetap ada.",
)
_SHOWN = 8
_FAULT_COLUMNS = (Column("Sel dan yang salah"),)


@dataclass(frozen=True)
class Standing:
    """What the list is now."""

    people: int
    agencies: int
    units: int


class RosterPage(RecapPage):
    """`choose` asks for a file and gives what it says to `show_preview`; `keep` takes it over."""

    renews = True
    topic = "Daftar pegawai"

    def __init__(
        self,
        theme: Theme,
        standing: Standing,
        *,
        choose: Callable[[], None],
        keep: Callable[[RosterPreview, bool], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Daftar pegawai", go)
        self._keep = keep
        self._shown: tuple[str, RosterPreview] | None = None
        self.back()
        self.head("Daftar pegawai", standing_words(standing))
        frame, column = titled_card(
            theme, "Ganti daftar pegawai" if standing.people else "Pilih daftar pegawai", _NEEDED
        )
        choosing = button(theme, "Pilih berkas daftar …", choose, role="primary", icon="folder-open")
        column.addWidget(choosing, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(frame)
        self._place, self._body = flow_column(14)
        self.column.addWidget(self._place)
        self.column.addStretch(1)
        self.foot()

    def stand_as(self, before: RecapPage) -> None:  # type: ignore[override]
        if isinstance(before, RosterPage) and before._shown:
            self._fill(*before._shown)
        super().stand_as(before)

    def show_preview(self, file: str, shown: RosterPreview) -> None:
        """Says what a file holds and would change; nothing is kept yet."""
        self.focus_on(self._fill(file, shown))

    def _fill(self, file: str, shown: RosterPreview) -> QLabel:
        theme, reading, change = self.theme, shown.reading, shown.change
        self._shown = file, shown
        clear(self._place)
        frame, column = titled_card(theme, "Isi berkas")
        told = focus_target(heading(theme, harmless(file), level=3), "result")
        column.addWidget(told)
        people, agencies, units = map(number_words, (len(reading.entries), shown.agencies, shown.units))
        column.addWidget(text(theme, f"{people} pegawai, {agencies} perangkat daerah, {units} unit kerja."))
        new, changed, gone = map(number_words, map(len, (change.new, change.changed, change.gone)))
        column.addWidget(
            text(
                theme, f"Dibanding daftar sekarang: {new} baru, {changed} berubah, {gone} tidak ada lagi.", tone="ink-2"
            )
        )
        if reading.faults:
            words = (
                f"{number_words(len(reading.faults))} sel tidak dapat dipakai. Perbaiki di berkasnya lalu pilih "
                "lagi, atau pakai daftar ini tanpa baris itu."
            )
            column.addWidget(text(theme, words, tone="conditional"))
            rows = Rows(_FAULT_COLUMNS, [(Cell(harmless(one.cell), harmless(one.message)),) for one in reading.faults])
            column.addWidget(Table(theme, "Sel yang salah", rows, self._tell_fault, two_lines=True, most=_SHOWN))
        replacing = []
        if reading.entries:
            label = "Ganti tanpa baris yang salah" if reading.faults else "Ganti daftar"
            replacing = [button(theme, label, partial(self._keep, shown, bool(reading.faults)), role="primary")]
        column.addWidget(self.form_end(replacing, "Batal", self._cancel))
        self._body.addWidget(frame)
        return told

    def _tell_fault(self, row: int) -> None:
        if self._shown:
            fault = self._shown[1].reading.faults[row]
            tell(self, harmless(fault.cell), harmless(fault.message))

    def _cancel(self) -> None:
        self._shown = None
        clear(self._place)


def standing_words(standing: Standing) -> str:
    """How long the list is."""
    if not standing.people:
        return "Belum ada daftar pegawai."
    people, agencies, units = map(number_words, (standing.people, standing.agencies, standing.units))
    return f"{people} pegawai, {agencies} perangkat daerah, {units} unit kerja."
