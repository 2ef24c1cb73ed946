"""How a person wants the program to look, to take their keys, when alone it locks, and what they use it for."""

from dataclasses import dataclass
from enum import Enum

TEXT_PERCENTS = (100, 125, 150, 175, 200)
IDLE_MINUTES = (5, 10, 20, 30, None)


class ThemeChoice(Enum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True)
class Preferences:
    """`text_percent` is one of TEXT_PERCENTS, `idle_minutes` of IDLE_MINUTES, where None means never.

    With `letter_keys` a single letter or digit answers (WCAG 2.1.4). `gathers` is whether they gather results for a
    personnel office, `briefs` whether they lead briefings.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    idle_minutes: int | None = 10
    letter_keys: bool = True
    gathers: bool = False
    briefs: bool = False
