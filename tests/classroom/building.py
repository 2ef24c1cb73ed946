"""A briefing to try the hall with, and a store in memory that can be stopped and made to fail."""

import datetime as dt
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from asnquiz.domain.attempt import FrozenItem, PackRef
from asnquiz.domain.briefing import Briefing, Guest, Occasion, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Event
from asnquiz.domain.pack import ItemType, Pack
from asnquiz.domain.refusal import Refusal
from tests import builders

JOIN, VOTE, TEST, PLEDGE, CLOSE = range(5)
ITEMS = ("soal-single", "soal-verdict")
CLASS = "482913"
ID = UUID(int=7)
GUESTS = (
    Guest("B7KM", "Siti Aminah", "Analis", "Dinas Kesehatan", "198503122010011004"),
    Guest("C8LN", "Budi Santoso", "Arsiparis", "Dinas Kesehatan", None),
)


def the_pack() -> Pack:
    return builders.pack(tuple(builders.item(ItemType(name[5:]), id=name) for name in ITEMS))


def the_briefing(way: Way = Way.PHONES) -> Briefing:
    steps = (
        Step(StepKind.JOIN, 5),
        Step(StepKind.QUESTION, 5, ITEMS[:1], twice=True),
        Step(StepKind.POSTTEST, 10, ITEMS),
        Step(StepKind.PLEDGE, 5),
        Step(StepKind.CLOSE, 1),
    )
    return Briefing(
        id=ID,
        made=builders.moment(),
        occasion=Occasion("Netralitas", "BKPSDM", (), "Aula", dt.date(2026, 11, 21), "", "Ibu Rina"),
        way=way,
        plan=Plan("siap-20", "Dua puluh menit", steps),
        pack=PackRef("contoh", "2026.11.1", "0" * 64),
        items=(FrozenItem(ITEMS[0], 1, (2, 0, 3, 1)), FrozenItem(ITEMS[1], 1, (0, 1, 2))),
        units=(),
        guests=GUESTS,
        class_code=CLASS,
        rehearsal=False,
        task=None,
    )


@dataclass
class FakeStore:
    """Keeps events in memory. While `may_keep` is unset, whoever keeps something waits; `refuses` are methods."""

    kept: list[Event] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    may_keep: threading.Event = field(default_factory=threading.Event)
    asked: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    groups: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.may_keep.set()

    def append(self, briefing: UUID, events: Sequence[Event]) -> None:
        self.asked.release()
        assert self.may_keep.wait(20)
        self._refuse("append")
        assert briefing == ID
        assert [event.number for event in events] == [len(self.kept) + 1 + at for at in range(len(events))]
        self.kept.extend(events)
        self.groups.append(len(events))

    def events(self, briefing: UUID) -> tuple[Event, ...]:
        self._refuse("events")
        assert briefing == ID
        return tuple(self.kept)

    def _refuse(self, method: str) -> None:
        if method in self.refuses:
            raise Refusal("Penyimpanan penuh. Kosongkan sebagian, lalu ulangi.")
