"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from tests import builders


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "belajar.db"


@pytest.fixture
def store(path: Path) -> Iterator[LearnerDatabase]:
    opened = open_learner_database(path)
    yield opened
    opened.close()


@pytest.fixture
def learner(store: LearnerDatabase) -> UUID:
    """Somebody in it."""
    profile = builders.profile()
    store.add_profile(profile)
    return profile.id
