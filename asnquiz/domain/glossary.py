"""Glossary words within running text: where each of them stands first in a section, as a link to its meaning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from asnquiz.domain.pack import Pack, Term

# Tags and entities of escaped inline text; no word is looked for in them.
_MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
# Up to this length a word is an abbreviation, and means something else when it is written small.
_ABBREVIATION = 3


@dataclass(frozen=True)
class Glossary:
    """The words of one pack; a link names the places in `terms` of all that its word may mean, with spaces between."""

    terms: Sequence[Term]

    def mark(self, html: str, seen: frozenset[str]) -> tuple[str, frozenset[str]]:
        """Inline text with each word that is not in `seen` as a link where it comes first, and what is seen after it.

        Whole words only, the longest first. `html` is escaped and has no links.
        """
        found = set(seen)

        def link(match: re.Match[str]) -> str:
            places = self._places[_key(match[0])]
            if places in found:
                return match[0]
            found.add(places)
            return f'<a href="{places}">{match[0]}</a>'

        parts = _MARKUP.split(html)
        marked = "".join(part if place % 2 else self._pattern.sub(link, part) for place, part in enumerate(parts))
        return marked, frozenset(found)

    def meant(self, link: str) -> tuple[Term, ...]:
        """The terms that a link names."""
        return tuple(self.terms[int(place)] for place in link.split())

    @cached_property
    def _places(self) -> dict[str, str]:
        places: dict[str, list[int]] = {}
        for place, term in enumerate(self.terms):
            for words in _spellings(term):
                places.setdefault(_key(words), []).append(place)
        return {key: " ".join(map(str, dict.fromkeys(found))) for key, found in places.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spellings = {words for term in self.terms for words in _spellings(term)}
        ordered = sorted(spellings, key=lambda words: (-len(words), words))
        if not ordered:
            return re.compile(r"(?!)")
        return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(_written, ordered))})(?!\w)")


def glossary_of(pack: Pack) -> Glossary:
    """The glossary of a pack, made once for all its texts."""
    return _made(pack.terms)


@lru_cache(maxsize=4)
def _made(terms: tuple[Term, ...]) -> Glossary:
    return Glossary(terms)


def _spellings(term: Term) -> list[str]:
    """A term and what it is short for; what stands in parentheses tells terms apart and is not written in texts."""
    long = [] if term.long is None or "," in term.long else [term.long]
    return [bare for words in (term.term, *long) if (bare := _PARENTHESIS.sub("", words))]


def _written(words: str) -> str:
    """Words as a pattern: a sentence may begin with them; abbreviations are written in one way only."""
    first, rest = words[0], words[1:]
    if len(words) <= _ABBREVIATION or not rest[0].islower():
        pattern = re.escape(words)
    else:
        pattern = f"[{re.escape(first.upper())}{re.escape(first.lower())}]{re.escape(rest)}"
    return pattern.replace(r"\ ", r"\s+")


def _key(words: str) -> str:
    """What all ways of writing one spelling have in common."""
    joined = " ".join(words.split())
    return joined[:1].upper() + joined[1:]
