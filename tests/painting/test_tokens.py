"""Contrast of every pair of colours that meet on screen, by the formula of WCAG 2.2, in each theme and on the wall."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from asnquiz.domain.pack import Verdict
from asnquiz.painting.tokens import AUDIENCE, AUDIENCE_DARK, DARK, HIGH_CONTRAST, LIGHT, Palette, ThemeName, Tone
from asnquiz.painting.verdicts import VERDICT_ICON, VERDICT_TONE
from asnquiz.ui.theme import style_sheet
from tests.source_texts import ROOT

STYLE = ROOT / "assets" / "style.qss"

# Text and edges: what everybody needs (AA), and what the theme of high contrast and the wall of a hall promise.
TEXT = {LIGHT: 4.5, DARK: 4.5, HIGH_CONTRAST: 7.0, AUDIENCE: 7.0, AUDIENCE_DARK: 7.0}
CONTROL = {LIGHT: 3.0, DARK: 3.0, HIGH_CONTRAST: 4.5, AUDIENCE: 3.0, AUDIENCE_DARK: 3.0}

# Text on its ground. "allowed" is that tone's ink and "allowed.ground" its ground.
TEXT_PAIRS = [
    *[(ink, ground) for ink in ("ink", "ink_2", "ink_3", "teal") for ground in ("paper", "card")],
    *[(tone, ground) for tone in ("allowed", "forbidden", "conditional") for ground in ("paper", "card")],
    *[(tone, f"{tone}.ground") for tone in ("allowed", "forbidden", "conditional")],  # chips
    *[("ink", f"{tone}.ground") for tone in ("allowed", "forbidden")],  # an option that turned out right or wrong
    *[(ink, "groove") for ink in ("ink", "ink_2", "ink_3")],  # an option's letter, a chip, a button that waits
    ("ink", "teal_soft"),  # a chosen option, an answered number
    ("ink_2", "teal_soft"),  # feedback on an option under the mouse
    ("ink_3", "teal_soft"),
    ("teal", "teal_soft"),  # what is chosen or pointed at
    ("on_teal", "teal"),
    ("on_teal", "teal_hover"),  # also the mark behind the banner's words
    ("paper", "ink"),  # tool tips
]

# Edges, rings and pictures against what they stand on.
CONTROL_PAIRS = [
    *[(edge, ground) for edge in ("control", "teal", "ink") for ground in ("paper", "card", "teal_soft")],
    *[(tone, ground) for tone in ("allowed", "forbidden", "conditional") for ground in ("card", "teal_soft")],
    *[(tone, f"{tone}.ground") for tone in ("allowed", "forbidden", "conditional")],
    *[("ink", f"{tone}.ground") for tone in ("allowed", "forbidden")],
    ("ink", "on_teal"),  # the two rings of a filled button, against one another
    ("on_teal", "teal"),  # the inner ring against its button; the outer one of a button on the banner
    ("teal", "groove"),  # progress
]

# On the wall only: bars and grooves, the check on the badge of what is right, letters on badges.
WALL_TEXT = [("allowed", "paper"), ("ink", "groove"), ("card", "allowed")]
WALL_EDGES = [("control", "groove"), ("control", "allowed.ground"), ("teal", "groove"), ("teal", "paper")]

# The figures of the design's table, light and dark; a design that changes them changes them here.
AGREED = [
    ("control", "paper", 3.35, 4.40),
    ("ink", "paper", 14.9, 15.4),
    ("ink_2", "card", 7.7, 8.9),
    ("ink_3", "paper", 5.1, 7.2),
    ("teal", "paper", 5.7, 7.9),
    ("teal", "teal_soft", 5.2, 5.9),
    ("allowed", "allowed.ground", 5.3, 6.8),
    ("forbidden", "forbidden.ground", 5.8, 6.5),
    ("conditional", "conditional.ground", 6.4, 7.9),
    ("on_teal", "teal", 6.0, 7.9),
]

walls = pytest.mark.parametrize("palette", [AUDIENCE, AUDIENCE_DARK], ids=["light", "dark"])
themes = pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2, with sRGB's own threshold)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour(palette: Palette, name: str) -> str:
    token, _, part = name.partition(".")
    value = getattr(palette, token)
    if isinstance(value, Tone):
        return value.ground if part == "ground" else value.ink
    return str(value)


def between(palette: Palette, one: str, other: str) -> float:
    return contrast(colour(palette, one), colour(palette, other))


@pytest.mark.parametrize(
    ("grey", "ratio"), [("#767676", 4.54), ("#777777", 4.48), ("#949494", 3.03), ("#959595", 2.995)]
)
def test_the_formula_gives_the_known_ratios_on_white(grey: str, ratio: float) -> None:
    assert contrast(grey, "#FFFFFF") == pytest.approx(ratio, abs=0.005)


def test_the_formula_goes_from_1_to_21_either_way_round() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#0E6E6E", "#0E6E6E") == 1


@themes
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert between(palette, ink, ground) >= TEXT[palette]


@themes
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_edges_rings_and_pictures_stand_out(palette: Palette, edge: str, ground: str) -> None:
    assert between(palette, edge, ground) >= CONTROL[palette]


@walls
@pytest.mark.parametrize(("ink", "ground"), [*TEXT_PAIRS, *WALL_TEXT])
def test_text_on_the_wall_can_be_read_from_the_last_row(palette: Palette, ink: str, ground: str) -> None:
    assert between(palette, ink, ground) >= TEXT[palette]


@walls
@pytest.mark.parametrize(("edge", "ground"), [*CONTROL_PAIRS, *WALL_EDGES])
def test_bars_and_edges_on_the_wall_stand_out(palette: Palette, edge: str, ground: str) -> None:
    assert between(palette, edge, ground) >= CONTROL[palette]


def test_in_high_contrast_cards_and_bare_buttons_have_edges_too() -> None:
    assert HIGH_CONTRAST.edge == 2
    for edge in ("line", "bare"):
        assert all(between(HIGH_CONTRAST, edge, ground) >= CONTROL[HIGH_CONTRAST] for ground in ("paper", "card"))


@pytest.mark.parametrize(("one", "other", "light", "dark"), AGREED)
def test_the_colours_are_as_agreed(one: str, other: str, light: float, dark: float) -> None:
    assert between(LIGHT, one, other) == pytest.approx(light, abs=0.1)
    assert between(DARK, one, other) == pytest.approx(dark, abs=0.1)


def test_every_token_but_decoration_is_looked_at_as_ink_or_edge_or_ground() -> None:
    looked_at = {name.partition(".")[0] for pair in (*TEXT_PAIRS, *CONTROL_PAIRS) for name in pair}
    assert looked_at == {field.name for field in fields(Palette)} - {"line", "bare", "edge"}


@pytest.mark.parametrize("palette", TEXT, ids=range(len(TEXT)))
def test_every_colour_is_six_digits(palette: Palette) -> None:
    values = [getattr(palette, field.name) for field in fields(Palette) if field.name not in ("bare", "edge")]
    colours = [part for value in values for part in ((value.ink, value.ground) if isinstance(value, Tone) else [value])]
    assert all(re.fullmatch("#[0-9A-F]{6}", one) for one in colours)


def style_rules(palette: Palette) -> Iterator[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule of the style sheet, its tokens filled in."""
    text = style_sheet(palette, STYLE) or ""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        declared = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        yield selectors.strip(), {name.strip(): value.strip() for name, value in declared.items()}


@themes
def test_where_the_style_sheet_sets_text_and_ground_together_the_text_can_be_read(palette: Palette) -> None:
    found = 0
    for selector, declared in style_rules(palette):
        ink = declared.get("color", declared.get("selection-color", ""))
        ground = declared.get("selection-background-color", declared.get("background", ""))
        if ink.startswith("#") and ground.startswith("#"):
            found += 1
            assert contrast(ink, ground) >= TEXT[palette], selector
    assert found > 5


@themes
def test_every_ring_and_edge_of_a_control_stands_out_from_the_window(palette: Palette) -> None:
    found = 0
    for selector, declared in style_rules(palette):
        edge = re.search(r"#\w{6}", declared.get("border", declared.get("border-color", "")))
        control = re.match(r"QPushButton|QLineEdit|QComboBox|QMenu", selector)
        if edge and control and "on-banner" not in selector:
            found += 1
            assert contrast(edge[0], palette.paper) >= CONTROL[palette], selector
            assert contrast(edge[0], palette.card) >= CONTROL[palette], selector
    assert found > 5


@themes
def test_a_ring_of_the_focus_stands_out_from_the_ground_that_its_control_has_under_it(palette: Palette) -> None:
    found = 0
    grounds = {
        selector: declared["background"] for selector, declared in style_rules(palette) if "background" in declared
    }
    for selector, declared in style_rules(palette):
        ring = re.search(r"#\w{6}", declared.get("border", ""))
        control, focused, _ = selector.partition(":focus")
        if not ring or not focused or "," in selector:
            continue
        role = control.partition(":")[0]
        under = [ground for of, ground in grounds.items() if of.partition(":")[0] == role and "disabled" not in of]
        for ground in under:
            found += 1
            # A filled button's own ring stands on the page; inside it is another, in CONTROL_PAIRS.
            filled = "primary" in control or "on-banner" in control
            beside = palette.teal if "on-banner" in control else palette.card if filled else ground
            if beside.startswith("#"):
                assert contrast(ring[0], beside) >= CONTROL[palette], (selector, ground)
    assert found > 10


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_a_tone_and_a_picture(verdict: Verdict) -> None:
    expected = {Verdict.BOLEH: "allowed", Verdict.TIDAK: "forbidden"}.get(verdict, "conditional")
    assert VERDICT_TONE[verdict] == expected
    assert LIGHT.ink_of(expected) == getattr(LIGHT, expected).ink
    assert len(set(VERDICT_ICON.values())) == len(Verdict)


def test_each_theme_has_its_palette() -> None:
    assert [name.palette for name in ThemeName] == [LIGHT, DARK, HIGH_CONTRAST]
    assert len(set(map(id, (LIGHT, DARK, HIGH_CONTRAST)))) == len(ThemeName)
