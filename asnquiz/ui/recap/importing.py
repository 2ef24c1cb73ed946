"""An import of score files, piece by piece in the background, whatever page is on screen meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Protocol

from asnquiz.domain.collection import Tally
from asnquiz.domain.wording import number_words
from asnquiz.ui.messages import sentence
from asnquiz.usecases.ports import Background

_TROUBLE = "Pemeriksaan berkas berhenti"
_NOT_UNLOCKED = "Kunci kantor belum terbuka"
_MINUTE = 60


class Step(Protocol):
    """How far an import is.

    Attributes:
        left_s: seconds that are left, None while that cannot be told.
        tally: what it came to, once it is finished.
    """

    @property
    def done(self) -> int: ...

    @property
    def total(self) -> int: ...

    @property
    def left_s(self) -> float | None: ...

    @property
    def finished(self) -> bool: ...

    @property
    def tally(self) -> Tally | None: ...


class Run(Protocol):
    """An import under way: each step is one short piece of work, durable when it returns."""

    def step(self) -> Step: ...

    def close(self) -> None: ...


# Opens a key file with a password; what comes back is only handed on. Raises Refusal.
Unlock = Callable[[Path, str], object]
# Begins an import of files and folders, with what `Unlock` gave or None.
Begin = Callable[[Sequence[Path], object], Run]


class State(Enum):
    CHOOSING = auto()
    RUNNING = auto()
    STOPPING = auto()
    STOPPED = auto()
    DONE = auto()


class ImportView(Protocol):
    """A page that shows how far an import is."""

    def show_import(self) -> None: ...


@dataclass
class Importing:
    """One import at a time.

    Stopping and closing the window end it after the step under way; what was done stays, and going on takes in the same
    files again, of which those that are in are only recognised.

    Attributes:
        leaving: whether the window wants to close.
        view: the page on screen, if it shows this.
        sources: what is taken in.
        key_file: the office's key that was opened; neither its password nor the key outlives the window.
    """

    begin: Begin
    unlock: Unlock
    background: Background
    report: Callable[[str, str], None]
    leaving: Callable[[], bool]
    view: ImportView | None = None
    sources: tuple[Path, ...] = ()
    key_file: Path | None = None
    state: State = State.CHOOSING
    step: Step | None = None
    _keys: object = None
    _run: Run | None = None

    @property
    def under_way(self) -> bool:
        """Whether files are being looked at now."""
        return self.state in (State.RUNNING, State.STOPPING)

    @property
    def unlocked(self) -> bool:
        """Whether sealed files can be opened."""
        return self._keys is not None

    def choose(self, sources: Sequence[Path]) -> None:
        """Adds files and folders to what will be taken in."""
        if self.under_way:
            return
        if self.state is not State.CHOOSING:
            self.sources, self.state, self.step = (), State.CHOOSING, None
        self.sources = tuple(dict.fromkeys((*self.sources, *sources)))
        self._show()

    def drop_sources(self) -> None:
        """Forgets what was chosen."""
        self.sources, self.state, self.step = (), State.CHOOSING, None
        self._show()

    def open_key(self, file: Path, password: str) -> None:
        """Opens the office's key, in the background since that takes its time by design."""

        def opened(keys: object) -> None:
            self._keys, self.key_file = keys, file
            self._show()

        work = partial(self.unlock, file, password)
        self.background.run(work, opened, lambda error: self.report(_NOT_UNLOCKED, sentence(error)), "Membuka kunci …")

    def lock(self) -> None:
        """Forgets the office's key."""
        self._keys = self.key_file = None
        self._show()

    def start(self) -> None:
        """Takes in what was chosen, from the beginning or where it was stopped."""
        if self.under_way or not self.sources:
            return
        self.state, self.step = State.RUNNING, None
        self.background.run(partial(self.begin, self.sources, self._keys), self._begun, self._failed)
        self._show()

    def stop(self) -> None:
        """Ends it after the step under way."""
        if self.state is State.RUNNING:
            self.state = State.STOPPING
            self._show()

    def _begun(self, run: Run) -> None:
        self._run = run
        self._go_on()

    def _go_on(self) -> None:
        run = self._run
        if run is None:
            raise RuntimeError("no import was begun")
        if self.state is State.STOPPING or self.leaving():
            self._end(State.STOPPED)
        else:
            self.background.run(run.step, self._stepped, self._failed)

    def _stepped(self, step: Step) -> None:
        self.step = step
        if step.finished:
            self._end(State.DONE)
            return
        self._go_on()
        self._show()

    def _failed(self, error: Exception) -> None:
        self._end(State.STOPPED)
        self.report(_TROUBLE, sentence(error))

    def _end(self, state: State) -> None:
        self.state = state
        run, self._run = self._run, None
        if run is not None:
            self.background.run(run.close, lambda _: None, lambda error: self.report(_TROUBLE, sentence(error)))
        self._show()

    def _show(self) -> None:
        if self.view is not None:
            self.view.show_import()


def progress_words(step: Step | None) -> str:
    """Memeriksa 7.216 dari 10.000 berkas · sisa ± 3 detik."""
    if step is None or not step.total:
        return "Mencari berkas …"
    words = f"Memeriksa {number_words(step.done)} dari {number_words(step.total)} berkas"
    return words if step.left_s is None else f"{words} · sisa ± {left_words(step.left_s)}"


def left_words(seconds: float) -> str:
    """3 detik; from two minutes on 2 menit, rounded up, so that nobody waits longer than was said."""
    whole = max(1, -int(-seconds // 1))
    if whole < 2 * _MINUTE:
        return f"{whole} detik"
    return f"{-(-whole // _MINUTE)} menit"
