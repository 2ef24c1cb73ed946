"""What a screen says of the law: the chip of a verdict, and notes of what is cited."""

from collections.abc import Iterable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.pack import Citation, Pack, Verdict
from asnquiz.domain.wording import VERDICT, citations_words
from asnquiz.painting.tokens import Size
from asnquiz.painting.verdicts import VERDICT_ICON, VERDICT_TONE
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.frames import card, chip
from asnquiz.ui.widgets.texts import text


def verdict_chip(theme: Theme, verdict: Verdict) -> QWidget:
    """Check, cross, triangle or scales, and the word."""
    return chip(theme, VERDICT[verdict], VERDICT_TONE[verdict], VERDICT_ICON[verdict])


def law_notes(theme: Theme, citations: Iterable[Citation], pack: Pack) -> list[QFrame]:
    """One note for each instrument cited: its name, its articles, its status, with a rule at the left."""
    return [_law_note(theme, title, detail) for title, detail in citations_words(citations, pack)]


def _law_note(theme: Theme, title: str, detail: str) -> QFrame:
    frame, column = card(kind="note", padding=2, spacing=2)
    column.setContentsMargins(14, 2, 0, 2)
    column.addWidget(text(theme, title, weight=QFont.Weight.DemiBold))
    column.addWidget(text(theme, detail, size=Size.CAPTION, tone="ink-2"))
    return frame
