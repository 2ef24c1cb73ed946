"""The screen of a certificate: the person's details where they lack, then every field that will be printed."""

from collections.abc import Callable
from uuid import UUID

from asnquiz.domain.person import Person
from asnquiz.ui.destinations import Destination, ShowResult
from asnquiz.ui.person.details import DetailsPage
from asnquiz.ui.printing.certificate import CertificatePresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.texts import clear, focus_target, heading, id_words, text
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.certify import NAME_NEEDED, Draft

_ASKED = (
    "Di surat tercetak nama Anda, dan bila diisi unit kerja. NIP/NI PPPK hanya dicetak bila Anda memilihnya nanti; "
    "jabatan dan status kepegawaian tidak dicetak."
)
_ALL = "Inilah yang tercetak di surat dan tersimpan di dalam kode QR-nya, tidak lebih."
_READABLE = "Siapa pun yang memegang surat ini atau memindai kodenya dapat membaca semua isian itu."
_WHAT = "Surat ini menerangkan hasil belajar mandiri tanpa pengawas, tanpa jam pelatihan, dan tanpa cap."


class CertificatePage(DetailsPage):
    """Details, then preview; the file is saved over the preview."""

    topic = "Surat keterangan hasil belajar mandiri"

    def __init__(
        self, theme: Theme, presenter: CertificatePresenter, attempt: UUID, go: Callable[[Destination], None]
    ) -> None:
        title = "Surat keterangan hasil belajar mandiri"
        super().__init__(
            theme,
            "Surat keterangan",
            title,
            presenter,
            ShowResult(attempt),
            go,
            back="Kembali ke hasil",
            name_needed=NAME_NEEDED,
        )
        self.presenter = presenter
        presenter.begin()

    def show_form(self, person: Person) -> None:
        self.ask_details(person, _ASKED, "Lihat isi surat")

    def show_preview(self, shown: Draft, *, offers_nip: bool) -> None:
        self.clear_step()
        theme = self.theme
        told = focus_target(text(theme, _ALL, tone="ink-2", level=2), "title")
        self._body.addWidget(told)
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Isi surat"))
        self._fields, self._lines = flow_column(8)
        column.addWidget(self._fields)
        if offers_nip:
            tick = Tick(theme, "Cantumkan NIP/NI PPPK", frame)
            tick.toggled.connect(lambda wanted: self.presenter.print_nip(wanted=wanted))
            column.addWidget(tick)
        column.addWidget(line())
        column.addWidget(text(theme, _WHAT, tone="ink-2"))
        column.addWidget(text(theme, _READABLE, tone="conditional"))
        self._body.addWidget(frame)
        self.add_actions(
            button(theme, "Simpan PDF …", self.presenter.save, role="primary", icon="file-down"),
            button(theme, "Ubah data diri", self.presenter.ask_person),
        )
        self.show_fields(shown)
        self.scroll_to_top()
        self.focus_on(told)

    def show_fields(self, shown: Draft) -> None:
        clear(self._fields)
        for label, value in shown.fields:
            self._lines.addWidget(text(self.theme, f"{label}: {id_words(value)}"))
