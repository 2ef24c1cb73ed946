"""Diskusi: each contested rule with all positions and the safe attitude, then the questions without a score."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from asnquiz.domain.pack import Pack, Phase, Position, Rule
from asnquiz.domain.wording import PHASE, law_stamp, phase_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Discuss, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card, chip, line
from asnquiz.ui.widgets.law import law_notes, verdict_chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.texts import heading, text


class DiscussionPage(Page):
    """Everything in the pack that is to be talked over rather than scored."""

    renews = True
    topic = "Diskusi"

    def __init__(self, theme: Theme, pack: Pack, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Diskusi", Section.LESSONS)
        self._pack = pack
        self._go = go
        self.way_back("Kembali ke Materi", lambda: go(Section.LESSONS))
        self.title("Diskusi")
        intro = (
            "Di sini pendapat masih berbeda atau ketentuannya belum diverifikasi. Pikirkan sendiri atau bicarakan "
            "dengan rekan. Tidak ada nilai, dan tidak ada jawaban yang disimpan."
        )
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        if pack.contested_rules:
            self.column.addWidget(heading(theme, "Masih berbeda pendapat"))
        for rule in pack.contested_rules:
            self.column.addWidget(self._contested(rule))
        if pack.discussion_items:
            self.column.addWidget(heading(theme, "Soal untuk didiskusikan"))
        number = 1
        for phase in Phase:
            items = [item for item in pack.discussion_items if item.phase is phase]
            if items:
                self.column.addWidget(
                    self._items(phase, [pack.rule_by_id[item.rules[0]].act for item in items], number)
                )
            number += len(items)
        if not pack.contested_rules and not pack.discussion_items:
            title, words = "Belum ada bahan diskusi", "Paket soal ini tidak memuat hal yang masih berbeda pendapat."
            self.column.addWidget(empty_card(theme, title, words, "Buka Materi", lambda: go(Section.LESSONS)))
        self.stamp(law_stamp(pack.law_as_of))

    def _contested(self, rule: Rule) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=10)
        column.addWidget(heading(theme, f"{rule.act}: bolehkah?", level=3))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(verdict_chip(theme, rule.verdict))
        phases = ", ".join(PHASE[phase] for phase in rule.phases)
        row.addWidget(text(theme, f"Fase: {phases}", size=Size.CAPTION, tone="ink-2"), 1)
        column.addLayout(row)
        add_badge(theme, column, self._pack, rule.id)
        column.addWidget(text(theme, rule.reason, tone="ink-2"))
        for position in rule.positions:
            column.addWidget(line())
            column.addWidget(self._position(position))
        column.addWidget(line())
        column.addWidget(chip(theme, "Sikap aman", "teal", "lightbulb"))
        column.addWidget(text(theme, rule.safe or rule.instead, weight=QFont.Weight.DemiBold))
        for note in law_notes(theme, rule.citations, self._pack, about=rule.act):
            column.addWidget(note)
        return frame

    def _position(self, position: Position) -> QWidget:
        host, column = flow_column(3)
        column.addWidget(text(self.theme, position.who, weight=QFont.Weight.DemiBold))
        column.addWidget(text(self.theme, position.when, size=Size.CAPTION, tone="ink-3"))
        column.addWidget(text(self.theme, position.says))
        return host

    def _items(self, phase: Phase, acts: list[str], first: int) -> QWidget:
        frame, column = card(spacing=6)
        column.addWidget(heading(self.theme, phase_words(phase), level=3))
        items = [item for item in self._pack.discussion_items if item.phase is phase]
        for number, (item, act) in enumerate(zip(items, acts, strict=True), start=first):
            column.addWidget(line())
            words = f"{number}. {act}"
            entry = RowButton(self.theme, words, "circle", partial(self._go, Discuss(item.id)), current=False)
            entry.setAccessibleName(f"Soal {words}")
            column.addWidget(entry)
        return frame
