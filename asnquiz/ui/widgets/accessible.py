"""What Qt does not tell screen readers by itself: headings, groups, places, silent pictures, and what just happened."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import VoidPtr, getCppPointer

_LEVELS = (1, 2, 3)


@dataclass(frozen=True)
class Spoken:
    """What a widget is to a screen reader.

    Attributes:
        level: of a heading, 1 to 3.
        silent: a picture beside words that say the same.
    """

    role: QAccessible.Role
    level: int | None = None
    silent: bool = False


PLACE = Spoken(QAccessible.Role.PageTab)
GROUP = Spoken(QAccessible.Role.Grouping)
DECORATION = Spoken(QAccessible.Role.Graphic, silent=True)
PICTURE = Spoken(QAccessible.Role.Graphic)


class SpokenLabel(QLabel):
    """A label that is more, or less, than running text."""

    def __init__(self, words: str, spoken: Spoken) -> None:
        super().__init__(words)
        self.spoken = spoken


def heading_of(level: int) -> Spoken:
    """A heading; each page has one of level 1."""
    return Spoken(QAccessible.Role.Heading, level)


def announce(place: QWidget, words: str, *, urgent: bool = False) -> None:
    """Has a screen reader say what happened where the focus is not; urgent words interrupt what it is saying."""
    event = QAccessibleAnnouncementEvent(place, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class _Level(QAccessibleAttributesInterface):
    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        return self._level if key is QAccessible.Attribute.Level else None


# Shared and lasting: PySide keeps every interface that a factory made, but nothing that it points to.
_ATTRIBUTES = {level: _Level(level) for level in _LEVELS}


class _Interface(QAccessibleWidget):
    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, spoken.role)
        self._spoken = spoken

    def text(self, kind: QAccessible.Text) -> str:
        said, label = super().text(kind), self.object()
        if not said and kind is QAccessible.Text.Name and isinstance(label, QLabel):
            return label.text()
        return said

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._spoken.silent:
            state.invisible = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if self._spoken.level and kind is QAccessible.InterfaceType.AttributesInterface:
            return VoidPtr(getCppPointer(_ATTRIBUTES[self._spoken.level])[0])
        return super().interface_cast(kind)


class _PlaceInterface(_Interface):
    """A checkable button that says where one is: Qt would call it a check box."""

    def state(self) -> QAccessible.State:
        state, button = super().state(), self.object()
        state.selectable = True
        state.selected = isinstance(button, QAbstractButton) and button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


def _made(_: str, thing: QObject) -> QAccessibleInterface | None:
    spoken = getattr(thing, "spoken", None)
    if not isinstance(thing, QWidget) or not isinstance(spoken, Spoken):
        return None
    return (_PlaceInterface if spoken is PLACE else _Interface)(thing, spoken)


QAccessible.installFactory(_made)
