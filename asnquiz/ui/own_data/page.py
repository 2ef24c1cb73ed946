"""Data saya: where it is, a copy to read, moving to another computer, backups, and erasing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.ui.destinations import Destination, MoveAway, Section, ShowBackups
from asnquiz.ui.printing.saving import open_folder
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import path_words
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.copy_data import HOLDS, NOT_LOCKED

_ERASE = "Hapus semuanya"


class OwnDataPage(Page):
    """`who` is the person's name, None for a guest. `copy` and `take` ask where from or to and do the rest."""

    renews = True
    topic = "Data saya"

    def __init__(
        self,
        theme: Theme,
        who: str | None,
        *,
        data: Path,
        go: Callable[[Destination], None],
        copy: Callable[[], None],
        take: Callable[[], None],
        erase: Callable[[], None],
    ) -> None:
        super().__init__(theme, "Data saya", Section.SETTINGS)
        self._who = who
        self._data = data
        self._go = go
        self._erase = erase
        self.way_back("Kembali ke Pengaturan", partial(go, Section.SETTINGS))
        self.title("Data saya")
        self.column.addWidget(self._copying(copy))
        self.column.addWidget(self._moving(take))
        self.column.addWidget(self._backups())
        self.column.addWidget(self._folder())
        self.column.addWidget(self._erasing())
        self.column.addStretch(1)

    def _copying(self, copy: Callable[[], None]) -> QFrame:
        return self._card("Salinan data saya", (HOLDS, NOT_LOCKED), "Simpan salinan …", copy, "file-down")

    def _moving(self, take: Callable[[], None]) -> QFrame:
        words = (
            "Bawa semua data Anda ke komputer lain dengan satu berkas yang terkunci dengan kode. Di komputer ini "
            "tidak ada yang berkurang."
        )
        frame, column = titled_card(self.theme, "Pindah komputer", (words,))
        moving = button(self.theme, "Pindah ke komputer lain", partial(self._go, MoveAway()))
        column.addWidget(flow_row(moving, button(self.theme, "Ambil dari komputer lain …", take)))
        return frame

    def _backups(self) -> QFrame:
        words = (
            "Setiap hari program ini dipakai, satu cadangan data semua orang di komputer ini dibuat. Tujuh yang "
            "terbaru disimpan."
        )
        return self._card("Cadangan", (words,), "Lihat cadangan", partial(self._go, ShowBackups()), "rotate-ccw")

    def _folder(self) -> QFrame:
        sentences = (path_words(self._data), "Semua data tersimpan di folder itu, di komputer ini.")
        return self._card("Folder data", sentences, "Buka folder data", self._open_folder, "folder-open")

    def _open_folder(self) -> None:
        open_folder(self, self._data)

    def _erasing(self) -> QFrame:
        sentences = (
            "Nama dan data diri, semua kuis dan jawaban, nilai, serta catatan materi yang sudah dibaca dihapus dari "
            "komputer ini, juga dari cadangan yang dibuat program ini.",
            "Berkas nilai, salinan data, dan berkas pindah yang sudah disimpan atau diserahkan tidak ikut terhapus dan "
            "tidak dapat ditarik kembali.",
        )
        return self._card("Hapus data saya", sentences, "Hapus data saya …", self._ask_to_erase)

    def _ask_to_erase(self) -> None:
        """Two deliberate steps, a box to tick and a button; typing a word would be hard for many and guard no better.

        Enter and Escape both mean the safe answer.
        """
        words = "Semua yang tersimpan tentang Anda di komputer ini akan hilang dan tidak dapat dikembalikan."
        understood = Tick(self.theme, "Saya mengerti", self)
        answers: list[Answer] = [(_ERASE, self._erase), ("Jangan hapus", None)]
        box = ask(self, f"Hapus data {self._who or 'Tamu'}?", words, answers, default=1, tick=understood)
        erase = next(one for one in box.buttons() if one.text() == _ERASE)
        erase.setEnabled(False)
        understood.toggled.connect(erase.setEnabled)

    def _card(
        self, title: str, sentences: tuple[str, ...], label: str, on_click: Callable[[], None], icon: str | None = None
    ) -> QFrame:
        frame, column = titled_card(self.theme, title, sentences)
        column.addWidget(button(self.theme, label, on_click, icon=icon), 0, Qt.AlignmentFlag.AlignLeft)
        return frame
