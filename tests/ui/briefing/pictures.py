"""Pictures of every kind and state, of a pack's longest texts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from string import ascii_uppercase
from typing import TypeVar

from asnquiz.content.markdown import prose
from asnquiz.domain.answering import choice_count, right_answer
from asnquiz.domain.briefing import Briefing, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Went, course_of
from asnquiz.domain.pack import Item, ItemType, Lesson, Pack, Rule, Verdict
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.question import LoosePicture
from asnquiz.domain.wording import citations_words
from asnquiz.usecases import show_audience as shown
from tests import briefings, photos

T = TypeVar("T")
ASKED = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.VERDICT)


def pictures(of: Pack, most: int = 1) -> Iterator[tuple[str, shown.Picture]]:
    """Named pictures; `most` is how many are taken of those that are longest in some way."""
    for way in Way:
        yield f"join {way.value}", shown.JoinPicture("Sosialisasi netralitas ASN di Kabupaten Contoh", way, 1042)
    for item in longest_items(of, most):
        yield from votes(item, of)
    yield from with_photos(longest_items(of, 1)[:1], of)
    for rule in longest(of.rules, most, _rule_length, lambda rule: len(rule.act), lambda rule: len(rule.positions)):
        yield f"rule {rule.id}", placed(of, Step(StepKind.RULES, 1, (rule.id,)))
    for rule in longest([rule for rule in of.rules if rule.positions], most, _debate_length):
        yield f"debate {rule.id}", placed(of, Step(StepKind.DEBATE, 1, (rule.id,)))
    for lesson, page in longest(slides(of), most, *(_measure(kind) for kind in (Paragraph, Bullets, Quote, RuleTable))):
        yield f"slide {lesson.id} {page}", placed(of, Step(StepKind.LESSON, 1, (lesson.id,)), page)
    for lesson, page in slides(of):
        if any(isinstance(block, Picture) for block in blocks(lesson, page)):
            yield f"drawing {lesson.id} {page}", placed(of, Step(StepKind.LESSON, 1, (lesson.id,)), page)
    for post, state in ((False, (True, False)), (True, (False, True))):
        yield f"test {post}", shown.TestPicture(post, 15, 20, Way.PHONES, *state, through=128, expected=312)
    for line, (number, text) in enumerate(shown.pledge_lines(of)):
        taps = 128 if line == 5 else None
        yield f"pledge {line}", shown.PledgePicture(of.pledge.name, text, line, 6, number, taps, 312)
    yield "closing", shown.ClosingPicture("Sosialisasi netralitas ASN di Kabupaten Contoh", 312)


def longest(of: Iterable[T], most: int, *lengths: Callable[[T], int]) -> list[T]:
    """Those that are longest in each of several ways, each once."""
    every = list(of)
    found: list[T] = []
    for length in lengths:
        for one in sorted(every, key=length)[-most:]:
            if one not in found:
                found.append(one)
    return found


def longest_items(of: Pack, most: int) -> list[Item]:
    asked = [item for item in of.items if item.type in ASKED]
    return longest(
        asked,
        most,
        lambda item: len(item.stem) + sum(len(option.text) for option in item.options),
        lambda item: sum(len(option.text) for option in item.options),
        lambda item: len(item.explanation) + len(item.instead),
        lambda item: len("".join(sum(citations_words(item.citations, of), ()))),
        lambda item: item.type is ItemType.VERDICT,
    )


def votes(item: Item, of: Pack) -> Iterator[tuple[str, shown.Picture]]:
    """A vote before its key, opened by phones or hands, and after it: without votes, after one and after two."""
    rows = tuple(shown.Row(ascii_uppercase[at], shown.row_text(item, at)) for at in range(choice_count(item)))
    several = item.type is ItemType.MULTIPLE
    asked = shown.QuestionPicture(10, 10, item.phase, item.stem, rows, several, Way.PHONES, 0, False, None, 312)
    yield f"question {item.id}", asked
    yield f"open {item.id}", replace(asked, round=1, open=True, answered=128)
    yield f"again {item.id}", replace(asked, way=Way.TABLES, round=2, open=True, answered=288)
    right = right_answer(item)
    for name, first, second in (("unasked", None, None), ("once", 111, None), ("twice", 111, 222)):
        outcomes = tuple(
            shown.Outcome(
                row.letter,
                row.text,
                at in right,
                None if first is None else first + at,
                None if second is None else second - at,
            )
            for at, row in enumerate(rows)
        )
        law = tuple(citations_words(item.citations, of))
        yield (
            f"{name} {item.id}",
            shown.OutcomePicture(
                10, 10, item.phase, item.stem, outcomes, 312, item.explanation, item.instead, law, Way.PHONES
            ),
        )


def with_photos(items: Iterable[Item], of: Pack) -> Iterator[tuple[str, shown.Picture]]:
    """Votes on items that have a picture of their own."""
    photo = LoosePicture(photos.image(data=photos.png(900, 600)), "Undangan apel di Kabupaten Contoh")
    for item in items:
        for name, one in votes(item, of):
            if name.startswith(("open", "once")) and isinstance(one, shown.QuestionPicture | shown.OutcomePicture):
                yield f"photo {name}", replace(one, photo=photo)


def placed(of: Pack, step: Step, page: int = 0) -> shown.Picture:
    """The picture of a step, as a briefing gives it."""
    briefing = replace(_sample(), plan=Plan("rencana", "Rencana", (step,)))
    return shown.picture(briefing, of, course_of(briefings.events(Went(0, page))), prose)


@cache
def _sample() -> Briefing:
    return briefings.briefing()


def slides(of: Pack) -> Iterator[tuple[Lesson, int]]:
    for lesson in of.lessons:
        for page in range(len(_slides(lesson.body))):
            yield lesson, page


def blocks(lesson: Lesson, page: int) -> tuple[Block, ...]:
    return _slides(lesson.body)[page]


@cache
def _slides(body: str) -> tuple[tuple[Block, ...], ...]:
    return shown.slides(body, prose)


def _measure(kind: type[Block]) -> Callable[[tuple[Lesson, int]], int]:
    def length(slide: tuple[Lesson, int]) -> int:
        return sum(_length(block) * (isinstance(block, kind) + 1) for block in blocks(*slide))

    return length


def _length(block: Block) -> int:
    match block:
        case Heading(_, words):
            return len(words)
        case Paragraph(html) | Quote(html):
            return len(html)
        case Bullets(items, _):
            return sum(map(len, items))
        case RuleTable(rules):
            return 120 * len(rules)
        case Picture():
            return 0


def _rule_length(rule: Rule) -> int:
    if rule.verdict is Verdict.DIPERDEBATKAN:
        return 0
    return len(rule.act) + len(rule.condition or "") + len(rule.reason) + len(rule.instead)


def _debate_length(rule: Rule) -> int:
    return sum(len(one.who) + len(one.when) + len(one.says) for one in rule.positions) + len(rule.reason)
