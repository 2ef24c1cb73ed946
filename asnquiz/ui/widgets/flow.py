"""Places whose height follows from their width: of wrapped words, and of rows that wrap."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.ui.widgets.wrap import WrapLayout


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


def column_in(host: QWidget, spacing: int) -> QVBoxLayout:
    """A column that fills a widget to its edges."""
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def flow_column(spacing: int) -> tuple[Flow, QVBoxLayout]:
    """A column of words that wrap, and its layout."""
    host = Flow()
    return host, column_in(host, spacing)


def flow_row(*widgets: QWidget, right: Iterable[QWidget] = ()) -> Flow:
    """A row of buttons or marks, which goes on in the next line where there is no more room.

    Those of `right` stand at its other end, as long as all stand in one line.
    """
    host = Flow()
    row = WrapLayout(host)
    for widget in widgets:
        row.addWidget(widget)
    row.part()
    for widget in right:
        row.addWidget(widget)
    return host
