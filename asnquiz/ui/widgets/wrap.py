"""A row of small things that goes on in the next line where there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

# Between two things as between two lines; as other distances, the same at every text size.
_GAP = 8


class WrapLayout(QLayout):
    """Places widgets as wide as they wish, from left to right and then down, in the middle of the height there is;
    those hidden take no room.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
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
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._arrange(rect.translated(0, spare // 2), move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """What stands in each line."""
        line: list[QLayoutItem] = []
        room = width
        for item in self._shown:
            wide = item.sizeHint().width()
            if line and wide > room:
                yield line
                line, room = [], width
            line.append(item)
            room -= wide + _GAP
        if line:
            yield line

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that all items take up at the width of `rect`."""
        y = rect.y()
        spare = max(0, rect.width() - self.sizeHint().width())
        right = self._items[self._parted :] if self._parted is not None else []
        for line in self._lines(rect.width()):
            x, height = rect.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                if item in right:
                    x, right = x + spare, []
                size = item.sizeHint()
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + _GAP
            y += height + _GAP
        return max(0, y - _GAP - rect.y())
