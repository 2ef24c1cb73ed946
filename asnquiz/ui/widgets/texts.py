"""Labels: headings and running text in the sizes and tones of the design."""

import re
from html import escape
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel

_FOCUS_BAR = 3


class _Heading(SpokenLabel):
    """Shows by a bar under its beginning that it has the focus; a ring would make it look like something to press."""

    def __init__(self, words: str, level: int) -> None:
        super().__init__(words, Spoken(level))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            painter.fillRect(0, self.height() - _FOCUS_BAR, 2 * self.fontMetrics().height(), _FOCUS_BAR, colour)
            painter.end()


# The height of a line of reading text, in heights of its letters.
_READING_LINE = 1.7


def text(
    theme: Theme,
    words: str,
    *,
    size: Size = Size.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    tone: str = "ink",
    wrap: bool = True,
    level: int | None = None,
) -> QLabel:
    """A label of plain words; `tone` is ink, ink-2, ink-3, teal, on-teal, allowed, forbidden or conditional.

    With a `level` it is a heading, however it looks.
    """
    label = _Heading(words, level) if level else QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return dress(label, theme, size=size, weight=weight, tone=tone, wrap=wrap)


def dress(
    label: QLabel,
    theme: Theme,
    *,
    size: Size = Size.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    tone: str = "ink",
    wrap: bool = True,
) -> QLabel:
    """Gives a label its font, its tone and its way to wrap, as `text` has them."""
    label.setFont(theme.font(size, weight))
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def heading(theme: Theme, words: str, size: Size = Size.LEAD, level: int = 2) -> QLabel:
    """A heading; the page's title is the largest and the only one of level 1."""
    weight = QFont.Weight.Bold if size is Size.TITLE else QFont.Weight.DemiBold
    return text(theme, words, size=size, weight=weight, level=level)


def rich(theme: Theme, html: str, *, tone: str = "ink") -> QLabel:
    """A paragraph with bold and italic words, set for reading; `html` comes escaped from the content room."""
    label = text(theme, "", size=Size.READING, tone=tone)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(reading_html(label, html))
    return label


def reading_html(label: QLabel, html: str) -> str:
    """A paragraph or a list with the room between its lines that reading takes at the label's own font."""
    height = round(label.font().pointSizeF() * label.logicalDpiY() / 72 * _READING_LINE)
    # The items of a list do not take over the height of the lines around them.
    items = html.replace("<li", f'<li style="line-height:{height}px; margin-bottom:6px"')
    return f'<div style="line-height:{height}px">{items}</div>'


def focus_target(label: QLabel, name: str) -> QLabel:
    """Lets a heading take the keyboard's focus after a page change, so that a screen reader begins there."""
    label.setContentsMargins(0, 0, 0, 2 * _FOCUS_BAR)
    label.setObjectName(name)
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.setAccessibleName(label.text())
    return label


def add_tip(widget: QWidget, words: str) -> None:
    """A tip of plain words: Qt would take those of a stranger that look like HTML for it, and load what they name."""
    plain = escape(words)
    widget.setToolTip(words if plain == words else f"<span>{plain}</span>")


def path_words(path: PurePath) -> str:
    """A path that can be wrapped between its folders: Windows' backslashes alone give Qt no place to do so."""
    return str(path).replace("\\", "\\\N{ZERO WIDTH SPACE}")


def id_words(value: str) -> str:
    """A value that can be wrapped at its hyphens, or within where it has none for long, as in a UUID or a key.

    Qt breaks no line between a hyphen and a digit.
    """
    return re.sub(r"-(?=[0-9])|[^\s-]{24}", "\\g<0>\N{ZERO WIDTH SPACE}", value)


def let_go(place: QWidget) -> None:
    """Takes the focus off what is about to go: Qt would give it to the rail, and a screen reader would say so."""
    focused = place.window().focusWidget()
    if focused is not None and place.isAncestorOf(focused):
        focused.clearFocus()


def clear(widget: QWidget) -> None:
    """Takes every child out of a widget's layout and forgets it."""
    let_go(widget)
    layout = widget.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        child = item.widget()
        if child is not None:
            child.hide()
            child.setParent(None)
            child.deleteLater()
