"""What stands over and under every picture: where the room is, how many answered, the address, the law."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from asnquiz.domain.briefing_codes import class_code_words
from asnquiz.ui.briefing.audience.frame import Frame
from asnquiz.ui.briefing.audience.kit import Kit
from asnquiz.ui.briefing.audience.parts import CAPTION, Scene, Text
from asnquiz.ui.briefing.audience.words import Words

_APART = 40
_MOST_RIGHT = 0.45


class Head(QWidget):
    """Where the room is at the left, how many are through at the right, between them a gap that is `middle` wide."""

    def __init__(self, kit: Kit, left: str, right: str, middle: int) -> None:
        super().__init__()
        self._kit = kit
        self._gap = middle
        self._left = Words(kit, Text(left, CAPTION, level=1 if left else None))
        self._right = Words(kit, Text(right, CAPTION))
        self._right.align(Qt.AlignmentFlag.AlignRight)
        for words in (self._left, self._right):
            words.setParent(self)
            words.setVisible(bool(words.text()))

    @property
    def middle(self) -> int:
        """Where the gap begins, in pixels."""
        return self._widths(self.width())[0] + self._kit.room(_APART)

    def _widths(self, width: int) -> tuple[int, int]:
        right = min(self._right.natural, round(width * _MOST_RIGHT)) if self._right.text() else 0
        apart = self._kit.room(_APART) * ((right > 0) + (self._gap > 0))
        return width - right - self._gap - apart, right

    def needed(self, width: int) -> int:
        """How high it is at a width, in pixels; 0 where there is nothing in it."""
        both = zip((self._left, self._right), self._widths(width), strict=True)
        return max((words.needed(its) for words, its in both if words.text()), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, right = self._widths(self.width())
        self._left.setGeometry(0, 0, left, self._left.needed(left))
        self._right.setGeometry(self.width() - right, 0, right, self._right.needed(right))


class Foot(QWidget):
    """The address and kode kelas for those who come late, and as of when the law stands."""

    def __init__(self, kit: Kit, scene: Scene, frame: Frame) -> None:
        super().__init__()
        self._kit = kit
        entry = ""
        if scene.entry and frame.door is not None:
            code = class_code_words(frame.class_code)
            entry = f"{escape(frame.door.address)} · kode kelas <b>{code}</b>"
        stamp = frame.stamp if scene.stamped else ""
        self._texts = [Words(kit, Text(words, CAPTION, html=html)) for words, html in ((entry, True), (stamp, False))]
        for words in self._texts:
            words.setParent(self)
            words.setVisible(bool(words.text()))

    def _places(self, width: int) -> list[tuple[Words, int, int, int]]:
        """Each text with its left, its top and its width: side by side, or over one another where that is lower."""
        shown = [words for words in self._texts if words.text()]
        if len(shown) < 2:
            return [(words, 0, 0, width) for words in shown]
        entry, stamp = shown
        left = entry.natural + self._kit.room(_APART)
        high, rest = entry.needed(width), max(1, width - left)
        if max(high, stamp.needed(rest)) <= high + stamp.needed(width):
            return [(entry, 0, 0, min(width, entry.natural)), (stamp, left, 0, rest)]
        return [(entry, 0, 0, width), (stamp, 0, high, width)]

    def needed(self, width: int) -> int:
        """How high it is at a width, in pixels; 0 where there is nothing in it."""
        return max((top + words.needed(its) for words, _, top, its in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for words, left, top, width in self._places(self.width()):
            words.align(Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft)
            words.setGeometry(left, top, width, words.needed(width))
