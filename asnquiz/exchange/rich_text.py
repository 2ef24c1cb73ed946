"""HTML of other programs as the plain text that questions are made of, and plain text as HTML that comes back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

_WHITE = " \t\n\r\f"
# White space that HTML would fold into one space or none.
_FOLDED = re.compile(r"\t|(?<=[ \t\n]) | (?=\n)")

# Every sign is looked at a few times at most, however the file is made; the standard library's parser can be made to
# take time by the square of a tag's length.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<ends>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<inside>[^<>]*)>"
    r"|(?P<sign>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});)"
    r"|(?P<space>[ \t\n\r\f]+)"
    r"|(?P<words>[^<& \t\n\r\f]+|.)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*("[^"]*"|'[^']*')""")

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre"})
_LINES = frozenset({"div", "li", "tr", "dt", "dd", "section", "article", "header", "footer"})
_SILENT = frozenset({"script", "style", "head", "template"})
_LISTS = frozenset({"ul", "ol"})
_LOST = {
    **dict.fromkeys(
        ("b", "strong", "i", "em", "u", "s", "strike", "del", "font", "mark", "code"), "tebal dan hiasan huruf"
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "tebal dan hiasan huruf"),
    **dict.fromkeys(("sub", "sup"), "huruf yang naik atau turun"),
    "table": "bentuk tabel",
    "a": "tautan",
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
    return Plain("".join(reader.written).strip(_WHITE), tuple(reader.pictures), tuple(dict.fromkeys(reader.lost)))


def marked(text: str) -> str:
    """Plain text as HTML: every sign and every space comes back by `plain`, but for white space at its ends."""
    kept = _FOLDED.sub(lambda found: f"&#{ord(found.group())};", escape(text.strip(_WHITE), quote=False))
    return kept.replace("\n", "<br>")


class _Reader:
    def __init__(self, apart: str | None) -> None:
        self.written: list[str] = []
        self.pictures: list[Shown] = []
        self.lost: list[str] = []
        self._apart = apart
        self._silent = 0
        self._lists: list[Iterator[str]] = []
        self._break = 0  # line ends that stand before what comes next
        self._space = False
        self._begun = False  # whether a row of a list has its mark and no words yet

    def feed(self, html: str) -> None:
        for token in _TOKEN.finditer(html):
            match token.lastgroup:
                case "inside":
                    self._tag(token["tag"].lower(), token["inside"], ends=bool(token["ends"]))
                case "space":
                    self._space = True
                case "sign" if token["sign"] == "&nbsp;":  # editors put it for any space
                    self._space = True
                case "sign" | "words":
                    self._write(unescape(token[0]))

    def _tag(self, tag: str, inside: str, *, ends: bool) -> None:
        if tag in _SILENT and not inside.endswith("/"):
            self._silent = max(0, self._silent + (-1 if ends else 1))
        elif tag in _LISTS:
            self._list(tag, ends=ends)
        self._set_apart(tag)
        if not ends:
            self._begin(tag, inside)

    def _begin(self, tag: str, inside: str) -> None:
        if tag in _LOST:
            self.lost.append(_LOST[tag])
        match tag:
            case "br":
                self._write("\n", spaced=False)
            case "img":
                given = {name.lower(): unescape(value[1:-1]) for name, value in _ATTRIBUTE.findall(inside)}
                self._show(Shown(given.get("src", ""), given.get("alt", "").strip()))
            case "li":
                self._write(next(self._lists[-1]) if self._lists else "- ", spaced=False)
                self._begun = True
            case "td" | "th":
                self._space = True

    def _list(self, tag: str, *, ends: bool) -> None:
        if not ends:
            self._lists.append(_marks(numbered=tag == "ol"))
        elif self._lists:
            self._lists.pop()

    def _set_apart(self, tag: str) -> None:
        nested = bool(self._lists) and (tag == "p" or tag in _LISTS)
        if nested and self._begun:
            return
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
        self._break, self._space, self._begun = 0, False, False
        self.written.append(words)


def _marks(*, numbered: bool) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{number}. " if numbered else "- "
