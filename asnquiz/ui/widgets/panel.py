"""A panel over the page: something to read, closed by Escape or its button, after which everything is as it was."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING, Size
from asnquiz.ui.keyboard import CLOSE
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import give_back, pass_on
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.scrolling import scrolled
from asnquiz.ui.widgets.texts import clear, focus_target, heading

_WIDTH = 760
# How much of the window it may cover.
_SHARE = 0.9
_EDGE = 3  # room for the widest edge of any theme


class Panel(QDialog):
    """Stands over the window and takes nothing from its page: a question in progress goes on where it was.

    `over` is what it stands over where that is not the window itself.

    Attributes:
        column: where its words are put.
        foot: stays below what scrolls, its buttons in a row.
    """

    def __init__(self, theme: Theme, window: QWidget, over: QWidget | None = None) -> None:
        super().__init__(over or window)
        self.theme = theme
        self._window = over or window
        self.setObjectName("panel")
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        whole.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(self._scroll, 1)
        self._body = Flow()
        self._body.setObjectName("column")
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(PADDING + 8, PADDING + 4, PADDING + 8, PADDING)
        self.column.setSpacing(12)
        self._scroll.setWidget(self._body)
        foot = QWidget()
        self.foot = QHBoxLayout(foot)
        self.foot.setContentsMargins(PADDING + 8, 12, PADDING + 8, 16)
        self.foot.setSpacing(12)
        self.foot.addStretch(1)
        self.close_button = button(theme, "Tutup", self.reject, role="primary", keys=CLOSE.press)
        self.close_button.setAutoDefault(False)  # Enter on the words of the panel must not close it
        self.foot.addWidget(self.close_button)
        whole.addWidget(foot)
        room = window.size() * _SHARE
        self.resize(QSize(min(theme.px(_WIDTH), room.width()), room.height()))
        self.finished.connect(partial(give_back, self._window))
        self.finished.connect(self.deleteLater)

    def add_above_foot(self, words: QLabel) -> None:
        """Puts words where they stay in view, above the buttons."""
        words.setContentsMargins(PADDING + 8, 8, PADDING + 8, 0)
        self._whole.insertWidget(1, words)

    def title(self, words: str) -> None:
        """Begins the panel anew with a title that takes the focus."""
        clear(self._body)
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        label = focus_target(heading(self.theme, words, Size.TITLE), "title")
        self.column.addWidget(label)
        self._scroll.verticalScrollBar().setValue(0)
        label.setFocus(Qt.FocusReason.OtherFocusReason)  # or its button would be heard first where it opens
        QTimer.singleShot(0, label, lambda: label.setFocus(Qt.FocusReason.OtherFocusReason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scrolled(self._scroll, event):
            super().keyPressEvent(event)
            pass_on(self, event)
