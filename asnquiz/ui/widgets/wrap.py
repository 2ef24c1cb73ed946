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
        # A layout is asked for its size over and over: what was reckoned holds until something in it changes.
        self._measured: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def part(self) -> None:
        """Lets what is added from now on stand at the right end, as long as everything stands in one line."""
        self._parted = len(self._items)

    def invalidate(self) -> None:
        super().invalidate()
        self._measured = None
        self._heights.clear()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._arrange(rect.translated(0, spare // 2), move=True)

    def sizeHint(self) -> QSize:
        wished = [wish for _, wish, _ in self._shown]
        width = sum(wish.width() for wish in wished) + _GAP * max(0, len(wished) - 1)
        return QSize(width, max((wish.height() for wish in wished), default=0))

    def minimumSize(self) -> QSize:
        least = [size for _, _, size in self._shown]
        return QSize(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    @property
    def _shown(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """What takes room, with the size that it wishes and its least."""
        if self._measured is None:
            shown = [item for item in self._items if not item.isEmpty()]
            self._measured = [(item, item.sizeHint(), item.minimumSize()) for item in shown]
        return self._measured

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, as large as it wishes."""
        line: list[tuple[QLayoutItem, QSize]] = []
        room = width
        for item, wish, _ in self._shown:
            if line and wish.width() > room:
                yield line
                line, room = [], width
            line.append((item, wish))
            room -= wish.width() + _GAP
        if line:
            yield line

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that all items take up at the width of `rect`."""
        y = rect.y()
        spare = max(0, rect.width() - self.sizeHint().width())
        right = self._items[self._parted :] if self._parted is not None else []
        for line in self._lines(rect.width()):
            x, height = rect.x(), max(wish.height() for _, wish in line)
            for item, wish in line:
                if item in right:
                    x, right = x + spare, []
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - wish.height()) // 2), wish))
                x += wish.width() + _GAP
            y += height + _GAP
        return max(0, y - _GAP - rect.y())
