"""Rekap nilai before anybody has said which office gathers here: what it is for, and what is needed to begin."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from asnquiz.ui.destinations import Destination, Section, SetUpOffice
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text

_FOR = (
    "Kantor membuat tugas ujian, pegawai mengerjakannya, lalu bukti nilai yang mereka serahkan direkap di komputer "
    "ini. Bukti nilai hanya dapat dibuka dengan kunci kantor."
)
_NEEDED = (
    "• Nama kantor seperti pada kop surat.",
    "• Dua tempat menyimpan yang berbeda, misalnya komputer ini dan satu diska lepas.",
    "• Orang kedua yang memegang kunci cadangan, misalnya sekretaris atau BKPSDM provinsi.",
    "• Dua kata sandi yang dapat diingat atau disimpan dengan aman.",
)


class NoOfficePage(Page):
    """The section as long as there is no office."""

    renews = True

    topic = "Menyiapkan kantor"

    def __init__(self, theme: Theme, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Rekap nilai", Section.RECAP)
        self.title("Rekap nilai")
        self.column.addWidget(text(theme, _FOR, tone="ink-2"))
        self.column.addWidget(titled_card(theme, "Yang perlu disiapkan", _NEEDED)[0])
        begin = button(theme, "Siapkan kantor", partial(go, SetUpOffice()), role="primary")
        self.column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
