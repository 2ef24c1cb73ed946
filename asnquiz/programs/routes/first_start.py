"""The first start: a text size, then a name or none."""

import uuid
from dataclasses import replace
from functools import partial

from asnquiz.domain.person import Profile
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.own_data import choose_move
from asnquiz.programs.routes.settings import wear
from asnquiz.ui.destinations import Destination, LookAround, Section
from asnquiz.usecases.know_person import welcome


def travel(journey: Journey, _destination: Destination) -> None:
    _show(journey)


def _show(journey: Journey, typed: str = "", *, resized: bool = False) -> None:
    from asnquiz.ui.welcome.page import WelcomePage

    page = WelcomePage(
        journey.window.theme,
        journey.preferences.text_percent,
        data=journey.data,
        on_size=partial(_in_size, journey),
        on_begin=partial(_begin, journey),
        on_move=partial(choose_move, journey),
        typed=typed,
        resized=resized,
    )
    journey.window.show_page(page)


def _in_size(journey: Journey, percent: int, typed: str) -> None:
    wear(journey, replace(journey.preferences, text_percent=percent))
    _show(journey, typed, resized=True)


def _begin(journey: Journey, name: str | None) -> None:
    if journey.under_way:
        return
    store, clock = journey.learning.store, journey.learning.clock
    work = partial(welcome, name, store=store, clock=clock, profile_id=uuid.uuid4())
    journey.fetch(work, partial(_begun, journey), "Menyimpan pilihan Anda …", "Anda belum dapat mulai")


def _begun(journey: Journey, profile: Profile) -> None:
    journey.show_person(profile)
    journey.window.travel(LookAround(Section.HOME))
