"""Thinking over a question that decides no score: its options as they were written, and what is said of each."""

from dataclasses import dataclass

from asnquiz.domain.pack import Item, ItemType, Pack, Verdict
from asnquiz.domain.wording import PHASE, VERDICT


@dataclass(frozen=True)
class Thought:
    """One thing to think about; `safer` where it is an attitude that the pack advises."""

    words: str
    feedback: str
    safer: bool


@dataclass(frozen=True)
class Discussion:
    """One question among all that are to be discussed, and its place among them.

    Attributes:
        number: from 1.
        previous: id of the question before it, None at the first; `following` after it, None at the last.
    """

    pack: Pack
    item: Item
    thoughts: tuple[Thought, ...]
    number: int
    total: int
    previous: str | None
    following: str | None


def discuss(item_id: str, pack: Pack) -> Discussion:
    """One of the pack's discussion items. Raises KeyError for any other."""
    items = pack.discussion_items
    places = {item.id: place for place, item in enumerate(items)}
    place = places[item_id]
    return Discussion(
        pack=pack,
        item=items[place],
        thoughts=_thoughts(items[place]),
        number=place + 1,
        total=len(items),
        previous=items[place - 1].id if place else None,
        following=items[place + 1].id if place + 1 < len(items) else None,
    )


def _thoughts(item: Item) -> tuple[Thought, ...]:
    match item.type:
        case ItemType.VERDICT:
            said = item.feedback or {}
            verdicts = [verdict for verdict in Verdict if verdict in said]
            return tuple(Thought(VERDICT[one], said[one], one is item.key) for one in verdicts)
        case ItemType.MATCHING:
            return tuple(
                Thought(pair.left, f"{PHASE[pair.phase]}. {pair.feedback}", safer=False) for pair in item.pairs
            )
        case ItemType.ORDERING:
            # As written they stand in the right order, which the explanation is to tell.
            options = sorted(item.options, key=lambda option: option.text)
            return tuple(Thought(option.text, option.feedback, safer=False) for option in options)
        case _:
            return tuple(Thought(option.text, option.feedback, option.key) for option in item.options)
