"""The rail at the left: the mark, the sections, and who is learning; folds to icons where the window is narrow.

The sections scroll where large text leaves them too little height. What is not for learning is shown only to those who
said that they need it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from asnquiz.painting.mark import paint_mark
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.destinations import ChoosePerson, Destination, Section
from asnquiz.ui.shell.person_button import PersonButton
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button
from asnquiz.ui.widgets.frames import line
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text

_WIDTH = 232
_FOLDED = 54  # margins and paddings around an icon
# Beside the sections: what the line at the rail's own edge needs, then a scroll bar's width, empty where there is none.
_EDGE, _BAR = 2, 12
_APART = 8  # between the bar and the sections, so that neither is hit for the other (WCAG 2.5.8)
_ICONS = {
    Section.HOME: "house",
    Section.LESSONS: "book-open",
    Section.ASK: "search-question",
    Section.QUIZ: "list-checks",
    Section.CASES: "route",
    Section.PLEDGE: "scroll-text",
    Section.RESULTS: "chart-column",
    Section.BRIEFING: "presentation",
    Section.RECAP: "inbox",
    Section.HELP: "circle-help",
    Section.SETTINGS: "settings",
}
# The caption over a group of sections, by the first of them.
_CAPTIONS = {Section.HOME: "BELAJAR", Section.BRIEFING: "NARASUMBER", Section.RECAP: "KEPEGAWAIAN"}


class Rail(QWidget):
    """The sections of the program; `lock` is what Kunci does, for whoever has a PIN."""

    def __init__(self, theme: Theme, go: Callable[[Destination], None], lock: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE + _BAR, 22, _EDGE, 20)
        column.setSpacing(4)
        column.addWidget(self._brand())
        column.addSpacing(16)
        self._scroll = self._sections(go)
        column.addWidget(self._scroll, 1)
        column.addSpacing(8)
        self._line = line()
        under = QHBoxLayout()
        under.setContentsMargins(0, 0, _BAR, 0)
        under.addWidget(self._line)
        column.addLayout(under)
        column.addSpacing(8)
        self._lock = self._entry(Button("", "rail"), "Kunci", "lock", lock)
        self._lock.setAutoDefault(True)
        self._lock.hide()
        self.person = PersonButton(theme, lambda: go(ChoosePerson()))
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, _BAR, 0)
        foot.setSpacing(4)
        foot.addWidget(self.person)
        foot.addWidget(self._lock)
        column.addLayout(foot)
        self.show_purposes(briefs=False, gathers=False)
        self.fold(folded=False)

    def _sections(self, go: Callable[[Destination], None]) -> QScrollArea:
        places = QWidget()
        places.setObjectName("places")
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 0, _BAR, 0)
        column.setSpacing(2)
        self.entries = {
            section: self._entry(_Entry(), section.value, _ICONS[section], partial(go, section)) for section in Section
        }
        self._captions: dict[Section, QLabel] = {}
        for section, entry in self.entries.items():
            if section is Section.HELP:
                column.addStretch(1)
            if section in _CAPTIONS:
                column.addWidget(self._caption(section))
            column.addWidget(entry)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(places)
        # The bar takes the place of the margin.
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _, most: column.setContentsMargins(0, 0, _APART if most else _BAR, 0)
        )
        scroll.verticalScrollBar().rangeChanged.connect(self._show_lit)
        return scroll

    def _caption(self, section: Section) -> QLabel:
        caption = text(
            self._theme, _CAPTIONS[section], size=Size.CAPTION, weight=QFont.Weight.Bold, tone="ink-3", wrap=False
        )
        caption.setContentsMargins(12, 10 if self._captions else 0, 0, 6)
        self._captions[section] = caption
        return caption

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

    def _entry(self, entry: Button, name: str, icon: str, on_click: Callable[[], None]) -> QPushButton:
        theme = self._theme
        entry.setFont(theme.font(Size.BODY, QFont.Weight.Medium))
        entry.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        entry.setMinimumWidth(1)  # the rail's width is fixed; folded, it is less than a button's paddings ask for
        entry.show_icon(theme, icon, 20)
        entry.setAccessibleName(name)
        entry.setToolTip(name)
        entry.clicked.connect(lambda: on_click())
        return entry

    def light(self, section: Section) -> None:
        """Shows where the person is."""
        for place, entry in self.entries.items():
            entry.setChecked(place is section)
        self._show_lit()

    def _show_lit(self) -> None:
        """Scrolls to where the person is, as far as needed."""
        for entry in self.entries.values():
            if entry.isChecked():
                self._scroll.ensureWidgetVisible(entry, 0, 0)

    def show_person(self, name: str | None, unit: str | None, *, locks: bool = False) -> None:
        """Shows who is learning, and Kunci where they have a PIN; a guest has no name yet."""
        self.person.show_person(name, unit)
        self._lock.setVisible(locks)

    def show_purposes(self, *, briefs: bool, gathers: bool) -> None:
        """Shows what is for whoever leads briefings and for whoever gathers results, or nothing of it."""
        self._purposes = {Section.BRIEFING: briefs, Section.RECAP: gathers}
        for section, wanted in self._purposes.items():
            self.entries[section].setVisible(wanted)
        self._show_captions()

    def _show_captions(self) -> None:
        for section, caption in self._captions.items():
            caption.setVisible(not self._folded and self._purposes.get(section, True))

    @property
    def wide(self) -> int:
        """How wide it is with its words."""
        return max(_WIDTH, self._theme.px(_WIDTH * 0.86))

    def fold(self, *, folded: bool) -> None:
        """Shows icons only, or icons and words."""
        self._folded = folded
        self._show_captions()
        self.setFixedWidth(_FOLDED + self._theme.px(20) if folded else self.wide)
        for widget in (self._title, self._subtitle, self._line):
            widget.setVisible(not folded)
        for entry in (*self.entries.values(), self._lock):
            entry.setText("" if folded else f"  {entry.accessibleName()}")
        self.person.fold(folded=folded)


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
