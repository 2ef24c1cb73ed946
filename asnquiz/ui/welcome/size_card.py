"""A text size to choose by looking at it: a radio button drawn as a card with the same sentence at that size."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from asnquiz.painting.tokens import PADDING, RADIUS, Size
from asnquiz.ui.theme import Theme

SAMPLE = "ASN melayani semua warga tanpa memihak calon mana pun."
_MARK = 20
_GAP = 12
_WRAP = Qt.TextFlag.TextWordWrap


class SizeCard(QRadioButton):
    """One size; its sample stands at that size whatever the size of everything else."""

    def __init__(self, theme: Theme, name: str, percent: int) -> None:
        super().__init__()
        self._theme = theme
        self._name = f"{name}, {percent} %"
        self._sample = theme.font(Size.BODY)
        self._sample.setPointSizeF(Size.BODY.value * percent / 100)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.font(Size.BODY, QFont.Weight.DemiBold))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"Ukuran huruf {self._name.lower()}")

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where name and sample stand at a width."""
        mark = self._theme.px(_MARK) + _GAP
        room = max(80, width - 2 * PADDING)
        name = QFontMetrics(self.font()).boundingRect(0, 0, room - mark, 10_000, _WRAP, self._name)
        name = QRect(PADDING + mark, PADDING, room - mark, max(name.height(), self._theme.px(_MARK)))
        sample = QFontMetrics(self._sample).boundingRect(0, 0, room, 10_000, _WRAP, SAMPLE)
        return name, QRect(PADDING, name.bottom() + _GAP, room, sample.height())

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1].bottom() + PADDING

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All four arrows choose a neighbour, whether the cards stand in a row or in a column; Qt goes by places."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        cards = self.group().buttons()
        place = cards.index(self) + step
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            cards[place].click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(palette.teal if chosen else palette.control), palette.edge + chosen))
        painter.setBrush(QColor(palette.teal_soft if chosen or self.underMouse() else palette.card))
        painter.drawRoundedRect(frame, RADIUS - 2, RADIUS - 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.ink), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(4, 4, -4, -4), RADIUS - 6, RADIUS - 6)
        name, sample = self._places(self.width())
        side = self._theme.px(_MARK)
        mark = QRectF(PADDING, name.top() + (name.height() - side) / 2, side, side)
        self._theme.icons.paint(
            painter, "circle-check" if chosen else "circle", palette.teal if chosen else palette.control, mark
        )
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink))
        painter.drawText(name, _WRAP | Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(self._sample)
        painter.drawText(sample, _WRAP, SAMPLE)
        painter.end()
