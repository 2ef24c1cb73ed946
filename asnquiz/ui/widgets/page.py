"""What every page is: a scrolling column of set width with a title that takes the focus, and the law stamp under it."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import focus_target, heading, text


class _Body(QWidget):
    """Its height follows from its width alone: wrapped labels ask for far too much at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QScrollArea):
    """A screen.

    Attributes:
        section: the rail entry that is lit, None for a page without the rail.
        column: where the page puts its widgets.
    """

    def __init__(self, theme: Theme, name: str, section: Section | None) -> None:
        super().__init__()
        self.theme = theme
        self.section = section
        self.setObjectName("page")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = _Body()
        body.setObjectName("column")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(40, 28, 40, 20)
        self.column.setSpacing(14)
        self.setWidget(body)

    def title(self, words: str) -> QLabel:
        """Adds the page's title, which takes the focus."""
        label = focus_target(heading(self.theme, words, Size.TITLE), "title")
        self.column.addWidget(label)
        self.focus_on(label)
        return label

    def focus_on(self, widget: QWidget) -> None:
        """Gives the focus once the page is on screen."""
        QTimer.singleShot(0, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))

    def stamp(self, words: str) -> None:
        """Ends the page with the sentence about the state of the law."""
        self.column.addStretch(1)
        self.column.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-3"))

    def leave(self) -> None:
        """The person is about to go elsewhere; results that come later must not touch this page."""
