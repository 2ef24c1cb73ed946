"""The picture of a question: as wide as the page allows, never larger than it is, and heard by what it shows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from asnquiz.domain.pack import Item, Pack
from asnquiz.painting.photos import photo
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import narrowed
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import text


def question_photo(theme: Theme, item: Item, pack: Pack, most: int | None = None) -> QWidget | None:
    """The picture of a question, or what it shows in words where it is damaged; None where it has none.

    `most` is how wide it may be at the usual text size, where it is one thing among others.
    """
    if item.picture is None:
        return None
    found = photo(item, pack)
    if found is None:
        return text(theme, f"Gambar pada soal ini tidak dapat ditampilkan. Isinya: {item.picture.alt}", tone="ink-2")
    made = Photo(found, item.picture.alt)
    if most:
        made.setMaximumWidth(min(made.maximumWidth(), theme.px(most)))
    return narrowed(made)


class Photo(QWidget):
    """One picture; its height follows from its width."""

    spoken = Spoken.PICTURE

    def __init__(self, image: QImage, alt: str) -> None:
        super().__init__()
        self._image = image
        self._scaled = image
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(image.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, round(min(width, self.maximumWidth()) * self._image.height() / self._image.width()))

    def sizeHint(self) -> QSize:
        return self._image.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        place = QSize(self.width(), self.heightForWidth(self.width()))
        wanted = place * self.devicePixelRatioF()
        # Drawn small by the painter alone, thin lines and letters would fall between pixels.
        if wanted.width() < self._image.width() and self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect().adjusted(0, 0, 0, place.height() - self.height()), self._scaled)
        painter.end()
