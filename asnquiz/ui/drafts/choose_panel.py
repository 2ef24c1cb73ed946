"""A panel over the page to choose from a long list: typing narrows it, and a press takes what is meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.wording import number_words
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.panel import Panel
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text

_MOST = 30


@dataclass(frozen=True)
class Offer:
    """Something that can be chosen: what it is called, more of it, and what choosing it does."""

    words: str
    under: str
    take: Callable[[], None]


class ChoosePanel(Panel):
    """Closes by choosing, or without. What is looked for stands in any order in the words of an offer."""

    def __init__(self, theme: Theme, window: QWidget, title: str, label: str, offers: Sequence[Offer]) -> None:
        super().__init__(theme, window)
        self._offers = [(f"{offer.words} {offer.under}".casefold(), offer) for offer in offers]
        self.title(title)
        self.line = QLineEdit()
        self.line.setFont(theme.font())
        self.line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.line.setAccessibleName(label)
        caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
        caption.setBuddy(self.line)
        self.column.addWidget(caption)
        self.column.addWidget(self.line)
        self._count = text(theme, "", tone="ink-2")
        self.column.addWidget(self._count)
        self._place, self._list = flow_column(4)
        self.column.addWidget(self._place)
        self.column.addStretch(1)
        self.line.textChanged.connect(self._narrow)
        self._show()

    def _narrow(self) -> None:
        self._show()
        announce(self.line, self._count.text())

    def _show(self) -> None:
        words = self.line.text().casefold().split()
        found = [offer for said, offer in self._offers if all(word in said for word in words)]
        clear(self._place)
        for offer in found[:_MOST]:
            row = RowButton(self.theme, offer.words, "plus", partial(self._take, offer), current=False)
            row.setAccessibleName(f"{offer.words}. {offer.under}")
            row.setAutoDefault(True)  # Enter presses it
            self._list.addWidget(row)
            if offer.under:
                under = text(self.theme, offer.under, size=Size.CAPTION, tone="ink-2")
                under.setContentsMargins(self.theme.px(34), 0, 0, 6)
                self._list.addWidget(under)
        more = f"; {_MOST} yang pertama ditampilkan" if len(found) > _MOST else ""
        self._count.setText(f"{number_words(len(found))} ditemukan{more}.")

    def _take(self, offer: Offer) -> None:
        self.accept()
        offer.take()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
