"""Which questions a quiz asks and in what order they and their options appear; chance comes in as a generator."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from asnquiz.domain.answering import choice_count
from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.pack import Blueprint, Item, ItemType

# A blueprint that can be filled is filled in far fewer looks at an item; past these the draw starts over with another
# shuffle, which helps more than looking on, and keeps a hopeless draw to about a second.
_LOOKS = 5_000
_RESTARTS = 60


def draw_exam(items: Sequence[Item], blueprint: Blueprint, random: Random) -> tuple[Item, ...] | None:
    """Items that meet the blueprint, shuffled; None when no such draw was found.

    Every phase has its exact number, no rule is asked more than `max_per_rule` times, every topic of the blueprint has
    at least its number. Only scored items are drawn.
    """
    pool = [item for item in items if item.scored]
    for _ in range(_RESTARTS):
        random.shuffle(pool)
        drawn = _fill(pool, blueprint)
        if drawn is not None:
            random.shuffle(drawn)
            return tuple(drawn)
    return None


def _fill(pool: Sequence[Item], blueprint: Blueprint) -> list[Item] | None:
    phases = Counter({phase: count for phase, count in blueprint.phase.items() if count})
    topics = Counter({topic: count for topic, count in blueprint.topics.items() if count})
    rules: Counter[str] = Counter()
    drawn: list[Item] = []
    looks = 0

    def fits(item: Item) -> bool:
        return phases[item.phase] > 0 and all(rules[rule] < blueprint.max_per_rule for rule in item.rules)

    def take(item: Item, sign: int) -> None:
        phases[item.phase] -= sign
        topics[item.topic] -= sign
        rules.update(dict.fromkeys(item.rules, sign))

    def fill(start: int) -> bool:
        nonlocal looks
        left = sum(phases.values())
        wanted = sum(count for count in topics.values() if count > 0)
        if left == 0:
            return wanted == 0
        if wanted > left:
            return False
        for index in range(start, len(pool)):
            looks += 1
            if looks > _LOOKS:
                return False
            item = pool[index]
            if not fits(item) or (wanted == left and topics[item.topic] <= 0):
                continue
            take(item, 1)
            drawn.append(item)
            if fill(index + 1):
                return True
            drawn.pop()
            take(item, -1)
        return False

    return drawn if fill(0) else None


def freeze(items: Sequence[Item], random: Random) -> tuple[FrozenItem, ...]:
    """The items in the order given, each with its rows shuffled.

    Verdicts keep their order; an ordering item never starts in the right order.
    """
    return tuple(FrozenItem(item.id, item.revision, _row_order(item, random)) for item in items)


def _row_order(item: Item, random: Random) -> tuple[int, ...]:
    order = list(range(choice_count(item)))
    if item.type is ItemType.VERDICT:
        return tuple(order)
    random.shuffle(order)
    if item.type is ItemType.ORDERING and order == sorted(order):
        order.reverse()
    return tuple(order)
