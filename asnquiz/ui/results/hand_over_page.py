"""The screen that hands over a score file, in three steps: person, preview, done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit

from asnquiz.domain.person import Person
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.destinations import Destination, ShowResult
from asnquiz.ui.person.details import DetailsPage
from asnquiz.ui.person.sent import add_sentences, add_what_goes
from asnquiz.ui.printing.saving import open_folder
from asnquiz.ui.results.hand_over import HandOverPresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.texts import focus_target, heading, path_words, text
from asnquiz.usecases.hand_over import NAME_NEEDED, HandedOver, Preview


class HandOverPage(DetailsPage):
    """Details, preview, done."""

    topic = "Menyerahkan nilai ujian"

    def __init__(
        self, theme: Theme, presenter: HandOverPresenter, attempt: UUID, go: Callable[[Destination], None]
    ) -> None:
        title = "Berkas nilai"
        began = ShowResult(attempt)
        super().__init__(theme, title, title, presenter, began, go, back="Kembali ke hasil", name_needed=NAME_NEEDED)
        self.presenter = presenter
        presenter.ask_person()

    def show_form(self, person: Person) -> None:
        words = "Langkah 1 dari 2: data diri yang ikut di dalam berkas. Selain nama, semuanya boleh dikosongkan."
        self.ask_details(person, words, "Lihat isi berkas")

    def show_preview(self, shown: Preview, path: Path) -> None:
        self.clear_step()
        theme = self.theme
        step = focus_target(
            text(theme, "Langkah 2 dari 2: inilah isi berkas, tidak lebih.", tone="ink-2", level=2), "title"
        )
        self._body.addWidget(step)
        self._body.addWidget(self._preview_card(shown))
        frame, column = card(spacing=8)
        caption = text(theme, "Simpan ke", size=Size.CAPTION, tone="ink-2")
        column.addWidget(caption)
        row = QHBoxLayout()
        self._path = QLineEdit(str(path))
        caption.setBuddy(self._path)
        self._path.setFont(theme.font())
        self._path.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self._path.setAccessibleName("Simpan ke")
        row.addWidget(self._path, 1)
        row.addWidget(button(theme, "Pilih …", self._choose_path, icon="folder-open"))
        column.addLayout(row)
        self._body.addWidget(frame)
        save = button(theme, "Simpan berkas nilai", lambda: self.presenter.save(self._path.text()), role="primary")
        self.add_actions(save)
        self.scroll_to_top()
        self.focus_on(step)

    def _preview_card(self, shown: Preview) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Yang ikut di dalam berkas"))
        add_what_goes(theme, column, shown)
        column.addWidget(line())
        column.addWidget(heading(theme, "Yang tetap di komputer ini"))
        add_sentences(theme, column, shown.stays)
        column.addWidget(line())
        column.addWidget(text(theme, shown.warning, tone="conditional"))
        return frame

    def _choose_path(self) -> None:
        dialog = QFileDialog(self, "Simpan berkas nilai", self._path.text(), "Berkas nilai (*.asnskor)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("asnskor")
        dialog.fileSelected.connect(self._path.setText)
        dialog.open()

    def ask_replace(self, path: Path, on_yes: Callable[[], None]) -> None:
        words = f"{path} sudah ada. Isinya yang lama akan hilang."
        ask(self, "Ganti berkas itu?", words, [("Ganti", on_yes), ("Batal", None)], default=1)

    def show_done(self, done: HandedOver) -> None:
        self.clear_step()
        theme = self.theme
        frame, column = card()
        told = focus_target(heading(theme, "Berkas nilai tersimpan"), "title")
        column.addWidget(told)
        column.addWidget(text(theme, path_words(done.path)))
        words = "Serahkan berkas ini kepada pengelola kepegawaian lewat diska lepas, surel, atau pesan."
        column.addWidget(text(theme, words, tone="ink-2"))
        if done.notice:
            column.addWidget(text(theme, done.notice, tone="conditional"))
        opening = partial(open_folder, self, done.path.parent)
        column.addWidget(
            button(theme, "Buka folder", opening, role="primary", icon="folder-open"), 0, Qt.AlignmentFlag.AlignLeft
        )
        self._body.addWidget(frame)
        self.add_actions()
        self.scroll_to_top()
        self.focus_on(told)
