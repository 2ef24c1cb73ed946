"""Frames: cards, chips, thin lines and progress bars, and words with an icon."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import heading, text


def card(*, kind: str = "card", padding: int = PADDING, spacing: int = 10) -> tuple[QFrame, QVBoxLayout]:
    """A framed column and its layout; `kind` is card, banner or note."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    column.setContentsMargins(padding, padding, padding, padding)
    column.setSpacing(spacing)
    return frame, column


def set_apart(widget: QWidget) -> QFrame:
    """Something that somebody was looking for, on a ground of its own."""
    frame, column = card(kind="found", padding=0)
    frame.setObjectName("found")
    column.setContentsMargins(14, 10, 14, 10)
    column.addWidget(widget)
    return frame


def titled_card(theme: Theme, title: str, sentences: Sequence[str] = ()) -> tuple[QFrame, QVBoxLayout]:
    """A card that begins with a heading and what is to be known first."""
    frame, column = card(spacing=8)
    column.addWidget(heading(theme, title))
    for words in sentences:
        column.addWidget(text(theme, words, tone="ink-2"))
    return frame, column


def line_card(theme: Theme, title: str, under: str, action: QWidget, level: int = 2) -> QFrame:
    """A card of a title, a line under it, and what can be done about it at the right."""
    frame, column = card()
    row = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(heading(theme, title, level=level))
    words.addWidget(text(theme, under, size=Size.CAPTION, tone="ink-2"))
    row.addLayout(words, 1)
    row.addWidget(action)
    column.addLayout(row)
    return frame


def line() -> QFrame:
    """A thin line between rows."""
    frame = QFrame()
    frame.setProperty("kind", "rule-line")
    frame.setFixedHeight(1)
    return frame


def chip(theme: Theme, words: str, tone: str, icon: str | None = None) -> QWidget:
    """A small pill with an icon and a word, for meanings that colour alone must not carry.

    `tone` is teal, ink-2, allowed, forbidden or conditional.
    """
    frame = QFrame()
    frame.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    frame.setProperty("chip", tone)
    frame.setStyleSheet(f"border-radius: {theme.px(12)}px;")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(11), theme.px(4), theme.px(11), theme.px(4))
    row.setSpacing(theme.px(6))
    if icon:
        row.addWidget(picture(theme, icon, tone, 14))
    row.addWidget(text(theme, words, size=Size.CAPTION, weight=QFont.Weight.Bold, tone=tone, wrap=False))
    return frame


def pass_chip(theme: Theme, *, passed: bool) -> QWidget:
    """Whether an exam was passed."""
    if passed:
        return chip(theme, "Lulus", "allowed", "check")
    return chip(theme, "Belum lulus", "conditional", "rotate-ccw")


def progress(done: int, total: int, name: str) -> QProgressBar:
    """A thin bar; `name` says to a screen reader what is counted."""
    bar = QProgressBar()
    bar.setRange(0, max(1, total))
    bar.setValue(done)
    bar.setTextVisible(False)
    bar.setAccessibleName(f"{name}: {done} dari {total}")
    return bar


def progress_row(theme: Theme, done: int, total: int, name: str) -> QWidget:
    """A thin bar, and how far it is in words, which begin with what is counted."""
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(progress(done, total, name), 1)
    words = f"{name} {done} dari {total}"
    row.addWidget(text(theme, words, size=Size.CAPTION, weight=QFont.Weight.Bold, wrap=False))
    return host


def marked(theme: Theme, icon: str, tone: str, words: QLabel, side: int = 18) -> Flow:
    """Words that begin with an icon, which stands beside their first line."""
    host = Flow()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    beside = picture(theme, icon, tone, side)
    beside.setFixedHeight(max(beside.height(), words.fontMetrics().height()))
    row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return host


def picture(theme: Theme, icon: str, tone: str, side: int = 18) -> QWidget:
    """An icon on its own, beside words that say the same; `tone` as for `text`."""
    return _Picture(theme, icon, tone, side)


class _Picture(QWidget):
    spoken = Spoken.DECORATION

    def __init__(self, theme: Theme, icon: str, tone: str, side: int) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._square = QRectF(0, 0, theme.px(side), theme.px(side))
        self.setFixedSize(self._square.size().toSize())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._theme
        self._square.moveCenter(QRectF(self.rect()).center())
        theme.icons.paint(painter, self._icon, theme.palette.ink_of(self._tone), self._square)
        painter.end()
