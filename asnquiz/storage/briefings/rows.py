"""Between briefings, what happened in them and plans, and the rows of the tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from asnquiz.domain.briefing import Briefing, Plan
from asnquiz.domain.briefing_course import KINDS, NAMES, Ended, Event, Joined
from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.storage.briefings.tables import briefings, events, heads, plans
from asnquiz.storage.own_rows import KeptRow, sealed
from asnquiz.storage.rows import moment_of, moment_values

T = TypeVar("T")


@dataclass(frozen=True)
class Head:
    """How far a briefing is: see the table."""

    events: int
    participants: int
    ended: bool
    last: Moment

    def after(self, happened: Sequence[Event]) -> "Head":
        latest = max((self.last, *(event.at for event in happened)), key=lambda moment: moment.counter)
        return Head(
            self.events + len(happened),
            self.participants + sum(isinstance(event.what, Joined) for event in happened),
            self.ended or any(isinstance(event.what, Ended) for event in happened),
            latest,
        )


def briefing_row(briefing: Briefing) -> KeptRow:
    return sealed(briefings, str(briefing.id), briefing.pack.sha256, _json(briefing))


def briefing_of(row: KeptRow) -> Briefing:
    return _read(Briefing, row[2])


def without_nips(briefing: Briefing) -> Briefing:
    return replace(briefing, guests=tuple(replace(guest, nip=None) for guest in briefing.guests))


def head_row(briefing: UUID, head: Head) -> KeptRow:
    last = moment_values("last", head.last).values()
    return sealed(heads, str(briefing), head.events, head.participants, int(head.ended), *last)


def head_of(row: KeptRow) -> Head:
    _, happened, participants, ended, *last, _ = row
    return Head(happened, participants, bool(ended), _moment(last))


def event_row(briefing: UUID, event: Event) -> KeptRow:
    at = moment_values("at", event.at).values()
    return sealed(events, str(briefing), event.number, *at, NAMES[type(event.what)], _json(event.what))


def event_of(row: KeptRow) -> Event:
    _, number, *at, kind, body, _ = row
    return Event(number, _moment(at), _read(KINDS[kind], body))


def plan_row(plan: Plan) -> KeptRow:
    return sealed(plans, plan.id, _json(plan))


def plan_of(row: KeptRow) -> Plan:
    return _read(Plan, row[1])


def _moment(columns: Sequence[Any]) -> Moment:
    utc, offset, counter = columns
    return moment_of({"at_utc": utc, "at_offset": offset, "at_counter": counter}, "at")


def _json(value: object) -> str:
    # All in ASCII, so that any text that a phone may send can be kept, halves of a pair of surrogates as well.
    return json.dumps(to_plain(value), separators=(",", ":"))


def _read(kind: type[T], text: str) -> T:
    return from_plain(kind, json.loads(text))
