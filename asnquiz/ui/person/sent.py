"""What is sent away about a person, line by line, as the person sees it before."""

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.frames import line
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.hand_over import Preview, attempt_lines, person_fields


def add_what_goes(theme: Theme, column: QBoxLayout, shown: Preview) -> None:
    """The person, each exam, and what goes with every exam."""
    for label, value in person_fields(shown.person):
        column.addWidget(text(theme, f"{label}: {value}"))
    column.addWidget(line())
    for attempt in shown.attempts:
        for words in attempt_lines(attempt):
            column.addWidget(text(theme, words))
    add_sentences(theme, column, shown.goes)


def add_sentences(theme: Theme, column: QBoxLayout, sentences: Iterable[str]) -> None:
    """Sentences of equal weight, one below the other."""
    for words in sentences:
        column.addWidget(text(theme, f"• {words}", tone="ink-2"))
