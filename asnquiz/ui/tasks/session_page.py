"""Ujian diawasi: under whose eyes, where and in which session it is sat, written down before it begins."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Session, Task
from asnquiz.ui.destinations import Destination, Section, ShowTask
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.take_task import NO_PAUSES

_WIDTH = 560
_WORDS = (
    "Isilah bersama pengawas. Ketiganya tercatat pada ujian ini dan ikut di bukti nilai dan berita acara. Ujian "
    "dimulai begitu Anda menekan “Mulai ujian”."
)


class SessionPage(Page):
    """All three are wanted; `before` is what was written last at this window."""

    topic = "Mengerjakan tugas dari kantor"

    def __init__(
        self,
        theme: Theme,
        task: Task,
        before: Session | None,
        *,
        begin: Callable[[Session], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Ujian diawasi", Section.QUIZ)
        self._begin = begin
        self.title("Ujian diawasi")
        self.column.addWidget(text(theme, task.title, tone="ink-2"))
        body = self.narrow(_WIDTH)
        frame, column = card(spacing=12)
        column.addWidget(text(theme, _WORDS, tone="ink-2"))
        shown = (before.supervisor, before.place, before.code) if before else ("", "", "")
        labels = ("Nama pengawas", "Tempat", "Kode sesi")
        self._fields = [
            Field(theme, label, QLineEdit(value), partial(_wanted, label))
            for label, value in zip(labels, shown, strict=True)
        ]
        for field in self._fields:
            field.line.returnPressed.connect(self._send)
            column.addWidget(field)
        if not task.pauses:
            column.addWidget(text(theme, NO_PAUSES, tone="conditional"))
        body.addWidget(frame)
        begin_exam = button(theme, "Mulai ujian", self._send, role="primary", icon="play")
        body.addWidget(self.form_end((begin_exam,), "Batal", partial(go, ShowTask(task.id))))
        self.column.addStretch(1)

    def _send(self) -> None:
        wrong = [field for field in self._fields if not field.check()]
        if wrong:
            wrong[0].take_focus()
            return
        self._begin(Session(*(field.line.text() for field in self._fields)))


def _wanted(label: str, typed: str) -> str:
    line = parse_line(typed, label)
    if line is None:
        raise Refusal(f"{label} belum diisi.")
    return line
