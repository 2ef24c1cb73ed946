"""One person of Rekap nilai: what is in of them, and who of the roster somebody unknown is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from asnquiz.domain.collection import People, PersonRow, PersonState, Proposal, Question
from asnquiz.domain.task import Task
from asnquiz.ui.messages import sentence
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.ports import Background, Clock
from asnquiz.usecases.see_recap import Wanted, find_people

_FOUND = 12


@dataclass(frozen=True)
class PersonShown:
    """What a page shows of one person; `proposals` are for somebody unknown."""

    person: PersonRow
    proposals: tuple[Proposal, ...]
    question: Question
    task: Task | None


class PersonView(Protocol):
    """What the presenter asks of its page."""

    def show_found(self, people: tuple[PersonRow, ...]) -> None: ...

    def show_linked(self, person: PersonRow) -> None: ...

    def show_unlinked(self) -> None: ...


class PersonPresenter:
    """Links by hand, and takes that back.

    Attributes:
        linked: who of the roster the person was said to be on this page.
        found: of the roster, by what was typed.
    """

    def __init__(
        self,
        shown: PersonShown,
        *,
        store: CollectionStore,
        clock: Clock,
        background: Background,
        report: Callable[[str, str], None],
        note_whole: Callable[[], None],
    ) -> None:
        self.shown = shown
        self.view: PersonView | None = None
        self.linked: PersonRow | None = None
        self.found: tuple[PersonRow, ...] = ()
        self.note_whole = note_whole
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
        self._look()

    def _look(self) -> None:
        if self._looking:
            return
        words = self._words
        if len(words) < 2:
            self._show_found(())
            return
        self._looking = True
        wanted = Wanted(words=words)
        work = partial(find_people, wanted, self.shown.question, self._store, limit=_FOUND, offset=0)
        self._background.run(work, partial(self._looked, words), partial(self._failed, "Daftar belum dapat dicari"))

    def _looked(self, words: str, people: People) -> None:
        self._looking = False
        if words != self._words:
            self._look()
            return
        self._show_found(tuple(one for one in people.rows if one.state is not PersonState.UNKNOWN))

    def _show_found(self, found: tuple[PersonRow, ...]) -> None:
        if found != self.found:
            self.found = found
            if self.view:
                self.view.show_found(found)

    def link(self, nip: str) -> None:
        """Says who of the roster the person is."""
        key, question = self.shown.person.key, self.shown.question
        at = self._clock.now().utc

        def work() -> PersonRow | None:
            self._store.link(key, nip, at)
            return self._store.person(question, nip)

        self._background.run(work, self._linked, partial(self._failed, "Tautan belum tersimpan"))

    def _linked(self, person: PersonRow | None) -> None:
        self.linked = person
        if self.view and person:
            self.view.show_linked(person)

    def unlink(self) -> None:
        """Takes back what was said last."""
        key, at = self.shown.person.key, self._clock.now().utc
        self._background.run(
            partial(self._store.link, key, None, at), self._unlinked, partial(self._failed, "Tautan belum dibatalkan")
        )

    def _unlinked(self, _: None) -> None:
        self.linked = None
        if self.view:
            self.view.show_unlinked()

    def _failed(self, title: str, error: Exception) -> None:
        self._looking = False
        self._report(title, sentence(error))
