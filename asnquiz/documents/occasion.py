"""What papers of a briefing begin with: the letterhead of who holds it, what the paper is, and which event."""

from collections.abc import Iterable

from asnquiz.documents.column import field, letterhead
from asnquiz.documents.paper import Paper
from asnquiz.documents.text import TITLE, Words
from asnquiz.domain.briefing import Occasion
from asnquiz.domain.wording import harmless


def put_head(paper: Paper, occasion: Occasion, title: str, facts: Iterable[tuple[str, str]]) -> None:
    """Puts it at the top of a page; `facts` are label and value."""
    if occasion.letterhead:
        letterhead(paper, tuple(map(harmless, occasion.letterhead)))
    paper.put(Words(paper.device, title, TITLE, paper.width))
    paper.space(8)
    for label, value in facts:
        field(paper, label, value)
    paper.space(8)
