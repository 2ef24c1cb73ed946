"""The guides that travel with the program, from Markdown to topics that the window shows.

What a window has no place for is left out: pictures, raw HTML, and links to elsewhere, of which the words stay.
"""

import html
import logging
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from asnquiz.domain.guide import Code, Guide, GuideBlock, Table, Topic
from asnquiz.domain.prose import Bullets, Heading, Paragraph
from asnquiz.domain.refusal import Refusal

# In the order in which they are offered; the first is always there.
NAMES = (
    "panduan-peserta",
    "panduan-narasumber",
    "panduan-kepegawaian",
    "panduan-instalasi",
    "tombol",
    "angka-laporan",
    "aksesibilitas",
    "privasi",
    "batas",
)
_INTRO = "Pengantar"
_TAGS = {"strong": "b", "em": "i"}


def read_guides(folder: Path) -> tuple[Guide, ...]:
    """The guides in a folder. Raises Refusal where the first is not there, or where one is damaged."""
    first, *others = (folder / f"{name}.md" for name in NAMES)
    return tuple(map(_read, [first, *(file for file in others if file.is_file())]))


def _read(file: Path) -> Guide:
    try:
        return parse_guide(file.stem, file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        logging.getLogger("asnquiz").exception("guide %s cannot be read", file.stem)
        raise Refusal(
            f"Panduan “{file.name}” tidak ada atau rusak. Pasang ulang program; data Anda tidak terpengaruh."
        ) from error


def parse_guide(name: str, text: str) -> Guide:
    """A guide of its Markdown. Raises ValueError where it has no title or no topic."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    title = ""
    # What stands before the first heading of a topic is one of its own.
    topics: list[tuple[str, list[GuideBlock]]] = [(_INTRO, [])]
    for node in SyntaxTreeNode(parser.parse(text)).children:
        if node.tag == "h1":
            title = title or _words(node)
        elif node.tag == "h2":
            topics.append((_words(node), []))
        else:
            topics[-1][1].extend(_blocks(node, name))
    if not title or len(topics) == 1:
        raise ValueError("a guide has a title and topics")
    told = topics if topics[0][1] else topics[1:]
    return Guide(name, title, tuple(Topic(name, words, tuple(blocks)) for words, blocks in told))


def _blocks(node: SyntaxTreeNode, guide: str) -> list[GuideBlock]:
    match node.type:
        case "heading":
            return [Heading(3, _words(node))]
        case "paragraph":
            words = _html(node, guide)
            return [Paragraph(words)] if words.strip() else []
        case "bullet_list" | "ordered_list":
            items = tuple(_item(item, guide) for item in node.children)
            return [Bullets(items, ordered=node.type == "ordered_list")]
        case "code_block" | "fence":
            return [Code(node.content.rstrip("\n"))]
        case "table":
            head, *rows = (_cells(row, guide) for part in node.children for row in part.children)
            return [Table(head, tuple(rows))]
        case "blockquote":
            return [block for child in node.children for block in _blocks(child, guide)]
        case _:
            return []


def _item(item: SyntaxTreeNode, guide: str) -> str:
    return "<br>".join(_html(child, guide) for child in item.children)


def _cells(row: SyntaxTreeNode, guide: str) -> tuple[str, ...]:
    return tuple(_html(cell, guide) for cell in row.children)


def _html(node: SyntaxTreeNode, guide: str) -> str:
    if node.children:
        return "".join(_inline(child, guide) for child in node.children)
    return html.escape(node.content, quote=False)


def _inline(node: SyntaxTreeNode, guide: str) -> str:
    match node.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br>"
        case "image":
            return ""
        case "strong" | "em":
            tag = _TAGS[node.type]
            return f"<{tag}>{_html(node, guide)}</{tag}>"
        case "code_inline" | "code_block" | "fence":
            return f"<code>{html.escape(node.content.strip(), quote=False)}</code>"
        case "link":
            words, to = _html(node, guide), _target(str(node.attrs["href"]), guide)
            return f'<a href="{to}">{words}</a>' if to else words
        case _:
            return _html(node, guide)


def _target(href: str, guide: str) -> str | None:
    """A link as `guide#anchor`; None where it leads out of the guides."""
    file, _, anchor = href.partition("#")
    name = file.removesuffix(".md") if file else guide
    return html.escape(f"{name}#{anchor}") if name in NAMES else None


def _words(node: SyntaxTreeNode) -> str:
    return "".join(map(_words, node.children)) if node.children else node.content
