"""The second step: who comes. Nobody has to be named; a list of units or of invited people may be given."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer

from asnquiz.domain.invitation import InvitationReading, Invited
from asnquiz.domain.person import parse_line
from asnquiz.domain.wording import harmless, number_words
from asnquiz.ui.briefing.preparing_page import PreparingPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text

_ROWS, _SHOWN = 5, 6
_ABOUT = (
    "Langkah ini boleh dilewati: peserta lalu mengetik nama dan unit kerjanya sendiri. Tidak ada NIP yang diminta dari "
    "peserta.",
)
_UNITS = "Satu unit per baris; peserta memilih salah satunya. Bila kosong, peserta mengetik unitnya sendiri."
_INVITED = (
    "Setiap orang di daftar undangan mendapat kode peserta, empat huruf atau angka, untuk masuk tanpa mengetik nama. "
    "Daftar hadir dicetak dari daftar ini, dan yang datang tanpa undangan tetap dapat masuk.",
    "Pilih berkas Excel (.xlsx) atau CSV dengan judul kolom Nama, Jabatan, dan Unit kerja; NIP boleh ada. Atau tempel "
    "di bawah, satu orang per baris: Nama; Jabatan; Unit kerja.",
)
_PERSON_COLUMNS = (Column("Nama"), Column("Unit kerja", "Dinas Komunikasi dan Informatika"))
_FAULT_COLUMNS = (Column("Sel dan yang salah"),)
Reading = InvitationReading


class GuestsPage(PreparingPage):
    """`choose` asks for a file and `read` takes lines; both give what it says to `show_reading`.

    `offered` are the units that the office named. `go_on` gets units and people; `without` stays of `people` where no
    list is in the way.
    """

    def __init__(
        self,
        theme: Theme,
        units: Sequence[str],
        people: Sequence[Invited],
        *,
        offered: Sequence[str],
        choose: Callable[[], None],
        read: Callable[[str], None],
        go_on: Callable[[tuple[str, ...], tuple[Invited, ...]], None],
        go_back: Callable[[], None],
    ) -> None:
        super().__init__(theme, 2, _ABOUT)
        self._go_on = go_on
        self._read = read
        self._reading = Reading(tuple(people), ()) if people else None
        parse = partial(parse_line, label="Unit kerja")
        self._units = LinesField(theme, "Unit kerja peserta", units, parse, rows=_ROWS, note=_UNITS)
        form = self.add_form(self._units)
        if offered:
            filling = button(theme, "Isi dengan unit dari paket setempat", partial(self._fill_units, offered))
            form.addWidget(filling, 0, Qt.AlignmentFlag.AlignLeft)
        frame, column = titled_card(theme, "Daftar undangan", _INVITED)
        choosing = button(theme, "Pilih berkas daftar …", choose, icon="folder-open")
        column.addWidget(choosing, 0, Qt.AlignmentFlag.AlignLeft)
        self._pasted = LinesField(theme, "Tempel atau ketik daftar", (), lambda line: line, rows=_ROWS)
        column.addWidget(self._pasted)
        reading = button(theme, "Baca daftar ini", self._read_pasted)
        column.addWidget(reading, 0, Qt.AlignmentFlag.AlignLeft)
        self._place, self._told = flow_column(6)
        column.addWidget(self._place)
        self.body.addWidget(frame)
        self.add_actions("Lanjut ke cara menjawab", self._send, "Kembali", go_back)
        self._fill()

    def stand_as(self, before: Page) -> None:
        if isinstance(before, GuestsPage):
            self._reading = before._reading
            self._fill()
        super().stand_as(before)

    def _fill_units(self, offered: Sequence[str]) -> None:
        self._units.area.setPlainText("\n".join(offered))
        self._units.take_focus()

    def _read_pasted(self) -> None:
        if self._pasted.entries:
            self._read(self._pasted.area.toPlainText())
        else:
            self._pasted.complain("Belum ada yang ditempel. Tempel daftarnya, atau pilih berkasnya.")
            self._pasted.take_focus()

    def show_reading(self, reading: Reading) -> None:
        """Says who is invited by a file or by lines, and what of it is wrong."""
        self._reading = reading
        self._fill()
        self.focus_on(self._heading)
        QTimer.singleShot(0, self._place, lambda: self.scroll_to(self._place))

    def _fill(self) -> None:
        theme, reading = self.theme, self._reading
        clear(self._place)
        self._place.setVisible(reading is not None)
        if reading is None:
            return
        count = number_words(len(reading.people))
        self._heading = focus_target(heading(theme, f"{count} orang diundang", level=3), "result")
        self._told.addWidget(self._heading)
        if reading.faults:
            words = (
                f"{number_words(len(reading.faults))} sel tidak dapat dipakai. Perbaiki di berkasnya lalu pilih lagi, "
                "supaya tidak ada undangan yang tertinggal."
            )
            self._told.addWidget(text(theme, words, tone="conditional"))
            faults = [(Cell(harmless(one.cell), harmless(one.message)),) for one in reading.faults]
            rows = Rows(_FAULT_COLUMNS, faults)
            self._told.addWidget(Table(theme, "Sel yang salah", rows, self._tell_fault, two_lines=True, most=_SHOWN))
        else:
            people = [
                (Cell(harmless(one.name), harmless(one.position)), Cell(harmless(one.unit))) for one in reading.people
            ]
            rows = Rows(_PERSON_COLUMNS, people)
            self._told.addWidget(Table(theme, "Yang diundang", rows, self._tell_person, two_lines=True, most=_SHOWN))
        self._told.addWidget(flow_row(button(theme, "Kosongkan daftar undangan", self._forget)))

    def _tell_fault(self, row: int) -> None:
        if self._reading:
            fault = self._reading.faults[row]
            tell(self, harmless(fault.cell), harmless(fault.message))

    def _tell_person(self, row: int) -> None:
        if self._reading:
            one = self._reading.people[row]
            tell(self, harmless(one.name), "\n".join(map(harmless, filter(None, (one.position, one.unit)))))

    def _forget(self) -> None:
        self._reading = None
        self._fill()
        self._pasted.take_focus()

    def _send(self) -> None:
        if not self._units.check():
            self._units.take_focus()
        elif self._reading and self._reading.faults:
            self.focus_on(self._heading)
        else:
            people = self._reading.people if self._reading else ()
            self._go_on(tuple(dict.fromkeys(self._units.entries)), people)
