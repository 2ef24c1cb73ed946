"""The certificate of a passed exam: who, then exactly what will be printed, then the file."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from asnquiz.domain.person import Profile
from asnquiz.ui.messages import sentence
from asnquiz.ui.person.details import DetailsPresenter, DetailsView
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.usecases.certify import Draft
from asnquiz.usecases.ports import Background


class CertificateView(DetailsView, Protocol):
    """What the presenter asks of its page."""

    def show_preview(self, shown: Draft, *, offers_nip: bool) -> None: ...

    def show_fields(self, shown: Draft) -> None: ...


class CertificatePresenter(DetailsPresenter[CertificateView]):
    """The number is printed only where the person wants it to be; nothing is written before it was shown.

    `draft` makes what would be printed for a profile, in the background; `save` asks where to and writes it.
    """

    def __init__(
        self,
        keeper: PersonKeeper,
        *,
        draft: Callable[[Profile], Draft],
        save: Callable[[Draft], None],
        background: Background,
        report: Callable[[str, str], None],
    ) -> None:
        super().__init__(keeper, self._preview)
        self._draft = draft
        self._save = save
        self._background = background
        self._report = report
        self._whole: Draft | None = None
        self._shown: Draft | None = None

    def begin(self) -> None:
        """Shows what would be printed; first asks for the person's details where there is no name."""
        if self.keeper.profile.person.name:
            self._preview()
        else:
            self.ask_person()

    def print_nip(self, *, wanted: bool) -> None:
        """Puts the number on the paper, or leaves it out."""
        if self.view and self._whole:
            self._shown = self._whole if wanted else self._whole.without_nip()
            self.view.show_fields(self._shown)

    def save(self) -> None:
        """Saves what is shown, and nothing else."""
        if self._shown:
            self._save(self._shown)

    def _preview(self) -> None:
        self._background.run(partial(self._draft, self.keeper.profile), self._drafted, self._failed)

    def _drafted(self, draft: Draft) -> None:
        self._whole, self._shown = draft, draft.without_nip()
        if self.view:
            self.view.show_preview(self._shown, offers_nip=draft.certificate.nip is not None)

    def _failed(self, error: Exception) -> None:
        self._report("Surat keterangan belum dapat dibuat", sentence(error))
