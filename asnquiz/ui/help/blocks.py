"""The blocks of a guide as widgets: headings, running text with links, lists, tables, and lines to be typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from asnquiz.domain.guide import Code, GuideBlock, Table
from asnquiz.domain.prose import Bullets, Heading, Paragraph
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card, line, set_apart
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.texts import dress, heading, reading_html, rich, text

_SIDE_BY_SIDE = 360
_SAID = "Tautan: {}. Enter membukanya."

# Goes where a link `guide#anchor` leads.
Follow = Callable[[str], None]


def guide_block(theme: Theme, block: GuideBlock, follow: Follow, *, under: int = 1, row: int | None = None) -> QWidget:
    """One block as a widget, under a title of the level `under`; `row` of a table is set apart."""
    match block:
        case Heading(_, words):
            made = heading(theme, words, level=under + 1)
            made.setContentsMargins(0, theme.px(8), 0, 0)
            return made
        case Paragraph(html):
            return _prose(theme, html, follow)
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            rows = "".join(f"<li>{item}</li>" for item in items)
            return _prose(theme, f'<{tag} style="margin-left:-18px">{rows}</{tag}>', follow)
        case Table(head, rows):
            return table(theme, head, rows, follow, row)
        case Code(words):
            return _code(theme, words)


def table(
    theme: Theme, head: Sequence[str], rows: Sequence[Sequence[str]], follow: Follow, found: int | None = None
) -> QFrame:
    """A table, whose cells are inline text; the first, bold, says what a row is about. The row `found` is set apart.

    It is shown in two columns, one below the other where there is too little width. What stands between the first and
    the last column is listed under the first, each with the name of its own.
    """
    frame, column = card(spacing=8)
    titles = [text(theme, words, size=Size.CAPTION, weight=QFont.Weight.DemiBold, tone="ink-3") for words in head]
    column.addWidget(_row(theme, titles[0], titles[-1]))
    for number, (about, *between, last) in enumerate(rows):
        column.addWidget(line())
        left, lines = flow_column(2)
        lines.addWidget(_cell(theme, about, follow, weight=QFont.Weight.DemiBold))
        for name, html in zip(head[1:], between, strict=False):
            lines.addWidget(_cell(theme, f"{name}: {html}", follow, size=Size.CAPTION))
        row = _row(theme, left, _cell(theme, last, follow))
        column.addWidget(set_apart(row) if number == found else row)
    return frame


def _row(theme: Theme, left: QWidget, right: QWidget) -> SideBySide:
    row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
    row.add(left, 2, top=True)
    row.add(right, 3, top=True)
    return row


def _cell(
    theme: Theme,
    html: str,
    follow: Follow,
    *,
    size: Size = Size.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> QLabel:
    label = TermLabel(follow, _SAID) if "<a " in html else QLabel()
    dress(label, theme, size=size, weight=weight)
    label.setTextFormat(Qt.TextFormat.RichText)
    if isinstance(label, TermLabel):
        label.show_html(html)
    else:
        label.setText(html)
    return label


def _prose(theme: Theme, html: str, follow: Follow) -> QLabel:
    if "<a " not in html:
        return rich(theme, html)
    label = TermLabel(follow, _SAID)
    dress(label, theme, size=Size.READING)
    label.show_html(reading_html(label, html))
    return label


def _code(theme: Theme, words: str) -> QFrame:
    frame, column = card(kind="note", padding=4, spacing=0)
    column.setContentsMargins(14, 4, 0, 4)
    label = text(theme, words)
    font = label.font()
    font.setFamily(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(label)
    return frame
