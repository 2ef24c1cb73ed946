"""Places for wrapped words, whose height follows from their width."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class Flow(QWidget):
    """A widget without a height of its own: wrapped labels ask for far too much at their narrowest.

    Without it a column reckons with one height and lays out with another, and words are cut.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def narrowed(widget: QWidget) -> QWidget:
    """A widget of limited width beside empty space; alone in a column it would get the height for the whole width."""
    host = Flow()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 1)
    row.addStretch()
    return host


def flow_column(spacing: int) -> tuple[Flow, QVBoxLayout]:
    """A column of words that wrap, and its layout."""
    host = Flow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return host, column


def left_of(made: QWidget) -> QWidget:
    """A button at its own width, also where it stands in a column."""
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(made)
    row.addStretch(1)
    return host
