"""The rail at the left: the mark, the sections, and who is learning; folds to icons where the window is narrow.

The sections scroll where large text leaves them too little height.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from asnquiz.painting.mark import paint_mark
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.frames import line
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text

_WIDTH = 232
_FOLDED = 54  # margins and paddings around an icon
# Beside the sections: what the line at the rail's own edge needs, then a scroll bar's width, empty where there is none.
_EDGE, _BAR = 2, 12
_ICONS = {
    Section.HOME: "house",
    Section.LESSONS: "book-open",
    Section.ASK: "search-question",
    Section.QUIZ: "list-checks",
    Section.CASES: "route",
    Section.PLEDGE: "scroll-text",
    Section.RESULTS: "chart-column",
    Section.HELP: "circle-help",
    Section.SETTINGS: "settings",
}


class Rail(QWidget):
    """The sections of the program."""

    def __init__(self, theme: Theme, go: Callable[[Destination], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE + _BAR, 22, _EDGE, 20)
        column.setSpacing(4)
        column.addWidget(self._brand())
        column.addSpacing(24)
        column.addWidget(self._sections(go), 1)
        column.addSpacing(8)
        self._line = line()
        under = QHBoxLayout()
        under.setContentsMargins(0, 0, _BAR, 0)
        under.addWidget(self._line)
        column.addLayout(under)
        column.addSpacing(8)
        self._name = text(theme, "", size=Size.CAPTION, weight=QFont.Weight.Bold)
        self._unit = text(theme, "", size=Size.CAPTION, tone="ink-3")
        for words in (self._name, self._unit):
            words.setContentsMargins(12, 0, _BAR, 0)
            column.addWidget(words)
        self.fold(folded=False)

    def _sections(self, go: Callable[[Destination], None]) -> QScrollArea:
        theme = self._theme
        places = QWidget()
        places.setObjectName("places")
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 0, _BAR, 0)
        column.setSpacing(4)
        self._caption = text(theme, "BELAJAR", size=Size.CAPTION, weight=QFont.Weight.Bold, tone="ink-3", wrap=False)
        self._caption.setContentsMargins(12, 0, 0, 8)
        column.addWidget(self._caption)
        self.entries = {section: self._entry(section, go) for section in Section}
        for section, entry in self.entries.items():
            if section is Section.HELP:
                column.addStretch(1)
            column.addWidget(entry)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(places)
        # The bar takes the place of the margin, so that the sections keep their width.
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _, most: column.setContentsMargins(0, 0, 0 if most else _BAR, 0)
        )
        return scroll

    def _brand(self) -> QWidget:
        self._brand_row = QWidget()
        row = QHBoxLayout(self._brand_row)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Mark(self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        self._title = text(self._theme, "ASN Netral", size=Size.READING, weight=QFont.Weight.Bold, wrap=False)
        self._subtitle = text(self._theme, "Belajar tanpa internet", size=Size.CAPTION, tone="ink-3", wrap=False)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        row.addLayout(names, 1)
        return self._brand_row

    def _entry(self, section: Section, go: Callable[[Destination], None]) -> QPushButton:
        theme = self._theme
        entry = _Entry()
        entry.setFont(theme.font(Size.BODY, QFont.Weight.Medium))
        entry.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        entry.setMinimumWidth(1)  # the rail's width is fixed; folded, it is less than a button's paddings ask for
        entry.show_icon(theme, _ICONS[section], 20)
        entry.setAccessibleName(section.value)
        entry.setToolTip(section.value)
        entry.clicked.connect(lambda: go(section))
        return entry

    def light(self, section: Section) -> None:
        """Shows where the person is."""
        for place, entry in self.entries.items():
            entry.setChecked(place is section)

    def show_person(self, name: str | None, unit: str | None) -> None:
        """Shows who is learning; a guest has no name yet."""
        self._name.setText(name or "Tamu")
        self._unit.setText(unit or ("Belajar tanpa nama" if name is None else ""))

    def fold(self, *, folded: bool) -> None:
        """Shows icons only, or icons and words."""
        self.setFixedWidth(_FOLDED + self._theme.px(20) if folded else max(_WIDTH, self._theme.px(_WIDTH * 0.86)))
        for widget in (self._title, self._subtitle, self._caption, self._line, self._name, self._unit):
            widget.setVisible(not folded)
        for section, entry in self.entries.items():
            entry.setText("" if folded else f"  {section.value}")


class _Entry(Button):
    """Lit while its section is on screen, which is for the page to say and not for the press."""

    spoken = Spoken.PLACE

    def __init__(self) -> None:
        super().__init__("", "rail")
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it, as it does on a page

    def nextCheckState(self) -> None:
        """Stays as it is."""


class _Mark(QWidget):
    spoken = Spoken.DECORATION

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        side = theme.px(24) + 8  # grows with the words, and still fits the folded rail
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._theme.palette.teal, self._theme.palette.card)
        painter.end()
