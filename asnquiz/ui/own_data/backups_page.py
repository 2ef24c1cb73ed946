"""Cadangan: every copy of the whole data with what it holds, each to be brought back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.backup import Backup
from asnquiz.ui.destinations import Destination, OwnData, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.see_backups import backup_details, backup_title, held_words

_ABOUT = (
    "Cadangan memuat data semua orang di komputer ini. Pulihkan hanya bila ada yang rusak atau terhapus tanpa sengaja; "
    "bila ragu, mintalah bantuan petugas TI."
)
_NONE = "Belum ada cadangan. Cadangan pertama dibuat tidak lama setelah program dibuka."
_CONSEQUENCES = (
    "Data semua orang di komputer ini kembali seperti ketika cadangan itu dibuat. Yang dikerjakan sesudahnya tidak "
    "tampil lagi, tetapi tidak hilang: keadaan sekarang disimpan sebagai cadangan di daftar ini dan dapat dipulihkan "
    "dengan cara yang sama."
)


class BackupsPage(Page):
    """`restore` brings a backup back; it is asked for first in plain words."""

    renews = True
    topic = "Cadangan"

    def __init__(
        self,
        theme: Theme,
        backups: Sequence[Backup],
        *,
        restore: Callable[[Backup], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Cadangan", Section.SETTINGS)
        self._restore = restore
        self.way_back("Kembali ke Data saya", partial(go, OwnData()))
        self.title("Cadangan")
        self.column.addWidget(text(theme, _ABOUT if backups else _NONE, tone="ink-2"))
        for backup in backups:
            self.column.addWidget(self._row(backup))
        self.column.addStretch(1)

    def _row(self, backup: Backup) -> QFrame:
        title = backup_title(backup)
        frame, column = titled_card(self.theme, title, backup_details(backup))
        if backup.readable:
            restoring = button(self.theme, "Pulihkan …", partial(self._ask, backup))
            restoring.setAccessibleName(f"Pulihkan cadangan {title}")
            column.addWidget(restoring, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _ask(self, backup: Backup) -> None:
        words = f"{backup_title(backup)}: {held_words(backup)}. {_CONSEQUENCES}"
        answers: list[Answer] = [("Pulihkan", partial(self._restore, backup)), ("Batal", None)]
        ask(self, "Pulihkan cadangan ini?", words, answers, default=1)
