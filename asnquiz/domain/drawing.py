"""Which questions a quiz asks and in what order they and their options appear; chance comes in as a generator."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from random import Random

from asnquiz.domain.answering import choice_count
from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.pack import Blueprint, Item, ItemType
from asnquiz.domain.task import AskedItem

# A blueprint that can be filled is filled in far fewer looks at an item; past these the draw starts over with another
# shuffle, which helps more than looking on, and keeps a hopeless draw to about a second.
_LOOKS = 5_000
_RESTARTS = 60

# How many first tests are looked at for one that leaves enough for a second: few, because each hopeless second draw
# takes that long.
_FIRST_TESTS = 4

# A test of fewer questions than this says too little, unless the exam itself is shorter.
_SHORTEST_TEST = 9


def half_of(exam: Blueprint) -> Blueprint:
    """The blueprint of each of the two tests around the lessons: half an exam, so that they do not tire before it.

    The phases keep their shares (by largest remainder, the earlier phase first where remainders are equal), topics
    their least number, rounded down. A rule is asked at most once. Minutes and pass mark are the exam's and mean
    nothing here: a test has no clock, because haste would measure something else, and nobody passes or fails it.
    """
    return replace(of_size(exam, min(exam.items, max(_SHORTEST_TEST, -(-exam.items // 2)))), max_per_rule=1)


def of_size(exam: Blueprint, items: int) -> Blueprint:
    """The blueprint with another number of items; phases and topics keep their shares as told at `half_of`."""
    whole = {phase: count * items // exam.items for phase, count in exam.phase.items()}
    by_remainder = sorted(exam.phase, key=lambda phase: -(exam.phase[phase] * items % exam.items))
    for phase in by_remainder[: items - sum(whole.values())]:
        whole[phase] += 1
    topics = {topic: count * items // exam.items for topic, count in exam.topics.items()}
    return replace(exam, items=items, phase=whole, topics=topics)


def draw_pretest(
    items: Sequence[Item], blueprint: Blueprint, random: Random, seen: Collection[str]
) -> tuple[Item, ...] | None:
    """A first test that leaves enough items for a second one; ids in `seen` are drawn only where others do not do."""
    for _ in range(_FIRST_TESTS):
        drawn = draw_exam(items, blueprint, random, lambda item: item.id in seen)
        if drawn is None:
            return None
        if draw_posttest(items, blueprint, random, drawn, seen) is not None:
            return drawn
    return None


def draw_posttest(
    items: Sequence[Item], blueprint: Blueprint, random: Random, pretest: Collection[Item], seen: Collection[str]
) -> tuple[Item, ...] | None:
    """A second test without an item of the first.

    Items not in `seen` come first, and among them those about a rule that the first test asked: such a pair can be
    compared rule by rule.
    """
    asked = {item.id for item in pretest}
    rules = {rule for item in pretest for rule in item.rules}
    others = [item for item in items if item.id not in asked]
    return draw_exam(others, blueprint, random, lambda item: (item.id in seen, rules.isdisjoint(item.rules)))


def draw_exam(
    items: Sequence[Item],
    blueprint: Blueprint,
    random: Random,
    rank: Callable[[Item], bool | tuple[bool, ...]] | None = None,
) -> tuple[Item, ...] | None:
    """Items that meet the blueprint, shuffled; None when no such draw was found.

    Every phase has its exact number, no rule is asked more than `max_per_rule` times, every topic of the blueprint has
    at least its number. Only scored items are drawn, those of a lower `rank` rather than others as far as they fit.
    """
    pool = [item for item in items if item.scored]
    for restart in range(_RESTARTS):
        random.shuffle(pool)
        # A rank holds the shuffles together; where they keep failing, any draw is better than none.
        if rank and restart < _RESTARTS // 2:
            pool.sort(key=rank)
        drawn = _fill(pool, blueprint)
        if drawn is not None:
            random.shuffle(drawn)
            return tuple(drawn)
    return None


def fixed_exam(items: Mapping[str, Item], asked: Sequence[AskedItem], random: Random) -> tuple[Item, ...] | None:
    """Exactly the questions asked, shuffled; None where one is not among `items`, reads otherwise, or is not scored."""
    found = [items.get(one.item) for one in asked]
    exam = [item for item, one in zip(found, asked, strict=True) if item and item.revision == one.revision]
    if len(exam) != len(asked) or not all(item.scored for item in exam):
        return None
    random.shuffle(exam)
    return tuple(exam)


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
