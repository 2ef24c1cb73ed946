"""A panel over the page: something to read, closed by Escape or its button, after which everything is as it was."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from asnquiz.painting.tokens import PADDING, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.texts import clear, focus_target, heading

_WIDTH = 760
# How much of the window it may cover.
_SHARE = 0.9
_EDGE = 3  # room for the widest edge of any theme


class Panel(QDialog):
    """Stands over the window and takes nothing from its page: a question in progress goes on where it was.

    Attributes:
        column: where its words are put.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._window = window
        self.setObjectName("panel")
        whole = QVBoxLayout(self)
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
        row = QHBoxLayout(foot)
        row.setContentsMargins(PADDING + 8, 12, PADDING + 8, 16)
        row.addStretch(1)
        close = button(theme, "Tutup", self.reject, role="primary", keys="Esc")
        close.setAutoDefault(False)  # Enter on the words of the panel must not close it
        row.addWidget(close)
        whole.addWidget(foot)
        room = window.size() * _SHARE
        self.resize(QSize(min(theme.px(_WIDTH), room.width()), room.height()))
        self.finished.connect(self._give_back)
        self.finished.connect(self.deleteLater)

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

    def _give_back(self) -> None:
        # Only Windows does this by itself; elsewhere it is left to the window manager.
        if QApplication.activeModalWidget() is None:
            self._window.activateWindow()
