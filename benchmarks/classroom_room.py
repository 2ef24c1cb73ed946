"""The briefing that is measured: people come in, then one vote after another."""

import datetime as dt
import resource
from dataclasses import replace
from random import Random
from uuid import uuid4

from asnquiz.classroom import wire
from asnquiz.domain.briefing import Briefing, Occasion, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Course, StepState
from asnquiz.domain.pack import ItemType, Pack
from asnquiz.domain.plan_check import decides
from asnquiz.programs.learning import Learning
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.show_phone import room_state

HOST = "127.0.0.1"
PINGS = 12.0  # seconds, as the hall's door has them
_HAPPENED = 10_000  # as large a number as a large hall comes to


def begun(learning: Learning, votes: int) -> tuple[Briefing, Pack]:
    """A briefing that is rehearsed, so that the room's window stands beside the leader's on an only screen."""
    pack, _, _ = learning.packs.current()
    items = [item for item in pack.items if item.type is ItemType.SINGLE and decides(item, pack)]
    asked = (Step(StepKind.QUESTION, 1, (item.id,)) for item in items[:votes])
    plan = Plan(str(uuid4()), "Ukur", (Step(StepKind.JOIN, 1), *asked, Step(StepKind.CLOSE, 1)))
    occasion = Occasion("Netralitas ASN", "BKPSDM", ("BKPSDM",), "Aula", dt.date(2026, 11, 21), "", "Ibu Rina")
    form = BriefingForm(occasion, Way.PHONES, plan, rehearsal=True)
    made = begin_briefing(
        form,
        briefing_id=uuid4(),
        random=Random(11),
        packs=learning.packs,
        clock=learning.clock,
        store=learning.briefings.store,
    )
    return made, pack


def texts(briefing: Briefing, pack: Pack, step: int) -> dict[str, str]:
    """What phones are told in a vote: before it is opened, open, closed, with its key; and once an answer is kept."""
    course = Course(happened=_HAPPENED, step=step)
    states = {
        "wait": StepState(),
        "vote": StepState(1, open=True),
        "closed": StepState(1),
        "outcome": StepState(1, revealed=True),
    }
    said = wire.Answer(step, briefing.steps[step].refs[0], 1, (0,), 1)
    told = {
        name: wire.told("room", room_state(briefing, pack, replace(course, states={step: state})))
        for name, state in states.items()
    }
    return {**told, "saved": wire.told("saved", **wire.names(said))}


def allow_files() -> None:
    """Each connection is a file to the system."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
