"""Lines and lists with their captions above them, as wide as their place."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import text

_LEAST_CHOICE = 14


def captioned(theme: Theme, widget: QWidget) -> QWidget:
    """Something to type in or choose from, under what it is called."""
    host = Flow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    caption = text(theme, widget.accessibleName(), size=Size.CAPTION, tone="ink-2")
    if isinstance(widget, QComboBox | QLineEdit):
        caption.setBuddy(widget)
    column.addWidget(caption)
    column.addWidget(widget)
    return host


def fitting(select: Select) -> Select:
    """A list as wide as its place, whatever its entries need."""
    select.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    select.setMinimumContentsLength(_LEAST_CHOICE)
    select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return select
