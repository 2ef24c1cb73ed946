"""Handing over an exam: the person's own details, exactly what will go, then the file."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from asnquiz.domain.person import Employment, Person, Profile, parse_nip
from asnquiz.domain.refusal import Refusal
from asnquiz.ui.messages import sentence
from asnquiz.usecases.hand_over import (
    NAME_NEEDED,
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


class HandOverView(Protocol):
    """What the presenter asks of its page."""

    def show_form(self, person: Person, problem: str | None) -> None: ...

    def show_preview(self, shown: Preview, path: Path) -> None: ...

    def ask_replace(self, path: Path, on_yes: Callable[[], None]) -> None: ...

    def show_done(self, done: HandedOver) -> None: ...


class HandOverPresenter:
    """First who, then what, then where to; no file is written before the last step."""

    def __init__(
        self,
        profile: Profile,
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
        on_person: Callable[[Profile], None],
    ) -> None:
        self.view: HandOverView | None = None
        self.profile = profile
        self._attempt = attempt
        self._store = store
        self._packs = packs
        self._seal = seal
        self._clock = clock
        self._background = background
        self._folder = folder
        self._program = program
        self._report = report
        self._on_person = on_person
        self._file_id = uuid4()
        self._shown: Preview | None = None
        self._suggested = ""

    def begin(self) -> None:
        """Asks for the person's details, those known filled in."""
        if self.view:
            self.view.show_form(self.profile.person, None)

    def take_person(self, name: str, nip: str, position: str, unit: str, employment: Employment | None) -> None:
        """Checks and keeps the details, then shows exactly what will go."""
        typed = Person(name.strip() or None, None, position.strip() or None, unit.strip() or None, employment)
        problem = None if typed.name else NAME_NEEDED
        try:
            person = replace(typed, nip=parse_nip(nip))
        except Refusal as refusal:
            problem = problem or str(refusal)
        if problem:
            if self.view:
                self.view.show_form(replace(typed, nip=nip), problem)
            return
        self.profile = replace(self.profile, person=person)
        work = partial(self._keep_and_preview, self.profile)
        self._background.run(work, self._previewed, self._not_previewed, "Menyiapkan isi berkas …")

    def _keep_and_preview(self, profile: Profile) -> Preview:
        self._store.keep_person(profile.id, profile.person)
        return preview(profile, [self._attempt], store=self._store, packs=self._packs)

    def _previewed(self, shown: Preview) -> None:
        self._shown = shown
        self._on_person(self.profile)
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
