"""A collection of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.storage.collection.database import CollectionDatabase, open_collection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rekap.db"


@pytest.fixture
def store(path: Path) -> Iterator[CollectionDatabase]:
    opened = open_collection(path)
    yield opened
    opened.close()
