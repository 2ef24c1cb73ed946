"""Hand-written fakes of the ports: a clock that stands until it is moved, a source of one pack, an office's store."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from asnquiz.content import compiled
from asnquiz.domain.collection import LogEntry, Office
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import SearchIndex, build_index
from asnquiz.domain.task import SignedTask
from tests import builders


@dataclass
class FakeClock:
    """Both clocks of a computer, each to be set by hand; moments are counted on from `counter`."""

    utc: dt.datetime = dt.datetime(2026, 11, 21, 1, 0, tzinfo=dt.UTC)
    offset_minutes: int = 420
    counter: int = 0
    monotonic: int = 0

    def now(self) -> Moment:
        self.counter += 1
        return Moment(self.utc, self.offset_minutes, self.counter)

    def monotonic_ms(self) -> int:
        return self.monotonic

    def set_wall(self, milliseconds: int) -> None:
        """Moves the wall clock alone, forward or back, as a hand or a sleep does."""
        self.utc += dt.timedelta(milliseconds=milliseconds)

    def go_on(self, milliseconds: int) -> None:
        """Lets time go by on both clocks."""
        self.set_wall(milliseconds)
        self.monotonic += milliseconds


@dataclass(frozen=True)
class FixedPack:
    """A pack source that holds one pack, compiled as in the program."""

    pack: Pack = field(default_factory=builders.pack)

    def current(self) -> tuple[Pack, str, bytes]:
        return self.pack, compiled.identity_in(self._compiled), self._compiled

    @cached_property
    def _compiled(self) -> bytes:
        return compiled.encode(self.pack)

    def search_index(self) -> SearchIndex:
        return build_index(self.pack)

    def decode(self, compiled_form: bytes) -> Pack:
        return compiled.decode(compiled_form)


@dataclass
class FakeOfficeStore:
    """An office's database in memory; `refuses` names a method that refuses from now on."""

    kept: Office | None = None
    signed: list[SignedTask] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    refuses: str = ""

    def office(self) -> Office | None:
        return self.kept

    def keep_office(self, office: Office) -> None:
        self._refuse("keep_office")
        self.kept = office

    def tasks(self) -> tuple[SignedTask, ...]:
        return tuple(reversed(self.signed))

    def add_task(self, task: SignedTask) -> None:
        self._refuse("add_task")
        self.signed.append(task)

    def write_log(self, act: str, words: str, at: dt.datetime) -> None:
        self.entries.append(LogEntry(at, act, words))

    def _refuse(self, method: str) -> None:
        if method == self.refuses:
            raise Refusal("Penyimpanan penuh. Kosongkan sebagian, lalu ulangi.")
