"""The first start of a person: a text size, then a name or none."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from asnquiz.domain.person import Profile
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.own_data import choose_move
from asnquiz.programs.routes.unsaved import unless_lost
from asnquiz.ui.destinations import ChoosePerson, LookAround, Section
from asnquiz.ui.widgets.tick import BRIEFS, GATHERS, Purpose
from asnquiz.usecases.keep_preferences import keep_preferences
from asnquiz.usecases.know_person import welcome

_Begun = tuple[Profile, Sequence[Profile]]


def show(journey: Journey, typed: str = "", *, resized: bool = False) -> None:
    """For somebody new, who may go back where there are others."""
    from asnquiz.ui.welcome.page import WelcomePage

    page = WelcomePage(
        journey.window.theme,
        journey.preferences.text_percent,
        data=journey.data,
        on_size=partial(_in_size, journey),
        on_begin=partial(_begin, journey),
        on_back=partial(journey.window.go, ChoosePerson()) if journey.people else None,
        on_move=partial(choose_move, journey),
        purposes=_purposes(journey),
        typed=typed,
        resized=resized,
    )
    journey.window.show_page(page)


def _in_size(journey: Journey, percent: int, typed: str) -> None:
    journey.wear(replace(journey.preferences, text_percent=percent))
    show(journey, typed, resized=True)


def _purposes(journey: Journey) -> tuple[Purpose, ...]:
    def brief(wanted: bool) -> None:
        journey.wear(replace(journey.preferences, briefs=wanted))

    def gather(wanted: bool) -> None:
        journey.wear(replace(journey.preferences, gathers=wanted))

    now = journey.preferences
    gathering = ((GATHERS, now.gathers, gather),) if journey.can_gather else ()
    return ((BRIEFS, now.briefs, brief), *gathering)


def _begin(journey: Journey, name: str | None) -> None:
    if journey.under_way:
        return
    store, clock, preferences = journey.learning.store, journey.learning.clock, journey.preferences

    def begin() -> _Begun:
        profile = welcome(name, store=store, clock=clock, profile_id=uuid.uuid4())
        keep_preferences(preferences, store, profile.id)
        return profile, store.profiles()

    journey.window.keep_aside()
    journey.fetch(begin, partial(_begun, journey), "Menyimpan pilihan Anda …", "Anda belum dapat mulai")


def _begun(journey: Journey, begun: _Begun) -> None:
    def come_in() -> None:
        profile, people = begun
        journey.come_in(profile, journey.preferences, people)
        journey.window.travel(LookAround(Section.HOME))

    unless_lost(journey, come_in)
