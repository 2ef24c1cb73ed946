"""Coming in: what is known of somebody who takes a seat at the window, as it is kept now."""

from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.usecases.keep_preferences import own_preferences
from asnquiz.usecases.ports import LearnerStore


@dataclass(frozen=True)
class Seat:
    """Attributes:
    profile: None where the person is not here any more.
    people: everyone here, oldest first.
    """

    profile: Profile | None
    preferences: Preferences
    people: tuple[Profile, ...]


def seat_of(profile: UUID, store: LearnerStore) -> Seat:
    """What is kept of one of the people here, with their own look."""
    people = store.profiles()
    kept = next((one for one in people if one.id == profile), None)
    return Seat(kept, own_preferences(profile, store), people)
