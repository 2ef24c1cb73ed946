"""The guides as passages to be found by their words, under their titles; a topic's title is a passage as well."""

from collections.abc import Iterator, Sequence

from asnquiz.domain.guide import Code, Guide, GuideBlock, Table, Topic
from asnquiz.domain.prose import Bullets, Heading, Paragraph
from asnquiz.usecases.find_passages import PassageIndex, Place, bare, place


def index_guides(guides: Sequence[Guide]) -> PassageIndex[Topic]:
    """Reads all topics of all guides."""
    return PassageIndex(
        tuple(place for guide in guides for topic in guide.topics for place in _places(topic, guide.title))
    )


def _places(topic: Topic, guide: str) -> Iterator[Place[Topic]]:
    yield place(topic, topic.link, None, topic.title, topic.title, guide)
    heading = ""
    for number, block in enumerate(topic.blocks):
        if isinstance(block, Heading):
            heading = block.text
        for row, words in _texts(block):
            yield place(topic, topic.link, number, words, topic.title, heading, guide, row=row)


def _texts(block: GuideBlock) -> Iterator[tuple[int | None, str]]:
    """The words of a block, each item and row of it by itself, with the row's number."""
    match block:
        case Heading(_, text) | Code(text):
            yield None, text
        case Paragraph(html):
            yield None, bare(html)
        case Bullets(items):
            yield from ((None, bare(item)) for item in items)
        case Table(_, rows):
            yield from ((number, ": ".join(map(bare, cells))) for number, cells in enumerate(rows))
