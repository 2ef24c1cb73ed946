"""Who is learning, at the foot of the rail: a button that leads to somebody else."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel
from asnquiz.ui.widgets.texts import add_tip, dress
from asnquiz.ui.widgets.wide_button import WideButton

_CHANGE = "Ganti orang"
_INSET = 12
_ABOVE = 8
_GAP = 10
_ICON = 20


class PersonButton(WideButton):
    """Name and unit over what a press does; folded, an icon alone. A screen reader hears all of it as one name."""

    def __init__(self, theme: Theme, on_click: Callable[[], None]) -> None:
        super().__init__(theme)
        self.setAutoDefault(True)  # Enter presses it, as it does on a page
        # The rail's width is fixed; and a column of hidden words is no height for a button.
        self.setMinimumSize(1, theme.px(CONTROL_HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET + theme.px(_ICON) + _GAP, _ABOVE, 0, _ABOVE)
        column.setSpacing(0)
        self._name = self._line("ink", QFont.Weight.Bold)
        self._unit = self._line("ink-3")
        self._change = self._line("teal", QFont.Weight.DemiBold)
        self._change.setText(_CHANGE)
        for words in (self._name, self._unit, self._change):
            column.addWidget(words)
        self.clicked.connect(lambda: on_click())

    def _line(self, tone: str, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
        label = SpokenLabel("", Spoken.DECORATION)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return dress(label, self._theme, size=Size.CAPTION, weight=weight, tone=tone)

    def show_person(self, name: str | None, unit: str | None) -> None:
        """A guest has no name yet."""
        who = name or "Tamu"
        self._name.setText(who)
        self._unit.setText(unit or ("Belajar tanpa nama" if name is None else ""))
        words = ", ".join(filter(None, (_CHANGE, who, unit)))
        self.setAccessibleName(words)
        add_tip(self, words)
        self.fold(folded=self._change.isHidden())

    def fold(self, *, folded: bool) -> None:
        for words in (self._name, self._unit, self._change):
            words.setVisible(not folded and bool(words.text()))
        self.updateGeometry()
        self.update()

    def content_height(self, width: int) -> int:
        layout = self.layout()
        return 0 if layout is None or self._change.isHidden() else layout.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, side = self._theme, self._theme.px(_ICON)
        painter = self.ground()
        folded = self._change.isHidden()
        middle = self.height() / 2 if folded else self._name.geometry().center().y()
        theme.icons.paint(painter, "users", theme.palette.ink_2, QRectF(_INSET, middle - side / 2, side, side))
        painter.end()
