"""What several pages of Rekap nilai are made of: captioned lines and lists, and what is said of what is odd."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from asnquiz.domain.collection import Flag
from asnquiz.domain.wording import FLAG_MEANING
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import text

_LEAST_CHOICE = 14


def captioned(theme: Theme, widget: QWidget) -> QWidget:
    """Something to type in or choose from, under what it is called."""
    host, column = flow_column(4)
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


def flag_words(flag: Flag) -> str:
    """What is odd, what it usually comes from, and that it is no accusation."""
    meaning = FLAG_MEANING[flag]
    return f"{meaning[:1].upper()}{meaning[1:]}. Untuk dilihat, bukan tuduhan."
