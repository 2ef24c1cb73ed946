"""Tugas: what a task's file asks, of whom it comes and what will be sent to whom, before anybody says yes."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, line, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.take_task import NO_PAUSES, SENT, OfferedTask, exam_fields, office_fields, recipient_fields

_WIDTH = 760


class OfferPage(Page):
    """A task that was not taken on yet; `take` keeps the yes."""

    renews = True
    topic = "Mengerjakan tugas dari kantor"

    def __init__(
        self, theme: Theme, offered: OfferedTask, *, take: Callable[[], None], go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Tugas", Section.QUIZ)
        self._offered = offered
        self._take = take
        task = offered.signed.task
        self.title(task.title)
        self.column.addWidget(text(theme, f"Tugas dari {task.office}. Anda belum mengambilnya.", tone="ink-2"))
        body = self.narrow(_WIDTH)
        body.addWidget(self._who())
        if warnings := offered.warnings:
            body.addWidget(self._warned(warnings))
        frame, column = titled_card(theme, "Yang diminta")
        add_facts(theme, column, exam_fields(task))
        if not task.pauses:
            column.addWidget(text(theme, NO_PAUSES, tone="conditional"))
        body.addWidget(frame)
        frame, column = titled_card(theme, "Yang dikirim, dan siapa yang dapat membukanya", SENT)
        column.addWidget(line())
        add_facts(theme, column, recipient_fields(task))
        body.addWidget(frame)
        taking = button(theme, "Ambil tugas", self._confirm, role="primary", icon="check")
        body.addWidget(flow_row(taking, button(theme, "Tidak sekarang", partial(go, Section.HOME))))
        self.column.addStretch(1)

    def _who(self) -> QFrame:
        signed = self._offered.signed
        frame, column = titled_card(self.theme, "Siapa yang meminta")
        for words in signed.task.letterhead:
            column.addWidget(text(self.theme, words))
        column.addWidget(line())
        add_facts(self.theme, column, office_fields(signed.task, signed.signer))
        return frame

    def _warned(self, warnings: Iterable[str]) -> QFrame:
        frame, column = card(kind="note", spacing=8)
        for words in warnings:
            column.addWidget(text(self.theme, words, size=Size.BODY, weight=QFont.Weight.Medium, tone="conditional"))
        return frame

    def _confirm(self) -> None:
        """Waits for a yes to the key, where it is not known yet."""
        offered = self._offered
        if not offered.new_office:
            self._take()
            return
        shown, office = fingerprint(offered.signed.signer), offered.signed.task.office
        words = f"{shown}\n\nBandingkan dengan sidik kunci yang diumumkan {office}."
        answers = [("Sudah cocok", self._take), ("Belum saya cocokkan", None)]
        ask(self, "Sidik kunci kantor sudah cocok?", words, answers, default=1)
