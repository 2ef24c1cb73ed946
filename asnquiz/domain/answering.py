"""How a question is answered and when the answer is right: all five item types, all or nothing.

An answer is a tuple of whole numbers that point into the item as it is written, so it means the same however the
options were shuffled: single and verdict one position, multiple every chosen position in rising order, ordering all
positions in the order chosen, matching the phase's position (or -1) for each pair. The empty tuple is no answer.
"""

from asnquiz.domain.pack import Item, ItemType, Phase, Verdict

Answer = tuple[int, ...]

VERDICT_CHOICES = (Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT)
MATCHING_CHOICES = (Phase.BEFORE, Phase.DURING, Phase.AFTER)
UNMATCHED = -1


def right_answer(item: Item) -> Answer:
    """The one answer that scores."""
    match item.type:
        case ItemType.SINGLE | ItemType.MULTIPLE:
            return tuple(index for index, option in enumerate(item.options) if option.key)
        case ItemType.VERDICT:
            return (VERDICT_CHOICES.index(item.key),) if item.key in VERDICT_CHOICES else ()
        case ItemType.ORDERING:
            return tuple(range(len(item.options)))
        case ItemType.MATCHING:
            return tuple(MATCHING_CHOICES.index(pair.phase) for pair in item.pairs)


def written_key(item: Item) -> str:
    """The right answer as people note it: letters of the options as written, the verdict's name, the pairs' phases."""
    match item.type:
        case ItemType.VERDICT:
            return item.key.value if item.key else ""
        case ItemType.MATCHING:
            return " ".join(pair.phase.value for pair in item.pairs)
        case _:
            return " ".join(chr(ord("A") + index) for index in right_answer(item))


def is_right(item: Item, answer: Answer) -> bool:
    """Whether `answer` scores 1; an item without a complete right answer scores 0."""
    return bool(answer) and answer == right_answer(item)


def is_whole(answer: Answer) -> bool:
    """Whether an answer leaves nothing open; a matching item with a pair unmatched is not answered yet."""
    return bool(answer) and UNMATCHED not in answer


def choice_count(item: Item) -> int:
    """How many rows the item shows: options, verdicts, or pairs."""
    match item.type:
        case ItemType.VERDICT:
            return len(VERDICT_CHOICES)
        case ItemType.MATCHING:
            return len(item.pairs)
        case _:
            return len(item.options)


def is_valid(item: Item, answer: Answer) -> bool:
    """Whether `answer` has the form that this item type takes; the empty answer always has."""
    if not answer:
        return True
    rows = range(choice_count(item))
    match item.type:
        case ItemType.SINGLE | ItemType.VERDICT:
            return len(answer) == 1 and answer[0] in rows
        case ItemType.MULTIPLE:
            return all(index in rows for index in answer) and list(answer) == sorted(set(answer))
        case ItemType.ORDERING:
            return sorted(answer) == list(rows)
        case ItemType.MATCHING:
            return len(answer) == len(rows) and all(UNMATCHED <= index < len(MATCHING_CHOICES) for index in answer)
