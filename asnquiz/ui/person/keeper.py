"""Keeps what is known of the person, wherever it was typed."""

from collections.abc import Callable, Sequence
from functools import partial

from asnquiz.domain.person import Person, Profile
from asnquiz.ui.messages import sentence
from asnquiz.usecases.know_person import know_person
from asnquiz.usecases.ports import Background, LearnerStore


class PersonKeeper:
    """Writes in the background; `on_person` hears of everything that was kept, `report` of what could not be.

    Attributes:
        profile: as it is kept; where no NIP is kept, as it is known while the program runs.
        keeps_nip: whether a NIP is kept.
        units: those of the office that one can choose from where a unit is typed.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        store: LearnerStore,
        background: Background,
        report: Callable[[str, str], None],
        on_person: Callable[[Profile], None],
        units: Sequence[str] = (),
    ) -> None:
        self.profile = profile
        self.keeps_nip = store.keeps_nip
        self.units = tuple(units)
        self._store = store
        self._background = background
        self._report = report
        self._on_person = on_person

    def keep(self, person: Person, go_on: Callable[[], None]) -> None:
        """Keeps a person, and goes on once that is durable."""

        def kept(profile: Profile) -> None:
            self.profile = profile
            self._on_person(profile)
            go_on()

        self._background.run(partial(know_person, self.profile, person, self._store), kept, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        self._report("Data diri belum tersimpan", sentence(error))
