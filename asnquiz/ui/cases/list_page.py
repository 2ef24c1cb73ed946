"""Studi kasus: all case studies, how far the person came in each, those for their own job first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame

from asnquiz.domain.pack import Pack, Phase
from asnquiz.domain.wording import PHASE, law_stamp, phase_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.words import STAYS_HERE, state_words
from asnquiz.ui.destinations import Destination, Section, StudyCase
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.study_case import CaseStanding, CaseState

_SIDE_BY_SIDE = 640
_VERB = {CaseState.UNTOUCHED: "Mulai", CaseState.UNDER_WAY: "Lanjutkan", CaseState.ENDED: "Buka lagi"}


class CasesPage(Page):
    """One card for each case study, of all phases or of one.

    Attributes:
        phases: the phases that the list can be narrowed to.
    """

    renews = True

    def __init__(
        self, theme: Theme, pack: Pack, standings: tuple[CaseStanding, ...], go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Studi kasus", Section.CASES)
        self._pack = pack
        self._go = go
        self.title("Studi kasus")
        intro = (
            "Cerita singkat yang jalannya Anda tentukan. Setiap pilihan mengubah kepercayaan publik dan risiko sanksi. "
            "Anda boleh kembali dan mencoba jalan lain kapan saja."
        )
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        self._cards = [(standing.scenario.phase, self._case(standing)) for standing in standings]
        told = [phase for phase in Phase if phase in {of for of, _ in self._cards}]
        phases: dict[Phase | None, str] = {None: "Semua fase", **{phase: PHASE[phase] for phase in told}}
        self.phases = Filters(theme, "Fase", phases, None, self._narrow)
        if len(told) > 1:
            self.column.addWidget(self.phases)
        for _, frame in self._cards:
            self.column.addWidget(frame)
        if not standings:
            words = "Paket soal ini belum memuat studi kasus."
            go_on = partial(go, Section.LESSONS)
            self.column.addWidget(empty_card(theme, "Belum ada studi kasus", words, "Buka Materi", go_on))
        self.column.addWidget(text(theme, STAYS_HERE, size=Size.CAPTION, tone="ink-2"))
        self.stamp(law_stamp(pack.law_as_of))

    def _narrow(self, phase: Phase | None) -> None:
        for of, frame in self._cards:
            frame.setVisible(phase in (None, of))
        many = sum(phase in (None, of) for of, _ in self._cards)
        announce(self, f"{many} studi kasus.")

    def stand_as(self, before: Page) -> None:
        if isinstance(before, CasesPage) and (chosen := before.phases.chosen):
            self.phases.show_chosen(chosen)
            self._narrow(chosen)
        super().stand_as(before)

    def _case(self, standing: CaseStanding) -> QFrame:
        theme, scenario = self.theme, standing.scenario
        frame, column = card()
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=20)
        told, left = flow_column(8)
        left.addWidget(heading(theme, scenario.title))
        add_badge(theme, left, self._pack, scenario.id)
        own = [chip(theme, "Untuk pekerjaan Anda", "ink-2", "check")] if standing.own else []
        left.addWidget(flow_row(chip(theme, phase_words(scenario.phase), "teal", "clock"), *own))
        jobs = [self._pack.jobs[job] for job in scenario.jobs if job in self._pack.jobs]
        words = f"Untuk: {', '.join(jobs)}" if jobs else "Untuk semua jabatan"
        left.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        left.addWidget(text(theme, state_words(standing), size=Size.CAPTION, tone="ink-2"))
        split.add(told, 1)
        verb = _VERB[standing.state]
        role = "secondary" if standing.state is CaseState.ENDED else "primary"
        open_ = button(theme, verb, partial(self._go, StudyCase(scenario.id)), role=role, icon="arrow-right")
        open_.setAccessibleName(f"{verb}: {scenario.title}")
        split.add(flow_row(open_))
        column.addWidget(split)
        return frame
