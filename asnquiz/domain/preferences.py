"""How a person wants the program to look, and to take their keys."""

from dataclasses import dataclass
from enum import Enum

TEXT_PERCENTS = (100, 125, 150, 175, 200)


class ThemeChoice(Enum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True)
class Preferences:
    """`text_percent` is one of TEXT_PERCENTS; with `letter_keys` a single letter or digit answers (WCAG 2.1.4)."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    letter_keys: bool = True
