"""A row of small things that goes on in the next line where there is no more room."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from asnquiz.ui.widgets.flow import Flow

_BETWEEN = 12


def ends(left: QWidget, right: Iterable[QWidget]) -> Flow:
    """What ends a step: the way back at the left, and what can be done at the right."""
    host = Flow()
    row = WrapLayout(host, _BETWEEN)
    row.addWidget(left)
    row.part()
    for widget in right:
        row.addWidget(widget)
    return host


class WrapLayout(QLayout):
    """Places widgets as wide as they wish, from left to right and then down, `gap` pixels apart; not those hidden."""

    def __init__(self, host: QWidget, gap: int) -> None:
        super().__init__(host)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._parted: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def part(self) -> None:
        """Lets what is added from now on stand at the right end, as long as everything stands in one line."""
        self._parted = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that all items take up at the width of `rect`."""
        x, y, line = rect.x(), rect.y(), 0
        spare = rect.width() - self.sizeHint().width()
        right = self._items[self._parted :] if self._parted is not None and spare > 0 else []
        for item in self._shown:
            if item in right:
                x, right = x + spare, []
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
