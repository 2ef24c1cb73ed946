"""What Qt does not tell screen readers by itself, as marks on widgets, and what just happened.

Widgets of the first picture carry these marks, so nothing here loads what makes them heard: `accessible` does that.
"""

from enum import Enum

from PySide6.QtWidgets import QLabel, QWidget


class Spoken(Enum):
    """What a widget with an attribute `spoken` is; the headings by their level, and each page has one of level 1."""

    HEADING_1 = 1
    HEADING_2 = 2
    HEADING_3 = 3
    PLACE = "place"
    GROUP = "group"
    PICTURE = "picture"
    DECORATION = "decoration"  # a picture beside words that say the same


class SpokenLabel(QLabel):
    """A label that is more, or less, than running text."""

    def __init__(self, words: str, spoken: Spoken) -> None:
        super().__init__(words)
        self.spoken = spoken


def announce(place: QWidget, words: str, *, urgent: bool = False) -> None:
    """Has a screen reader say what happened where the focus is not; urgent words interrupt what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(place, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
