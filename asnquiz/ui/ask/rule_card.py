"""One answer: a rule in brief, and whole with its reason, law and sanctions when it is unfolded."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.calendar import stages_words
from asnquiz.domain.local_wording import local_words
from asnquiz.domain.pack import Confidence, Lesson, Pack, Phase, Rule
from asnquiz.domain.person import Employment
from asnquiz.domain.wording import PHASE, PHASE_MEANING, SUBJECT, VERDICT, citations_words
from asnquiz.painting.tokens import PADDING, Size
from asnquiz.ui.destinations import Destination, PrintRule, ReadLesson
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row
from asnquiz.ui.widgets.frames import chip, marked
from asnquiz.ui.widgets.law import law_notes, verdict_chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.texts import add_tip, focus_target, heading, text
from asnquiz.ui.widgets.unfold import Unfold
from asnquiz.usecases.explain_rule import lesson_about, sanctions

_UNVERIFIED = "Belum diverifikasi"


class RuleCard(QFrame):
    """A card that is brief until it is unfolded; the first, of `first_of` results, is from the beginning.

    Attributes:
        act: the heading.
        fold: shows more of it, or less.
        offers: the row of what can be done with the answer, at the foot of the unfolded card.
    """

    def __init__(
        self,
        theme: Theme,
        rule: Rule,
        pack: Pack,
        employment: Employment | None,
        go: Callable[[Destination], None],
        first_of: int | None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.rule = rule
        self._pack = pack
        self._employment = employment
        self._go = go
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, PADDING, PADDING, PADDING - 8)
        self._column.setSpacing(8)
        self._column.addWidget(self._head())
        if first_of:
            # Enter in the line leads here, and a screen reader reads on from here.
            focus_target(self.act, "result")
            told = (f"Hasil 1 dari {first_of}: {rule.act}", VERDICT[rule.verdict], local_words(pack, rule.id))
            self.act.setAccessibleName(". ".join(filter(None, told)))
        add_badge(theme, self._column, pack, rule.id)
        self._column.addWidget(text(theme, rule.reason, tone="ink-2"))
        for words in _decisive(rule, pack):
            self._column.addWidget(text(theme, words))
        self._whole: QWidget | None = None
        self._brief = self._in_brief()
        foot = Flow()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._brief, 1)
        lesson = lesson_about(rule, pack)
        self.offers = flow_row(*([self._lesson(lesson)] if lesson else []), self._print())
        row.addWidget(self.offers, 1)
        self.fold = Unfold(theme, rule.act, self._show_state, unfolded=first_of is not None)
        self.fold.setAccessibleDescription(VERDICT[rule.verdict])
        row.addWidget(self.fold)
        self._column.addWidget(foot)
        self._show_state()

    def _show_state(self) -> None:
        unfolded = self.fold.unfolded
        if unfolded and self._whole is None:
            self._whole = self._in_full()
            self._column.insertWidget(self._column.count() - 1, self._whole)
        if self._whole:
            self._whole.setVisible(unfolded)
        self._brief.setVisible(not unfolded)
        self.offers.setVisible(unfolded)

    def _head(self) -> QWidget:
        host = Flow()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.act = heading(self._theme, self.rule.act, Size.READING)
        row.addWidget(self.act, 1)
        row.addWidget(verdict_chip(self._theme, self.rule.verdict), 0, Qt.AlignmentFlag.AlignTop)
        return host

    def _in_brief(self) -> QWidget:
        """Law, phase and what a breach costs, in one line of small words."""
        theme, rule = self._theme, self.rule
        law, *others = citations_words(rule.citations, self._pack)
        parts = [law[0] + (f" dan {len(others)} lainnya" if others else ""), _phases(rule)]
        if costs := sanctions(rule, self._employment):
            subject, words = costs[0]
            parts.append(f"bagi {SUBJECT[subject]}: {words}")
        if rule.confidence is Confidence.C:
            parts.append(_UNVERIFIED.lower())
        return marked(theme, "scale", "ink-3", text(theme, " · ".join(parts), size=Size.CAPTION, tone="ink-3"), 16)

    def _in_full(self) -> QWidget:
        theme, rule = self._theme, self.rule
        host, column = flow_column(8)
        column.addWidget(text(theme, f"Sebaiknya: {rule.instead}"))
        column.addWidget(self._when())
        if rule.positions:
            column.addWidget(self._caption("Pandangan yang berbeda"))
            for position in rule.positions:
                column.addWidget(text(theme, f"{position.who}, {position.when}: {position.says}", tone="ink-2"))
        if costs := sanctions(rule, self._employment):
            column.addWidget(self._caption("Sanksi"))
            for subject, words in costs:
                own = self._employment is not None and subject.value == self._employment.value
                whom = f"Bagi {SUBJECT[subject]}{' (status Anda)' if own else ''}"
                column.addWidget(text(theme, f"{whom}: {words}", tone="ink" if own else "ink-2"))
        column.addWidget(self._caption("Dasar hukum"))
        for note in law_notes(theme, rule.citations, self._pack, about=rule.act):
            column.addWidget(note)
        bound = ", ".join(SUBJECT[subject] for subject in rule.subjects)
        column.addWidget(text(theme, f"Ketentuan ini tentang: {bound}.", size=Size.CAPTION, tone="ink-3"))
        return host

    def _when(self) -> QWidget:
        theme, rule = self._theme, self.rule
        host = Flow()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        whole = len(rule.phases) == len(Phase)
        for words in ("Semua fase",) if whole else [PHASE[phase] for phase in rule.phases]:
            row.addWidget(chip(theme, words, "ink-2"))
        if rule.confidence is Confidence.C:
            row.addWidget(chip(theme, _UNVERIFIED, "conditional", "triangle-alert"))
        meaning = "" if len(rule.phases) > 1 else PHASE_MEANING[rule.phases[0]]
        row.addWidget(text(theme, meaning, size=Size.CAPTION, tone="ink-3"), 1)
        return host

    def _caption(self, words: str) -> QWidget:
        return text(self._theme, words, size=Size.CAPTION, weight=QFont.Weight.Bold, tone="ink-2", level=3)

    def _lesson(self, lesson: Lesson) -> QWidget:
        go = self._go
        words = "Materi tentang ini"
        made = button(self._theme, words, lambda: go(ReadLesson(lesson.id)), role="quiet", icon="book-open")
        made.setAccessibleName(f"{words}, untuk {self.rule.act}: {lesson.title}")
        add_tip(made, lesson.title)
        return made

    def _print(self) -> QWidget:
        go, rule = self._go, self.rule
        made = button(self._theme, "Simpan PDF …", lambda: go(PrintRule(rule.id)), role="quiet", icon="save")
        made.setAccessibleName(f"Simpan PDF … kartu jawaban: {rule.act}")
        return made


def _decisive(rule: Rule, pack: Pack) -> list[str]:
    """What nobody may miss who reads no further than the brief card."""
    found = [stages] if (stages := stages_words(rule, pack)) else []
    if rule.condition:
        found.append(f"Syarat: {rule.condition}")
    if rule.safe:
        found.append(f"Sikap aman: {rule.safe}")
    return found


def _phases(rule: Rule) -> str:
    return "Semua fase" if len(rule.phases) == len(Phase) else " dan ".join(PHASE[phase] for phase in rule.phases)
