"""The map of a case study on screen, at the width it is given."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from asnquiz.domain.case_study import Walk
from asnquiz.painting.case_map import CaseMap
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.words import map_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken


class CaseMapView(QWidget):
    """A drawing; what it shows stands under it in words, which its description repeats."""

    spoken = Spoken.PICTURE

    def __init__(self, theme: Theme, walk: Walk) -> None:
        super().__init__()
        self._theme = theme
        self._map = CaseMap(walk, theme.scale, theme.font(Size.BODY, QFont.Weight.Bold), theme.font(Size.CAPTION))
        self.setAccessibleName("Peta jalan")
        self.setAccessibleDescription(" ".join(map_words(walk)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._map.height(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._map.paint(painter, QRectF(self.rect()), self._theme.palette, self._theme.icons)
        painter.end()
