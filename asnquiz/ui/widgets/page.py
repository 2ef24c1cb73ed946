"""What every page is: a scrolling column with a title that takes the focus, a header that stays, and the law stamp."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row, narrowed
from asnquiz.ui.widgets.scrolling import scrolled
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.texts import focus_target, heading, text

if TYPE_CHECKING:
    from asnquiz.ui.keyboard import KeyGroup


class Page(QWidget):
    """A screen.

    Attributes:
        section: the rail entry that is lit, None for a page without the rail.
        header: stays above what scrolls.
        column: where the page puts its widgets.
        unsaved_title, unsaved_words: the question that comes before something unsaved is left.
        unsaved_answers: what keeps it and goes on, and what goes on without; None where that makes no sense.
        keys: the keys that the page has beside those of every page.
        topic: the heading, in any guide, that is about this page; of its section where empty.
        renews: the same values make the same page again, once it stands as the one before did.
        clock_words: the time left, where there is a clock.
        awake: people look at it without touching anything, so that it is never locked for that.

    Signals:
        clock_moved: the time left changed, in words.
    """

    unsaved_title = "Data diri belum disimpan"
    unsaved_words = "Yang Anda ketik di halaman ini akan hilang bila tidak disimpan."
    unsaved_answers: tuple[str, str | None] = ("Simpan", "Jangan simpan")
    keys: "KeyGroup | None" = None
    topic = ""
    renews = False
    clock_words = ""
    awake = False
    _made_of: tuple[tuple[Any, ...], dict[str, Any]]
    clock_moved = Signal(str)

    def __new__(cls, _theme: Theme, *values: Any, **named: Any) -> Self:
        page = super().__new__(cls)
        page._made_of = (values, named)
        return page

    def __init__(self, theme: Theme, name: str, section: Section | None) -> None:
        super().__init__()
        self.theme = theme
        self.section = section
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._put: QWidget | None = None
        self._share: float | None = None
        whole = column_in(self, 0)
        # A widget, and before what scrolls: a screen reader goes through widgets in the order in which they came.
        above = QWidget()
        self.header = QVBoxLayout(above)
        self.header.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(above)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(self._scroll, 1)
        body = Flow()
        body.setObjectName("column")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(40, 28, 40, 24)
        self.column.setSpacing(16)
        self._scroll.setWidget(body)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._forget_share)

    def anew(self, theme: Theme) -> "Page | None":
        """A page of the same values in another text size; None where what is picked or typed here would be lost."""
        values, named = self._made_of
        return type(self)(theme, *values, **named) if self.renews else None

    def take_size(self, percent: int) -> bool:  # noqa: ARG002 - for pages that have a choice of the size themselves
        """Chooses a text size on the page itself, where it has a choice for it; says whether it did."""
        return False

    def stand_as(self, before: "Page") -> None:
        """Takes over from the page in whose place this one was made anew: what is picked, typed and opened, and where
        the focus is and what is in view.
        """
        from asnquiz.ui.widgets.renewal import copy_fields, same_place

        copy_fields(before, self)
        if found := same_place(before, self):
            self.focus_on(found)
        bar = before._scroll.verticalScrollBar()
        self._share = bar.value() / max(1, bar.maximum())

    def way_back(self, words: str, on_back: Callable[[], None]) -> None:
        """Begins the page with the way to where one came from."""
        back = button(self.theme, words, on_back, role="quiet", icon="arrow-left")
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def form_end(self, onward: Iterable[QWidget], back: str, on_back: Callable[[], None]) -> Flow:
        """What ends a form: the ways on, the one that Enter takes first, and after them the way back."""
        return flow_row(*onward, button(self.theme, back, on_back, role="quiet", icon="arrow-left"))

    def title(self, words: str) -> QLabel:
        """Adds the page's title, which takes the focus."""
        label = focus_target(heading(self.theme, words, Size.TITLE, level=1), "title")
        self.column.addWidget(label)
        self.focus_on(label)
        return label

    def narrow(self, width: int) -> QVBoxLayout:
        """Adds a column of limited width, given at the usual text size, to the page's own, and gives it."""
        place, body = flow_column(14)
        place.setMaximumWidth(self.theme.px(width))
        self.column.addWidget(narrowed(place))
        return body

    def focus_on(self, widget: QWidget) -> None:
        """Gives the focus once the page is on screen."""
        self._put = widget
        QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_found(self, found: QWidget) -> None:
        """Puts the focus on what somebody was looking for, and lets Tab come back to it."""
        labels = [found] if isinstance(found, QLabel) else found.findChildren(QLabel)
        place = next(iter(labels), found)
        if place.focusPolicy() is Qt.FocusPolicy.NoFocus:
            place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.focus_on(place)

    @property
    def focus_is_where_put(self) -> bool:
        """Whether the person has not moved the focus since the page placed it."""
        return self._put is None or self._put.hasFocus()

    def stamp(self, words: str) -> None:
        """Ends the page with the sentence about the state of the law."""
        self.column.addStretch(1)
        self.column.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-3"))

    def scroll_to_top(self) -> None:
        """Shows the page from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def scroll_to(self, widget: QWidget) -> None:
        """Scrolls as far as needed to show a widget of the page with some room around it."""
        self._scroll.ensureWidgetVisible(widget, 0, 40)

    def press_or(self, otherwise: Callable[[], None], answering: QWidget) -> None:
        """What Enter does: presses the button or the glossary word that has the focus, or else acts for the page.

        Buttons among the rows that are being answered keep to the space bar, as options do.
        """
        focused = QApplication.focusWidget()
        outside = focused is not None and self.isAncestorOf(focused) and not answering.isAncestorOf(focused)
        if outside and isinstance(focused, QPushButton) and focused.isEnabled():
            focused.click()
        elif not (outside and isinstance(focused, TermLabel) and focused.open_focused()):
            otherwise()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._scroll.isAncestorOf(now) or (now is self._put and self._share is not None):
            return
        self._forget_share()
        # Not while a mouse button is down: what is being clicked must not move away.
        if not QApplication.mouseButtons().value:
            self.scroll_to(now)

    def _forget_share(self) -> None:
        self._share = None

    def _keep_in_view(self) -> None:
        """The words around what is in view have grown."""
        if self._share is None:
            self._follow_focus(None, QApplication.focusWidget())
        else:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(round(self._share * bar.maximum()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the focused widget leaves over: Enter presses it, and some keys scroll, as in any reader."""
        focused, enter = QApplication.focusWidget(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QPushButton) and not event.isAutoRepeat():
            focused.click()
        elif not scrolled(self._scroll, event):
            super().keyPressEvent(event)

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that the person typed and nothing has kept."""
        return False

    def save_then(self, go_on: Callable[[], None]) -> None:
        """Keeps what is unsaved and goes on once it is durable; stays where it cannot be kept as it is."""
        go_on()

    def keep(self) -> None:
        """The window wants to close: sends whatever is not durable yet to be kept; the page may have to go on."""

    def set_aside(self) -> None:
        """The person goes away: the page is off the screen, with everything on it, and its time stands still."""

    def come_back(self) -> None:
        """The person is back, and the page on screen again."""

    def leave(self) -> None:
        """The person is about to go elsewhere; results that come later must not touch this page."""
