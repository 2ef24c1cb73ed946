"""Briefings in the trainer's database of an open window, with what happened in them."""

from random import Random
from uuid import uuid4

from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import Briefing, StepKind, Way
from asnquiz.domain.briefing_course import course_of, numbered
from asnquiz.domain.invitation import Invited
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.lead_briefing import End, by_trainer
from asnquiz.usecases.plan_briefing import ready_plans
from asnquiz.usecases.type_papers import Somebody, keep_sheet, sheet
from tests import briefings
from tests.ui.conftest import Opened

INVITED = (
    Invited("Siti Aminah", "Analis Kebijakan", "Dinas Kesehatan", "198609262015051001"),
    Invited("Budi Santoso", "", "Sekretariat Daerah", None),
)


def on_paper(opened: Opened) -> Briefing:
    """One that was prepared for two invited people, in the shortest plan with tests, and has not begun."""
    return prepared(opened, Way.PAPER)


def prepared(opened: Opened, way: Way) -> Briefing:
    """The same with another way of answering; where hands or cards are counted, without tests."""
    learning = opened.learning
    pack, _, _ = learning.packs.current()
    plan = next(plan for plan in ready_plans(pack, way) if plan.id == "siap-45")
    return begin_briefing(
        BriefingForm(briefings.occasion(), way, plan, guests=INVITED),
        briefing_id=uuid4(),
        random=Random(1),
        packs=learning.packs,
        clock=learning.clock,
        store=learning.briefings.store,
    )


def answered(opened: Opened, briefing: Briefing) -> None:
    """The first of the invited people did all three sheets, everything right."""
    learning = opened.learning
    pack, _, _ = learning.packs.current()
    code = briefing.guests[0].code
    for part in (StepKind.PRETEST, StepKind.QUESTION, StepKind.POSTTEST):
        answers = {one: right_answer(pack.item_by_id[one.item]) for one in sheet(part, briefing, pack)}
        keep_sheet(Somebody(guest=code), answers, briefing, pack, store=learning.briefings.store, clock=learning.clock)


def end(opened: Opened, briefing: Briefing) -> None:
    """The trainer ends it."""
    learning = opened.learning
    store, (pack, _, _) = learning.briefings.store, learning.packs.current()
    course = course_of(store.events(briefing.id))
    store.append(briefing.id, tuple(numbered(course, by_trainer(End(), briefing, pack, course), learning.clock.now())))
