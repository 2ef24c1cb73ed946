"""What the room sees now, small, on the leader's page."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken

_WIDTH = 420
_CALM_MS = 400  # while answers come in, the picture is taken this often at most


class Preview(QWidget):
    """A picture of the room's window. Silent: the page says in words what is led."""

    spoken = Spoken.DECORATION

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._window = window
        self._taken = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._take)
        self._take()

    def take_soon(self) -> None:
        if not self._calm.isActive():
            self._calm.start()

    @property
    def due(self) -> bool:
        """Whether the next picture is about to be taken."""
        return self._calm.isActive()

    def _take(self) -> None:
        self._taken = self._window.grab()
        self.updateGeometry()
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        whole = self._window.size()
        width = self._theme.px(_WIDTH)
        return QSize(width, round(width * whole.height() / max(1, whole.width())))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._taken)
        painter.setPen(QColor(self._theme.palette.control))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
