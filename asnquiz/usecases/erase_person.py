"""Erasing a person, and who learns here then."""

from uuid import UUID

from asnquiz.domain.person import Profile
from asnquiz.usecases.know_person import known_profile
from asnquiz.usecases.ports import LearnerStore
from asnquiz.usecases.set_calendar import forget_setter


def erase_person(profile: UUID, store: LearnerStore) -> Profile | None:
    """Erases a profile with all that was learned; the oldest profile that is left, None where there is none.

    Raises Refusal when not everything could be erased; it can be repeated.
    """
    forget_setter(profile, store)
    store.erase(profile)
    return known_profile(store)
