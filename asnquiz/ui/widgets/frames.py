"""Frames: cards, chips, thin lines and progress bars."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING, Size, Tone
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.accessible import DECORATION, SpokenLabel
from asnquiz.ui.widgets.texts import text


def card(*, kind: str = "card", padding: int = PADDING, spacing: int = 10) -> tuple[QFrame, QVBoxLayout]:
    """A framed column and its layout; `kind` is card, banner or note."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    column.setContentsMargins(padding, padding, padding, padding)
    column.setSpacing(spacing)
    return frame, column


def line() -> QFrame:
    """A thin line between rows."""
    frame = QFrame()
    frame.setProperty("kind", "rule-line")
    frame.setFixedHeight(1)
    return frame


def chip(theme: Theme, words: str, tone: Tone, icon: str | None = None) -> QWidget:
    """A small pill with an icon and a word, for meanings that colour alone must not carry."""
    frame = QFrame()
    frame.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    frame.setStyleSheet(f"QFrame {{ background: {tone.ground}; border-radius: {theme.px(12)}px; }}")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(11), theme.px(4), theme.px(11), theme.px(4))
    row.setSpacing(theme.px(6))
    if icon:
        row.addWidget(picture(theme, icon, tone.ink, 14))
    label = text(theme, words, size=Size.CAPTION, weight=QFont.Weight.Bold, wrap=False)
    label.setStyleSheet(f"color: {tone.ink}; background: transparent;")
    row.addWidget(label)
    return frame


def pass_chip(theme: Theme, *, passed: bool) -> QWidget:
    """Whether an exam was passed."""
    if passed:
        return chip(theme, "Lulus", theme.palette.allowed, "check")
    return chip(theme, "Belum lulus", theme.palette.conditional, "rotate-ccw")


def progress(done: int, total: int, name: str) -> QProgressBar:
    """A thin bar; `name` says to a screen reader what is counted."""
    bar = QProgressBar()
    bar.setRange(0, max(1, total))
    bar.setValue(done)
    bar.setTextVisible(False)
    bar.setAccessibleName(f"{name}: {done} dari {total}")
    return bar


def picture(theme: Theme, icon: str, colour: str, side: int = 18) -> QLabel:
    """An icon on its own, beside words that say the same."""
    label = SpokenLabel("", DECORATION)
    label.setPixmap(theme.icons.pixmap(icon, colour, theme.px(side)))
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
