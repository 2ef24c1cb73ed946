"""The reader: one lesson in a column of comfortable width, its phase's list beside it, check questions at the end."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from asnquiz.domain.glossary import glossary_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.wording import LESSON_PART, LESSON_PART_MEANING, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import BeginQuiz, Destination, PrintLesson, ReadLesson, Section
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.lessons.diagram import Diagram
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card, line, picture, set_apart
from asnquiz.ui.widgets.law import law_notes, rule_cautions, verdict_chip
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.term_text import TermText
from asnquiz.ui.widgets.texts import add_tip, heading, rich, text
from asnquiz.usecases.read_lesson import LessonView
from asnquiz.usecases.take_quiz import CheckPlan

_SIDE_BY_SIDE = 820
_SIBLINGS = 320
# The widest line of reading text, in what the font calls its average character: 45 to 75 letters of running text.
_LINE = 55


class ReaderPage(Page):
    """One lesson. `on_read` is told when the person goes on from its end."""

    renews = True
    keys = KeyGroup.READING

    def __init__(
        self, theme: Theme, view: LessonView, go: Callable[[Destination], None], on_read: Callable[[], None]
    ) -> None:
        super().__init__(theme, view.lesson.title, Section.LESSONS)
        self._view = view
        self._go = go
        self._on_read = on_read
        lesson = view.lesson
        where = f"Materi › {LESSON_PART[lesson.phase]} › {view.number} dari {len(view.siblings)}"
        self.column.addWidget(text(theme, where, size=Size.CAPTION, tone="ink-3"))
        self.title(lesson.title)
        self.column.addLayout(self._facts())
        self._text, reading = flow_column(14)
        self._text.setMaximumWidth(QFontMetrics(theme.font(Size.READING)).averageCharWidth() * _LINE)
        self._add_blocks(reading)
        reading.addSpacing(6)
        reading.addWidget(heading(theme, "Dasar hukum"))
        for note in law_notes(theme, view.citations, view.pack):
            reading.addWidget(note)
        reading.addWidget(self._actions())
        reading.addStretch(1)
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=36)
        split.add(narrowed(self._text), 2)
        split.add(narrowed(self._siblings()), 1, top=True)
        self.column.addWidget(split)
        self.stamp(law_stamp(view.pack.law_as_of))

    def _add_blocks(self, reading: QVBoxLayout) -> None:
        """The text; glossary words are marked where they come first in each section."""
        view, seen = self._view, frozenset[str]()
        for place, block in enumerate(view.blocks):
            if isinstance(block, Heading):
                seen = frozenset()
            made, seen = _block(self.theme, block, view.pack, seen)
            if place == view.block:
                made = set_apart(made)
                self.show_found(made)
            reading.addWidget(made)

    def _facts(self) -> QHBoxLayout:
        theme, view = self.theme, self._view
        row = QHBoxLayout()
        row.setSpacing(8)
        for icon, words in (
            ("clock", f"{view.lesson.minutes} menit baca"),
            ("scale", f"{len({citation.law for citation in view.citations})} dasar hukum"),
        ):
            row.addWidget(picture(theme, icon, "ink-3", 16))
            row.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-3", wrap=False))
            row.addSpacing(8)
        row.addStretch(1)
        save = partial(self._go, PrintLesson(view.lesson.id))
        row.addWidget(button(theme, "Simpan PDF …", save, role="quiet", icon="file-down"))
        return row

    def _actions(self) -> QWidget:
        """The check questions, and under them the ways to the lessons before and after."""
        view = self._view
        host, column = flow_column(12)
        host.setContentsMargins(0, 12, 0, 0)
        if checks := len(view.lesson.checks):
            words = f"Cek pemahaman · {checks} soal"
            check = partial(self._leave_read, BeginQuiz(CheckPlan(view.lesson.id)))
            made = button(self.theme, words, check, role="primary", icon="arrow-right")
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignRight)
        back, onward = [], []
        if view.number > 1:
            previous = view.siblings[view.number - 2]
            before = partial(self._go, ReadLesson(previous.id))
            back.append(button(self.theme, "Sebelumnya", before, role="quiet", icon="arrow-left"))
            add_tip(back[0], previous.title)
        if following := view.following:
            onward.append(button(self.theme, "Materi berikutnya", lambda: self._leave_read(ReadLesson(following.id))))
            add_tip(onward[0], following.title)
        column.addWidget(flow_row(*back, right=onward))
        return host

    def _leave_read(self, destination: Destination) -> None:
        self._on_read()
        self._go(destination)

    def _siblings(self) -> QWidget:
        theme, view = self.theme, self._view
        host = Flow()
        host.setObjectName("aside")
        host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        host.setMaximumWidth(theme.px(_SIBLINGS))
        column = QVBoxLayout(host)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(4)
        phase = view.lesson.phase
        column.addWidget(heading(theme, LESSON_PART[phase]))
        column.addWidget(text(theme, LESSON_PART_MEANING[phase].capitalize(), size=Size.CAPTION, tone="ink-3"))
        for number, lesson in enumerate(view.siblings, start=1):
            here = lesson is view.lesson
            read = lesson.id in view.read
            icon = "circle-dot" if here else "circle-check" if read else "circle"
            entry = RowButton(theme, lesson.title, icon, partial(self._go, ReadLesson(lesson.id)), current=here)
            state = "sedang dibaca" if here else "sudah dibaca" if read else "belum dibaca"
            entry.setAccessibleName(f"{lesson.title}, {state}, {number} dari {len(view.siblings)}")
            column.addWidget(entry)
        return host


def _block(theme: Theme, block: Block, pack: Pack, seen: frozenset[str]) -> tuple[QWidget, frozenset[str]]:
    """A block as a widget, and the glossary words seen up to its end."""
    match block:
        case Heading(level, words):
            made = heading(theme, words, level=level)
            made.setContentsMargins(0, theme.px(8), 0, 0)
            return made, seen
        case Paragraph(html):
            return _prose(theme, html, pack, seen)
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            rows = "".join(f"<li>{item}</li>" for item in items)
            return _prose(theme, f'<{tag} style="margin-left:-18px">{rows}</{tag}>', pack, seen)
        case Quote(html):
            frame, column = card(kind="note", padding=4)
            column.setContentsMargins(16, 4, 0, 4)
            quoted, seen = _prose(theme, html, pack, seen, tone="ink-2")
            column.addWidget(quoted)
            return frame, seen
        case RuleTable(rules):
            return _rule_table(theme, rules, pack), seen
        case Picture(name, words):
            return _picture(theme, pack.pictures[name], words), seen


def _prose(
    theme: Theme, html: str, pack: Pack, seen: frozenset[str], tone: str = "ink"
) -> tuple[QWidget, frozenset[str]]:
    marked, now_seen = glossary_of(pack).mark(html, seen)
    if now_seen == seen:
        return rich(theme, html, tone=tone), seen
    return TermText(theme, marked, pack, tone=tone), now_seen


def _picture(theme: Theme, svg: str, words: str) -> QWidget:
    host, column = flow_column(6)
    column.addWidget(narrowed(Diagram(theme, svg)))
    column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
    return host


def _rule_table(theme: Theme, rules: tuple[str, ...], pack: Pack) -> QFrame:
    frame, column = card(spacing=8)
    column.addLayout(_table_row(theme, _caption(theme, "Tindakan"), _caption(theme, "Ketentuan")))
    for id_ in rules:
        rule = pack.rule_by_id[id_]
        column.addWidget(line())
        act = text(theme, rule.act)
        chip = verdict_chip(theme, rule.verdict)
        # There are no cells to a screen reader, so the word says what column it stands in.
        for word in chip.findChildren(QLabel):
            word.setAccessibleName(f"Ketentuan: {word.text()}")
        column.addLayout(_table_row(theme, act, chip))
        for caution in rule_cautions(theme, rule):
            column.addWidget(caution)
    return frame


def _caption(theme: Theme, words: str) -> QLabel:
    return text(theme, words, size=Size.CAPTION, weight=QFont.Weight.DemiBold, tone="ink-3")


def _table_row(theme: Theme, left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(left, 1)
    holder = QWidget()
    holder.setFixedWidth(theme.px(200))
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(right)
    inner.addStretch(1)
    row.addWidget(holder)
    return row
