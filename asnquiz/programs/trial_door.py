"""Lets one phone try to come in before a briefing: the same server at the same address, over an empty briefing."""

import uuid
from collections.abc import Sequence
from secrets import SystemRandom

from asnquiz.classroom.hall import RunningHall, start_hall
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.briefing import Briefing, Occasion, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_codes import class_code
from asnquiz.domain.briefing_course import Event
from asnquiz.domain.pack import Pack
from asnquiz.usecases.briefing_ports import TellHall
from asnquiz.usecases.ports import Clock


def open_trial_door(host: str, occasion: Occasion, pack: Pack, clock: Clock, tell: TellHall) -> RunningHall:
    """Opens at an address of this computer and waits until it answers there; nothing of it is kept.

    Raises Refusal where it does not answer.
    """
    briefing = Briefing(
        id=uuid.uuid4(),
        made=clock.now(),
        occasion=occasion,
        way=Way.PHONES,
        plan=Plan("", "", (Step(StepKind.JOIN, 1), Step(StepKind.CLOSE, 1))),
        pack=PackRef(pack.id, pack.version, ""),
        items=(),
        units=(),
        guests=(),
        class_code=class_code(SystemRandom()),
        rehearsal=True,
        task=None,
    )
    return start_hall(briefing, pack, _Forgetful(), clock, tell, host=host)


class _Forgetful:
    """See asnquiz.classroom.journal.EventStore; lasts as long as the door is open."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def append(self, briefing: uuid.UUID, events: Sequence[Event]) -> None:  # noqa: ARG002 - there is only one
        self._events += events

    def events(self, briefing: uuid.UUID) -> tuple[Event, ...]:  # noqa: ARG002
        return tuple(self._events)
