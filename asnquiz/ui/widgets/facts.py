"""Labels and values in two columns, one under another where there is little width."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import text

_SIDE_BY_SIDE = 420
_LABEL_WIDTH = 220


def add_facts(theme: Theme, column: QVBoxLayout, fields: Iterable[tuple[str, str]]) -> None:
    """Adds each label with its value; a screen reader hears both as one."""
    for label, value in fields:
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=2)  # one under another, they stay together
        caption = text(theme, label, tone="ink-2")
        caption.setMinimumWidth(theme.px(_LABEL_WIDTH))
        caption.setMaximumWidth(theme.px(_LABEL_WIDTH))
        caption.setContentsMargins(0, 0, 6, 0)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        shown = text(theme, value, weight=QFont.Weight.Medium)
        shown.setAccessibleName(f"{label}: {value}")
        row.add(caption)
        row.add(shown, 1)
        column.addWidget(row)
