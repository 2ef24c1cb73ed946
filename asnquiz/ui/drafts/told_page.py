"""What a file of another form brings or loses, told by question before anything is taken or saved."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from asnquiz.domain.question import Loss
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Section
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.texts import heading, id_words, text

_NOTHING_LOST = "Semua isinya terbawa."


class ToldPage(StepPage):
    """`onward` says what pressing the button does, and `on_onward` does it; `on_back` leaves everything as it is."""

    renews = True
    topic = "Soal setempat"
    place = Section.SETTINGS

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentences: tuple[str, ...],
        losses: Sequence[Loss],
        *,
        onward: str,
        on_onward: Callable[[], None],
        on_back: Callable[[], None],
    ) -> None:
        super().__init__(theme, title, "", sentences)
        many = number_words(len(losses))
        frame, column = titled_card(theme, f"Yang tidak terbawa: {many}" if losses else _NOTHING_LOST)
        if losses:
            column.addWidget(Longer(theme, "catatan", "tidak terbawa", len(losses), lambda at: self._loss(losses[at])))
        self.body.addWidget(frame)
        self.add_actions(onward, on_onward, "Batal", on_back)

    def _loss(self, loss: Loss) -> QWidget:
        host, column = flow_column(2)
        column.addWidget(heading(self.theme, id_words(harmless(loss.item)), Size.BODY, level=3))
        column.addWidget(text(self.theme, harmless(loss.message), tone="ink-2"))
        return host
