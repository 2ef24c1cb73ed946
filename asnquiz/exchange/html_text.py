"""HTML of other programs as the plain text that questions are made of, and plain text as HTML that comes back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser

_WHITE = " \t\n\r\f"
_RUNS = re.compile(f"([{_WHITE}]+)")
# White space that HTML would fold into one space or none.
_FOLDED = re.compile(r"[\t\r]|(?<=[ \t\r\n]) | (?=\n)")

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre"})
_LINES = frozenset({"div", "li", "tr", "dt", "dd", "section", "article", "header", "footer"})
_SILENT = frozenset({"script", "style", "head", "template"})
_CELLS = frozenset({"td", "th"})
_LOST = {
    **dict.fromkeys(
        ("b", "strong", "i", "em", "u", "s", "strike", "del", "font", "mark", "code"), "tebal dan hiasan huruf"
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "tebal dan hiasan huruf"),
    **dict.fromkeys(("sub", "sup"), "huruf yang naik atau turun"),
    **dict.fromkeys(("table",), "bentuk tabel"),
    **dict.fromkeys(("audio", "video", "iframe", "object", "embed"), "suara, video, atau sisipan"),
    **dict.fromkeys(("math", "svg", "canvas"), "rumus atau gambar di dalam teks"),
    **dict.fromkeys(("script", "form", "input", "select", "textarea", "button"), "bagian yang bekerja sendiri"),
}


@dataclass(frozen=True)
class Shown:
    """A picture that a text shows."""

    source: str
    alt: str


@dataclass(frozen=True)
class Plain:
    """A text without its marks.

    Attributes:
        lost: what its marks meant, in words, each once.
    """

    text: str
    pictures: tuple[Shown, ...]
    lost: tuple[str, ...]


def plain(html: str, apart: str | None = None) -> Plain:
    """The text of a piece of HTML, its ends trimmed; lists become lines with their marks.

    A picture stands in it in words, but for the first from the source `apart`, which is shown on its own.
    """
    reader = _Reader(apart)
    reader.feed(html)
    reader.close()
    return Plain("".join(reader.written).strip(_WHITE), tuple(reader.pictures), tuple(dict.fromkeys(reader.lost)))


def marked(text: str) -> str:
    """Plain text as HTML: every sign and every space comes back by `plain`, but for white space at its ends."""
    kept = _FOLDED.sub(lambda found: f"&#{ord(found.group())};", escape(text.strip(_WHITE), quote=False))
    return kept.replace("\n", "<br>")


class _Reader(HTMLParser):
    def __init__(self, apart: str | None) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self.pictures: list[Shown] = []
        self.lost: list[str] = []
        self._apart = apart
        self._silent = 0
        self._lists: list[Iterator[str]] = []
        self._break = 0  # line ends that stand before what comes next
        self._space = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _LOST:
            self.lost.append(_LOST[tag])
        if tag == "a" and given.get("href"):
            self.lost.append("tautan")
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._write("\n", spaced=False)
        elif tag == "img":
            self._show(Shown(given.get("src", ""), given.get("alt", "").strip()))
        elif tag in _CELLS:
            self._space = True
        else:
            self._set_apart(tag)
        if tag in ("ul", "ol"):
            self._lists.append(_marks(numbered=tag == "ol"))
        if tag == "li":
            self._write(next(self._lists[-1]) if self._lists else "- ", spaced=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _SILENT:
            self._silent -= 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._set_apart(tag)

    def handle_data(self, data: str) -> None:
        for piece in _RUNS.split(data):
            if piece and piece[0] in _WHITE:
                self._space = True
            elif piece:
                self._write(piece)

    def handle_entityref(self, name: str) -> None:
        if name == "nbsp":  # editors put it for any space
            self._space = True
        else:
            self._write(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._write(unescape(f"&#{name};"))

    def _set_apart(self, tag: str) -> None:
        nested = bool(self._lists) and tag in ("p", "ul", "ol")
        if tag in _PARAGRAPHS and not nested:
            self._break = 2
        elif tag in _LINES or nested:
            self._break = max(self._break, 1)

    def _show(self, picture: Shown) -> None:
        self.pictures.append(picture)
        if picture.source == self._apart:
            self._apart = None
        else:
            self._write(f"[gambar: {picture.alt}]" if picture.alt else "[gambar]")

    def _write(self, words: str, *, spaced: bool = True) -> None:
        if self._silent:
            return
        if self.written and self._break:
            self.written.append("\n" * self._break)
        elif spaced and self._space and self.written and not self.written[-1].endswith("\n"):
            self.written.append(" ")
        self._break, self._space = 0, False
        self.written.append(words)


def _marks(*, numbered: bool) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{number}. " if numbered else "- "
