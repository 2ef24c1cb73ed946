"""What Qt does not tell screen readers by itself, as marks on widgets, and what just happened.

`accessible` makes them heard; the window loads it.
"""

from enum import Enum

from PySide6.QtWidgets import QLabel, QWidget


class Spoken(Enum):
    """What a widget with an attribute `spoken` is; the headings by their level, and each page has one of level 1."""

    HEADING_1 = 1
    HEADING_2 = 2
    HEADING_3 = 3
    PLACE = "place"
    UNFOLDING = "unfolding"  # a button that shows more under it, or less, by its attribute `unfolded`
    GROUP = "group"
    PICTURE = "picture"
    DECORATION = "decoration"  # a picture beside words that say the same


class SpokenLabel(QLabel):
    """A label that is more, or less, than running text."""

    def __init__(self, words: str, spoken: Spoken) -> None:
        super().__init__(words)
        self.spoken = spoken


def tell_unfolded(button: QWidget) -> None:
    """Tells a screen reader that a button which unfolds has just shown or hidden what belongs to it."""
    from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent

    changed = QAccessible.State()
    changed.expanded = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def announce(place: QWidget, words: str, *, urgent: bool = False) -> None:
    """Has a screen reader say what happened where the focus is not; urgent words interrupt what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(place, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
