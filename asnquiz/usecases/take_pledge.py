"""Reading the pledge to its end: what is kept is when, and all that stood there."""

from uuid import UUID

from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.pack import Pledge
from asnquiz.usecases.ports import Clock, LearnerStore


def pledge_text(pledge: Pledge) -> str:
    """Everything that is read, in its order, a line each; an empty line between its parts."""
    points = (
        f"{number}. {point.text}\nArtinya: {point.meaning}\nContoh: {point.example}"
        for number, point in enumerate(pledge.points, start=1)
    )
    return "\n\n".join((pledge.name, pledge.opening, *points, pledge.closing))


def take_pledge(pledge: Pledge, profile: UUID, *, store: LearnerStore, clock: Clock) -> PledgeTaken:
    """Keeps that a person has read the pledge to its end. Raises Refusal when it cannot be kept."""
    taken = PledgeTaken(clock.now(), pledge_text(pledge))
    store.add_pledge(profile, taken)
    return taken
