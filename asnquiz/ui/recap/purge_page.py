"""Removing old results for good: before which day, how many that are, and only then, by a word that is typed."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, number_words
from asnquiz.ui.destinations import Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.texts import focus_target, heading, text

_WIDTH = 640
_DAY = "Hapus yang diterima sebelum"
_CONFIRM = "Ketik HAPUS untuk melanjutkan"
_WORD = "HAPUS"
_ABOUT = (
    "Data pribadi disimpan tidak lebih lama daripada yang diperlukan. Yang dihapus tidak dapat "
    "dikembalikan: nilai, jawaban, dan berkas buktinya hilang dari komputer ini. Yang tinggal hanya sidik berkas, "
    "sehingga berkas yang sama dikenali sebagai “sudah dihapus” bila datang lagi."
)


class PurgePage(RecapPage):
    """`count` gives how many files' results a day would remove to `show_count`; `purge` removes them."""

    renews = True
    topic = "Menghapus data lama"

    def __init__(
        self,
        theme: Theme,
        *,
        count: Callable[[dt.date], None],
        purge: Callable[[dt.date], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Hapus data lama", go)
        self._count = count
        self._purge = purge
        self._day: dt.date | None = None
        self._number = 0
        self.back()
        self.head("Hapus data lama", "")
        column = self.narrow(_WIDTH)
        column.addWidget(text(theme, _ABOUT, tone="ink-2"))
        self._field = Field(theme, _DAY, QLineEdit(), self._parse, note="Misalnya 1 Januari 2026 atau 01-01-2026.")
        self._field.line.textChanged.connect(self._forget)
        self._field.line.returnPressed.connect(self._ask_count)
        column.addWidget(self._field)
        counting = button(theme, "Hitung yang akan dihapus", self._ask_count)
        column.addWidget(counting, 0, Qt.AlignmentFlag.AlignLeft)
        self._confirm, inside = card(spacing=12)
        self._told = focus_target(heading(theme, ""), "result")
        inside.addWidget(self._told)
        self._word = Field(theme, _CONFIRM, QLineEdit(), _as_typed)
        inside.addWidget(self._word)
        self._button = button(theme, "Hapus untuk seterusnya", self._remove, role="primary")
        inside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._confirm)
        self._confirm.hide()
        self.column.addStretch(1)
        self.foot()

    def stand_as(self, before: RecapPage) -> None:  # type: ignore[override]
        counted = before._day if isinstance(before, PurgePage) else None
        if isinstance(before, PurgePage) and counted:
            self._show(before._number)
        super().stand_as(before)
        # Taking over the day as it was typed forgot what was counted for it.
        self._day = counted
        self._confirm.setVisible(counted is not None)

    def _parse(self, typed: str) -> str:
        day = parse_day(typed, _DAY)
        if day is None:
            raise Refusal("Isi tanggalnya.")
        self._day = day
        return date_words(day)

    def _forget(self) -> None:
        self._day = None
        self._confirm.hide()

    def _ask_count(self) -> None:
        if not self._field.check():
            self._field.take_focus()
            return
        # Showing the day as it is understood forgot it again.
        self._day = parse_day(self._field.line.text(), _DAY)
        if self._day:
            self._count(self._day)

    def show_count(self, number: int) -> None:
        """Says how many files' results would go, and lets them be removed."""
        if self._day:
            self._show(number)
            self.focus_on(self._told)

    def _show(self, number: int) -> None:
        self._number = number
        words = f"{number_words(number)} bukti nilai akan dihapus" if number else "Tidak ada yang perlu dihapus"
        self._told.setText(words)
        self._told.setAccessibleName(words)
        self._word.setVisible(bool(number))
        self._button.setVisible(bool(number))
        self._confirm.show()

    def _remove(self) -> None:
        if self._word.check() and self._day:
            self._purge(self._day)
        else:
            self._word.take_focus()


def _as_typed(typed: str) -> str:
    if typed.strip().upper() != _WORD:
        raise Refusal(f"Ketik {_WORD}, bila memang akan dihapus.")
    return _WORD
