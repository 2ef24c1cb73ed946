"""The parts of a scene that are drawn rather than written: bars of votes, codes, pictures of the pack, the mark."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from asnquiz.painting.diagrams import diagram
from asnquiz.painting.mark import paint_mark
from asnquiz.painting.photos import decoded
from asnquiz.painting.qr import paint_qr, qr_side
from asnquiz.painting.votes import LEGEND, Vote, VotesLook, paint_votes
from asnquiz.ui.briefing.audience import parts
from asnquiz.ui.briefing.audience.kit import SMALLEST, Kit
from asnquiz.ui.briefing.audience.parts import LEAD, Style, Text
from asnquiz.ui.briefing.audience.words import Words
from asnquiz.ui.widgets.spoken import Spoken

_CAPTION = Style(30, LEAD.weight)
_PICTURE_LETTERS = 13  # the smallest in pictures of packs
_PHOTO = 480  # the height that a picture of a question wants, of 1080
_ENLARGED = 2


class BarsPiece(QWidget):
    """How many chose each row, before and after the talk where there were two votes."""

    stretches = True
    above = 20.0
    below = 0.0
    spoken = Spoken.PICTURE

    def __init__(self, kit: Kit, part: parts.Bars) -> None:
        super().__init__()
        self._kit = kit
        self._votes = part.votes
        rounds = max(len(vote.counts) for vote in part.votes)
        most = max(count for vote in part.votes for count in vote.counts)
        number = QFontMetrics(kit.font(Style(SMALLEST, LEAD.weight))).horizontalAdvance(str(most))
        self.least = len(part.votes) * (rounds * (number + kit.room(10)) + kit.room(18))
        self.setAccessibleName(_told(part.votes))

    def needed(self, width: int) -> int:  # noqa: ARG002
        return self._kit.room(360)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        kit = self._kit
        sizes = (52, 44, 36, 28)
        look = VotesLook(kit.palette, kit.icons, tuple(kit.font(Style(size, LEAD.weight)) for size in sizes), kit.unit)
        painter = QPainter(self)
        paint_votes(painter, QRectF(self.rect()), self._votes, look)
        painter.end()


def _told(votes: tuple[Vote, ...]) -> str:
    """The same in words."""
    rounds = ([(vote.letter, vote.first) for vote in votes], [(vote.letter, vote.second) for vote in votes])
    told = (
        (name, [f"{letter} {count}" for letter, count in counts if count is not None])
        for name, counts in zip(LEGEND, rounds, strict=True)
    )
    return ". ".join(f"{name}: {', '.join(said)}" for name, said in told if said)


class CodePiece(QWidget):
    """A QR code on white with the quiet zone that scanners need, over what it is for."""

    stretches = False
    least = 0
    below = 0.0
    above = 24.0
    spoken = Spoken.GROUP

    def __init__(self, kit: Kit, part: parts.Code) -> None:
        super().__init__()
        self._kit = kit
        self._size = part.size
        self._matrix = kit.codes(part.text)
        self._words = Words(kit, Text(part.words, _CAPTION, centred=True))
        self._words.setParent(self)

    def _module(self, width: int) -> float:
        """The side of a module: whole pixels of the screen, so that all are of one size."""
        side = min(width, self._kit.room(self._size)) * self.devicePixelRatioF()
        return max(1, int(side / qr_side(self._matrix))) / self.devicePixelRatioF()

    def _code(self, width: int) -> int:
        return round(self._module(width) * qr_side(self._matrix))

    def needed(self, width: int) -> int:
        return self._code(width) + self._kit.room(8) + self._words.needed(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self._words.setGeometry(0, self._code(width) + self._kit.room(8), width, self._words.needed(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        left = (self.width() - self._code(self.width())) // 2
        paint_qr(painter, self._matrix, left, 0, self._module(self.width()))
        painter.end()


class DrawingPiece(QWidget):
    """A picture of the pack, as large as there is room for; it wants so much that its letters can be read."""

    stretches = True
    least = 0
    below = 0.0
    above = 20.0
    spoken = Spoken.PICTURE

    def __init__(self, kit: Kit, part: parts.Drawing) -> None:
        super().__init__()
        self._renderer = diagram(part.svg, kit.palette)
        self._wanted = SMALLEST * kit.unit / _PICTURE_LETTERS
        self.setAccessibleName(part.words)

    def needed(self, width: int) -> int:
        size = self._renderer.defaultSize()
        return round(min(self._wanted, width / size.width()) * size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        size = self._renderer.defaultSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        self._renderer.render(painter, QRectF(left, top, size.width(), size.height()))
        painter.end()


class PhotoPiece(QWidget):
    """The picture of a question, as large as there is room for, but no more than twice as large as it is."""

    stretches = True
    least = 0
    below = 0.0
    above = 20.0
    spoken = Spoken.PICTURE

    def __init__(self, kit: Kit, part: parts.Photo) -> None:
        super().__init__()
        self._image = decoded(part.image) or QImage()
        self._wanted = kit.room(_PHOTO)
        self.setAccessibleName(part.words)

    def _size(self, width: int, height: int) -> QSize:
        return self._image.size().scaled(
            QSize(width, height).boundedTo(self._image.size() * _ENLARGED), Qt.AspectRatioMode.KeepAspectRatio
        )

    def needed(self, width: int) -> int:
        return self._size(width, self._wanted).height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        size = self._size(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()


class MarkPiece(QWidget):
    """The mark alone, in the middle."""

    stretches = False
    least = 0
    below = 0.0
    above = 20.0
    spoken = Spoken.DECORATION

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def needed(self, width: int) -> int:  # noqa: ARG002
        return self._kit.room(220)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        side = min(self.width(), self.height()) * 0.85  # its petals swell beyond their square
        painter = QPainter(self)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_mark(painter, place, self._kit.palette.teal, self._kit.palette.paper)
        painter.end()
