"""Finding passages of any reading by their words in any form; what somebody looks for is stored and logged nowhere."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Generic, TypeVar

from asnquiz.domain.stems import stem, stems, words

S = TypeVar("S")

_WORD = re.compile(r"\w+(?:[-'/]\w+)*")
_TAG = re.compile(r"<[^>]*>")
_MOST = 12
# How much of a long passage is shown, in letters, and how much of it before the first word found.
_LONGEST = 220
_BEFORE = 60


@dataclass(frozen=True)
class Passage(Generic[S]):
    """A place in a text that has what was looked for.

    Attributes:
        source: the text, such as a lesson.
        block: its place among the text's blocks, from 0; None for the title.
        row: its row, where the block is a table, from 0.
        parts: its words, or as many as are needed, in pieces of which those that were looked for are True.
    """

    source: S
    block: int | None
    row: int | None
    parts: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> str:
        """The passage in one piece."""
        return "".join(words for words, _ in self.parts)


@dataclass(frozen=True)
class Place(Generic[S]):
    """One block, or row of a table: its words, its stems, and those of the titles it stands under.

    `key` tells its source from others.
    """

    source: S
    key: str
    block: int | None
    row: int | None
    text: str
    own: frozenset[str]
    above: frozenset[str]


def place(source: S, key: str, block: int | None, text: str, *titles: str, row: int | None = None) -> Place[S]:
    """A block, or a row of it, under its titles."""
    return Place(source, key, block, row, text, _all_stems(text), frozenset[str]().union(*map(_all_stems, titles)))


@dataclass(frozen=True)
class PassageIndex(Generic[S]):
    """Every block by its stems, in reading order."""

    places: tuple[Place[S], ...]

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much a stem says: the rarer among the blocks, the more."""
        counts = Counter(one for place in self.places for one in place.own)
        return {one: math.log(1 + len(self.places) / count) for one, count in counts.items()}


def bare(html: str) -> str:
    """The words of inline text without its tags."""
    return unescape(_TAG.sub("", html.replace("<br>", " ")))


def _all_stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


@dataclass(frozen=True)
class FoundPassages(Generic[S]):
    """The best passage of each source; `whole` unless each has only some of the words typed."""

    passages: tuple[Passage[S], ...]
    whole: bool = True


def find_passages(typed: str, index: PassageIndex[S]) -> FoundPassages[S]:
    """What has every word typed, or else at least half of them, the one that says most first; twelve at most.

    A word may also stand in the title or the heading above, but not all of them. Words that say nothing count only
    where nothing else was typed.
    """
    wanted = frozenset(stems(typed)) or _all_stems(typed)
    if whole := _best(wanted, index, len(wanted)):
        return FoundPassages(whole)
    return FoundPassages(_best(wanted, index, math.ceil(len(wanted) / 2)), whole=False)


def _best(wanted: frozenset[str], index: PassageIndex[S], at_least: int) -> tuple[Passage[S], ...]:
    best: dict[str, tuple[float, Place[S]]] = {}
    for place in index.places:
        found = wanted & place.own
        if not found or len(wanted & (place.own | place.above)) < at_least:
            continue
        # A shorter passage with the same words is more about them, and one under titles that have them as well.
        score = sum(index.weight[one] for one in found) + 1 / (1 + len(place.own))
        score += sum(index.weight[one] for one in found & place.above) / 4
        if place.key not in best or score > best[place.key][0]:
            best[place.key] = score, place
    ranked = sorted(best.values(), key=lambda scored: -scored[0])
    return tuple(
        Passage(place.source, place.block, place.row, _parts(place.text, wanted)) for _, place in ranked[:_MOST]
    )


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
