"""Widgets side by side, or one under another where there is too little width for that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow


class SideBySide(Flow):
    """A row that becomes a column when it is narrower than its widgets need, or `at_least` pixels at 100 % text."""

    def __init__(self, theme: Theme, *, at_least: int, spacing: int) -> None:
        super().__init__()
        self._at_least = theme.px(at_least)
        self._stretches: list[int] = []
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0, *, top: bool = False) -> None:
        """Adds a widget with its share of the width; `top` keeps it at the height it needs."""
        if top:
            self._row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        else:
            self._row.addWidget(widget, stretch)
        self._stretches.append(stretch)
        if self.isVisible():  # else once it has a width: measuring everything again for each one costs more than that
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Of the column: a row that kept its own width could never become one."""
        return QSize(max(self._widths(), default=0), 0)

    def _widths(self) -> list[int]:
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return [item.minimumSize().width() for item in items if item is not None]

    def _arrange(self) -> None:
        widths = self._widths()
        needed = sum(widths) + self._row.spacing() * (len(widths) - 1)
        narrow = self.width() < max(self._at_least, needed)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        # In a column, shares of the height would take from one widget what its words need.
        for place, stretch in enumerate(self._stretches):
            self._row.setStretch(place, 0 if narrow else stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
