"""To leading a briefing: the leader's page, the room's window, and the hall behind both."""

from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Course, course_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import LeadBriefing, ShowBriefing
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.usecases.briefing_ports import DoorWish, Hall

if TYPE_CHECKING:
    from asnquiz.programs.lan import LanAddress
    from asnquiz.ui.briefing.lead.bridge import Bridge
    from asnquiz.ui.briefing.lead.presenter import LeadPresenter

_SCREEN = "screen"  # the setting with the name of the screen that the room saw last


def travel(journey: Journey, destination: LeadBriefing) -> None:
    journey.fetch(
        partial(_read, journey, destination), partial(_lead, journey, destination.door), "Membuka sosialisasi …"
    )


def _read(journey: Journey, destination: LeadBriefing) -> tuple[Briefing, Pack, Course, str]:
    store = journey.learning.briefings.store
    briefing = store.briefing(destination.briefing)
    pack = journey.learning.packs.decode(store.compiled_pack(briefing.pack.sha256))
    return briefing, pack, course_of(store.events(briefing.id)), store.setting(_SCREEN) or ""


def _lead(journey: Journey, door: DoorWish | None, found: tuple[Briefing, Pack, Course, str]) -> None:
    from asnquiz.content.markdown import prose
    from asnquiz.ui.briefing.lead.bridge import Bridge
    from asnquiz.ui.briefing.lead.page import LeadPage
    from asnquiz.ui.briefing.lead.presenter import LeadPresenter

    briefing, pack, course, screen = found
    if course.ended:
        journey.window.travel(ShowBriefing(briefing.id))
        return
    bridge = Bridge()
    presenter = LeadPresenter(
        briefing,
        pack,
        course,
        prose=cache(prose),
        background=journey.background,
        start=partial(_start, journey, briefing, pack, bridge),
        door=door or DoorWish(),
    )
    bridge.told.connect(presenter.take)
