"""Answers in words: by the texts of the options, since each person saw them in another order."""

from asnquiz.domain.answering import MATCHING_CHOICES, UNMATCHED, VERDICT_CHOICES, Answer, is_valid
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.wording import PHASE, VERDICT

UNANSWERED = "Tidak dijawab"


def answer_words(item: Item, answer: Answer) -> str:
    """What somebody answered to a question; an answer that does not fit it is told by its numbers."""
    if not answer:
        return UNANSWERED
    if not is_valid(item, answer):
        return f"Tidak sesuai soal: {', '.join(map(str, answer))}"
    match item.type:
        case ItemType.VERDICT:
            return VERDICT[VERDICT_CHOICES[answer[0]]]
        case ItemType.MATCHING:
            pairs = zip(item.pairs, answer, strict=True)
            return "; ".join(f"{pair.left}: {_phase(index)}" for pair, index in pairs)
        case ItemType.ORDERING:
            return " → ".join(item.options[index].text for index in answer)
        case _:
            return "; ".join(item.options[index].text for index in answer)


def _phase(index: int) -> str:
    return "–" if index == UNMATCHED else PHASE[MATCHING_CHOICES[index]]
