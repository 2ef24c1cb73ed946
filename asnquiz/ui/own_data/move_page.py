"""Pindah ke komputer lain: what goes along and what stays, and once the file is saved, its code."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, OwnData, Section
from asnquiz.ui.printing.saving import open_folder
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, focus_target, heading, path_words, text
from asnquiz.usecases.move_person import GOES_ALONG, STAYS_HERE

_WIDTH = 760
_CODE = (
    "Catat kode ini sekarang, terpisah dari berkasnya. Kode tidak ada di dalam berkas, tidak disimpan, dan tidak dapat "
    "ditampilkan lagi. Tanpa kode, berkas tidak dapat dibuka; bila kodenya hilang, buat berkas yang baru."
)
_STEPS = (
    "Bawa berkas itu ke komputer lain, misalnya dengan diska lepas.",
    "Di sana buka berkas itu dengan ASN Netral: “Ambil dari komputer lain” di halaman Data saya, atau “Pindah dari "
    "komputer lain” di halaman pertama.",
    "Ketik kodenya, lihat isinya, lalu tekan “Ambil ke komputer ini”.",
)


class MoveAwayPage(Page):
    """`save` asks where to; the page is then told by `show_saved`."""

    topic = "Pindah komputer"

    def __init__(self, theme: Theme, *, save: Callable[[], None], go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Pindah ke komputer lain", Section.SETTINGS)
        self._go = go
        self.way_back("Kembali ke Data saya", partial(go, OwnData()))
        self.title("Pindah ke komputer lain")
        self._place, self._body = flow_column(14)
        self._place.setMaximumWidth(theme.px(_WIDTH))
        self.column.addWidget(narrowed(self._place))
        self.column.addStretch(1)
        self._body.addWidget(self._listed("Yang ikut pindah", GOES_ALONG))
        self._body.addWidget(self._listed("Yang tetap di komputer ini", STAYS_HERE))
        self._body.addWidget(
            text(theme, "Setelah berkas tersimpan, kodenya ditampilkan. Siapkan alat tulis.", tone="ink-2")
        )
        saving = button(theme, "Simpan berkas pindah …", save, role="primary", icon="save")
        self._body.addWidget(saving, 0, Qt.AlignmentFlag.AlignLeft)

    def show_saved(self, file: Path, code: str, left_out: str) -> None:
        """Shows the code, and what to do with both; `left_out` is what could not go along, if anything."""
        clear(self._place)
        told = focus_target(heading(self.theme, "Berkas pindah tersimpan"), "title")
        self._body.addWidget(told)
        self._body.addWidget(text(self.theme, path_words(file), tone="ink-2"))
        if left_out:
            self._body.addWidget(text(self.theme, left_out, tone="conditional"))
        frame, column = titled_card(self.theme, "Kode berkas ini")
        shown = text(self.theme, code, size=Size.TITLE, weight=QFont.Weight.Bold, level=3, wrap=False)
        column.addWidget(focus_target(shown, "code"))
        column.addWidget(text(self.theme, _CODE, tone="conditional"))
        self._body.addWidget(frame)
        numbered = [f"{number}. {words}" for number, words in enumerate(_STEPS, start=1)]
        self._body.addWidget(titled_card(self.theme, "Langkah berikutnya", numbered)[0])
        self._body.addWidget(titled_card(self.theme, "Yang tetap di komputer ini", STAYS_HERE)[0])
        opening = button(self.theme, "Buka folder", partial(open_folder, self, file.parent), icon="folder-open")
        self._body.addWidget(flow_row(opening))
        self.scroll_to_top()
        self.focus_on(told)

    def _listed(self, title: str, sentences: Sequence[str]) -> QFrame:
        return titled_card(self.theme, title, [f"• {words}" for words in sentences])[0]
