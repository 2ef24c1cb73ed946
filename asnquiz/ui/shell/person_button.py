"""Who is learning, at the foot of the rail: a button that leads to somebody else."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent

from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.wide_button import WideButton

_CHANGE = "Ganti orang"
_INSET = 12
_ABOVE = 8
_GAP = 10
_ICON = 20
_WRAP = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap


class PersonButton(WideButton):
    """Name and unit over what a press does; folded, an icon alone."""

    def __init__(self, theme: Theme, on_click: Callable[[], None]) -> None:
        super().__init__(theme)
        self._lines: tuple[tuple[str, QFont, str], ...] = ()
        self._folded = False
        self.setAutoDefault(True)  # Enter presses it, as it does on a page
        self.clicked.connect(lambda: on_click())
        self.show_person(None, None)

    def show_person(self, name: str | None, unit: str | None) -> None:
        """A guest has no name yet."""
        caption, bold = (self._theme.font(Size.CAPTION, weight) for weight in (QFont.Weight.Normal, QFont.Weight.Bold))
        who = name or "Tamu"
        under = unit or ("" if name else "Belajar tanpa nama")
        lines = [(who, bold, "ink"), (under, caption, "ink-3"), (_CHANGE, caption, "teal")]
        self._lines = tuple(line for line in lines if line[0])
        self.setAccessibleName(f"{_CHANGE}: {who}")
        self.setAccessibleDescription(under)
        self.setToolTip(f"{_CHANGE} ({who})")
        self.updateGeometry()
        self.update()

    def fold(self, *, folded: bool) -> None:
        self._folded = folded
        self.updateGeometry()
        self.update()

    def _rects(self, width: int) -> list[QRect]:
        px = self._theme.px
        left, top = _INSET + px(_ICON) + _GAP, _ABOVE
        found = []
        for words, font, _ in self._lines:
            room = max(40, width - left - 4)
            rect = QFontMetrics(font).boundingRect(0, 0, room, 10_000, int(_WRAP.value), words)
            found.append(QRect(left, top, room, rect.height()))
            top += rect.height()
        return found

    def content_height(self, width: int) -> int:
        return 0 if self._folded else self._rects(width)[-1].bottom() + _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, side = self._theme.palette, self._theme.px(_ICON)
        painter = self.ground()
        rects = self._rects(self.width())
        top = (self.height() - side) / 2 if self._folded else rects[0].center().y() - side / 2
        self._theme.icons.paint(painter, "users", palette.ink_2, QRectF(_INSET, top, side, side))
        if not self._folded:
            for rect, (words, font, tone) in zip(rects, self._lines, strict=True):
                painter.setFont(font)
                painter.setPen(QColor(palette.ink_of(tone)))
                painter.drawText(rect, int(_WRAP.value), words)
        painter.end()
