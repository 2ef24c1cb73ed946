"""A lesson's Markdown as blocks, and what in it a lesson may not use.

The parser recognises raw HTML and links only to name them to the author; neither is ever passed on.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.unseen import NOT_TEXT, odd_character

_TABLE = re.compile(r":::aturan((?:\s+[a-z0-9-]+)+)\s*:::")
_TABLE_MARK = ":::"
_PICTURE = re.compile(r"gambar/([a-z0-9-]+)\.svg")
_INLINE_TAGS = {"strong": "b", "em": "i"}
_HEADING_LEVELS = (2, 3)

_LOOSE_PICTURE = (
    "Gambar ditulis sebagai paragraf sendiri: ![kalimat yang menjelaskan isinya](gambar/nama.svg), "
    "dengan nama huruf kecil."
)
_HTML = "HTML mentah tidak dipakai; tulis dengan Markdown biasa."
_REFUSED = {
    "html_block": _HTML,
    "html_inline": _HTML,
    "link": "Tautan tidak dipakai; tulis sumbernya sebagai teks.",
    "image": _LOOSE_PICTURE,
    "code_inline": "Teks kode (`...`) tidak dipakai; gunakan **tebal** atau *miring*.",
    "code_block": "Blok kode tidak dipakai; kurangi spasi di awal baris.",
    "fence": "Blok kode tidak dipakai; hapus pagar ``` itu.",
    "s": "Teks dicoret tidak dipakai; hapus ~~ itu.",
    "table": "Tabel Markdown tidak dipakai; gunakan daftar, atau tabel aturan :::aturan id:::.",
    "hr": "Garis pemisah tidak dipakai; gunakan judul bagian.",
}
_ONLY_TO_REFUSE = ["table", "strikethrough"]
_TOO_DEEP = "Tanda * bersarang terlalu dalam; hapus sebagian."
_LEVEL = "Judul bagian ditulis dengan ## atau ###; judul materi sudah ada di keterangan YAML."
_NESTED = "Butir daftar dan kutipan hanya memuat paragraf; jangan menaruh daftar, judul, atau kutipan di dalamnya."
_BROKEN_TABLE = 'Tabel aturan ditulis sebagai paragraf sendiri: ":::aturan id id:::" dengan id huruf kecil.'


@dataclass(frozen=True)
class Reading:
    """A body's blocks; the rules and pictures it names, and the faults in it, each with its line counted from 1."""

    blocks: tuple[Block, ...]
    named_rules: tuple[tuple[int, str], ...]
    named_pictures: tuple[tuple[int, str], ...]
    faults: tuple[tuple[int, str], ...]


def prose(body: str) -> tuple[Block, ...]:
    """The blocks of a lesson's body; what is not supported appears as escaped text."""
    return read_prose(body).blocks


def read_prose(body: str) -> Reading:
    """The blocks of a body together with what is wrong with it."""
    reader = _ProseReader()
    try:
        blocks = tuple(reader.blocks(SyntaxTreeNode(parsed(body)).children))
    except RecursionError:
        # Only emphasis inside emphasis, hundreds deep, comes here; the parser itself limits every other nesting.
        return Reading((), (), (), ((1, _TOO_DEEP),))
    return Reading(blocks, tuple(reader.named_rules), tuple(reader.named_pictures), tuple(reader.faults))


def parsed(body: str) -> list[Token]:
    """A body's tokens, as the parser of lessons has them."""
    parser = MarkdownIt("commonmark").disable("reference").enable(_ONLY_TO_REFUSE)
    # The parser leaves a link to a script or a file as words; here it is a link like any other, and refused.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser.parse(body)


class _ProseReader:
    def __init__(self) -> None:
        self.named_rules: list[tuple[int, str]] = []
        self.named_pictures: list[tuple[int, str]] = []
        self.faults: list[tuple[int, str]] = []
        self._line = 1

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[Block]:
        return [self._block(node) for node in nodes]

    def _block(self, node: SyntaxTreeNode) -> Block:
        self._come_to(node)
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                return self._paragraph(node)
            case "bullet_list" | "ordered_list":
                items = tuple(self._inside(item) for item in node.children)
                return Bullets(items, ordered=node.type == "ordered_list")
            case "blockquote":
                return Quote(self._inside(node))
            case _:
                self._fault(_REFUSED[node.type])
                return Paragraph(self._html(node))

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        level = int(node.tag[1:])
        if level not in _HEADING_LEVELS:
            self._fault(_LEVEL)
        self._html(node)
        return Heading(level, _text(node))

    def _paragraph(self, node: SyntaxTreeNode) -> Block:
        written = node.children[0].content
        if table := _TABLE.fullmatch(written):
            rules = tuple(table.group(1).split())
            self.named_rules += [(self._line, rule) for rule in rules]
            return RuleTable(rules)
        if _TABLE_MARK in written:
            self._fault(_BROKEN_TABLE)
        return self._picture(node.children[0].children) or Paragraph(self._html(node))

    def _picture(self, parts: list[SyntaxTreeNode]) -> Picture | None:
        if len(parts) != 1 or parts[0].type != "image":
            return None
        named = _PICTURE.fullmatch(str(parts[0].attrs.get("src")))
        words = _text(parts[0]).strip()
        if named is None or not words:
            return None
        self._look_for_unseen(words)
        self.named_pictures.append((self._line, named.group(1)))
        return Picture(named.group(1), words)

    def _inside(self, node: SyntaxTreeNode) -> str:
        """The paragraphs of a list item or quotation as one text."""
        paragraphs = []
        for child in node.children:
            self._come_to(child)
            if child.type != "paragraph":
                self._fault(_REFUSED.get(child.type, _NESTED))
            elif _TABLE_MARK in child.children[0].content:
                self._fault(_BROKEN_TABLE)
            paragraphs.append(self._html(child))
        return "<br>".join(paragraphs)

    def _html(self, node: SyntaxTreeNode) -> str:
        if node.children:
            return "".join(self._inline(child) for child in node.children)
        self._look_for_unseen(node.content)
        return html.escape(node.content, quote=False)

    def _look_for_unseen(self, words: str) -> None:
        """Only here, where `&#x202e;` has become a character; the file was looked at as it is written."""
        if odd := NOT_TEXT.search(words):
            self._fault(odd_character(odd.group()))

    def _inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "softbreak":
                self._line += 1
                return " "
            case "hardbreak":
                self._line += 1
                return "<br>"
            case "strong" | "em":
                tag = _INLINE_TAGS[node.type]
                return f"<{tag}>{self._html(node)}</{tag}>"
            case _:
                if node.type in _REFUSED:
                    self._fault(_REFUSED[node.type])
                return self._html(node)

    def _come_to(self, node: SyntaxTreeNode) -> None:
        if node.map:
            self._line = node.map[0] + 1

    def _fault(self, message: str) -> None:
        self.faults.append((self._line, message))


def _text(node: SyntaxTreeNode) -> str:
    if node.children:
        return "".join(_text(child) for child in node.children)
    return " " if node.type in ("softbreak", "hardbreak") else node.content
