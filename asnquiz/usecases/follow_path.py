"""Following the path through the lessons that is laid out for one job, or going back to all lessons."""

from dataclasses import replace

from asnquiz.domain.person import Profile
from asnquiz.usecases.ports import LearnerStore


def follow_path(profile: Profile, job: str | None, store: LearnerStore) -> Profile:
    """Keeps the job whose path is followed; None for all lessons. Raises Refusal when it cannot be kept."""
    store.keep_job(profile.id, job)
    return replace(profile, job=job)
