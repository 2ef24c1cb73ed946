"""The second press of a double click, which was meant for what stood there before."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def take_no_double_click(widget: QWidget) -> None:
    """For the length of a double click the mouse goes through what has just come on screen."""
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    widget.setAttribute(through)
    QTimer.singleShot(QApplication.doubleClickInterval(), widget, lambda: widget.setAttribute(through, on=False))
