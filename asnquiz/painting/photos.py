"""Pictures of questions, decoded within limits: what is damaged or larger than it may be is no picture."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from asnquiz.domain.image import ENDINGS, MOST_PIXELS, image_bytes
from asnquiz.domain.pack import Image, Item, Pack

_MEGABYTES = 64  # of one whole picture: MOST_PIXELS by MOST_PIXELS, four bytes each


@lru_cache(maxsize=2)  # the wall measures the same picture many times
def decoded(image: Image) -> QImage | None:
    """A picture on white, as on paper, where it lets through; None where it cannot be shown."""
    try:
        data = QByteArray(image_bytes(image))
    except ValueError:
        return None
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Only what it says it is: the other formats that Qt reads are never asked.
    reader = QImageReader(buffer, QByteArray(ENDINGS[image.media].removeprefix(".").encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_MEGABYTES)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MOST_PIXELS:
        return None
    found = reader.read()
    return None if found.isNull() else _on_white(found)


def photo(item: Item, pack: Pack) -> QImage | None:
    """The picture of a question; None where it has none, or it cannot be shown."""
    image = pack.image_by_name.get(item.picture.image) if item.picture else None
    return decoded(image) if image else None


def _on_white(found: QImage) -> QImage:
    if not found.hasAlphaChannel():
        return found
    ground = QImage(found.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, found)
    painter.end()
    return ground
