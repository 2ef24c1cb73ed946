"""Drawings in the light theme's colours, put into those of any theme."""

import re

from asnquiz.painting.tokens import LIGHT, Palette

# Words in a drawing may hold anything, also what looks like a colour.
_PAINT = re.compile(r"""\b(fill|stroke)(\s*=\s*["'])(#[0-9A-F]{6})""")


def recoloured(svg: str, palette: Palette) -> str:
    """The same drawing with each colour of the light theme as `palette` has it; white is the ground of cards."""
    # Of two tokens with one colour the first counts.
    pairs = dict(reversed(list(zip(LIGHT.colours, palette.colours, strict=True))))
    return _PAINT.sub(lambda found: found.group(1) + found.group(2) + pairs[found.group(3)], svg)
