"""The line in which one asks: a magnifier before what is typed, and how much was found after it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import text

_HEIGHT = 56
_EDGE = 18
_ICON = 20
_GAP = 12
_LONGEST = 200


class SearchLine(QLineEdit):
    """Escape empties it, and leaves one that is empty alone. Nothing remembers what was typed.

    Signals:
        entered: Enter was pressed, which means the first result.
    """

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("search")
        self.setFont(theme.font(Size.READING))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText("Ketik perbuatannya dengan kata sehari-hari")
        # Asks on-screen keyboards and input methods not to learn the words either.
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._count = text(theme, "", size=Size.CAPTION, tone="ink-2", wrap=False)
        self._count.setParent(self)
        self.show_count("")

    def show_count(self, words: str) -> None:
        """Says at the end of the line how much was found."""
        self._count.setText(words)
        self._count.adjustSize()
        self._count.setVisible(bool(words))
        px = self._theme.px
        right = self._count.width() + px(_GAP) if words else 0
        # The style sheet keeps 12 pixels at either side.
        self.setTextMargins(px(_EDGE) + px(_ICON) + px(_GAP) - 12, 0, px(_EDGE) + right - 12, 0)
        self._place_count()

    def _place_count(self) -> None:
        count = self._count
        count.move(self.width() - self._theme.px(_EDGE) - count.width(), (self.height() - count.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(_ICON)
        painter = QPainter(self)
        place = QRectF(theme.px(_EDGE), (self.height() - side) / 2, side, side)
        theme.icons.paint(painter, "search", theme.palette.ink_2, place)
        painter.end()
