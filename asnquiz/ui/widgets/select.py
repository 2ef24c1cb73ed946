"""A drop-down list with its arrow in the icon family."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QVBoxLayout

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import text

_ARROW = 18


class Select(QComboBox):
    """One choice of a short list; `name` is what a screen reader says."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The list's own delegate does not ask the style sheet how high an entry is.
        self.setItemDelegate(QStyledItemDelegate(self))

    def sizeHint(self) -> QSize:
        # The style sheet leaves room for the arrow as it is at 100 %.
        return super().sizeHint() + QSize(self._theme.px(_ARROW) - _ARROW, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(self._theme.px(_ARROW) - _ARROW, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A person who scrolls the page past the list must not change an answer by it.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(_ARROW)
        painter = QPainter(self)
        arrow = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side)
        palette = self._theme.palette
        self._theme.icons.paint(painter, "chevron-down", palette.ink_2 if self.isEnabled() else palette.ink_3, arrow)
        painter.end()


def captioned_select(theme: Theme, column: QVBoxLayout, label: str) -> Select:
    """A list under its caption, added to a column."""
    caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
    column.addWidget(caption)
    select = Select(theme, label)
    caption.setBuddy(select)
    column.addWidget(select, 0, Qt.AlignmentFlag.AlignLeft)
    return select
