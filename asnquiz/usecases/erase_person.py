"""Erasing a person."""

from uuid import UUID

from asnquiz.usecases.ports import LearnerStore
from asnquiz.usecases.set_calendar import forget_setter


def erase_person(profile: UUID, store: LearnerStore) -> None:
    """Erases a profile with all that was learned, its PIN and its look.

    Raises Refusal when not everything could be erased; it can be repeated.
    """
    forget_setter(profile, store)
    store.erase(profile)
