"""The picture of a question on paper: no wider than the column, no larger than it is, with what it shows under it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from asnquiz.documents.paper import Paper, Piece
from asnquiz.documents.text import NOTE, QUIET, Words
from asnquiz.domain.pack import Item
from asnquiz.painting.photos import photo

_SCALE = 0.75  # a pixel on paper: 96 to the inch
_TALLEST = 230.0
_ABOVE, _BELOW = 5.0, 7.0


def photo_of(paper: Paper, item: Item, width: float) -> Piece | None:
    """The picture of a question with its words, or the words alone where it is damaged; None where it has none.

    Qt writes PDFs without names for pictures, so that the words stand where a screen reader finds them.
    """
    if item.picture is None:
        return None
    found = photo(item, paper.press.pack)
    if found is None:
        words = f"Gambar pada soal ini tidak dapat ditampilkan. Isinya: {item.picture.alt}"
        return Words(paper.device, words, QUIET, width)
    return _Photo(found, Words(paper.device, f"Gambar: {item.picture.alt}", NOTE, width), width)


class _Photo:
    def __init__(self, image: QImage, words: Words, width: float) -> None:
        self._image = image
        self._words = words
        scale = min(_SCALE, width / image.width(), _TALLEST / image.height())
        self._width, self._drawn = image.width() * scale, image.height() * scale
        self.height = _ABOVE + self._drawn + 3 + words.height + _BELOW

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        painter.drawImage(QRectF(x, y + _ABOVE, self._width, self._drawn), self._image)
        self._words.paint(painter, x, y + _ABOVE + self._drawn + 3)
