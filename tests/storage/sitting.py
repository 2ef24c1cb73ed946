"""An attempt begun in a database, for the tests that go on from there."""

from typing import Any

from asnquiz.domain.attempt import Attempt
from asnquiz.domain.pack import Pack
from asnquiz.usecases.ports import LearnerStore
from tests import builders


def begun(store: LearnerStore, pack: Pack | None = None, **changes: Any) -> Attempt:
    """A new attempt of a new profile."""
    profile = builders.profile()
    store.add_profile(profile)
    attempt = builders.attempt(pack or builders.pack(), profile.id, **changes)
    store.begin(attempt, b"compiled")
    return attempt
