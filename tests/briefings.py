"""Small valid briefings for tests, of the sample pack; keyword arguments replace what a test is about."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

from asnquiz.content.compiled import identity
from asnquiz.domain.answering import choice_count
from asnquiz.domain.attempt import FrozenItem, PackRef
from asnquiz.domain.briefing import Briefing, Guest, Occasion, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Course, Event, Happening, Joined, numbered
from asnquiz.domain.pack import ItemType, Pack
from tests import builders

ASKED = tuple(f"soal-{type_.value}" for type_ in (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.VERDICT))
UNITS = ("Dinas Kesehatan", "Sekretariat Daerah")


def plan(**changes: Any) -> Plan:
    """A step of each kind, over the sample pack; step 4 is a vote that is meant to be taken twice."""
    single, _, verdict = ASKED
    base = Plan(
        id=str(uuid4()),
        name="Apel pagi",
        steps=(
            Step(StepKind.JOIN, 5),
            Step(StepKind.PRETEST, 5, ASKED),
            Step(StepKind.LESSON, 5, ("materi-1",)),
            Step(StepKind.RULES, 3, ("aturan-1",)),
            Step(StepKind.QUESTION, 6, (single,), twice=True),
            Step(StepKind.QUESTION, 3, (verdict,)),
            Step(StepKind.DEBATE, 4, ("aturan-1",)),
            Step(StepKind.POSTTEST, 5, ASKED),
            Step(StepKind.PLEDGE, 3),
            Step(StepKind.CLOSE, 1),
        ),
    )
    return replace(base, **changes)


def occasion(**changes: Any) -> Occasion:
    base = Occasion(
        title="Sosialisasi netralitas ASN",
        office="BKPSDM Kabupaten Contoh",
        letterhead=("Pemerintah Kabupaten Contoh", "BKPSDM Kabupaten Contoh"),
        place="Aula Sekretariat Daerah",
        date=dt.date(2026, 11, 21),
        number="800/123/2026",
        speaker="Rahmat Hidayat",
    )
    return replace(base, **changes)


def guest(code: str = "7K2M", **changes: Any) -> Guest:
    base = Guest(code, "Siti Aminah", "Analis Kebijakan", UNITS[0], "198609262015051001")
    return replace(base, **changes)


def briefing(of: Pack | None = None, **changes: Any) -> Briefing:
    """A briefing by phones for two invited people, over items that are shown in their own order.

    `of` is the pack, else the sample; the items follow the plan that is given.
    """
    pack = builders.pack() if of is None else of
    planned = changes.get("plan") or plan()
    asked = dict.fromkeys(ref for step in planned.steps if step.kind.asks for ref in step.refs)
    base = Briefing(
        id=uuid4(),
        made=builders.moment(),
        occasion=occasion(),
        way=Way.PHONES,
        plan=planned,
        pack=PackRef(pack.id, pack.version, identity(pack)),
        items=tuple(_frozen(pack, item) for item in asked),
        units=UNITS,
        guests=(guest(), guest("9PQX", name="Budi Santoso", unit=UNITS[1], nip=None)),
        class_code="482913",
        rehearsal=False,
        task=None,
    )
    return replace(base, **changes)


def _frozen(pack: Pack, item: str) -> FrozenItem:
    found = pack.item_by_id[item]
    return FrozenItem(found.id, found.revision, tuple(range(choice_count(found))))


def joined(participant: int = 1, **changes: Any) -> Joined:
    """Somebody without an invitation, whose phone has a token of its own."""
    base = Joined(participant, f"Peserta {participant}", UNITS[0], None, 1, f"{participant:064x}")
    return replace(base, **changes)


def events(*happenings: Happening, course: Course | None = None, counter: int = 2) -> tuple[Event, ...]:
    """What happens next, one after another, each at a moment of its own."""
    return tuple(_each_later(numbered(course or Course(), happenings, builders.moment()), counter))


def _each_later(these: Iterable[Event], counter: int) -> Iterator[Event]:
    for later, event in enumerate(these):
        yield replace(event, at=builders.moment(counter + later))
