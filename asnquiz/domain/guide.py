"""A guide to the program as its window shows it: topics of one heading each, with the headings and blocks in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from asnquiz.domain.prose import Bullets, Heading, Paragraph


@dataclass(frozen=True)
class Table:
    """Cells are inline text as in a Paragraph; each row is as long as `head`."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Code:
    """Lines to be typed as they are."""

    text: str


# Inline text of a guide may also have <code>, and links as `guide#anchor`.
GuideBlock = Heading | Paragraph | Bullets | Table | Code


@dataclass(frozen=True)
class Topic:
    """What stands under one heading of level 2, read as one page; the headings in it are of level 3.

    Attributes:
        guide: the name of the guide.
    """

    guide: str
    title: str
    blocks: tuple[GuideBlock, ...]

    @property
    def anchor(self) -> str:
        return anchor_of(self.title)

    @property
    def link(self) -> str:
        """What leads here from any guide."""
        return f"{self.guide}#{self.anchor}"

    def part(self, block: int | None) -> tuple[str, tuple[GuideBlock, ...]]:
        """The title and blocks under the heading at `block` alone; of the whole topic where that is None."""
        if block is None:
            return self.title, self.blocks
        heading, *rest = self.blocks[block:]
        end = next((place for place, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
        return heading.text if isinstance(heading, Heading) else self.title, tuple(rest[:end])


@dataclass(frozen=True)
class Guide:
    """`name` is its file's, without the ending."""

    name: str
    title: str
    topics: tuple[Topic, ...]

    @cached_property
    def places(self) -> dict[str, tuple[Topic, int | None]]:
        """The topic and the block of each heading, by its anchor; no block for a topic's own."""
        found: dict[str, tuple[Topic, int | None]] = {}
        for topic in self.topics:
            found.setdefault(topic.anchor, (topic, None))
            for number, block in enumerate(topic.blocks):
                if isinstance(block, Heading):
                    found.setdefault(anchor_of(block.text), (topic, number))
        return found


def anchor_of(heading: str) -> str:
    """What a link to a heading ends in, as GitHub makes it: so the links of a guide also lead somewhere there."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def place_in(guides: Sequence[Guide], link: str) -> tuple[Topic, int | None] | None:
    """Where a link leads: `guide#anchor`, `guide` to its first topic, `#anchor` to the first guide that has it.

    None where there is no such place.
    """
    name, _, anchor = link.partition("#")
    for guide in guides:
        if name not in ("", guide.name):
            continue
        found = guide.places.get(anchor) if anchor else (guide.topics[0], None)
        if found or name:
            return found
    return None
