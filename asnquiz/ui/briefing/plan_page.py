"""The fourth step: the plan, a ready one or the trainer's own, with what it goes through."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from asnquiz.domain.briefing import Plan, Way
from asnquiz.domain.pack import Pack
from asnquiz.domain.plan_check import plan_faults, plan_hints
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.choice_row import ChoiceRow
from asnquiz.ui.briefing.preparing_page import PreparingPage
from asnquiz.ui.briefing.words import plan_words, step_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, flow_column
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text

_ABOUT = ("Rencana siap pakai sudah berisi materi, soal, dan ikrar. Anda dapat mengubah salinannya.",)


class PlanPage(PreparingPage):
    """`edit` leads to changing the plan that is chosen, and back here; `go_on` gets that plan."""

    def __init__(
        self,
        theme: Theme,
        plans: Sequence[Plan],
        chosen: str,
        pack: Pack,
        way: Way,
        *,
        edit: Callable[[Plan], None],
        go_on: Callable[[Plan], None],
        go_back: Callable[[], None],
    ) -> None:
        super().__init__(theme, 4, _ABOUT)
        self._plans = {plan.id: plan for plan in plans}
        self._pack = pack
        self._way = way
        self._go_on = go_on
        self._chosen = self._plans.get(chosen, plans[0])
        frame, column = card(spacing=4)
        group = QButtonGroup(frame)
        self._rows = {}
        for plan in plans:
            row = ChoiceRow(theme, harmless(plan.name), plan_words(plan))
            row.setChecked(plan == self._chosen)
            row.toggled.connect(lambda on, which=plan: self._choose(which) if on else None)
            group.addButton(row)
            column.addWidget(row)
            self._rows[plan.id] = row
        self.body.addWidget(frame)
        self._place, self._shown = flow_column(14)
        self.body.addWidget(self._place)
        editing = button(theme, "Ubah rencana ini", lambda: edit(self._chosen))
        self.add_actions("Lanjut ke cek kesiapan", self._send, "Kembali", go_back, editing)
        self._fill()

    def stand_as(self, before: Page) -> None:
        if isinstance(before, PlanPage):
            self._rows[before._chosen.id].setChecked(True)
        super().stand_as(before)

    def _choose(self, plan: Plan) -> None:
        self._chosen = plan
        self._fill()
        announce(self, f"{harmless(plan.name)}: {plan_words(plan)}.")

    def _fill(self) -> None:
        clear(self._place)
        faults = tuple(plan_faults(self._chosen, self._pack, self._way))
        for title, told in (("Yang perlu dibenahi", faults), ("Catatan", tuple(plan_hints(self._chosen)))):
            if told:
                self._shown.addWidget(self._told(title, told))
        frame, column = titled_card(self.theme, "Isi rencana")
        for number, step in enumerate(self._chosen.steps, start=1):
            words = f"{number}. {step_words(step, self._pack)}, {number_words(step.minutes)} menit"
            column.addWidget(text(self.theme, words))
            if step.twice:
                talk = "Dijawab, dibicarakan, lalu dijawab lagi."
                column.addWidget(text(self.theme, talk, size=Size.CAPTION, tone="ink-2"))
        self._shown.addWidget(frame)

    def _told(self, title: str, sentences: Iterable[str]) -> Flow:
        host, whole = flow_column(0)
        frame, column = titled_card(self.theme, title)
        for words in sentences:
            column.addWidget(text(self.theme, f"• {words}", tone="conditional"))
        whole.addWidget(frame)
        return host

    def _send(self) -> None:
        if any(plan_faults(self._chosen, self._pack, self._way)):
            self._rows[self._chosen.id].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, "Rencana ini belum dapat dijalankan. Pilih yang lain, atau ubah lebih dahulu.")
        else:
            self._go_on(self._chosen)
