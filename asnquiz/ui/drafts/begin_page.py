"""Soal setempat before there is anything: who will answer for it, and what it is called."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.person import parse_line
from asnquiz.ui.destinations import Section
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field

_WORDS = (
    "Di sini kantor Anda menulis soal, ketentuan, dan studi kasus tambahan untuk pegawai sendiri. Soal nasional tidak "
    "berubah karenanya.",
    "Id setiap tulisan diambil dari nama kantor ini, jadi pakailah nama yang tetap.",
)
_TITLE, _OFFICE = "Judul paket", "Nama kantor"


class BeginPage(StepPage):
    """`begin` gets title and office once both are understood."""

    topic = "Soal setempat"
    place = Section.SETTINGS

    def __init__(
        self, theme: Theme, office: str, *, begin: Callable[[str, str], None], back: Callable[[], None]
    ) -> None:
        super().__init__(theme, "Soal setempat", "", _WORDS)
        self._begin = begin
        self.office = Field(
            theme, _OFFICE, QLineEdit(office), partial(parse_line, label=_OFFICE), "Misalnya BKPSDM Kabupaten Contoh."
        )
        self.named = Field(
            theme,
            _TITLE,
            QLineEdit(),
            partial(parse_line, label=_TITLE),
            "Misalnya Netralitas ASN di Kabupaten Contoh; judulnya dapat diganti nanti.",
        )
        for field in (self.office, self.named):
            field.line.returnPressed.connect(self._send)
        self.add_form(self.office, self.named)
        self.add_actions("Mulai menulis", self._send, "Kembali", back)

    def _send(self) -> None:
        for field, label in ((self.office, _OFFICE), (self.named, _TITLE)):
            if field.check() and not field.line.text():
                field.complain(f"{label} masih kosong. Isi lebih dahulu.")
            if field.problem:
                field.take_focus()
                return
        self._begin(self.named.line.text(), self.office.line.text())
