"""Sheets of A4 in portrait: header, footer, page numbers, and a column down which things flow from page to page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter, QPen

from asnquiz import __version__
from asnquiz.documents.text import NOTE, RESOLUTION, Style, Words
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import law_stamp, pack_version_words
from asnquiz.painting.icons import Icons
from asnquiz.painting.mark import paint_mark
from asnquiz.painting.tokens import LIGHT

# All lengths are points, 72 an inch.
WIDTH, HEIGHT = 595.0, 842.0
_SIDE = 45.0
_HEADER = 28.0
_TOP = 74.0
_FOOTER = 790.0
_MARK = 20.0
_BRAND = Style(11, QFont.Weight.Bold, LIGHT.teal)
_KIND = Style(9.5, QFont.Weight.DemiBold, LIGHT.ink_2)

Draw = Callable[[QPainter], None]


@dataclass(frozen=True)
class Press:
    """What every page needs: the content that it quotes, and the folder of icons."""

    pack: Pack
    icons: Path


class Piece(Protocol):
    """Something of a known height that is drawn whole."""

    @property
    def height(self) -> float: ...

    def paint(self, painter: QPainter, x: float, y: float) -> None: ...


class Paper:
    """One document on its way to becoming a PDF; what is put on it is drawn at the end, when the pages are counted.

    `kind` stands in the header of every page; `title` is the document's own, in the PDF's properties. Under papers that
    state law stands as of when it is.

    Attributes:
        left, width: the column, in points.
        bottom: where it ends on every page.
        y: where the next thing goes on this page.
    """

    def __init__(self, press: Press, kind: str, title: str, *, states_law: bool = True) -> None:
        self.press = press
        self.icons = Icons(press.icons)
        self._data = QByteArray()
        self._buffer = QBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.device = QPdfWriter(self._buffer)
        self.device.setResolution(RESOLUTION)
        self.device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.device.setPageMargins(QMarginsF(0, 0, 0, 0))
        self.device.setTitle(title)
        self.device.setCreator(f"ASN Netral {__version__}")
        self._kind = kind
        self._pages: list[list[Draw]] = [[]]
        stamp = Words(self.device, law_stamp(press.pack.law_as_of), NOTE, WIDTH - 2 * _SIDE)
        self._stamp = stamp if states_law else None
        self.left = _SIDE
        self.width = WIDTH - 2 * _SIDE
        self.bottom = _FOOTER - (self._stamp.height if self._stamp else 0) - 13
        self.y = _TOP

    @property
    def room(self) -> float:
        """What is left of this page, in points."""
        return self.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y == _TOP

    def draw(self, how: Draw) -> None:
        """Draws on this page; the painter counts in points."""
        self._pages[-1].append(how)

    def turn(self) -> None:
        """Goes on at the top of another page."""
        self._pages.append([])
        self.y = _TOP

    def space(self, height: float) -> None:
        """Leaves room, except at the top of a page."""
        if not self.fresh:
            self.y += height

    def put(self, piece: Piece, indent: float = 0) -> None:
        """Puts something on this page where it fits, otherwise on the next one."""
        if piece.height > self.room and not self.fresh:
            self.turn()
        x, y = self.left + indent, self.y
        self.draw(lambda painter: piece.paint(painter, x, y))
        self.y += piece.height

    def flow(self, words: Words, indent: float = 0, before: Callable[[float, float], None] | None = None) -> None:
        """Lets text run down the column, over as many pages as it needs, never leaving one line of it alone.

        `before` is told, for each page it stands on, from where to where it reaches.
        """
        first = 0
        while first < words.lines:
            fits = int((self.room + 0.01) // words.style.line)
            end = min(words.lines, first + fits)
            if 0 < words.lines - end < _TOGETHER:
                end = words.lines - _TOGETHER
            if end - first < min(_TOGETHER, words.lines - first) and not self.fresh:
                self.turn()
                continue
            self._stretch(words, indent, first, end)
            if before:
                before(self.y, self.y + (end - first) * words.style.line)
            self.y += (end - first) * words.style.line
            first = end

    def _stretch(self, words: Words, indent: float, first: int, end: int) -> None:
        x, y = self.left + indent, self.y
        self.draw(lambda painter: words.paint(painter, x, y, first, end))

    def keep(self, height: float) -> None:
        """Turns the page where less than this is left of it, so that a heading stays with what follows."""
        if self.room < height and not self.fresh:
            self.turn()

    def attach(self, name: str, data: bytes, kind: str) -> None:
        """Lets a file travel inside the PDF, byte for byte; `kind` is its media type."""
        self.device.addFileAttachment(name, QByteArray(data), kind)

    def finish(self) -> bytes:
        """Draws everything and gives the PDF."""
        painter = QPainter(self.device)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(RESOLUTION / 72, RESOLUTION / 72)
            for number, page in enumerate(self._pages, start=1):
                if number > 1:
                    self.device.newPage()
                self._frame(painter, number)
                for draw in page:
                    draw(painter)
        finally:
            painter.end()  # a device that is thrown away while it is painted on takes the program with it
        self._buffer.close()
        return _with_blanks(bytes(self._data.data()))

    def _frame(self, painter: QPainter, number: int) -> None:
        right = self.left + self.width
        paint_mark(painter, QRectF(self.left, _HEADER, _MARK, _MARK), LIGHT.teal, LIGHT.card)
        middle = _HEADER + _MARK / 2
        brand = Words(self.device, "ASN Netral", _BRAND, 200)
        brand.paint(painter, self.left + _MARK + 8, middle - brand.height / 2)
        kind = Words(self.device, self._kind, _KIND, 330)
        kind.paint(painter, right - kind.width, middle - kind.height / 2)
        hairline(painter, self.left, _HEADER + _MARK + 10, self.width)
        hairline(painter, self.left, self.bottom + 8, self.width)
        if self._stamp:
            self._stamp.paint(painter, self.left, _FOOTER - self._stamp.height)
        pack = self.press.pack
        source = f"Paket {pack.title}, versi {pack_version_words(pack.version)} · ASN Netral {__version__}"
        Words(self.device, source, NOTE, self.width - 90).paint(painter, self.left, _FOOTER + 3)
        place = Words(self.device, f"Halaman {number} dari {len(self._pages)}", NOTE, 90)
        place.paint(painter, right - place.width, _FOOTER + 3)


_TOGETHER = 2  # lines of one text that stand together


def hairline(painter: QPainter, x: float, y: float, width: float, colour: str = LIGHT.line) -> None:
    """A thin line across; decoration only."""
    painter.fillRect(QRectF(x, y, width, 0.75), QColor(colour))


def box(painter: QPainter, target: QRectF, ground: str, edge: str | None = None, radius: float = 6) -> None:
    """A filled box with round corners; its edge tells it from its surroundings where a printer has no colour."""
    painter.save()
    painter.setPen(QPen(QColor(edge or ground), 0.75))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(target, radius, radius)
    painter.restore()


def _with_blanks(pdf: bytes) -> bytes:
    """The same file with its blanks as blanks: Qt names a glyph by the first character that has it, which is the tab.

    Copied words would have tabs between them, and searching for two words would find nothing. The lists that say what
    glyphs mean are not compressed, and as long as before.
    """
    return re.sub(
        rb"beginbfrange.*?endbfrange",
        lambda ranges: re.sub(rb"\[[^]]*\]", lambda meant: meant[0].replace(b"<0009>", b"<0020>"), ranges[0]),
        pdf,
        flags=re.DOTALL,
    )
