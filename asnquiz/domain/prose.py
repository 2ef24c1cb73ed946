"""A lesson's text as blocks, each of which a page shows as one widget of its own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """`level` 2 or 3; the lesson's title is level 1."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Inline rich text: only <b>, <i>, <br>; everything else is escaped."""

    html: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True)
class Quote:
    """A passage set apart, such as an example."""

    html: str


@dataclass(frozen=True)
class RuleTable:
    """Acts and their verdicts, filled from the pack's rules by id."""

    rules: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """One of the pack's pictures by name; `words` say what it shows, for those who see it and those who do not."""

    name: str
    words: str


Block = Heading | Paragraph | Bullets | Quote | RuleTable | Picture
