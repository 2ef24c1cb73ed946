"""Scrolling something to read by the keys that every reader has, beside those that Qt gives a scroll area."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea


def scrolled(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scrolls by space, Home and End; says whether it was one of them."""
    action = QAbstractSlider.SliderAction
    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    match event.key():
        case Qt.Key.Key_Space:
            wanted = action.SliderPageStepSub if back else action.SliderPageStepAdd
        case Qt.Key.Key_Home:
            wanted = action.SliderToMinimum
        case Qt.Key.Key_End:
            wanted = action.SliderToMaximum
        case _:
            return False
    area.verticalScrollBar().triggerAction(wanted)
    return True
