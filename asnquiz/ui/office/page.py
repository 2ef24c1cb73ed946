"""Kantor: who gathers here, by which fingerprint it is known, when its keys were tried last, and the tasks it wrote."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from asnquiz.domain.collection import Office
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.task import SignedTask
from asnquiz.domain.wording import date_words, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, PrintFingerprint, Rehearse, Section, WriteTask
from asnquiz.ui.office.set_up_pages import FINGERPRINT_IS_FOR
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.take_task import exam_words

_TRIAL_IS_FOR = (
    "Kata sandi yang terlupa atau diska yang rusak baru ketahuan ketika dibutuhkan. Ulangi gladi ini sebelum tugas "
    "dibagikan dan sebelum bukti nilai dikumpulkan."
)


class OfficePage(Page):
    """`save_again` asks where a task's file goes once more; its bytes stay the same."""

    renews = True
    topic = "Menyiapkan kantor"

    def __init__(
        self,
        theme: Theme,
        office: Office,
        tasks: Sequence[SignedTask],
        *,
        save_again: Callable[[SignedTask], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Kantor", Section.RECAP)
        self._go = go
        self._save_again = save_again
        self.way_back("Kembali ke Rekap nilai", partial(go, Section.RECAP))
        self.title(office.name)
        self.column.addWidget(self._key(office))
        self.column.addWidget(self._trial(office))
        self.column.addWidget(heading(theme, "Tugas"))
        if tasks:
            writing = button(theme, "Tulis tugas", partial(go, WriteTask()), role="primary")
            self.column.addWidget(writing, 0, Qt.AlignmentFlag.AlignLeft)
            for signed in tasks:
                self.column.addWidget(self._task(signed))
        else:
            words = "Tugas berisi ujian yang diminta, tenggatnya, dan kunci untuk bukti nilainya."
            self.column.addWidget(empty_card(theme, "Belum ada tugas", words, "Tulis tugas", partial(go, WriteTask())))
        self.column.addStretch(1)

    def _key(self, office: Office) -> QFrame:
        frame, column = titled_card(self.theme, "Sidik kunci kantor")
        shown = text(self.theme, fingerprint(office.signer), size=Size.TITLE, weight=QFont.Weight.Bold, level=3)
        column.addWidget(shown)
        column.addWidget(text(self.theme, FINGERPRINT_IS_FOR, tone="ink-2"))
        printing = button(
            self.theme, "Simpan lembar sidik kunci …", partial(self._go, PrintFingerprint()), icon="file-down"
        )
        column.addWidget(printing, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _trial(self, office: Office) -> QFrame:
        last = time_words(office.rehearsed.astimezone()) if office.rehearsed else "belum pernah"
        frame, column = titled_card(self.theme, "Gladi buka kunci", (f"Terakhir: {last}.", _TRIAL_IS_FOR))
        trying = button(self.theme, "Ulangi gladi", partial(self._go, Rehearse()))
        column.addWidget(trying, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _task(self, signed: SignedTask) -> QFrame:
        task = signed.task
        asked = f"Tenggat {date_words(task.deadline)}; {exam_words(task)}."
        frame, column = titled_card(self.theme, task.title, (asked,))
        written = f"Ditulis {time_words(task.made.local)}; sidik kunci {fingerprint(signed.signer)}."
        column.addWidget(text(self.theme, written, tone="ink-2"))
        saving = button(self.theme, "Simpan lagi …", partial(self._save_again, signed), icon="save")
        saving.setAccessibleName(f"Simpan lagi … {task.title}, {time_words(task.made.local)}")
        column.addWidget(saving, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
