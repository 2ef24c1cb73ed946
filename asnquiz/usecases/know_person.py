"""Knowing who learns here: somebody new, with a name or as a guest, and later more about the same person."""

from dataclasses import replace
from uuid import UUID

from asnquiz.domain.person import Person, Profile
from asnquiz.usecases.ports import Clock, LearnerRecord, LearnerStore


def known_profile(record: LearnerRecord) -> Profile | None:
    """Who learns here: the oldest profile; None before the first start is over."""
    return next(iter(record.profiles()), None)


def welcome(name: str | None, *, store: LearnerStore, clock: Clock, profile_id: UUID) -> Profile:
    """Keeps a new profile; without a name it is a guest's. Raises Refusal when it cannot be kept."""
    profile = Profile(profile_id, Person(name), clock.now())
    store.add_profile(profile)
    return profile


def know_person(profile: Profile, person: Person, store: LearnerStore) -> Profile:
    """Keeps what is known now of the person behind a profile; whatever was learned stays the profile's own.

    Raises Refusal when it cannot be kept.
    """
    store.keep_person(profile.id, person)
    return replace(profile, person=person)
