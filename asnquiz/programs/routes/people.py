"""To Siapa Anda? and in from there, with a PIN where one is asked for; and to the page about people and PIN."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.unsaved import unless_lost
from asnquiz.ui.destinations import ChoosePerson, ComeIn, Destination, NewPerson, People, Section
from asnquiz.ui.widgets.spoken import announce
from asnquiz.usecases.come_in import Seat, seat_of
from asnquiz.usecases.know_person import unasked_profile

_NOT_IN = "Anda belum dapat masuk"


def travel(journey: Journey, destination: Destination) -> None:
    match destination:
        case ChoosePerson():
            journey.go_away()
            _who(journey)
        case ComeIn(profile):
            _ask(journey, profile)
        case NewPerson():
            from asnquiz.programs.routes import first_start

            journey.wear(Preferences())
            first_start.show(journey)
        case People():
            _people(journey)
        case _ if journey.absent:
            _who(journey)
        case _:
            journey.fetch(journey.learning.store.profiles, partial(_found, journey), "Membuka …")


def _found(journey: Journey, people: Sequence[Profile]) -> None:
    """Nobody is in yet: whoever need not be asked comes in at once."""
    journey.people = tuple(people)
    if not people:
        from asnquiz.programs.routes import first_start

        first_start.show(journey)
    elif profile := unasked_profile(people):
        enter(journey, profile)
    else:
        _who(journey)


def _who(journey: Journey) -> None:
    from asnquiz.ui.people.who_page import WhoPage

    journey.window.show_page(WhoPage(journey.window.theme, journey.people, journey.window.go))


def _ask(journey: Journey, wanted: UUID) -> None:
    profile = next((one for one in journey.people if one.id == wanted), None)
    if profile is None:
        _who(journey)
    elif not profile.has_pin:
        enter(journey, profile)
    else:
        from asnquiz.programs.routes.door import Door
        from asnquiz.usecases.guard_profile import Standing, standing

        def open_door(seen: Standing) -> None:
            Door(journey, profile, seen, partial(enter, journey))

        look = partial(standing, profile, store=journey.learning.store, clock=journey.learning.clock)
        journey.fetch(look, open_door, "Membuka …")


def enter(journey: Journey, profile: Profile) -> None:
    """Lets somebody in who may: back where they were, or to Beranda once everything of others is kept."""
    absent, store = journey.absent, journey.learning.store
    if absent and absent.profile.id == profile.id:
        if not journey.come_back():
            journey.window.travel(Section.HOME)
        return

    def come_in(seat: Seat) -> None:
        journey.come_in(seat.profile or profile, seat.preferences, seat.people)
        journey.window.travel(Section.HOME)

    journey.window.keep_aside()
    read = partial(seat_of, profile.id, store)
    journey.fetch(read, lambda seat: unless_lost(journey, partial(come_in, seat)), "Membuka …", _NOT_IN)


def _people(journey: Journey) -> None:
    from asnquiz.ui.people.people_page import PeoplePage

    def keep_idle(minutes: int | None) -> None:
        journey.wear(replace(journey.preferences, idle_minutes=minutes))

    page = PeoplePage(
        journey.window.theme,
        journey.profile,
        journey.people,
        journey.preferences.idle_minutes,
        on_idle=keep_idle,
        set_pin=partial(_set_pin, journey),
        remove_pin=partial(_remove_pin, journey),
        go=journey.window.go,
    )
    journey.window.show_page(page)


def _set_pin(journey: Journey, pin: str) -> None:
    from asnquiz.programs.routes.pins import ask_pin
    from asnquiz.usecases.guard_profile import set_pin

    def keep() -> None:
        work = partial(set_pin, journey.profile, pin, journey.learning.store)
        journey.fetch(work, partial(_changed, journey, "PIN tersimpan"), "Menyimpan PIN …", "PIN belum tersimpan")

    ask_pin(journey, "Ganti PIN", keep)


def _remove_pin(journey: Journey) -> None:
    from asnquiz.programs.routes.pins import ask_pin
    from asnquiz.usecases.guard_profile import remove_pin

    def remove() -> None:
        work = partial(remove_pin, journey.profile, journey.learning.store)
        journey.fetch(work, partial(_changed, journey, "PIN dihapus"), "Menghapus PIN …", "PIN belum dihapus")

    ask_pin(journey, "Hapus PIN", remove)


def _changed(journey: Journey, words: str, profile: Profile) -> None:
    journey.show_person(profile)
    _people(journey)
    announce(journey.window, words)
