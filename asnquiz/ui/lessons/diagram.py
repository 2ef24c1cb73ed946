"""A picture of a lesson, as wide as the text allows, in the colours of the theme of the moment."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from asnquiz.painting.diagrams import diagram
from asnquiz.painting.tokens import ThemeName
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken


class Diagram(QWidget):
    """One picture; the words under it say the same."""

    spoken = Spoken.DECORATION

    def __init__(self, theme: Theme, svg: str) -> None:
        super().__init__()
        self._theme = theme
        self._svg = svg
        self._drawn: tuple[ThemeName, QSvgRenderer] | None = None
        self._size = self._renderer().defaultSize()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(theme.px(self._size.width()))

    def _renderer(self) -> QSvgRenderer:
        name = self._theme.name
        if self._drawn is None or self._drawn[0] is not name:
            self._drawn = name, diagram(self._svg, name.palette)
        return self._drawn[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self.maximumWidth()) * self._size.height() / self._size.width())

    def sizeHint(self) -> QSize:
        return QSize(self._size.width(), self._size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._renderer().render(painter, QRectF(0, 0, self.width(), self.heightForWidth(self.width())))
        painter.end()
