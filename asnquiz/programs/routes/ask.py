"""To Bolehkah saya? and to the calendar of stages that its answers follow."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from asnquiz.domain.pack import Calendar, Phase, Subject
from asnquiz.domain.search_index import SearchIndex
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Ask, Section, SetCalendar
from asnquiz.usecases.look_up import Lookup, look_up
from asnquiz.usecases.set_calendar import (
    LocalCalendar,
    OfficeCalendar,
    calendar_in_force,
    forget_calendar,
    local_calendar,
    office_calendar,
    set_calendar,
)

_Read = tuple[SearchIndex, OfficeCalendar | LocalCalendar | None]


def travel(journey: Journey, destination: Section | Ask | SetCalendar) -> None:
    learning = journey.learning
    pack = journey.pack  # where there is no content, that is told before anything is read
    match destination:
        case SetCalendar(words):
            work = partial(office_calendar, learning.store)
            journey.fetch(work, partial(_calendar, journey, words), "Membuka Kalender tahapan …")
        case _:
            words = destination.words if isinstance(destination, Ask) else ""

            def read() -> _Read:
                return learning.packs.search_index(), calendar_in_force(pack, learning.store)

            journey.fetch(read, partial(_ask, journey, words), "Membuka Bolehkah saya? …")


def _ask(journey: Journey, words: str, found: _Read) -> None:
    from asnquiz.ui.ask.page import AskPage
    from asnquiz.ui.ask.presenter import AskPresenter

    index, office = found
    pack, profile = journey.pack, journey.profile

    def look(typed: str, phase: Phase | None, subject: Subject | None) -> Lookup:
        return look_up(typed, pack, index, phase=phase, subject=subject, job=profile.job)

    presenter = AskPresenter(pack, look, office=office, today=_today(journey), employment=profile.person.employment)
    journey.window.show_page(AskPage(journey.window.theme, presenter, journey.window.go, words))


def _calendar(journey: Journey, words: str, office: OfficeCalendar | None) -> None:
    from asnquiz.ui.ask.calendar_page import CalendarPage

    def keep(calendar: Calendar, by: str, kept: Callable[[OfficeCalendar], None]) -> None:
        if journey.under_way:
            return
        store, clock = journey.learning.store, journey.learning.clock
        work = partial(set_calendar, calendar, by, profile=journey.profile.id, store=store, clock=clock)
        journey.fetch(work, kept, "Menyimpan kalender …", "Kalender belum tersimpan")

    def forget() -> None:
        if not journey.under_way:
            work = partial(forget_calendar, journey.learning.store)
            again = partial(journey.window.travel, SetCalendar(words))
            journey.fetch(work, lambda _: again(), "Menyimpan kalender …", "Kalender belum diganti")

    person, local = journey.profile.person, local_calendar(journey.pack)
    page = CalendarPage(
        journey.window.theme,
        office,
        local=local,
        example=None if local else journey.pack.calendar,
        today=_today(journey),
        law_as_of=journey.pack.law_as_of,
        setter=person.unit or person.name or "",
        words=words,
        keep=keep,
        forget=forget,
        go=journey.window.go,
    )
    journey.window.show_page(page)


def _today(journey: Journey) -> dt.date:
    return journey.learning.clock.now().local.date()
