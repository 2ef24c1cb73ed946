"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.storage.learner import LearnerDatabase, open_learner_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "belajar.db"


@pytest.fixture
def store(path: Path) -> Iterator[LearnerDatabase]:
    opened = open_learner_database(path)
    yield opened
    opened.close()
