"""How a person wants the program to look."""

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
    """`text_percent` is one of TEXT_PERCENTS."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
