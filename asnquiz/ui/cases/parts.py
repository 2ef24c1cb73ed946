"""What scenes and endings of a case study both show: reading text, measures, changes, and the rule of a choice."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from asnquiz.domain.case_study import Measures, Walk, bounds_of
from asnquiz.domain.local_wording import local_words
from asnquiz.domain.pack import Choice, Pack
from asnquiz.domain.wording import VERDICT, signed_words
from asnquiz.painting.measure import paint_measure
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.words import NO_RULE, RISK, TRUST, change_words, course_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column, narrowed
from asnquiz.ui.widgets.frames import card, marked
from asnquiz.ui.widgets.law import law_notes, rule_cautions, verdict_chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import heading, rich, text

# The widest line of reading text, in what the font calls its average character, as in the reader of lessons.
_LINE = 55
_BAR = 16


def story(theme: Theme, words: str) -> QWidget:
    """The text of a scene or a debrief, set for reading, a paragraph for each block of lines."""
    host, column = flow_column(12)
    host.setMaximumWidth(QFontMetrics(theme.font(Size.READING)).averageCharWidth() * _LINE)
    for block in words.split("\n\n"):
        if block.strip():
            column.addWidget(rich(theme, escape(block.strip(), quote=False)))
    return narrowed(host)


def measures_card(theme: Theme, walk: Walk, now: Measures, *, with_course: bool = False) -> QFrame:
    """Both measures as bars with their figures; with their course from the first scene on, where it is asked for."""
    frame, column = card(spacing=16)
    column.addWidget(heading(theme, "Dua ukuran", level=3))
    low, high = bounds_of(walk.scenario)
    trust = (TRUST, now.trust, low.trust, high.trust, [one.trust for one in walk.course])
    risk = (RISK, now.risk, low.risk, high.risk, [one.risk for one in walk.course])
    for name, value, least, most, course in (trust, risk):
        column.addWidget(_measure(theme, name, value, (least, most), course if with_course else []))
    return frame


def _measure(theme: Theme, name: str, value: int, bounds: tuple[int, int], course: Sequence[int]) -> QWidget:
    host, column = flow_column(6)
    row = QHBoxLayout()
    row.addWidget(text(theme, name), 1)
    row.addWidget(text(theme, signed_words(value), weight=QFont.Weight.Bold, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(row)
    lowest, highest = map(signed_words, bounds)
    bar = _Bar(theme, value, bounds)
    bar.setAccessibleName(f"{name}: {signed_words(value)}, pada rentang {lowest} sampai {highest}")
    column.addWidget(bar)
    column.addWidget(text(theme, f"Rentang {lowest} sampai {highest}", size=Size.CAPTION, tone="ink-3"))
    if course:
        column.addWidget(text(theme, course_words(course), size=Size.CAPTION, tone="ink-2"))
    return host


class _Bar(QWidget):
    spoken = Spoken.PICTURE

    def __init__(self, theme: Theme, value: int, bounds: tuple[int, int]) -> None:
        super().__init__()
        self._theme = theme
        self._value = value
        self._bounds = bounds
        self.setFixedHeight(theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_measure(painter, QRectF(self.rect()), self._value, *self._bounds, self._theme.palette)
        painter.end()


def change_rows(theme: Theme, choice: Choice, after: Measures) -> list[QWidget]:
    """How a choice changed each measure, with an arrow, a sign and words."""
    rows: list[QWidget] = []
    for by, words in change_words(choice, after):
        icon = "arrow-up" if by > 0 else "arrow-down" if by < 0 else "minus"
        rows.append(marked(theme, icon, "teal" if by else "ink-3", text(theme, words, weight=QFont.Weight.Medium)))
    return rows


def rule_rows(theme: Theme, rule_id: str, pack: Pack, step: str = "") -> list[QWidget]:
    """The rule that a choice is about: the act it names, its verdict on that act, and the law it stands on.

    `step` tells a screen reader which step it belongs to, where several stand on one page. While a case study is
    written, the rule may not be there yet.
    """
    rule = pack.rule_by_id.get(rule_id)
    if rule is None:
        return [text(theme, NO_RULE, size=Size.CAPTION, tone="ink-3")]
    host, column = flow_column(6)
    column.addWidget(text(theme, "Ketentuan tentang tindakan ini", size=Size.CAPTION, tone="ink-3"))
    column.addWidget(text(theme, rule.act, weight=QFont.Weight.DemiBold))
    column.addWidget(verdict_chip(theme, rule.verdict))
    add_badge(theme, column, pack, rule.id)
    for caution in rule_cautions(theme, rule):
        column.addWidget(caution)
    about = f"{step}, {rule.act}" if step else rule.act
    return [host, *law_notes(theme, rule.citations, pack, about)]


def rule_words(rule_id: str, pack: Pack) -> str:
    """The rule in one sentence, to be heard."""
    rule = pack.rule_by_id.get(rule_id)
    if rule is None:
        return NO_RULE
    marked = local_words(pack, rule_id)
    return f"Ketentuan tentang “{rule.act}”: {VERDICT[rule.verdict]}{f' ({marked.lower()})' if marked else ''}."
