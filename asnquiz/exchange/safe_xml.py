"""XML of strangers as a small tree: nothing that can grow or reach out of the file, and every element with its line."""

import xml.sax
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml import DefusedXmlException

from asnquiz.domain.refusal import Refusal

MOST_BYTES = 32_000_000
_MOST_ELEMENTS = 200_000
_DEEPEST = 20


@dataclass
class Node:
    """An element.

    Attributes:
        line: where it begins, from 1.
        text: what stands in it before, between and after its children.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: "list[Node]" = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> "Iterator[Node]":
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "Node | None":
        return next(self.all(tag), None)

    def said(self, *path: str) -> str:
        """The text at the end of a path, without the white space around it; empty where there is none."""
        node: Node | None = self
        for tag in path:
            node = node.first(tag) if node else None
        return node.text.strip() if node else ""


def read_xml(content: bytes) -> Node:
    """The root. Raises Refusal, with the line, for what is no XML, declares anything, or is larger than any form is."""
    if len(content) > MOST_BYTES:
        raise Refusal(
            f"Berkas ini melebihi {MOST_BYTES // 1_000_000} MB. Bagilah menjadi beberapa berkas, lalu ulangi."
        )
    tree = _Tree()
    try:
        defusedxml.sax.parseString(content, tree, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refusal(
            f"Baris {tree.line}: berkas ini memuat deklarasi (DTD atau entitas), yang tidak pernah ada dalam soal. "
            "Jangan pakai berkas ini; mintalah yang baru dari pengirimnya."
        ) from error
    except xml.sax.SAXParseException as error:
        line, column = error.getLineNumber(), (error.getColumnNumber() or 0) + 1
        raise Refusal(
            f"Baris {line}, kolom {column}: berkas ini bukan XML yang utuh. "
            "Ekspor ulang dari program asalnya, lalu coba lagi."
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows, or that takes several bytes
        raise Refusal(
            "Baris 1: pengodean berkas ini tidak dikenal. Simpan ulang sebagai UTF-8, lalu coba lagi."
        ) from error
    return tree.root.children[0]


class _Tree(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {}, 1)
        self._open = [self.root]
        self._texts: list[list[str]] = [[]]
        self._count = 0
        self._locator: xml.sax.xmlreader.Locator | None = None

    def setDocumentLocator(self, locator: xml.sax.xmlreader.Locator) -> None:  # noqa: N802 - named by SAX
        self._locator = locator

    @property
    def line(self) -> int:
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise Refusal(
                f"Baris {self.line}: isi berkas ini terlalu banyak atau bertingkat terlalu dalam untuk daftar soal. "
                "Periksa berkasnya, atau bagilah menjadi beberapa berkas."
            )
        node = Node(name, dict(attrs.items()), self.line)
        self._open[-1].children.append(node)
        self._open.append(node)
        self._texts.append([])

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        self._open.pop().text = "".join(self._texts.pop())
