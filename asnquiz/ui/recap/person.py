"""One person of Rekap nilai: what is in of them, and who of the roster somebody unknown is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from asnquiz.domain.collection import People, PersonRow, PersonState, Proposal, Question
from asnquiz.domain.task import Task
from asnquiz.ui.destinations import Destination, RecapPerson
from asnquiz.ui.messages import sentence
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.ports import Background, Clock
from asnquiz.usecases.see_recap import Wanted, find_people

_FOUND = 12
_FEWEST_LETTERS = 2


@dataclass(frozen=True)
class PersonShown:
    """What a page shows of one person.

    Attributes:
        proposals: whom of the roster somebody unknown may be.
        linked: whom somebody of the roster was said to be by hand, as (key, name).
    """

    person: PersonRow
    proposals: tuple[Proposal, ...]
    linked: tuple[tuple[str, str], ...]
    question: Question
    task: Task | None


class PersonView(Protocol):
    """What the presenter asks of its page."""

    def show_matches(self, people: tuple[PersonRow, ...]) -> None: ...


class PersonPresenter:
    """Links by hand, and takes that back; then the page of whoever the results are of now is opened."""

    def __init__(
        self,
        shown: PersonShown,
        *,
        store: CollectionStore,
        clock: Clock,
        background: Background,
        report: Callable[[str, str], None],
        note_whole: Callable[[], None],
        go: Callable[[Destination], None],
    ) -> None:
        self.shown = shown
        self.view: PersonView | None = None
        self.note_whole = note_whole
        self.go = go
        self._store = store
        self._clock = clock
        self._background = background
        self._report = report
        self._words = ""
        self._looking = False

    @property
    def unknown(self) -> bool:
        """Whether the person is not on the roster."""
        return self.shown.person.state is PersonState.UNKNOWN

    def search(self, words: str) -> None:
        """Looks for people of the roster by name or NIP."""
        self._words = words.strip()
        if not self._looking:
            self._look()

    def _look(self) -> None:
        words = self._words
        if len(words) < _FEWEST_LETTERS:
            self._show(())
            return
        self._looking = True
        wanted = Wanted(words=words)
        work = partial(find_people, wanted, self.shown.question, self._store, limit=_FOUND, offset=0)
        self._background.run(work, partial(self._looked, words), self._not_looked)

    def _looked(self, words: str, people: People) -> None:
        self._looking = False
        if words == self._words:
            self._show(tuple(one for one in people.rows if one.state is not PersonState.UNKNOWN))
        else:
            self._look()

    def _not_looked(self, error: Exception) -> None:
        self._looking = False
        self._report("Daftar belum dapat dicari", sentence(error))

    def _show(self, found: tuple[PersonRow, ...]) -> None:
        if self.view:
            self.view.show_matches(found)

    def link(self, nip: str) -> None:
        """Says who of the roster the person is."""
        self._keep(self.shown.person.key, nip, RecapPerson(nip), "Tautan belum tersimpan")

    def unlink(self, key: str) -> None:
        """Takes back what was said of a key."""
        self._keep(key, None, RecapPerson(key), "Tautan belum dibatalkan")

    def _keep(self, key: str, nip: str | None, then: Destination, trouble: str) -> None:
        work = partial(self._store.link, key, nip, self._clock.now().utc)
        self._background.run(work, lambda _: self.go(then), lambda error: self._report(trouble, sentence(error)))
