"""The lessons of a pack as passages to be found by their words."""

from collections.abc import Callable, Iterator, Sequence

from asnquiz.domain.pack import Lesson, Pack
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.usecases.find_passages import PassageIndex, Place, bare, place


def index_lessons(pack: Pack, prose: Callable[[str], tuple[Block, ...]]) -> PassageIndex[Lesson]:
    """Reads all lessons of a pack; `prose` gives the blocks of a body."""
    return PassageIndex(
        tuple(place for lesson in pack.lessons_in_order for place in _places(lesson, prose(lesson.body), pack))
    )


def _places(lesson: Lesson, blocks: Sequence[Block], pack: Pack) -> Iterator[Place[Lesson]]:
    heading = ""
    for number, block in enumerate(blocks):
        text = _text(block, pack)
        if isinstance(block, Heading):
            heading = text
        yield place(lesson, lesson.id, number, text, lesson.title, heading)


def _text(block: Block, pack: Pack) -> str:
    match block:
        case Heading(_, text):
            return text
        case Paragraph(html) | Quote(html):
            return bare(html)
        case Bullets(items):
            return " ".join(map(bare, items))
        case RuleTable(rules):
            return ". ".join(pack.rule_by_id[rule].act for rule in rules)
        case Picture(_, said):
            return said
