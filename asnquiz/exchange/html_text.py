"""HTML of other programs as plain text, in time that grows only as the text does.

The standard library's parser takes time that grows as the square of an unclosed tag's length, and these are strangers'
files.
"""

import re
from dataclasses import dataclass
from html import unescape

from asnquiz.domain.unseen import NOT_TEXT

NO_STYLES = "Bentuk tulisan (seperti huruf tebal, tabel, dan tautan) menjadi teks biasa."
NO_PICTURES = "Gambar di dalam teks tidak dibawa."

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?:[\s/][^<>]*)?>")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_HIDDEN = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for start, end in (("<!--", "-->"), (r"<script\b", "</script>"), (r"<style\b", "</style>"))
)
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_MANY_ENDS = re.compile(r"\n{3,}")
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"})
_LINES = frozenset({"br", "div", "li", "tr"})
_CELLS = frozenset({"td", "th"})
_PICTURES = frozenset({"img", "svg", "video", "audio", "iframe", "object", "embed"})
_NOTHING_LOST = frozenset({"p", "br", "div", "span", "html", "body", "head"})


@dataclass(frozen=True)
class PlainText:
    """What is left of HTML, and sentences on what is not."""

    text: str
    losses: tuple[str, ...] = ()


def is_html(text: str) -> bool:
    """Whether a text has tags or entities, where its form does not say."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def plain_text(html: str) -> PlainText:
    """The words of HTML: a line for each line, an empty line between paragraphs."""
    first, *rest = _TAG.split(_without_hidden(html))
    parts, names = [_words(first)], set()
    for name, after in zip(rest[1::3], rest[2::3], strict=True):
        name = name.lower()
        names.add(name)
        parts.append("\n\n" if name in _PARAGRAPHS else "\n" if name in _LINES else " " if name in _CELLS else "")
        parts.append(_words(after))
    lines = "\n".join(line.strip(" ") for line in "".join(parts).split("\n"))
    losses = [NO_PICTURES] if names & _PICTURES else []
    if names - _PICTURES - _NOTHING_LOST:
        losses.append(NO_STYLES)
    return PlainText(_MANY_ENDS.sub("\n\n", lines).strip(), tuple(losses))


def _words(text: str) -> str:
    return NOT_TEXT.sub("", _SPACE.sub(" ", unescape(text)))


def _without_hidden(html: str) -> str:
    """HTML without what nobody sees of it: comments, scripts, styles; all that follows one that is not closed."""
    for start, end in _HIDDEN:
        kept, place = [], 0
        while found := start.search(html, place):
            kept.append(html[place : found.start()])
            closed = end.search(html, found.end())
            place = closed.end() if closed else len(html)
        html = "".join((*kept, html[place:]))
    return html
