"""Knowing who learns here: somebody new, with a name or as a guest, and later more about the same person."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from asnquiz.domain.person import Person, Profile
from asnquiz.usecases.ports import Clock, LearnerStore


def unasked_profile(people: Sequence[Profile]) -> Profile | None:
    """Who comes in without being asked who they are: the only person here, unless a PIN is asked for."""
    return people[0] if len(people) == 1 and not people[0].has_pin else None


def welcome(name: str | None, *, store: LearnerStore, clock: Clock, profile_id: UUID) -> Profile:
    """Keeps a new profile; without a name it is a guest's. Raises Refusal when it cannot be kept."""
    profile = Profile(profile_id, Person(name), clock.now())
    store.add_profile(profile)
    return profile


def know_person(profile: Profile, person: Person, store: LearnerStore) -> Profile:
    """Keeps what is known now of the person behind a profile; whatever was learned stays the profile's own.

    Where the store keeps no NIP, the profile that comes back has it all the same, for as long as the program runs.
    Raises Refusal when it cannot be kept.
    """
    store.keep_person(profile.id, person)
    return replace(profile, person=person)
