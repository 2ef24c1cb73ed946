"""Text on paper: set line by line for one width, so that it can flow from page to page and is never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPdfWriter, QTextCharFormat, QTextLayout, QTextOption

from asnquiz.painting.tokens import CHANGING, FAMILY, LIGHT

# Fine enough that no letter is moved to a grid that the eye could see.
RESOLUTION = 1200
_DEVICE = RESOLUTION / 72
_LINE_SEPARATOR = "\N{LINE SEPARATOR}"


@dataclass(frozen=True)
class Style:
    """A way to set text; sizes in points. `leading` is the height of a line in sizes of the letters."""

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = LIGHT.ink
    leading: float = 1.45

    @property
    def line(self) -> float:
        """The height of one line, in points."""
        return self.size * self.leading

    def font(self) -> QFont:
        """Its letters, each drawn as it is written."""
        font = QFont(FAMILY)
        font.setPointSizeF(self.size)
        font.setWeight(self.weight)
        # Copied from the PDF, "fi" would be one sign and a hyphen a minus.
        for feature in CHANGING:
            font.setFeature(QFont.Tag(feature), 0)
        return font


TITLE = Style(19, QFont.Weight.Bold, leading=1.25)
HEADING = Style(13, QFont.Weight.DemiBold, leading=1.35)
SUBHEADING = Style(11.25, QFont.Weight.DemiBold)
BODY = Style(10.5, leading=1.55)
STRONG = Style(10.5, QFont.Weight.DemiBold)
QUIET = Style(10.5, colour=LIGHT.ink_2, leading=1.55)
SMALL = Style(9.5)
NOTE = Style(9, colour=LIGHT.ink_2)
LABEL = Style(9, QFont.Weight.DemiBold, LIGHT.ink_2)


class Words:
    """Plain text, or text with bold and italic stretches, set in lines of at most `width` points.

    Lines begin at the left, or end at the `right` of that width.

    Attributes:
        height: of all lines, in points.
    """

    def __init__(
        self,
        device: QPdfWriter,
        words: str,
        style: Style,
        width: float,
        formats: Sequence[QTextLayout.FormatRange] = (),
        *,
        right: bool = False,
    ) -> None:
        self.style = style
        self._layout = QTextLayout(words.replace("\n", _LINE_SEPARATOR), style.font(), device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(formats))
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width * _DEVICE)
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        return self.lines * self.style.line

    @property
    def width(self) -> float:
        """Of the longest line, in points."""
        return max((self._layout.lineAt(index).naturalTextWidth() for index in range(self.lines)), default=0) / _DEVICE

    def paint(self, painter: QPainter, x: float, y: float, first: int = 0, end: int | None = None) -> None:
        """Draws the lines from `first` to before `end`, the first of them with its top at `y`."""
        painter.save()
        painter.scale(1 / _DEVICE, 1 / _DEVICE)
        painter.setPen(QColor(self.style.colour))
        for place, index in enumerate(range(first, self.lines if end is None else end)):
            line = self._layout.lineAt(index)
            top = (y + place * self.style.line) * _DEVICE + (self.style.line * _DEVICE - line.height()) / 2
            line.draw(painter, QPointF(x * _DEVICE - line.x(), top - line.y()))
        painter.restore()


def rich_words(device: QPdfWriter, html: str, style: Style, width: float) -> Words:
    """Text with the few marks that a lesson has: bold, italic, line break; the rest comes escaped."""
    reader = _Inline()
    reader.feed(html)
    reader.close()
    return Words(device, "".join(reader.words), style, width, reader.formats())


class _Inline(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._stretches: list[tuple[int, int, frozenset[str]]] = []
        self._open: list[str] = []
        self._length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "br":
            self._add(_LINE_SEPARATOR)
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self._add(data.replace("\n", " "))

    def _add(self, words: str) -> None:
        # Qt counts in UTF-16, where a rare character is two.
        length = len(words.encode("utf-16-le")) // 2
        if self._open:
            self._stretches.append((self._length, length, frozenset(self._open)))
        self.words.append(words)
        self._length += length

    def formats(self) -> list[QTextLayout.FormatRange]:
        made = []
        for start, length, tags in self._stretches:
            look = QTextCharFormat()
            if "b" in tags:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic("i" in tags)
            stretch = QTextLayout.FormatRange()
            stretch.start = start
            stretch.length = length
            stretch.format = look
            made.append(stretch)
        return made
