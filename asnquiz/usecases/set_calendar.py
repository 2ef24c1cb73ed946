"""Setting the calendar of stages that lookups follow, and reading back who set it."""

import datetime as dt
import json
from dataclasses import dataclass, replace
from uuid import UUID

from asnquiz.domain.calendar import disorder
from asnquiz.domain.pack import Calendar, Pack
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.ports import Clock, LearnerStore

SETTING = "calendar"


@dataclass(frozen=True)
class OfficeCalendar:
    """The calendar that holds on this computer.

    Attributes:
        by: who answers for it; None once that person was erased.
        on: the day on which it was set.
        profile: who typed it.
    """

    calendar: Calendar
    by: str | None
    on: dt.date
    profile: UUID


@dataclass(frozen=True)
class LocalCalendar:
    """The calendar of the layer in force, for which its publisher answers."""

    calendar: Calendar
    publisher: str


def local_calendar(pack: Pack) -> LocalCalendar | None:
    """The calendar that an office published with its layer."""
    if pack.local is None or not pack.local.own_calendar or pack.calendar is None:
        return None
    return LocalCalendar(pack.calendar, pack.local.publisher)


def calendar_in_force(pack: Pack, store: LearnerStore) -> OfficeCalendar | LocalCalendar | None:
    """The calendar that answers follow: the one set on this computer, else that of the layer in force."""
    return calendar_here(store.setting(SETTING), pack)


def calendar_here(kept: str | None, pack: Pack) -> OfficeCalendar | LocalCalendar | None:
    """The same, of what is kept of the one set on this computer."""
    return calendar_of(kept) or local_calendar(pack)


def set_calendar(calendar: Calendar, by: str, *, profile: UUID, store: LearnerStore, clock: Clock) -> OfficeCalendar:
    """Keeps a calendar in place of the one before. Raises Refusal for one that cannot be."""
    for _, words in disorder(calendar):
        raise Refusal(words)
    kept = OfficeCalendar(calendar, by, clock.now().local.date(), profile)
    _keep(kept, store)
    return kept


def office_calendar(store: LearnerStore) -> OfficeCalendar | None:
    """The calendar that was set on this computer."""
    return calendar_of(store.setting(SETTING))


def calendar_of(kept: str | None) -> OfficeCalendar | None:
    """The calendar of a kept setting; None where there is none or it is no longer understood."""
    try:
        read = from_plain(OfficeCalendar, json.loads(kept or ""))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    return None if any(disorder(read.calendar)) else read


def forget_calendar(store: LearnerStore) -> None:
    """Goes back to what holds where no calendar was set on this computer."""
    store.keep_setting(SETTING, "")


def forget_setter(profile: UUID, store: LearnerStore) -> None:
    """Takes out of the calendar who set it, when that person is erased; the days stay."""
    kept = office_calendar(store)
    if kept and kept.profile == profile:
        _keep(replace(kept, by=None), store)


def _keep(kept: OfficeCalendar, store: LearnerStore) -> None:
    store.keep_setting(SETTING, json.dumps(to_plain(kept), ensure_ascii=False))
