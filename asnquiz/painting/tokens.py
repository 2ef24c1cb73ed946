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
    """One theme. `line` is decoration and never the sole edge of a control; `control` is.

    Attributes:
        groove: the ground of what is not filled yet, or cannot be used now.
        bare: the edge of a button that is words alone; none where the theme can do without.
        edge: how wide the edges of cards and controls are, in pixels; what is chosen has one more.
    """

    paper: str
    card: str
    line: str
    groove: str
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
    bare: str = "transparent"
    edge: int = 1

    @property
    def colours(self) -> tuple[str, ...]:
        """Every colour in the same order in all palettes, a meaning's text before its ground."""
        plain = (self.paper, self.card, self.line, self.groove, self.control, self.ink, self.ink_2, self.ink_3)
        brand = (self.teal, self.teal_hover, self.teal_soft, self.on_teal)
        tones = (self.allowed, self.forbidden, self.conditional)
        return (*plain, *brand, *(colour for tone in tones for colour in (tone.ink, tone.ground)))

    def ink_of(self, tone: str) -> str:
        """The colour of text and pictures in a tone, by the name that the style sheet has for it."""
        found = getattr(self, tone.replace("-", "_"))
        return str(found.ink if isinstance(found, Tone) else found)


LIGHT = Palette(
    paper="#F6F8F7",
    card="#FFFFFF",
    line="#DDE4E3",
    groove="#E9EEED",
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
    groove="#2A3B43",
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


# For eyes that need more: text at least 7 : 1, edges 4.5 : 1, and `line` is an edge like any other.
HIGH_CONTRAST = Palette(
    paper="#050505",
    card="#101010",
    line="#B4B4B4",
    groove="#3D3D3D",
    control="#E0E0E0",
    ink="#FFFFFF",
    ink_2="#F0F0F0",
    ink_3="#DADADA",
    teal="#7CE8DC",
    teal_hover="#B0F3EB",
    teal_soft="#0B3F3C",
    on_teal="#000000",
    allowed=Tone("#86F0A8", "#0A331B"),
    forbidden=Tone("#FFB9B0", "#4A120C"),
    conditional=Tone("#FFD873", "#3D2E00"),
    bare="#E0E0E0",
    edge=2,
)


# What a hall sees of a briefing, from far away and on a weak projector: text at least 7 : 1, bars and edges 3 : 1.
AUDIENCE = Palette(
    paper="#FFFFFF",
    card="#FFFFFF",
    line="#DDE4E3",
    groove="#E6EBEA",
    control="#6B7C84",
    ink="#16242B",
    ink_2="#3A4B54",
    ink_3="#3E4F57",
    teal="#0A5555",
    teal_hover="#084646",
    teal_soft="#E2F1EF",
    on_teal="#FFFFFF",
    allowed=Tone("#0F5A31", "#E2F3E8"),
    forbidden=Tone("#8A1F17", "#FCECE9"),
    conditional=Tone("#5E3D00", "#FFF3D9"),
    edge=2,
)

AUDIENCE_DARK = Palette(
    paper="#0B1418",
    card="#0B1418",
    line="#2A3B43",
    groove="#22323A",
    control="#8A9EA6",
    ink="#F2F7F6",
    ink_2="#CBD6D8",
    ink_3="#BECBCE",
    teal="#74D6C9",
    teal_hover="#9BE5DB",
    teal_soft="#0F2E30",
    on_teal="#0B1418",
    allowed=Tone("#7FDDA6", "#0E2B1B"),
    forbidden=Tone("#FFB3AA", "#351612"),
    conditional=Tone("#F2C566", "#2B1F06"),
    edge=2,
)


class ThemeName(Enum):
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"

    @property
    def palette(self) -> Palette:
        return _PALETTES[self]


_PALETTES = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.HIGH_CONTRAST: HIGH_CONTRAST}


# Features of the family that draw other letters than are written.
CHANGING = ("liga", "calt")
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
CONTROL_RADIUS = 11
CONTROL_HEIGHT = 40
PADDING = 20
