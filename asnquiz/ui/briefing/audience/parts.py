"""What stands on the wall, part by part, as values: a scene is told in them, and pieces draw them."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from asnquiz.domain.pack import Image
from asnquiz.painting.votes import Vote


@dataclass(frozen=True)
class Style:
    """A way to set text.

    Attributes:
        size: of 1080, the height of the whole wall; letters shrink where there is much to say.
        spacing: between letters, in hundredths of what is usual.
    """

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    tone: str = "ink"
    spacing: float = 100.0


CAPTION = Style(28, tone="ink-2")
TIME = Style(28, QFont.Weight.Bold)
NOTE = Style(32, tone="ink-2")
BODY = Style(38)
QUIET = Style(38, tone="ink-2")
STRONG = Style(38, QFont.Weight.DemiBold)
OPTION = Style(36)
LEAD = Style(44, QFont.Weight.DemiBold)
STEM = Style(54, QFont.Weight.DemiBold)
TITLE = Style(72, QFont.Weight.Bold)
PODIUM = Style(92, QFont.Weight.DemiBold)
TYPED = Style(84, QFont.Weight.Bold)
CODE = Style(120, QFont.Weight.Bold, spacing=106.0)


@dataclass(frozen=True)
class Text:
    """Words, plain or with bold and italic stretches.

    Attributes:
        level: of a heading, which stays with what follows it.
        whole: set on one line, in smaller letters where it needs them, because people type it.
        above: the room that it wants over it, of 1080.
        loose: whether it goes to the next group where this one has no sheet that holds it.
    """

    words: str
    style: Style = BODY
    html: bool = False
    level: int | None = None
    whole: bool = False
    centred: bool = False
    above: float = 20.0
    loose: bool = False


@dataclass(frozen=True)
class Point:
    """One of a list, with a bullet or its number before it."""

    marker: str
    html: str


@dataclass(frozen=True)
class Barred:
    """Words set apart by a bar at their left: a provision of law, a quotation, somebody's position.

    Attributes:
        loose: whether they go to the next group where they would make letters smaller here.
    """

    html: str
    style: Style = NOTE
    loose: bool = False


@dataclass(frozen=True)
class Toned:
    """Words on the ground of a meaning, with its icon; `short` is as wide as its words."""

    html: str
    tone: str
    icon: str
    style: Style = BODY
    short: bool = False


@dataclass(frozen=True)
class Choice:
    """A row that can be chosen; `right` is known only after the reveal."""

    letter: str
    text: str
    right: bool = False


@dataclass(frozen=True)
class Bars:
    votes: tuple[Vote, ...]


@dataclass(frozen=True)
class Progress:
    """How many of how many, in words and as a bar."""

    words: str
    done: int
    of: int


@dataclass(frozen=True)
class Drawing:
    """A picture of the pack, as an SVG text in the colours of the light theme; `words` say the same."""

    svg: str
    words: str


@dataclass(frozen=True)
class Photo:
    """The picture of a question; `words` say what it shows."""

    image: Image
    words: str


@dataclass(frozen=True)
class Code:
    """What phones scan, what to do with it, and how large it is at most, of 1080."""

    text: str
    words: str
    size: float


@dataclass(frozen=True)
class Mark:
    """The program's mark, before words or alone."""

    words: str = ""


@dataclass(frozen=True)
class Beside:
    """Two columns, the left one with a share of the width.

    Attributes:
        ruled: whether there is a line over them, as over rows of a table.
        centred: whether the lower one stands in the middle of the higher one.
    """

    left: "tuple[Part, ...]"
    right: "tuple[Part, ...]"
    share: float = 0.5
    ruled: bool = False
    centred: bool = False


Part = Text | Point | Barred | Toned | Choice | Bars | Progress | Drawing | Photo | Code | Mark | Beside


@dataclass(frozen=True)
class Scene:
    """A picture as parts.

    Attributes:
        left, right: what stands over it, at both sides; the left one is its heading where it has one.
        groups: what begins on a sheet of its own and goes on over as many as it needs.
        stamped: whether it states law.
        entry: whether the address stands under it for those who come late.
        centred: whether it stands in the middle of the wall.
        at: the same as long as the room stays where it is, whatever is counted meanwhile.
    """

    left: str
    right: str
    groups: tuple[tuple[Part, ...], ...]
    at: tuple[object, ...]
    stamped: bool = False
    entry: bool = True
    centred: bool = False
