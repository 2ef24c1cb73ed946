"""Words on the wall, wrapped so that even an endless one is not cut."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextDocumentFragment,
    QTextOption,
)
from PySide6.QtWidgets import QLabel

from asnquiz.ui.briefing.audience.kit import Kit
from asnquiz.ui.briefing.audience.parts import CAPTION, Text
from asnquiz.ui.widgets.spoken import Spoken

_ON_ONE_LINE = 0.94  # by so much letters shrink at a time, until a line of them fits


class Words(QLabel):
    """A text of a scene, as high as its width asks for.

    Attributes:
        above, below: the room that it wants over it and under it, in 1080ths of the wall.
        least: the width that it cannot do without, in pixels.
    """

    stretches = False
    least = 0

    def __init__(self, kit: Kit, part: Text) -> None:
        super().__init__(QTextDocumentFragment.fromHtml(part.words).toPlainText() if part.html else part.words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if part.level:
            self.spoken = Spoken(part.level)
        self.above, self.below = (28.0, 28.0) if part.level else (part.above, 0.0)
        self._kit = kit
        self._part = part
        self._laid: tuple[int, int] | None = None  # a width, and the height there
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if part.centred else Qt.AlignmentFlag.AlignLeft)
        wrapped = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(QTextOption.WrapMode.NoWrap if part.whole else wrapped)
        self._document.setDefaultTextOption(option)
        self._document.setDefaultFont(kit.font(part.style))
        if part.html:
            self._document.setHtml(part.words)
        else:
            self._document.setPlainText(part.words)

    @property
    def natural(self) -> int:
        """The width of the words on one line, in pixels."""
        self._laid = None
        self._document.setTextWidth(-1)
        return ceil(self._document.idealWidth())

    def say(self, words: str) -> None:
        """Other words in the place of these, as plain text."""
        self.setText(words)
        self._laid = None
        self._document.setPlainText(words)
        self.update()

    def align(self, side: Qt.AlignmentFlag) -> None:
        self._laid = None
        option = self._document.defaultTextOption()
        option.setAlignment(side)
        self._document.setDefaultTextOption(option)

    def needed(self, width: int) -> int:
        """How high the words are at a width, in pixels."""
        if self._laid is None or self._laid[0] != width:
            if self._part.whole:
                self._shrink(width)
            self._document.setTextWidth(width)
            self._laid = width, ceil(self._document.size().height())
        return self._laid[1]

    def _shrink(self, width: int) -> None:
        """Makes the letters so small that a line of them fits, and no smaller than can be read."""
        style = self._part.style
        self._document.setDefaultFont(self._kit.font(style))
        while style.size > CAPTION.size and self.natural > width:
            style = replace(style, size=style.size * _ON_ONE_LINE)
            self._document.setDefaultFont(self._kit.font(style))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.needed(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        colour = QColor(self._kit.palette.ink_of(self._part.style.tone))
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, context)
        painter.end()
