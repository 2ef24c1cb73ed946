"""Pages and presenters that begin with the person's details and then go on to what these are for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from asnquiz.domain.person import Person
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.person.form import PersonForm
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, narrowed
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, text

_WIDTH = 760


class DetailsView(Protocol):
    """What such a presenter asks of its page at least."""

    def show_form(self, person: Person) -> None: ...


V = TypeVar("V", bound=DetailsView)


class DetailsPresenter(Generic[V]):
    """Asks for the details and keeps them; `go_on` is what comes then."""

    def __init__(self, keeper: PersonKeeper, go_on: Callable[[], None]) -> None:
        self.view: V | None = None
        self.keeper = keeper
        self._go_on = go_on

    def ask_person(self) -> None:
        """Asks for the person's details, those known filled in."""
        if self.view:
            self.view.show_form(self.keeper.profile.person)

    def take_person(self, person: Person) -> None:
        """Keeps the details, then goes on."""
        self.keeper.keep(person, self._go_on)

    def keep_person(self, person: Person, go_on: Callable[[], None]) -> None:
        """Keeps the details of somebody who leaves before going on."""

        def kept() -> None:
            self.ask_person()
            go_on()

        self.keeper.keep(person, kept)


class DetailsPage(Page):
    """Steps, each in the place of the one before; the first asks for the person's details.

    `back` is what the button is called that leads back to where it began, `name_needed` why there must be a name.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        details: DetailsPresenter[Any],
        began: Destination,
        go: Callable[[Destination], None],
        *,
        back: str,
        name_needed: str,
        section: Section = Section.RESULTS,
    ) -> None:
        super().__init__(theme, name, section)
        self._details = details
        self._back = back
        self.go_back = partial(go, began)
        self._name_needed = name_needed
        self._form: PersonForm | None = None
        details.view = self
        self.title(title)
        self._place, self._body = flow_column(14)
        self._place.setMaximumWidth(theme.px(_WIDTH))
        self.column.addWidget(narrowed(self._place))
        self.column.addStretch(1)

    def ask_details(self, person: Person, words: str, onward: str, units: Sequence[str] = ()) -> None:
        """Shows the form under `words`; the button `onward` sends it.

        `units` are to choose from, else those of the office.
        """
        self.clear_step()
        self._body.addWidget(text(self.theme, words, tone="ink-2"))
        frame, column = card(spacing=8)
        keeper = self._details.keeper
        self._form = PersonForm(
            self.theme, person, self._send_person, keeps_nip=keeper.keeps_nip, units=units or keeper.units
        )
        column.addWidget(self._form)
        self._body.addWidget(frame)
        self.add_actions(button(self.theme, onward, self._send_person, role="primary"))
        self.focus_on(self._form.name.line)

    def clear_step(self) -> None:
        """Makes room for the next step."""
        clear(self._place)
        self._form = None

    def add_actions(self, *actions: QWidget) -> None:
        """Ends a step with what can be done and the way back."""
        self._body.addWidget(self.form_end(actions, self._back, self.go_back))

    def _send_person(self) -> None:
        if self._form and (person := self._form.read(name_needed=self._name_needed)):
            self._details.take_person(person)

    @property
    def unsaved(self) -> bool:
        return self._form is not None and self._form.unsaved

    def save_then(self, go_on: Callable[[], None]) -> None:
        if self._form and (person := self._form.read()):
            self._details.keep_person(person, go_on)

    def leave(self) -> None:
        self._details.view = None
