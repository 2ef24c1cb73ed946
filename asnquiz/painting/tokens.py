"""The colours, sizes and weights that everything visible is made of; contrast of each pair is tested (WCAG 2.2)."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Tone:
    """Text and ground of a meaning: allowed, forbidden, conditional."""

    ink: str
    ground: str


@dataclass(frozen=True)
class Palette:
    """One theme. `line` is decoration and never the sole edge of a control; `control` is."""

    paper: str
    card: str
    line: str
    control: str
    ink: str
    ink_2: str
    ink_3: str
    teal: str
    teal_hover: str
    teal_soft: str
    on_teal: str
    allowed: Tone
    forbidden: Tone
    conditional: Tone


LIGHT = Palette(
    paper="#F6F8F7",
    card="#FFFFFF",
    line="#DDE4E3",
    control="#7A8A91",
    ink="#16242B",
    ink_2="#44565F",
    ink_3="#5C6D75",
    teal="#0E6E6E",
    teal_hover="#0B5A5A",
    teal_soft="#E2F1EF",
    on_teal="#FFFFFF",
    allowed=Tone("#13713F", "#E5F4EB"),
    forbidden=Tone("#A82F25", "#FBEAE7"),
    conditional=Tone("#7A5000", "#FFF3D9"),
)

DARK = Palette(
    paper="#0F1A1F",
    card="#16252C",
    line="#2A3B43",
    control="#6E828A",
    ink="#EAF1F0",
    ink_2="#B7C5C8",
    ink_3="#97A8AD",
    teal="#4FBFB2",
    teal_hover="#6ACBC0",
    teal_soft="#123537",
    on_teal="#0F1A1F",
    allowed=Tone("#5CC88B", "#12311F"),
    forbidden=Tone("#F08A7F", "#3A1A17"),
    conditional=Tone("#E9B44C", "#332508"),
)


class ThemeName(Enum):
    LIGHT = "light"
    DARK = "dark"

    @property
    def palette(self) -> Palette:
        return DARK if self is ThemeName.DARK else LIGHT


FAMILY = "Plus Jakarta Sans"


class Size(Enum):
    """Type sizes in points at 100 % text."""

    CAPTION = 9.5
    BODY = 11.25
    READING = 12.5
    LEAD = 14.5
    TITLE = 19.0
    SCORE = 30.0


RADIUS = 16
CONTROL_HEIGHT = 40
PADDING = 20
