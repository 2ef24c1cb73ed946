"""One of the people on the list: a button with name, unit and whether a PIN is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from asnquiz.painting.tokens import CONTROL_RADIUS, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.wide_button import WideButton

_INSET = 14
_ICON = 24
_SIGN = 20
_GAP = 14
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere).value)


class PersonRow(WideButton):
    """A padlock at its end says that a PIN is asked for; the name that is heard says it too."""

    def __init__(self, theme: Theme, name: str, under: str, *, locked: bool, on_click: Callable[[], None]) -> None:
        super().__init__(theme)
        self._locked = locked
        bold = theme.font(Size.LEAD, QFont.Weight.DemiBold)
        lines = ((name, bold, "ink"), (under, theme.font(Size.CAPTION), "ink-2"))
        self._lines = tuple(line for line in lines if line[0])
        self.setAccessibleName(", ".join(filter(None, (name, under, "dengan PIN" if locked else ""))))
        self.clicked.connect(lambda: on_click())

    def _rects(self, width: int) -> list[QRect]:
        px = self._theme.px
        left, top = _INSET + px(_ICON) + _GAP, _INSET
        room = max(80, width - left - _INSET - (px(_SIGN) + _GAP if self._locked else 0))
        found = []
        for words, font, _ in self._lines:
            rect = QFontMetrics(font).boundingRect(0, 0, room, 10_000, _WRAP, words)
            found.append(QRect(left, top, room, rect.height()))
            top += rect.height() + 2
        return found

    def content_height(self, width: int) -> int:
        return self._rects(width)[-1].bottom() + _INSET

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, palette = self._theme, self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.hasFocus()
        painter.setPen(QPen(QColor(palette.teal if chosen else palette.control), palette.edge + chosen))
        painter.setBrush(QColor(palette.teal_soft if self.underMouse() else palette.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        side = theme.px(_ICON)
        theme.icons.paint(painter, "user", palette.teal, QRectF(_INSET, (self.height() - side) / 2, side, side))
        if self._locked:
            sign = theme.px(_SIGN)
            place = QRectF(self.width() - _INSET - sign, (self.height() - sign) / 2, sign, sign)
            theme.icons.paint(painter, "lock", palette.ink_2, place)
        rects = self._rects(self.width())
        down = (self.height() - rects[-1].bottom() - _INSET) // 2
        for rect, (words, font, tone) in zip(rects, self._lines, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(palette.ink_of(tone)))
            painter.drawText(rect.translated(0, down), _WRAP, words)
        painter.end()
