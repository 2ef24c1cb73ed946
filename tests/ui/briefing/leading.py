"""A briefing that is led at a real window, with its hall running, and phones on real sockets."""

from random import Random
from uuid import uuid4

from asnquiz.domain.briefing import Briefing, Plan, Step, StepKind, Way
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.destinations import LeadBriefing
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.briefing_ports import DoorWish
from asnquiz.usecases.plan_briefing import ready_plans
from tests import briefings
from tests.classroom.calling import Caller
from tests.ui.conftest import Opened

HERE = DoorWish("127.0.0.1")


def short_plan(opened: Opened, way: Way) -> Plan:
    """The first step of each kind of the longest ready plan."""
    pack, _, _ = opened.learning.packs.current()
    steps = ready_plans(pack, way)[-1].steps
    first = {kind: next((step for step in steps if step.kind is kind), None) for kind in StepKind}
    kept: list[Step] = [step for step in first.values() if step is not None]
    return briefings.plan(name="Gladi", steps=tuple(kept))


def begin(opened: Opened, way: Way = Way.PHONES, *, plan: Plan | None = None, rehearsal: bool = False) -> Briefing:
    learning = opened.learning
    form = BriefingForm(
        briefings.occasion(), way, plan or short_plan(opened, way), units=briefings.UNITS, rehearsal=rehearsal
    )
    return begin_briefing(
        form,
        briefing_id=uuid4(),
        random=Random(7),
        packs=learning.packs,
        clock=learning.clock,
        store=learning.briefings.store,
    )


def lead(opened: Opened, briefing: Briefing) -> LeadPage:
    """Goes to the leader's page and waits until the hall runs."""
    opened.window.go(LeadBriefing(briefing.id, HERE))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, LeadPage)
    opened.walker.until(lambda: page.presenter.news.door is not None or not briefing.way.networked)
    return page


def phone(page: LeadPage, briefing: Briefing, name: str) -> Caller:
    """One participant's phone, which came in."""
    door = page.presenter.news.door
    assert door is not None
    caller = Caller(door)
    caller.hear("form")
    caller.say("join", **{"class": briefing.class_code}, guest="", name=name, unit=briefings.UNITS[0], people=1)
    caller.hear("token")
    return caller.settle()
