"""Sosialisasi: what is under way, the way to a new one, trying it out, the plans, and the briefings before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.briefing import Plan
from asnquiz.domain.briefing_wording import WAY
from asnquiz.domain.wording import date_words, harmless, number_words, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.words import plan_words
from asnquiz.ui.destinations import (
    BriefingPapers,
    CheckBriefing,
    Destination,
    Drafts,
    EditPlan,
    LeadBriefing,
    PrepareBriefing,
    Section,
    ShowBriefing,
)
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip, line, titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.briefing_ports import BriefingSummary

_SIDE_BY_SIDE = 620
_LEFT = Qt.AlignmentFlag.AlignLeft
_USUAL = "secondary"
_INTRO = (
    "Satu laptop dan satu proyektor, tanpa internet. Peserta menjawab lewat HP di jaringan ruangan, dengan kartu "
    "huruf, angkat tangan, atau lembar kertas."
)
_REHEARSAL = (
    "Dalam gladi, layar peserta dan layar narasumber tampil berdampingan, dan Anda mencoba semua langkah sendiri. "
    "Jawabannya tidak dihitung sebagai hasil sosialisasi."
)
_OWN = "Tulis soal, ketentuan, dan studi kasus kantor Anda sendiri untuk dipakai di sosialisasi."
_PLANS = "Rencana siap pakai dapat langsung dijalankan. Ubahlah menjadi rencana Anda sendiri bila perlu."


# What a button says and does, its role and its icon.
_Action = tuple[str, Callable[[], None], str, str]


class Doing(Protocol):
    """What the page asks of the program beside going somewhere."""

    def rehearse(self) -> None:
        """Begins a rehearsal with what is usual."""

    def erase(self, briefing: UUID) -> None:
        """Asks, then erases a briefing."""


@dataclass(frozen=True)
class Briefings:
    """What the page shows: every briefing, newest first, the ready plans and the trainer's own."""

    summaries: Sequence[BriefingSummary]
    ready: Sequence[Plan]
    own: Sequence[Plan]


class BriefingsPage(Page):
    """The first page of the section."""

    renews = True

    def __init__(self, theme: Theme, shown: Briefings, doing: Doing, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Sosialisasi", Section.BRIEFING)
        self._go = go
        self._doing = doing
        self.title("Sosialisasi")
        self.column.addWidget(text(theme, _INTRO, tone="ink-2"))
        for one in shown.summaries:
            if not one.ended and one.last:
                self.column.addWidget(self._under_way(one))
        self.column.addWidget(self._beginning())
        for one in shown.summaries:
            if not one.ended and not one.last:
                self.column.addWidget(self._prepared(one))
        self.column.addWidget(self._plans(shown))
        self.column.addWidget(self._own_questions())
        past = [one for one in shown.summaries if one.ended]
        if past:
            frame, column = titled_card(theme, "Sosialisasi yang sudah selesai")
            column.addWidget(Longer(theme, "sosialisasi", "sudah selesai", len(past), lambda at: self._past(past[at])))
            self.column.addWidget(frame)
        self.column.addStretch(1)

    def _beginning(self) -> QWidget:
        theme = self.theme
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        words = "Lima langkah singkat. Semuanya sudah terisi; Anda dapat langsung memulai dari langkah pertama."
        frame, column = titled_card(theme, "Sosialisasi baru", (words,))
        preparing = button(theme, "Siapkan sosialisasi", partial(self._go, PrepareBriefing()), role="primary")
        column.addWidget(preparing, 0, _LEFT)
        column.addStretch(1)
        both.add(frame, 1)
        frame, column = titled_card(theme, "Gladi", (_REHEARSAL,))
        column.addWidget(button(theme, "Mulai gladi", self._doing.rehearse, icon="play"), 0, _LEFT)
        column.addStretch(1)
        both.add(frame, 1)
        return both

    def _own_questions(self) -> QFrame:
        frame, column = titled_card(self.theme, "Soal setempat", (_OWN,))
        writing = button(
            self.theme, "Buka Soal setempat", partial(self._go, Drafts()), role="quiet", icon="scroll-text"
        )
        column.addWidget(writing, 0, _LEFT)
        return frame

    def _under_way(self, one: BriefingSummary) -> QFrame:
        theme, title = self.theme, harmless(one.briefing.occasion.title)
        frame, column = card(kind="note")
        column.addWidget(heading(theme, f"Sedang berlangsung: {title}"))
        column.addWidget(text(theme, self._facts(one), tone="ink-2"))
        leading = partial(self._go, LeadBriefing(one.briefing.id))
        column.addWidget(self._actions(one, ("Lanjutkan memimpin", leading, "primary", "play"), self._record(one)))
        return frame

    def _prepared(self, one: BriefingSummary) -> QFrame:
        title = f"Sudah disiapkan: {harmless(one.briefing.occasion.title)}"
        frame, column = titled_card(self.theme, title, (self._facts(one),))
        checking = partial(self._go, CheckBriefing(one.briefing.id))
        papers = partial(self._go, BriefingPapers(one.briefing.id))
        ways = (
            ("Cek kesiapan dan mulai", checking, "primary", "play"),
            ("Kertas untuk dicetak", papers, _USUAL, "file-down"),
        )
        column.addWidget(self._actions(one, *ways))
        return frame

    def _record(self, one: BriefingSummary) -> _Action:
        return "Lihat hasil", partial(self._go, ShowBriefing(one.briefing.id)), _USUAL, "chart-column"

    def _past(self, one: BriefingSummary) -> QWidget:
        theme, host = self.theme, SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=16)
        told, column = flow_column(4)
        column.addWidget(heading(theme, harmless(one.briefing.occasion.title), Size.BODY, level=3))
        column.addWidget(text(theme, self._facts(one), size=Size.CAPTION, tone="ink-2"))
        if one.briefing.rehearsal:
            column.addWidget(chip(theme, "Gladi", "ink-2"), 0, _LEFT)
        host.add(told, 1)
        host.add(self._actions(one, self._record(one)))
        return host

    def _facts(self, one: BriefingSummary) -> str:
        occasion = one.briefing.occasion
        last = f"terakhir {time_words(one.last.local)}" if one.last and not one.ended else ""
        rehearsal = "gladi" if one.briefing.rehearsal and not one.ended else ""
        counted = one.last and (one.participants or one.briefing.way.networked)
        people = f"{number_words(one.participants)} peserta" if counted else ""
        parts = (harmless(occasion.place), date_words(occasion.date), WAY[one.briefing.way], people, rehearsal, last)
        return " · ".join(filter(None, parts))

    def _actions(self, one: BriefingSummary, *first: _Action) -> QWidget:
        about = f"{harmless(one.briefing.occasion.title)}, {time_words(one.briefing.made.local)}"
        erasing: _Action = ("Hapus …", partial(self._doing.erase, one.briefing.id), "quiet", "x")
        row = []
        for words, act, role, icon in (*first, erasing):
            row.append(button(self.theme, words, act, role=role, icon=icon))
            row[-1].setAccessibleName(f"{words} {about}")
        return flow_row(*row)

    def _plans(self, shown: Briefings) -> QFrame:
        theme = self.theme
        frame, column = titled_card(theme, "Rencana", (_PLANS,))
        for plan in (*shown.own, *shown.ready):
            column.addWidget(line())
            row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
            told, inside = flow_column(2)
            inside.addWidget(heading(theme, harmless(plan.name), Size.BODY, level=3))
            inside.addWidget(text(theme, plan_words(plan), size=Size.CAPTION, tone="ink-2"))
            row.add(told, 1)
            words = "Ubah" if plan in shown.own else "Ubah menjadi rencana sendiri"
            editing = button(theme, words, partial(self._go, EditPlan(plan.id)), role="quiet")
            editing.setAccessibleName(f"{words}: {harmless(plan.name)}")
            row.add(editing)
            column.addWidget(row)
        column.addWidget(line())
        column.addWidget(button(theme, "Susun rencana baru", partial(self._go, EditPlan(None)), icon="plus"), 0, _LEFT)
        return frame
