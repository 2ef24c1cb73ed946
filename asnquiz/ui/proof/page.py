"""The screen of a proof, in three steps: person, everything that goes and who can read it, and sending it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from asnquiz.domain.person import Person
from asnquiz.domain.task import Task
from asnquiz.domain.wording import harmless
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section, ShowTask
from asnquiz.ui.person.details import DetailsPage
from asnquiz.ui.person.sent import add_sentences, add_what_goes
from asnquiz.ui.printing.saving import open_folder
from asnquiz.ui.proof.presenter import ProofPresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card, line, titled_card
from asnquiz.ui.widgets.texts import focus_target, heading, path_words, text
from asnquiz.usecases.hand_in import NAME_NEEDED, SEND, STANDING, ProofPreview
from asnquiz.usecases.hand_over import HandedOver
from asnquiz.usecases.take_task import recipient_fields

_ASKED = (
    "Langkah 1 dari 3: data diri. Nama dan unit kerja terbaca di halaman PDF; yang lain ikut tersegel. Kantor "
    "menemukan Anda di daftar pegawai lewat NIP/NI PPPK; tanpanya seseorang di kantor harus mencocokkan nama Anda "
    "dengan tangan."
)
_AGAIN = (
    "Bila kemudian Anda mengerjakan tugas ini lagi, simpan bukti nilai yang baru: isinya semua ujian tugas ini sampai "
    "saat itu."
)


class ProofPage(DetailsPage):
    """Details, preview, sending."""

    topic = "Mengirim bukti nilai"

    def __init__(
        self,
        theme: Theme,
        presenter: ProofPresenter,
        task: Task,
        go: Callable[[Destination], None],
    ) -> None:
        title = "Bukti nilai"
        super().__init__(
            theme,
            title,
            title,
            presenter,
            ShowTask(task.id),
            go,
            back="Kembali ke tugas",
            name_needed=NAME_NEEDED,
            section=Section.QUIZ,
        )
        self.presenter = presenter
        self._task = task
        presenter.ask_person()

    def show_form(self, person: Person) -> None:
        self.ask_details(person, _ASKED, "Lihat yang dikirim", self._task.units)

    def show_preview(self, shown: ProofPreview) -> None:
        self.clear_step()
        theme, page = self.theme, shown.page
        step = focus_target(
            text(theme, "Langkah 2 dari 3: inilah yang dikirim, tidak lebih.", tone="ink-2", level=2), "title"
        )
        self._body.addWidget(step)
        if shown.notes:
            frame, column = card(kind="note", spacing=8)
            for words in shown.notes:
                column.addWidget(text(theme, words, tone="conditional"))
            self._body.addWidget(frame)
        frame, column = titled_card(theme, "Terbaca oleh siapa pun, di halaman PDF")
        for label, value in page.fields:
            column.addWidget(text(theme, f"{label}: {value}"))
        column.addWidget(text(theme, f"Nama berkas: {page.file_name}", tone="ink-2"))
        self._body.addWidget(frame)
        frame, column = titled_card(theme, "Tersegel di dalam PDF", [page.opened_by])
        for holder, fingerprint in recipient_fields(self._task):
            column.addWidget(text(theme, f"{holder}: {fingerprint}", size=Size.CAPTION, tone="ink-2"))
        column.addWidget(line())
        add_what_goes(theme, column, shown.sealed)
        self._body.addWidget(frame)
        frame, column = titled_card(theme, "Yang tetap di komputer ini")
        add_sentences(theme, column, shown.sealed.stays)
        self._body.addWidget(frame)
        self.add_actions(
            button(theme, "Simpan PDF …", self.presenter.save, role="primary", icon="file-down"),
            button(theme, "Ubah data diri", self.presenter.ask_person),
        )
        self.scroll_to_top()
        self.focus_on(step)

    def show_done(self, done: HandedOver) -> None:
        self.clear_step()
        theme = self.theme
        step = text(theme, "Langkah 3 dari 3: kirim PDF itu ke kantor.", tone="ink-2")
        self._body.addWidget(step)
        frame, column = card(spacing=10)
        told = focus_target(heading(theme, STANDING), "title")
        column.addWidget(told)
        column.addWidget(text(theme, path_words(done.path)))
        if done.notice:
            column.addWidget(text(theme, done.notice, tone="conditional"))
        opening = partial(open_folder, self, done.path.parent)
        column.addWidget(
            button(theme, "Buka folder", opening, role="primary", icon="folder-open"), 0, Qt.AlignmentFlag.AlignLeft
        )
        self._body.addWidget(frame)
        numbered = [f"{number}. {words}" for number, words in enumerate(SEND, start=1)]
        title = f"Yang perlu Anda lakukan: kirim ke {harmless(self._task.office)}"
        frame, column = titled_card(theme, title, [*numbered, _AGAIN])
        self._body.addWidget(frame)
        self.add_actions()
        self.scroll_to_top()
        self.focus_on(told)
