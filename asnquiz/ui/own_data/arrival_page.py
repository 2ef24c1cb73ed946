"""Pindah dari komputer lain: the code of a file, what the file holds, and only then taking it in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.move import code_words, parse_code
from asnquiz.domain.wording import harmless
from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, narrowed
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.usecases.move_person import Arrival, arrival_fields, left_out_words

_WIDTH = 760
_NOTE = "Enam belas huruf dan angka, misalnya 7K3D-M9QX-2WFT-0RAB. Huruf kecil dan spasi boleh."
_HERE_ALREADY = (
    "Orang ini sudah ada di komputer ini. Isi berkas melanjutkan yang ada di sini; data diri dan pilihannya diganti "
    "dengan yang di berkas. Bila di sini ada yang tidak ada di berkas, tidak ada yang diubah dan Anda diberi tahu."
)
_NEW_HERE = "Data ini disimpan di komputer ini beserta kuis yang belum selesai. Data orang lain di sini tidak berubah."


class ArrivalPage(Page):
    """`unlock` opens the file with a secret, after which `show_arrival` follows; `take` keeps what was shown.

    `alone` is for a first start, where there is no rail yet.
    """

    topic = "Pindah komputer"

    def __init__(
        self,
        theme: Theme,
        file: str,
        *,
        unlock: Callable[[bytes], None],
        take: Callable[[Arrival], None],
        cancel: Callable[[], None],
        alone: bool,
    ) -> None:
        super().__init__(theme, "Pindah dari komputer lain", None if alone else Section.SETTINGS)
        self._unlock = unlock
        self._take = take
        self._cancel = cancel
        self.title("Pindah dari komputer lain")
        self.column.addWidget(text(theme, harmless(file), tone="ink-2"))
        self._place, self._body = flow_column(14)
        self._place.setMaximumWidth(theme.px(_WIDTH))
        self.column.addWidget(narrowed(self._place))
        self.column.addStretch(1)
        self._ask_code()

    def _ask_code(self) -> None:
        frame, column = card(spacing=12)
        words = "Ketik kode yang ditampilkan di komputer asal ketika berkas ini disimpan."
        column.addWidget(text(self.theme, words, tone="ink-2"))
        self._code = Field(self.theme, "Kode", QLineEdit(), _as_shown, note=_NOTE)
        self._code.line.returnPressed.connect(self._open)
        column.addWidget(self._code)
        self._body.addWidget(frame)
        self._add_actions(button(self.theme, "Buka berkas", self._open, role="primary"))
        self.focus_on(self._code.line)

    def _open(self) -> None:
        if self._code.check():
            self._unlock(parse_code(self._code.line.text()))
        else:
            self._code.take_focus()

    def show_arrival(self, arrival: Arrival) -> None:
        """Says who and what the file brings; nothing of it is kept yet."""
        clear(self._place)
        told = focus_target(heading(self.theme, "Yang ada di berkas ini"), "title")
        self._body.addWidget(told)
        frame, column = card(spacing=8)
        for label, value in arrival_fields(arrival.move):
            column.addWidget(text(self.theme, f"{label}: {value}"))
        self._body.addWidget(frame)
        if left_out := left_out_words(arrival.move.holdings):
            self._body.addWidget(text(self.theme, left_out, tone="conditional"))
        if arrival.known is None:
            self._body.addWidget(text(self.theme, _NEW_HERE, tone="ink-2"))
        else:
            self._body.addWidget(text(self.theme, _HERE_ALREADY, tone="conditional"))
        self._add_actions(button(self.theme, "Ambil ke komputer ini", partial(self._take, arrival), role="primary"))
        self.scroll_to_top()
        self.focus_on(told)

    def _add_actions(self, onward: Button) -> None:
        self._body.addWidget(self.form_end((onward,), "Batal", self._cancel))


def _as_shown(typed: str) -> str:
    return code_words(parse_code(typed))
