"""Handing over an exam: the person's own details, exactly what will go, then the file."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from asnquiz.domain.refusal import Refusal
from asnquiz.ui.messages import sentence
from asnquiz.ui.person.details import DetailsPresenter, DetailsView
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.usecases.hand_over import (
    HandedOver,
    Preview,
    ScoreSeal,
    hand_over,
    is_taken,
    preview,
    suggested_name,
    target_path,
)
from asnquiz.usecases.ports import Background, Clock, LearnerStore, PackSource


class HandOverView(DetailsView, Protocol):
    """What the presenter asks of its page."""

    def show_preview(self, shown: Preview, path: Path) -> None: ...

    def ask_replace(self, path: Path, on_yes: Callable[[], None]) -> None: ...

    def show_done(self, done: HandedOver) -> None: ...


class HandOverPresenter(DetailsPresenter[HandOverView]):
    """First who, then what, then where to; no file is written before the last step."""

    def __init__(
        self,
        keeper: PersonKeeper,
        attempt: UUID,
        *,
        store: LearnerStore,
        packs: PackSource,
        seal: ScoreSeal,
        clock: Clock,
        background: Background,
        folder: Path,
        program: str,
        report: Callable[[str, str], None],
    ) -> None:
        super().__init__(keeper, self._preview)
        self._attempt = attempt
        self._store = store
        self._packs = packs
        self._seal = seal
        self._clock = clock
        self._background = background
        self._folder = folder
        self._program = program
        self._report = report
        self._file_id = uuid4()
        self._shown: Preview | None = None
        self._suggested = ""

    def _preview(self) -> None:
        work = partial(preview, self.keeper.profile, [self._attempt], store=self._store, packs=self._packs)
        self._background.run(work, self._previewed, self._not_previewed)

    def _previewed(self, shown: Preview) -> None:
        self._shown = shown
        today: dt.date = self._clock.now().local.date()
        if self.view:
            self._suggested = suggested_name(shown.person, today, self._file_id)
            self.view.show_preview(shown, self._folder / self._suggested)

    def save(self, typed: str) -> None:
        """Writes the file that was shown to the place typed; asks first where a file stands there already."""
        try:
            path = target_path(typed, self._folder, self._suggested)
        except Refusal as refusal:
            self._failed(refusal)
            return
        if is_taken(path):
            if self.view:
                self.view.ask_replace(path, partial(self._write, path))
            return
        self._write(path)

    def _write(self, path: Path) -> None:
        if self._shown is None:
            raise RuntimeError("nothing was shown yet")
        work = partial(
            hand_over,
            self._shown,
            path,
            seal=self._seal,
            clock=self._clock,
            file_id=self._file_id,
            program=self._program,
        )
        self._background.run(work, self._saved, self._failed, "Menyimpan berkas nilai …")

    def _saved(self, done: HandedOver) -> None:
        if self.view:
            self.view.show_done(done)

    def _not_previewed(self, error: Exception) -> None:
        self._report("Isi berkas belum dapat ditampilkan", sentence(error))

    def _failed(self, error: Exception) -> None:
        self._report("Berkas nilai belum tersimpan", sentence(error))
