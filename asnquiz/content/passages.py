"""Every text of a pack or a layer that a learner reads, each with its place, for the checks of how it is written."""

import html
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from markdown_it.token import Token

from asnquiz.content.contents import Contents, Entry, Written
from asnquiz.content.markdown import parsed
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Lesson

_RULE = frozenset({"act", "condition", "reason", "instead", "sanction", "who", "when", "says", "safe"})
_ITEM = frozenset({"stem", "text", "left", "feedback", "explanation", "instead", "alt"})
_SCENARIO = frozenset({"title", "text", "feedback", "debrief"})

_BLANK_LINE = re.compile(r"\n\s*\n")
_DIRECTIVE = ":::"
_LABEL = re.compile(r"<text[^<>]*>([^<]*)")


@dataclass(frozen=True)
class Passage:
    """One paragraph; in a lesson's body a line end stands where one stands in the file."""

    file: str
    line: int
    column: int
    id: str | None
    text: str

    def fault(self, message: str, below: int = 0) -> Fault:
        """A fault at the passage's place, or at the start of a line below it."""
        return Fault(self.file, self.line + below, 1 if below else self.column, self.id, message)


def passages(contents: Contents) -> Iterator[Passage]:
    """All that learners read, but for the words of laws and of the pledge."""
    alone: tuple[tuple[Written | None, Set[str]], ...] = (
        (contents.header, {"title", "topics", "jobs"}),
        (contents.layer, {"title"}),
        (contents.pledge, {"meaning", "example"}),
        (contents.calendar, {"name"}),
    )
    for one, keys in alone:
        if one:
            yield from _of(one, keys)
    for law in contents.laws.entries:
        yield from _of(law, {"note"})
    for term in contents.terms.entries:
        yield from _of(term, {"long", "meaning"})
    for rule in contents.rules.entries:
        yield from _of(rule, _RULE)
    for lesson in contents.lessons.entries:
        yield from _of(lesson, {"title"})
        yield from _of_body(lesson)
    for item in contents.items.entries:
        yield from _of(item, _ITEM)
    for scenario in contents.scenarios.entries:
        yield from _of(scenario, _SCENARIO)
    for file, picture in contents.pictures.items():
        yield from _of_picture(file, picture)


def _of(entry: Written, keys: Set[str]) -> Iterator[Passage]:
    """The paragraphs of the texts under any of the keys."""
    for path, text in entry.texts():
        if not keys.isdisjoint(path):
            place = entry.document.place((*entry.path, *path))
            for paragraph in _BLANK_LINE.split(text):
                yield Passage(entry.file, place.line, place.column, entry.id, paragraph.replace("\n", " "))


def _of_body(entry: Entry[Lesson]) -> Iterator[Passage]:
    start = entry.document.place(("body",)).line
    for token in parsed(entry.value.body):
        if token.type == "inline" and token.map and not token.content.startswith(_DIRECTIVE):
            yield Passage(entry.file, start + token.map[0], 1, entry.id, _words(token.children or ()))


def _of_picture(file: str, picture: str) -> Iterator[Passage]:
    line, seen = 1, 0
    for label in _LABEL.finditer(picture):
        line += picture.count("\n", seen, label.start())
        seen = label.start()
        yield Passage(file, line, 1, None, html.unescape(label[1]))


def _words(tokens: Iterable[Token]) -> str:
    """The words of a line of Markdown without its marks."""
    return "".join("\n" if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
