"""What forms of others have no place for, as tags of a question (`phase:during`), so that it comes back from them.

The names are the keys of a pack's files, one tag for each value. Moodle keeps 50 characters of a tag.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from asnquiz.domain.pack import Citation, Confidence, ItemType, Phase
from asnquiz.domain.question import Question
from asnquiz.domain.unseen import NOT_TEXT

_NO_PROHIBITION = "no_prohibition_found"
# What Moodle takes for the end of a tag or takes out of one, and what stands between the parts of a citation.
_NOT_IN_TAGS = re.compile(r"[%\\<>`\[\]|\x00-\x1f\x7f]")
_WHOLE = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True)
class Told:
    """What the tags of a question say.

    Attributes:
        type: which of our five it was; a form of others may not tell.
        facts: other fields of the Question, by name.
        unknown: the tags that say nothing here.
    """

    type: ItemType | None
    facts: Mapping[str, Any]
    unknown: tuple[str, ...]


def tags_of(question: Question) -> tuple[str, ...]:
    """Everything of a question that is neither its text nor its id."""
    single = {
        "type": question.type.value,
        "revision": question.revision,
        "phase": question.phase and question.phase.value,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "confidence": question.confidence and question.confidence.value,
    }
    several = {
        "rule": map(safe, question.rules),
        "job": map(safe, question.jobs),
        "citation": map(_citation_words, question.citations),
    }
    return (
        *(f"{name}:{safe(str(value))}" for name, value in single.items() if value),
        *(f"{name}:{value}" for name, values in several.items() for value in values),
    )


def read_tags(tags: Iterable[str]) -> Told:
    """What `tags_of` wrote, in any order, or an author in another program."""
    single: dict[str, Any] = {}
    several: dict[str, list[Any]] = {}
    unknown = []
    for tag in tags:
        name, _, value = tag.partition(":")
        name = name.strip().lower()
        try:
            if name in _SEVERAL:
                field, read = _SEVERAL[name]
                several.setdefault(field, []).append(read(_filled(value)))
            elif name in _SINGLE and name not in single:
                single[name] = _SINGLE[name](_filled(value))
            else:
                unknown.append(tag)
        except ValueError:
            unknown.append(tag)
    type_ = single.pop("type", None)
    return Told(type_, single | {field: tuple(values) for field, values in several.items()}, tuple(unknown))


def safe(text: str) -> str:
    """A text that can stand in a tag or in square brackets; see `restored`."""
    return _NOT_IN_TAGS.sub(lambda found: f"%{ord(found[0]):02X}", text)


def restored(text: str) -> str:
    """What `safe` made of a text as it was; of a stranger's, it may hold any character."""
    return unquote(text)


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("a tag without a value")
    return value.strip()


def _citation_words(citation: Citation) -> str:
    place = (_NO_PROHIBITION,) if citation.no_prohibition_found else (citation.law or "", citation.ref or "")
    return "|".join(map(safe, (*place, *citation.facts)))


def _read_back(words: str) -> str:
    text = restored(words)
    if NOT_TEXT.search(text):
        raise ValueError("a sign that is not seen")
    return text


def _citation(words: str) -> Citation:
    law, *rest = map(_read_back, words.split("|"))
    if law == _NO_PROHIBITION:
        return Citation(no_prohibition_found=True, facts=tuple(rest))
    ref, *facts = rest or [""]
    return Citation(law=law or None, ref=ref or None, facts=tuple(facts))


def _whole(words: str) -> int:
    if not _WHOLE.fullmatch(words):
        raise ValueError(words)
    return int(words)


_SINGLE: Mapping[str, Callable[[str], Any]] = {
    "type": ItemType,
    "revision": _whole,
    "phase": Phase,
    "topic": _read_back,
    "difficulty": _whole,
    "confidence": Confidence,
}
_SEVERAL: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "rule": ("rules", _read_back),
    "job": ("jobs", _read_back),
    "citation": ("citations", _citation),
}
