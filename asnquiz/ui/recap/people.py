"""The list of people: read page by page as it is looked at, and anew for whatever is typed or chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from asnquiz.domain.collection import Flag, People, PersonRow, PersonState, Question
from asnquiz.ui.messages import sentence
from asnquiz.ui.recap.desk import RecapDesk
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.ports import Background
from asnquiz.usecases.see_recap import Wanted, find_people

PAGE = 200
_WAITING = 3  # pages that were passed by long ago are not read any more


@dataclass(frozen=True)
class PeopleFound:
    """What the list begins with: the first page, and what it can be narrowed to."""

    question: Question
    first: People
    agencies: tuple[str, ...]
    units: tuple[str, ...]


class PeopleView(Protocol):
    """What the presenter asks of its page."""

    def show_people(self) -> None: ...

    def show_rows(self, first: int, count: int) -> None: ...

    def show_units(self) -> None: ...


class PeoplePresenter:
    """One page is read at a time, the one asked for last before others.

    Attributes:
        total: how many people are found.
        wanted: who is looked for; what was found may be of before, while it is read.
        agencies: to choose from; `units` those of the agency that is chosen.
        whole_nips: whether NIPs are shown whole.
    """

    def __init__(
        self,
        found: PeopleFound,
        desk: RecapDesk,
        *,
        store: CollectionStore,
        background: Background,
        report: Callable[[str, str], None],
        note_whole: Callable[[], None],
    ) -> None:
        self.view: PeopleView | None = None
        self.total = found.first.total
        self.agencies = found.agencies
        self.units = found.units
        self.whole_nips = False
        self._question = found.question
        self._desk = desk
        self._store = store
        self._background = background
        self._report = report
        self._note_whole = note_whole
        self._pages: dict[int, tuple[PersonRow, ...]] = {0: found.first.rows}
        self._waiting: list[int] = []
        self._found_for = desk.wanted
        self._reading = False

    @property
    def wanted(self) -> Wanted:
        return self._desk.wanted

    def row(self, place: int) -> PersonRow | None:
        """Who stands at a place of the list; None while that is read, after which the view is told."""
        page = self._pages.get(place // PAGE)
        if page is None:
            self._want(place // PAGE)
            return None
        return page[place % PAGE] if place % PAGE < len(page) else None

    def search(self, words: str) -> None:
        """Looks for names and NIPs."""
        self._narrow(replace(self.wanted, words=words.strip()))

    def choose_agency(self, agency: str | None) -> None:
        """Looks within one agency, or in all."""
        if agency == self.wanted.agency:
            return
        self.units = ()
        self._narrow(replace(self.wanted, agency=agency, unit=None))
        if self.view:
            self.view.show_units()
        if agency is not None:

            def read() -> tuple[str, ...]:
                return tuple(unit.unit for unit in self._store.units(self._question, agency))

            self._background.run(read, partial(self._read_units, agency), self._failed)

    def choose_unit(self, unit: str | None) -> None:
        """Looks within one unit of the agency."""
        self._narrow(replace(self.wanted, unit=unit))

    def choose_state(self, state: PersonState | None) -> None:
        """Looks for who finished, who did not, or who is not on the roster."""
        self._narrow(replace(self.wanted, state=state))

    def choose_flag(self, flag: Flag | None) -> None:
        """Looks for whose results are odd in one way."""
        self._narrow(replace(self.wanted, flag=flag))

    def show_whole(self, *, whole: bool) -> None:
        """Shows NIPs whole, which is noted in the log, or masked again."""
        self.whole_nips = whole
        if whole:
            self._note_whole()
        if self.view:
            self.view.show_rows(0, self.total)

    def _narrow(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self._desk.wanted = wanted
            self._read_next()

    def _want(self, page: int) -> None:
        if page in self._waiting:
            self._waiting.remove(page)
        self._waiting = [*self._waiting[1 - _WAITING :], page]
        self._read_next()

    def _read_next(self) -> None:
        """Whoever types on is not kept waiting by what was typed before: only the last of it is looked for."""
        anew = self._found_for != self.wanted
        if self._reading or not (anew or self._waiting):
            return
        self._reading = True
        page = 0 if anew else self._waiting.pop()
        wanted = self.wanted
        work = partial(find_people, wanted, self._question, self._store, limit=PAGE, offset=page * PAGE)
        self._background.run(work, partial(self._read, wanted, page), self._failed)

    def _read(self, wanted: Wanted, page: int, found: People) -> None:
        self._reading = False
        if wanted != self._found_for or found.total != self.total:
            self._found_for, self.total, self._pages, self._waiting = wanted, found.total, {page: found.rows}, []
            if self.view:
                self.view.show_people()
        else:
            self._pages[page] = found.rows
            if self.view:
                self.view.show_rows(page * PAGE, len(found.rows))
        self._read_next()

    def _read_units(self, agency: str, units: tuple[str, ...]) -> None:
        if agency == self.wanted.agency:
            self.units = units
            if self.view:
                self.view.show_units()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self._waiting = []
        self._report("Daftar belum dapat ditampilkan", sentence(error))
