"""Proof of a task: who, then exactly what goes, then the file and what to do with it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from asnquiz.domain.person import Profile
from asnquiz.ui.messages import sentence
from asnquiz.ui.person.details import DetailsPresenter, DetailsView
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.usecases.hand_in import ProofPreview
from asnquiz.usecases.hand_over import HandedOver
from asnquiz.usecases.ports import Background


class ProofView(DetailsView, Protocol):
    """What the presenter asks of its page."""

    def show_preview(self, shown: ProofPreview) -> None: ...

    def show_done(self, done: HandedOver) -> None: ...


class ProofPresenter(DetailsPresenter[ProofView]):
    """No file is written before everything in it was shown.

    `preview` makes what would go for a profile, in the background; `save` asks where to, writes it, and tells of it.
    """

    def __init__(
        self,
        keeper: PersonKeeper,
        *,
        preview: Callable[[Profile], ProofPreview],
        save: Callable[[ProofPreview, Callable[[HandedOver], None]], None],
        background: Background,
        report: Callable[[str, str], None],
    ) -> None:
        super().__init__(keeper, self._preview)
        self._make = preview
        self._save = save
        self._background = background
        self._report = report
        self._shown: ProofPreview | None = None

    def save(self) -> None:
        """Saves what is shown, and nothing else."""
        if self._shown:
            self._save(self._shown, self._saved)

    def _preview(self) -> None:
        self._background.run(partial(self._make, self.keeper.profile), self._previewed, self._failed)

    def _previewed(self, shown: ProofPreview) -> None:
        self._shown = shown
        if self.view:
            self.view.show_preview(shown)

    def _saved(self, done: HandedOver) -> None:
        if self.view:
            self.view.show_done(done)

    def _failed(self, error: Exception) -> None:
        self._report("Bukti nilai belum dapat dibuat", sentence(error))
