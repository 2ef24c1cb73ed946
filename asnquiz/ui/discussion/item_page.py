"""One question to be discussed: what one may think, and then what is said of it. Nothing is scored or kept."""

from collections.abc import Callable
from string import ascii_uppercase

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.pack import Confidence, Verdict
from asnquiz.domain.wording import PHASE, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Discuss, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip, line, marked
from asnquiz.ui.widgets.law import law_notes
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.photo import question_photo
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.term_text import term_text
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.usecases.discuss import Discussion, Thought

_SIDE_BY_SIDE = 860


class DiscussItemPage(Page):
    """The question with its options, first bare, then explained."""

    renews = True
    topic = "Diskusi"

    def __init__(self, theme: Theme, discussion: Discussion, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, f"Diskusi: soal {discussion.number}", Section.LESSONS)
        self._discussion = discussion
        self._go = go
        item = discussion.item
        where = f"Diskusi › {PHASE[item.phase]} › soal {discussion.number} dari {discussion.total}"
        self.column.addWidget(text(theme, where, size=Size.CAPTION, tone="ink-3"))
        stem = focus_target(heading(theme, item.stem, level=1), "title")
        self.column.addWidget(stem)
        if shown := question_photo(theme, item, discussion.pack):
            self.column.addWidget(shown)
        self.focus_on(stem)
        self._split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        self._place, self._body = flow_column(16)
        self._split.add(self._place, 65, top=True)
        self.column.addWidget(self._split)
        self._show(explained=False)
        self.stamp(law_stamp(discussion.pack.law_as_of))

    def stand_as(self, before: Page) -> None:
        if isinstance(before, DiscussItemPage) and before._explained:
            self._show_whole()
        super().stand_as(before)

    def _show(self, *, explained: bool) -> None:
        self._explained = explained
        clear(self._place)
        self._body.addWidget(self._thoughts(explained=explained))
        self._body.addWidget(self._actions(explained=explained))

    def _thoughts(self, *, explained: bool) -> QFrame:
        frame, column = card(spacing=10)
        for place, thought in enumerate(self._discussion.thoughts):
            if place:
                column.addWidget(line())
            column.addWidget(self._thought(ascii_uppercase[place], thought, explained=explained))
        return frame

    def _thought(self, letter: str, thought: Thought, *, explained: bool) -> QWidget:
        theme = self.theme
        host, column = flow_column(6)
        weight = QFont.Weight.DemiBold if explained and thought.safer else QFont.Weight.Normal
        column.addWidget(text(theme, f"{letter}. {thought.words}", weight=weight))
        if explained:
            if thought.safer:
                column.addWidget(chip(theme, "Sikap yang lebih aman", "teal", "check"))
            column.addWidget(text(theme, thought.feedback, tone="ink-2"))
        return host

    def _actions(self, *, explained: bool) -> QWidget:
        discussion = self._discussion
        previous = Discuss(discussion.previous)
        words = "Sebelumnya" if discussion.previous else "Daftar diskusi"
        back = button(self.theme, words, lambda: self._go(previous), role="quiet", icon="arrow-left")
        if not explained:
            return flow_row(back, right=[button(self.theme, "Lihat pembahasan", self._explain, role="primary")])
        onward = Discuss(discussion.following)
        words = "Soal diskusi berikutnya" if discussion.following else "Daftar diskusi, selesai"
        self._onward = button(self.theme, words, lambda: self._go(onward), role="primary", icon="arrow-right")
        return flow_row(back, right=[self._onward])

    def _show_whole(self) -> None:
        self._show(explained=True)
        self._split.add(self._reason(), 35, top=True)

    def _explain(self) -> None:
        self._show_whole()
        self.focus_on(self._onward)
        words = f"{self._status()} {self._discussion.item.explanation}"
        # After the focus, which a screen reader would otherwise speak over it.
        QTimer.singleShot(0, self, lambda: announce(self, words))

    def _reason(self) -> QFrame:
        theme, item = self.theme, self._discussion.item
        frame, column = card(spacing=12)
        column.addWidget(marked(theme, "lightbulb", "teal", heading(theme, "Alasan")))
        column.addWidget(text(theme, self._status(), weight=QFont.Weight.DemiBold))
        column.addWidget(term_text(theme, item.explanation, self._discussion.pack))
        column.addWidget(text(theme, f"Sebaiknya: {item.instead}"))
        for note in law_notes(theme, item.citations, self._discussion.pack):
            column.addWidget(note)
        return frame

    def _status(self) -> str:
        pack, item = self._discussion.pack, self._discussion.item
        rules = [pack.rule_by_id[rule] for rule in item.rules]
        if any(rule.verdict is Verdict.DIPERDEBATKAN for rule in rules):
            return "Masih berbeda pendapat, maka tidak dinilai."
        if Confidence.C in (item.confidence, *(rule.confidence for rule in rules)):
            return "Belum diverifikasi, maka tidak dinilai."
        return "Bahan diskusi, tidak dinilai."
