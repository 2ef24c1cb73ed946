"""Beginning a briefing, whichever way leads to it: what is offered first, and that it is kept before it is led."""

import uuid
from collections.abc import Callable, Sequence
from secrets import SystemRandom

from asnquiz.domain.briefing import Briefing, Plan, Way
from asnquiz.domain.local_wording import letterhead_of, publisher_of
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import SignedTask
from asnquiz.programs.journey import Journey
from asnquiz.programs.lan import lan_addresses
from asnquiz.ui.briefing.draft import SETTING, Draft, first_occasion, for_rehearsal, form_of, remembered
from asnquiz.ui.briefing.way_page import RoomDraft
from asnquiz.ui.destinations import LeadBriefing
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.briefing_ports import BriefingStore
from asnquiz.usecases.plan_briefing import ready_plans

# The settings with the door that phones came in at last: the address and the name of the Wi-Fi. Its password is kept
# nowhere.
HOST, NETWORK = "host", "network"

_USUAL_PEOPLE = "40"
_NOT_BEGUN = "Sosialisasi belum dapat dimulai"


def store_of(journey: Journey) -> BriefingStore:
    """For the background."""
    return journey.learning.briefings.store


def known_tasks(journey: Journey) -> Sequence[SignedTask]:
    """The tasks that a record can be sealed for: those that whoever is in took on, and the office's own here.

    For the background.
    """
    learning = journey.learning
    taken = [one.signed for one in learning.store.tasks(journey.profile.id)]
    own = learning.collection.store.tasks() if journey.preferences.gathers and journey.can_gather else ()
    return tuple({one.task.id: one for one in (*taken, *own)}.values())


def begin(journey: Journey, form: BriefingForm) -> Briefing:
    """Keeps a new briefing; for the background."""
    learning = journey.learning
    return begin_briefing(
        form,
        briefing_id=uuid.uuid4(),
        random=SystemRandom(),
        packs=learning.packs,
        clock=learning.clock,
        store=store_of(journey),
    )


def first_draft(journey: Journey) -> Callable[[], Draft]:
    """For the background."""
    person, today = journey.profile.person, journey.learning.clock.now().local.date()
    office, letterhead = person.unit or publisher_of(journey.local), letterhead_of(journey.local)

    def read() -> Draft:
        kept = store_of(journey).setting(SETTING)
        occasion = first_occasion(kept, today, speaker=person.name or "", office=office, letterhead=letterhead)
        return Draft(occasion, RoomDraft(_USUAL_PEOPLE))

    return read


def rehearsal_form(journey: Journey) -> Callable[[], BriefingForm]:
    """What a rehearsal begins with, without any step; for the background."""
    read, pack = first_draft(journey), journey.pack

    def form() -> BriefingForm:
        draft, way = for_rehearsal(read()), usual_way()
        return form_of(draft, way, chosen_plan(draft, (), ready_plans(pack, way)), rehearsal=True)

    return form


def usual_way() -> Way:
    """Phones where there is an address that they could come in at, else hands, which need nothing."""
    return Way.PHONES if lan_addresses() else Way.HANDS


def chosen_plan(draft: Draft, own: Sequence[Plan], ready: Sequence[Plan]) -> Plan:
    """The plan of a draft. Raises Refusal where there is none, as with a pack that has too little for any."""
    plans = (*own, *ready)
    found = next((plan for plan in plans if plan.id == draft.plan), plans[0] if plans else None)
    if found is None:
        raise Refusal("Paket soal ini tidak cukup untuk sebuah rencana. Susun rencana sendiri lebih dahulu.")
    return found


def begin_draft(
    journey: Journey,
    draft: Draft,
    way: Way,
    *,
    rehearsal: bool,
    begun: Callable[[Briefing], None] | None = None,
) -> None:
    """Keeps a briefing of a draft, and what papers said at their head for next time; then leads it, or does `begun`."""
    pack = journey.pack

    def work() -> Briefing:
        store = store_of(journey)
        plan = chosen_plan(draft, store.plans(), ready_plans(pack, way))
        briefing = begin(journey, form_of(draft, way, plan, rehearsal=rehearsal))
        if not rehearsal:
            store.keep_setting(SETTING, remembered(draft.occasion))
        return briefing

    def lead(briefing: Briefing) -> None:
        journey.window.travel(LeadBriefing(briefing.id))

    if not journey.under_way:
        journey.fetch(work, begun or lead, "Menyiapkan sosialisasi …", _NOT_BEGUN)
