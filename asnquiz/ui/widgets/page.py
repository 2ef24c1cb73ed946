"""What every page is: a scrolling column with a title that takes the focus, a header that stays, and the law stamp."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
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
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.texts import focus_target, heading, text


class Page(QWidget):
    """A screen.

    Attributes:
        section: the rail entry that is lit, None for a page without the rail.
        header: stays above what scrolls.
        column: where the page puts its widgets.
        unsaved_title: says over the question that comes before something unsaved is left.
    """

    unsaved_title = "Data diri belum disimpan"

    def __init__(self, theme: Theme, name: str, section: Section | None) -> None:
        super().__init__()
        self.theme = theme
        self.section = section
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._put: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
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
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_focus_in_view)

    def title(self, words: str) -> QLabel:
        """Adds the page's title, which takes the focus."""
        label = focus_target(heading(self.theme, words, Size.TITLE, level=1), "title")
        self.column.addWidget(label)
        self.focus_on(label)
        return label

    def focus_on(self, widget: QWidget) -> None:
        """Gives the focus once the page is on screen."""
        self._put = widget
        QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

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
        # Not while a mouse button is down: what is being clicked must not move away.
        if now is not None and self._scroll.isAncestorOf(now) and not QApplication.mouseButtons().value:
            self.scroll_to(now)

    def _keep_focus_in_view(self) -> None:
        """The words around it have grown."""
        self._follow_focus(None, QApplication.focusWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the focused widget leaves over: Enter presses it, and space, Home and End scroll, as in any reader."""
        focused, scroll = QApplication.focusWidget(), self._scroll.verticalScrollBar()
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        action = QAbstractSlider.SliderAction
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focused, QPushButton) and not event.isAutoRepeat():
                focused.click()
            case Qt.Key.Key_Space:
                scroll.triggerAction(action.SliderPageStepSub if back else action.SliderPageStepAdd)
            case Qt.Key.Key_Home:
                scroll.triggerAction(action.SliderToMinimum)
            case Qt.Key.Key_End:
                scroll.triggerAction(action.SliderToMaximum)
            case _:
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
