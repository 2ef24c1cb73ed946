"""Finding passages of lessons by their words in any form; what somebody looks for is stored and logged nowhere."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from asnquiz.domain.pack import Lesson, Pack
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.stems import stem, stems, words

_WORD = re.compile(r"\w+(?:[-'/]\w+)*")
_TAG = re.compile(r"<[^>]*>")
_MOST = 12
# How much of a long passage is shown, in letters, and how much of it before the first word found.
_LONGEST = 220
_BEFORE = 60


@dataclass(frozen=True)
class Passage:
    """A place in a lesson that has what was looked for.

    Attributes:
        block: its place among the lesson's blocks, from 0.
        parts: its words, or as many as are needed, in pieces of which those that were looked for are True.
    """

    lesson: Lesson
    block: int
    parts: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> str:
        """The passage in one piece."""
        return "".join(words for words, _ in self.parts)


@dataclass(frozen=True)
class _Place:
    """One block: its words, its stems, and those of the title and the heading it stands under."""

    lesson: Lesson
    block: int
    text: str
    own: frozenset[str]
    above: frozenset[str]


@dataclass(frozen=True)
class LessonIndex:
    """Every block of a pack's lessons by its stems, in reading order."""

    places: tuple[_Place, ...]

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much a stem says: the rarer among the blocks, the more."""
        counts = Counter(one for place in self.places for one in place.own)
        return {one: math.log(1 + len(self.places) / count) for one, count in counts.items()}


def index_lessons(pack: Pack, prose: Callable[[str], tuple[Block, ...]]) -> LessonIndex:
    """Reads all lessons of a pack; `prose` gives the blocks of a body."""
    return LessonIndex(
        tuple(place for lesson in pack.lessons_in_order for place in _places(lesson, prose(lesson.body), pack))
    )


def _places(lesson: Lesson, blocks: Sequence[Block], pack: Pack) -> Iterator[_Place]:
    title = _all_stems(lesson.title)
    above = title
    for number, block in enumerate(blocks):
        text = _text(block, pack)
        if isinstance(block, Heading):
            above = title | _all_stems(text)
        yield _Place(lesson, number, text, _all_stems(text), above)


def _text(block: Block, pack: Pack) -> str:
    match block:
        case Heading(_, text):
            return text
        case Paragraph(html) | Quote(html):
            return _bare(html)
        case Bullets(items):
            return " ".join(_bare(item) for item in items)
        case RuleTable(rules):
            return ". ".join(pack.rule_by_id[rule].act for rule in rules)
        case Picture(_, said):
            return said


def _bare(html: str) -> str:
    return unescape(_TAG.sub("", html.replace("<br>", " ")))


def _all_stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


@dataclass(frozen=True)
class FoundPassages:
    """The best passage of each lesson; `whole` unless each has only some of the words typed."""

    passages: tuple[Passage, ...]
    whole: bool = True


def find_in_lessons(typed: str, index: LessonIndex) -> FoundPassages:
    """What has every word typed, or else at least half of them, the one that says most first; twelve at most.

    A word may also stand in the title or the heading above, but not all of them. Words that say nothing count only
    where nothing else was typed.
    """
    wanted = frozenset(stems(typed)) or _all_stems(typed)
    if whole := _best(wanted, index, len(wanted)):
        return FoundPassages(whole)
    return FoundPassages(_best(wanted, index, math.ceil(len(wanted) / 2)), whole=False)


def _best(wanted: frozenset[str], index: LessonIndex, at_least: int) -> tuple[Passage, ...]:
    best: dict[str, tuple[float, _Place]] = {}
    for place in index.places:
        found = wanted & place.own
        if not found or len(wanted & (place.own | place.above)) < at_least:
            continue
        # A shorter passage with the same words is more about them.
        score = sum(index.weight[one] for one in found) + 1 / (1 + len(place.own))
        if place.lesson.id not in best or score > best[place.lesson.id][0]:
            best[place.lesson.id] = score, place
    ranked = sorted(best.values(), key=lambda scored: -scored[0])
    return tuple(Passage(place.lesson, place.block, _parts(place.text, wanted)) for _, place in ranked[:_MOST])


def _parts(text: str, wanted: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    spans = [match.span() for match in _WORD.finditer(text) if _all_stems(match[0]) & wanted]
    start, end = _window(text, spans[0][0] if spans else 0)
    parts = [("… ", False)] if start else []
    at = start
    for first, last in spans:
        if first >= at and last <= end:
            parts += [(text[at:first], False), (text[first:last], True)]
            at = last
    parts.append((text[at:end], False))
    if end < len(text):
        parts.append((" …", False))
    return tuple(part for part in parts if part[0])


def _window(text: str, first: int) -> tuple[int, int]:
    """Where to begin and end, between words, so that the first word found is shown with some of what is before it."""
    if len(text) <= _LONGEST:
        return 0, len(text)
    start = text.find(" ", first - _BEFORE) + 1 if first > _BEFORE else 0
    end = start + _LONGEST
    if end >= len(text):
        return start, len(text)
    return start, max(text.rfind(" ", start, end), first + 1)
