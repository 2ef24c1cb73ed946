"""What pieces are drawn with: colours, icons, codes, and the measures of a wall of some size."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont

from asnquiz.painting.fonts import family_font
from asnquiz.painting.icons import Icons
from asnquiz.painting.qr import Matrix
from asnquiz.painting.tokens import Palette
from asnquiz.ui.briefing.audience.parts import Style

HEIGHT = 1080  # what lengths and sizes of letters are told of
SMALLEST = 28  # letters that the last row of a hall can read
STEPS = (1.0, 0.9, 0.8, 0.72, 0.64, 0.58, 0.52)


@dataclass(frozen=True)
class Kit:
    """What a piece is drawn with.

    Attributes:
        codes: the modules of a QR code of a text.
        unit: a 1080th of the wall's height, in pixels.
        step: how far letters and the room around them are shrunk, one of STEPS.
        smallest: what no letters become smaller than.
    """

    palette: Palette
    icons: Icons
    codes: Callable[[str], Matrix]
    unit: float
    step: float = 1.0
    smallest: float = SMALLEST

    def letters(self, size: float) -> int:
        """The height of letters in pixels."""
        return max(1, ceil(max(self.smallest, size * self.step) * self.unit))

    def room(self, length: float) -> int:
        """A length that shrinks with the letters, in pixels."""
        return round(length * (0.4 + 0.6 * self.step) * self.unit)

    def font(self, style: Style) -> QFont:
        font = family_font(style.weight)
        font.setPixelSize(self.letters(style.size))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, style.spacing)
        return font

    def ground_of(self, tone: str) -> str:
        """The ground of a meaning; its ink is `palette.ink_of`."""
        return self.palette.teal_soft if tone == "teal" else getattr(self.palette, tone).ground
