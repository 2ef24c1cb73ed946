"""The screen of a certificate: the person's details where they lack, then every field that will be printed."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.person import Person
from asnquiz.ui.destinations import Destination, Section, ShowResult
from asnquiz.ui.person.form import PersonForm
from asnquiz.ui.printing.certificate import CertificatePresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, narrowed
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.certify import NAME_NEEDED, Draft

_WIDTH = 760
_ASKED = (
    "Di surat tercetak nama Anda, dan bila diisi unit kerja. NIP/NI PPPK hanya dicetak bila Anda memilihnya nanti; "
    "jabatan dan status kepegawaian tidak dicetak."
)
_ALL = "Inilah yang tercetak di surat dan tersimpan di dalam kode QR-nya, tidak lebih."
_READABLE = "Siapa pun yang memegang surat ini atau memindai kodenya dapat membaca semua isian itu."
_WHAT = "Surat ini menerangkan hasil belajar mandiri tanpa pengawas, tanpa jam pelatihan, dan tanpa cap."


class CertificatePage(Page):
    """Details, then preview; the file is saved over the preview."""

    def __init__(
        self, theme: Theme, presenter: CertificatePresenter, attempt: UUID, go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Surat keterangan", Section.RESULTS)
        self.presenter = presenter
        self._attempt = attempt
        self._go = go
        self._form: PersonForm | None = None
        presenter.view = self
        self.title("Surat keterangan hasil belajar mandiri")
        self._place = Flow()
        self._place.setMaximumWidth(theme.px(_WIDTH))
        self._body = QVBoxLayout(self._place)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        self.column.addWidget(narrowed(self._place))
        self.column.addStretch(1)
        presenter.begin()

    def show_form(self, person: Person) -> None:
        clear(self._place)
        theme = self.theme
        self._body.addWidget(text(theme, _ASKED, tone="ink-2"))
        frame, column = card(spacing=8)
        self._form = PersonForm(theme, person, self._send_person)
        column.addWidget(self._form)
        self._body.addWidget(frame)
        self._add_actions(button(theme, "Lihat isi surat", self._send_person, role="primary"))
        self.focus_on(self._form.name.line)

    def _send_person(self) -> None:
        if self._form and (person := self._form.read(name_needed=NAME_NEEDED)):
            self.presenter.take_person(person)

    @property
    def unsaved(self) -> bool:
        return self._form is not None and self._form.unsaved

    def save_then(self, go_on: Callable[[], None]) -> None:
        if self._form and (person := self._form.read()):
            self.presenter.keep_person(person, go_on)

    def show_preview(self, shown: Draft, *, offers_nip: bool) -> None:
        clear(self._place)
        self._form = None
        theme = self.theme
        told = focus_target(text(theme, _ALL, tone="ink-2", level=2), "title")
        self._body.addWidget(told)
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Isi surat"))
        self._fields = Flow()
        self._lines = QVBoxLayout(self._fields)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        column.addWidget(self._fields)
        if offers_nip:
            tick = Tick(theme, "Cantumkan NIP/NI PPPK", frame)
            tick.toggled.connect(lambda wanted: self.presenter.print_nip(wanted=wanted))
            column.addWidget(tick)
        column.addWidget(line())
        column.addWidget(text(theme, _WHAT, tone="ink-2"))
        column.addWidget(text(theme, _READABLE, tone="conditional"))
        self._body.addWidget(frame)
        self._add_actions(
            button(theme, "Ubah data diri", self.presenter.change_person),
            button(theme, "Simpan PDF", self.presenter.save, role="primary", icon="file-down"),
        )
        self.show_fields(shown)
        self.scroll_to_top()
        self.focus_on(told)

    def show_fields(self, shown: Draft) -> None:
        clear(self._fields)
        for label, value in shown.fields:
            self._lines.addWidget(text(self.theme, f"{label}: {value}"))

    def _add_actions(self, *actions: QWidget) -> None:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(button(self.theme, "Kembali ke hasil", lambda: self._go(ShowResult(self._attempt)), role="quiet"))
        row.addStretch(1)
        for action in actions:
            row.addWidget(action)
        self._body.addWidget(host)

    def leave(self) -> None:
        self.presenter.view = None
