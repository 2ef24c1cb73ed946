"""Tells screen readers of headings, groups, places and silent pictures, and presses for them; Qt does not by itself."""

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget
from shiboken6 import VoidPtr, getCppPointer

from asnquiz.ui.widgets.spoken import Spoken

_LEVELS = {Spoken.HEADING_1: 1, Spoken.HEADING_2: 2, Spoken.HEADING_3: 3}
_ROLES = {
    **dict.fromkeys(_LEVELS, QAccessible.Role.Heading),
    Spoken.GROUP: QAccessible.Role.Grouping,
    Spoken.PICTURE: QAccessible.Role.Graphic,
    Spoken.DECORATION: QAccessible.Role.Graphic,
}


class _Level(QAccessibleAttributesInterface):
    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        return self._level if key is QAccessible.Attribute.Level else None


# Shared and lasting: PySide keeps every interface that a factory made, but nothing that it points to.
_ATTRIBUTES = {spoken: _Level(level) for spoken, level in _LEVELS.items()}
_NOTHING = VoidPtr(0)


class _Interface(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role, spoken: Spoken | None = None) -> None:
        super().__init__(widget, role)
        self._spoken = spoken

    def text(self, kind: QAccessible.Text) -> str:
        said, thing = super().text(kind), self.object()
        if not said and kind is QAccessible.Text.Name and isinstance(thing, QLabel | QAbstractButton):
            return thing.text()
        return said

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._spoken is Spoken.DECORATION:
            state.invisible = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if self._spoken in _ATTRIBUTES and kind is QAccessible.InterfaceType.AttributesInterface:
            return VoidPtr(getCppPointer(_ATTRIBUTES[self._spoken])[0])
        found = super().interface_cast(kind)
        # Qt asks for each kind as soon as a screen reader looks, and PySide 6.11 crashes where it is answered None.
        return _NOTHING if found is None else found


class _ButtonInterface(_Interface):
    """A button that is pressed by its click, on which the program acts: Qt's own would change a mark alone.

    Qt may ask for it before it is known whether the button can be checked, so that is looked at each time. Its place is
    all that can be clicked, and not a small box.
    """

    def role(self) -> QAccessible.Role:
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isCheckable():
            return QAccessible.Role.Button
        return QAccessible.Role.RadioButton if isinstance(button, QRadioButton) else QAccessible.Role.CheckBox

    def state(self) -> QAccessible.State:
        state, button = super().state(), self.object()
        if isinstance(button, QAbstractButton):
            state.checkable, state.checked = button.isCheckable(), button.isChecked()
        if isinstance(button, QPushButton):
            state.defaultButton = button.isDefault()
        return state

    @property
    def _presses(self) -> list[str]:
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isEnabled() or getattr(button, "settled", False):
            return []
        return [self.toggleAction(), self.pressAction()] if self.state().checkable else [self.pressAction()]

    def actionNames(self) -> list[str]:
        return [*self._presses, *super().actionNames()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if name in self._presses and isinstance(button, QAbstractButton):
            QTimer.singleShot(0, button, button.click)  # whoever asked waits for the reply, not for a page
        else:
            super().doAction(name)


class _PlaceInterface(_ButtonInterface):
    """A button that says where one is; it is checked there, and cannot be by hand."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.PageTab

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable, state.selected = True, state.checked
        state.checkable = state.checked = False
        return state


class _UnfoldingInterface(_ButtonInterface):
    """A button that shows more under it."""

    def state(self) -> QAccessible.State:
        state = super().state()
        unfolded = bool(getattr(self.object(), "unfolded", False))
        state.expandable = True
        state.expanded, state.collapsed = unfolded, not unfolded
        return state


_KINDS = {Spoken.PLACE: _PlaceInterface, Spoken.UNFOLDING: _UnfoldingInterface}
_BUTTONS = (QPushButton, QCheckBox, QRadioButton)


def _made(_: str, thing: QObject) -> QAccessibleInterface | None:
    spoken = getattr(thing, "spoken", None)
    if isinstance(thing, QWidget) and isinstance(spoken, Spoken):
        return _KINDS.get(spoken, _Interface)(thing, _ROLES.get(spoken, QAccessible.Role.Button), spoken)
    # Of one of these classes itself it is made by Qt alone, or not made whole yet.
    if isinstance(thing, _BUTTONS) and type(thing) not in _BUTTONS:
        return _ButtonInterface(thing, QAccessible.Role.Button)
    return None


QAccessible.installFactory(_made)
