"""What of the pack can be added to a plan: looked for by words, and narrowed to a kind, a phase and a topic."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.briefing import StepKind
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.pack import Phase
from asnquiz.domain.wording import PHASE, number_words
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.briefing.plan_editing import FOUND, Offer, PlanEditing
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import clear, text

_ALL = "Semua"


class AddSteps(Flow):
    """`added` gets the place of each step that is added."""

    def __init__(self, theme: Theme, presenter: PlanEditing, added: Callable[[int], None]) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._added = added
        frame, column = titled_card(theme, "Tambah bagian")
        self._alone, self._once = flow_column(0)
        column.addWidget(self._alone)
        kinds: dict[StepKind | None, str] = {kind: STEP[kind] for kind in FOUND}
        self.kinds = Filters(theme, "Jenis bagian", kinds, StepKind.QUESTION, self._narrow)
        column.addWidget(self.kinds)
        self._line = QLineEdit()
        self._line.setFont(theme.font())
        self._line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self._line.setAccessibleName("Cari di paket soal")
        self._line.textChanged.connect(self.show_offers)
        self._phase = fitting(Select(theme, "Fase"))
        self._phase.addItem(_ALL, None)
        for phase in Phase:
            self._phase.addItem(PHASE[phase], phase.value)
        self._topic = fitting(Select(theme, "Topik"))
        self._topic.addItem(_ALL, None)
        for topic, words in presenter.pack.topics.items():
            self._topic.addItem(words, topic)
        for widget in (self._line, self._phase, self._topic):
            column.addWidget(captioned(theme, widget))
        for select in (self._phase, self._topic):
            select.currentIndexChanged.connect(self.show_offers)
        self._count = text(theme, "", size=Size.CAPTION, tone="ink-2")
        column.addWidget(self._count)
        self._found, self._listed = flow_column(0)
        column.addWidget(self._found)
        column_in(self, 0).addWidget(frame)
        self.show_offers()

    def stand_as(self, before: "AddSteps") -> None:
        """Shows the kind that was looked for in another text size, and as many of it."""
        self.kinds.show_chosen(before.kinds.chosen)
        self.show_offers()
        listed, listed_before = self._found.findChild(Longer), before._found.findChild(Longer)
        if listed and listed_before:
            listed.show_rows(listed_before.shown)

    def _narrow(self, kind: StepKind | None) -> None:
        if kind is None:  # one of them is always pressed
            self.kinds.show_chosen(StepKind.QUESTION)
        self.show_offers()

    @property
    def _kind(self) -> StepKind:
        return self.kinds.chosen or StepKind.QUESTION

    def show_offers(self) -> None:
        """Shows what can be added now."""
        kind, phase = self._kind, self._phase.currentData()
        offers = self._presenter.offers(
            kind, self._line.text(), Phase(phase) if phase else None, self._topic.currentData()
        )
        clear(self._alone)
        row = []
        for alone in self._presenter.alone:
            row.append(button(self._theme, STEP[alone], partial(self._add_alone, alone), icon="plus"))
            row[-1].setAccessibleName(f"Tambah {STEP[alone]}")
        self._once.addWidget(flow_row(*row))
        self._alone.setVisible(bool(self._presenter.alone))
        self._count.setText(f"{number_words(len(offers))} dapat ditambahkan" if offers else "Tidak ada yang cocok.")
        before, place = self._found.findChild(Longer), self._focused
        clear(self._found)
        if offers:
            listed = Longer(self._theme, "lagi", STEP[kind], len(offers), partial(self._offer, offers))
            listed.show_rows(before.shown if before else 0)
            self._listed.addWidget(listed)
        if place is not None:
            rows = self._found.findChildren(RowButton)
            (rows[min(place, len(rows) - 1)] if rows else self._line).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _focused(self) -> int | None:
        """The place of the row that has the focus: adding it brings the next one there."""
        rows = self._found.findChildren(RowButton)
        return next((place for place, row in enumerate(rows) if row.hasFocus()), None)

    def _offer(self, offers: Sequence[Offer], place: int) -> QWidget:
        offer = offers[place]
        host, column = flow_column(2)
        row = RowButton(self._theme, offer.words, "plus", partial(self._add, offer), current=False)
        row.setAccessibleName(f"Tambah {place + 1}: {offer.words}")
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(row)
        below = text(self._theme, offer.below, size=Size.CAPTION, tone="ink-2")
        below.setContentsMargins(self._theme.px(34), 0, 0, 0)
        column.addWidget(below)
        return host

    def _add(self, offer: Offer) -> None:
        self._added(self._presenter.add(offer.step))

    def _add_alone(self, kind: StepKind) -> None:
        self._added(self._presenter.add_alone(kind))
