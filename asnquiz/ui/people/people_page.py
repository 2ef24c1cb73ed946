"""Who shares this computer, the person's own PIN, and after how long alone the program locks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.person import Profile
from asnquiz.domain.pin import LONGEST, SHORTEST
from asnquiz.domain.preferences import IDLE_MINUTES
from asnquiz.ui.destinations import ChoosePerson, Destination, Section
from asnquiz.ui.people.pin_entry import pin_field
from asnquiz.ui.people.who_page import named
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import captioned_select
from asnquiz.ui.widgets.texts import text

_FORM_WIDTH = 560
_WHAT_A_PIN_DOES = (
    "PIN mencegah rekan kerja membuka halaman Anda karena ingin tahu. PIN tidak kuat terhadap pemilik atau pengelola "
    "komputer ini, karena berkas datanya sendiri tidak disandikan."
)
_WHEN_FORGOTTEN = "Bila PIN lupa, tidak ada yang terhapus: PIN dapat dilepas 24 jam setelah dicatat lupa."


class PeoplePage(Page):
    """A lock time that is chosen is kept at once; a PIN is set, changed and removed on demand."""

    renews = True
    topic = "PIN dan kunci"

    def __init__(
        self,
        theme: Theme,
        profile: Profile,
        people: Sequence[Profile],
        idle_minutes: int | None,
        *,
        on_idle: Callable[[int | None], None],
        set_pin: Callable[[str], None],
        remove_pin: Callable[[], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Orang di komputer ini dan PIN", Section.SETTINGS)
        self._profile = profile
        self._idle_minutes = idle_minutes
        self._on_idle = on_idle
        self._set_pin = set_pin
        self._remove_pin = remove_pin
        self._go = go
        self.way_back("Kembali ke Pengaturan", partial(go, Section.SETTINGS))
        self.title("Orang di komputer ini dan PIN")
        self.column.addWidget(self._pin())
        self.column.addWidget(self._idle())
        self.column.addWidget(self._people(people))
        self.column.addStretch(1)

    def _pin(self) -> QFrame:
        theme, guarded = self.theme, self._profile.has_pin
        words = "PIN terpasang." if guarded else "Belum ada PIN. PIN tidak wajib."
        frame, column = titled_card(self.theme, "PIN Anda", (words, _WHAT_A_PIN_DOES, _WHEN_FORGOTTEN))
        form, fields = flow_column(12)
        form.setMaximumWidth(theme.px(_FORM_WIDTH))
        self._first = pin_field(theme, "PIN baru", f"{SHORTEST} sampai {LONGEST} angka.")
        self._again = pin_field(theme, "Ulangi PIN baru")
        for field in (self._first, self._again):
            field.line.returnPressed.connect(self._send)
            fields.addWidget(field)
        column.addWidget(narrowed(form))
        column.addSpacing(4)
        setting = button(theme, "Ganti PIN" if guarded else "Pasang PIN", self._send, role="primary")
        removing = [button(theme, "Hapus PIN", self._remove_pin)] if guarded else []
        column.addWidget(flow_row(setting, *removing))
        return frame

    def _send(self) -> None:
        for field in (self._first, self._again):
            if not field.check():
                field.take_focus()
                return
        if self._first.line.text() != self._again.line.text():
            self._again.complain("Kedua PIN tidak sama. Ketik ulang yang kedua.")
            self._again.take_focus()
            return
        self._set_pin(self._first.line.text())

    def _idle(self) -> QFrame:
        words = (
            "Bila papan ketik dan tetikus tidak dipakai selama itu, program menampilkan “Siapa Anda?”. Halaman Anda "
            "tetap seperti semula, dan waktu ujian berhenti, kecuali pada tugas yang tidak boleh dijeda. Ini berlaku "
            "bila ada beberapa orang atau bila Anda memakai PIN."
        )
        frame, column = titled_card(self.theme, "Kunci otomatis", (words,))
        times = captioned_select(self.theme, column, "Kunci setelah")
        times.addItems([f"{minutes} menit" if minutes else "Tidak pernah" for minutes in IDLE_MINUTES])
        times.setCurrentIndex(IDLE_MINUTES.index(self._idle_minutes))
        times.activated.connect(self._choose)
        return frame

    def _choose(self, index: int) -> None:
        if IDLE_MINUTES[index] != self._idle_minutes:
            self._idle_minutes = IDLE_MINUTES[index]
            self._on_idle(self._idle_minutes)

    def _people(self, people: Sequence[Profile]) -> QFrame:
        words = "Setiap orang hanya melihat dan menghapus datanya sendiri."
        frame, column = titled_card(self.theme, "Orang di komputer ini", (words,))
        for profile, (name, under) in zip(people, named(people), strict=True):
            you = " (Anda)" if profile.id == self._profile.id else ""
            column.addWidget(text(self.theme, f"{name}{you}{', ' if under else ''}{under}"))
        column.addSpacing(4)
        change = button(self.theme, "Ganti atau tambah orang", partial(self._go, ChoosePerson()), icon="users")
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
